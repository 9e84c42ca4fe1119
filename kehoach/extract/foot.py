"""The lines of the foot of a plan: «Nơi nhận» and its list, authority, position and name of the signer, appendices."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Block, Plan, Span
from ..patterns import lazy
from ..text import fold
from . import marks
from .persons import capacity, name_in
from .signature import APPENDIX, FILED, RECIPIENTS

# Where two columns are held apart by tabs or spaces and not by a table.
GAP = lazy(r"\t+|\s{4,}")
Column = tuple[int, int]  # table and column, which count from 1
OUTSIDE: Column = (0, 0)


def sign_off(plan: Plan, end: int) -> Iterator[tuple[str, Span, str]]:
    """(name, place, text) of each line from the end of the text to block `end`."""
    blocks = plan.document.blocks
    listing: Column | None = None  # where «Nơi nhận» goes on
    signing: Column | None = None
    listed = {found.span.block for found in plan.recipients}
    for number in range(plan.end, end):
        block = blocks[number]
        column = (block.cell.table, block.cell.column) if block.cell else OUTSIDE
        for span, text in _lines(number, block):
            folded = fold(text)
            if RECIPIENTS.match(folded):
                listing = column
                yield "recipients-label", span, text
            elif name := capacity(text):
                signing = column
                yield name, span, text
            elif listing == column and (number in listed or marks.parse(text) or FILED.match(folded)):
                filed = FILED.match(folded)
                listing = None if filed else listing
                yield ("filed" if filed else "recipient"), span, text
            elif name_in(text) and signing in (None, column):
                yield "name", span, text
            else:
                yield "foot-other", span, text


def _lines(number: int, block: Block) -> Iterator[tuple[Span, str]]:
    start = 0
    for line in block.text.split("\n"):
        for begin, end in _columns(line):
            if text := line[begin:end].strip(" *_#|\t"):
                at = start + line.find(text, begin)
                yield Span(number, at, at + len(text)), text
        start += len(line) + 1


def _columns(line: str) -> Iterator[tuple[int, int]]:
    """Where the columns of a line stand: a wide gap parts a recipient from the signer, not from its dash."""
    begin = 0
    for gap in GAP.finditer(line):
        right = line[gap.end() :].strip(" *_#|\t")
        if gap.start() > begin and (capacity(right) or name_in(right)):
            yield begin, gap.start()
            begin = gap.end()
    yield begin, len(line)


def annexes(plan: Plan, end: int) -> tuple[int, ...]:
    """The blocks with which appendices begin, after the text."""
    blocks = plan.document.blocks
    return tuple(
        number
        for number in range(max(plan.end, 1), end)
        if blocks[number].cell is None and len(blocks[number].text) < 120 and APPENDIX.match(fold(blocks[number].text))
    )
