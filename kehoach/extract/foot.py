"""The lines of the foot of a plan: «Nơi nhận» and its list, authority, position and name of the signer, appendices."""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import table
from ..model import Block, Plan, Span
from ..patterns import lazy
from ..text import CAPITAL, fold, squeeze
from . import marks

RECIPIENTS = lazy(r"\W*noi nhan\b")
FILED = lazy(r"\W*l[uư]u\b")
# «KT. », and the ways in which it is miswritten: «KT », «K/T », «KT; », «KT.CHỦ TỊCH».
AUTHORITY = lazy(rf"(?:TM|KT|TL|TUQ|Q|[TK][/.][MTL]|T[/.]UQ)(?:\s*[.;,:/]\s*|\s+)(?={CAPITAL})")
SHORTENED = lazy(r"^P\.\s*(?=\w)")  # «P. HIỆU TRƯỞNG»
HONOURS = lazy(
    r"(?:(?:GS|PGS|TS|ThS|Ths|Th\.S|BS|BSCKI{1,2}|BSCK\d|CKI{1,2}|NGƯT|NGND|TTƯT|TTND|DS|KS|CN"
    r"|Thạc s[ĩỹ]|Tiến s[ĩỹ]|Bác s[ĩỹ]|Giáo sư|Phó Giáo sư|Kỹ sư|Cử nhân)(?:\.|\s)[\s,.]*)+(?=[^\W\d_])"
)
NAME = lazy(r"^[^\W\d_][^\W\d_'’]*(?:\s+[^\W\d_][^\W\d_'’]*){1,5}$")
# Where two columns are held apart by tabs or spaces and not by a table.
GAP = lazy(r"\t+|\s{4,}")
ANNEX = lazy(r"\W*phu luc(?:\s+(?:so\s+)?[ivx\d]+)?\s*[:.]?\s*(?:$|\n)")


def sign_off(plan: Plan, end: int) -> Iterator[tuple[str, Span, str]]:
    """(name, place, text) of each line from the end of the text to block `end`."""
    blocks = plan.document.blocks
    listing: object = None
    signing: object = None
    listed = {found.span.block for found in plan.recipients}
    for number in range(plan.end, end):
        block = blocks[number]
        column = block.cell and (block.cell.table, block.cell.column)
        for span, text in _lines(number, block):
            folded = fold(text)
            if RECIPIENTS.match(folded):
                listing = ("in", column)
                yield "recipients-label", span, text
            elif name := _capacity(text):
                signing = ("in", column)
                yield name, span, text
            elif listing == ("in", column) and (number in listed or marks.parse(text) or FILED.match(folded)):
                filed = FILED.match(folded)
                listing = None if filed else listing
                yield ("filed" if filed else "recipient"), span, text
            elif is_name(text) and (signing in (None, ("in", column))):
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
        if gap.start() > begin and (_capacity(right) or is_name(right)):
            yield begin, gap.start()
            begin = gap.end()
    yield begin, len(line)


def _capacity(text: str) -> str | None:
    text = squeeze(text)
    if not 3 <= len(text) <= 90 or not marks.in_capitals(text, 0.8):
        return None
    if AUTHORITY.match(text):
        return "authority"
    folded = fold(SHORTENED.sub("PHÓ ", text))
    known: list[str] = table("positions")["positions"]
    return "position" if any(folded.startswith(fold(p)) and len(folded) <= len(p) + 40 for p in known) else None


def is_name(text: str) -> bool:
    """A person's name, with or without honours before it: two to six words, each with a capital."""
    bare = squeeze(HONOURS.sub("", text.strip(" .")))
    words = bare.split()
    if not NAME.match(bare) or not all(word[0].isupper() for word in words):
        return False
    return not bare.isupper() or (len(words) <= 5 and fold(words[0]) in table("surnames")["surnames"])


def annexes(plan: Plan, end: int) -> tuple[int, ...]:
    """The blocks with which appendices begin, after the text."""
    blocks = plan.document.blocks
    return tuple(
        number
        for number in range(max(plan.end, 1), end)
        if blocks[number].cell is None and len(blocks[number].text) < 120 and ANNEX.match(fold(blocks[number].text))
    )
