"""Printed lines rejoined into paragraphs by what a careful reader goes by: marks, sentence ends, width, blank lines."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from msgspec import Struct

from ..patterns import lazy
from ..text import SMALL
from . import lines as say
from .lines import Line
from .width import Width, learn

# A line this long that stops in mid-sentence was cut by a page or a printer, not ended by its writer.
CUT = 40
# Where blank lines part the paragraphs, lines without one between them belong together though a scan lost some letters.
LENIENT = 0.2
_YEAR_BEGUN = lazy(r"/(20?\d?|19\d?)$")
_YEAR_REST = lazy(r"\d{1,3}\b")
# «(khóa | XI) về việc …»: no mark of a list, the rest of a bracket.
_CLOSING = lazy(rf"[^\W_]{{1,5}}\)(?:\s*(?:{SMALL}|[,;.])|$)")
_TIGHT = lazy(r"[^\W_][-/]$")
# «giai đoạn 2026 | - 2030», «từ 01/7 | - 05/7»; «NĂM 2026 | - 85% học sinh …» is a heading and the first of its points.
_RANGE_REST = lazy(r"[-–]\s*(?:(?:19|20)\d\d\b|\d{1,2}[/.]\d)")


class Print(Struct, frozen=True):
    """How a file is printed: the width of its lines, how many blank lines mean nothing, whether they part text."""

    width: Width
    gap: int
    parted: bool


def paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Lines grouped into paragraphs, in order."""
    how = learn_print(lines)
    groups: list[list[Line]] = []
    recipients = False
    text = ""
    for line in lines:
        recipients = say.in_recipients(recipients, line.text)
        if groups and _continues(groups[-1][-1], line, text, how, recipients, groups[-1][0].indent):
            groups[-1].append(line)
            text = glued(text, line.text)
        else:
            groups.append([line])
            text = line.text
    return groups


def learn_print(lines: list[Line]) -> Print:
    sure = [(a, b) for a, b in pairwise(lines) if len(a.text) > CUT / 2 and runs_on(a, b)]
    width = learn([(a.text, say.first_word(b.text)) for a, b in sure], [line.text for line in lines])
    gaps = Counter(min(b.gap, 2) for _, b in sure)
    usual = gaps.most_common(1)[0][0] if sure and width.limit != float("inf") else 0
    marked = [b.gap for _, b in pairwise(lines) if say.is_mark(b.text)]
    parted = not usual and sum(gap > 0 for gap in marked) > len(marked) / 2
    return Print(width, usual, parted)


def glued(text: str, more: str) -> str:
    """Two printed lines as one: «KH-» and «UBND» are parts of one symbol, everything else is apart by a space."""
    return text + joint(text, more) + more


def joint(text: str, more: str) -> str:
    return "" if (_TIGHT.search(text) and more[0].isalnum()) or _is_split_year(text, more) else " "


def _is_split_year(text: str, more: str) -> bool:
    """«30/01/202» and «6»: a narrow cell broke the year."""
    begun, rest = _YEAR_BEGUN.search(text), _YEAR_REST.match(more)
    return begun is not None and rest is not None and len(begun[1]) + len(rest[0]) == 4


def runs_on(line: Line, after: Line) -> bool:
    """Whether a sentence surely goes on from one line to the next."""
    return not (
        line.closed
        or after.alone
        or say.is_ended(line.text)
        or not say.starts_lower(after.text)
        or say.is_mark(after.text)
        or (say.is_capitals(line.text) and not say.is_capitals(after.text))
    )


def _continues(line: Line, after: Line, text: str, how: Print, recipients: bool, indent: int) -> bool:
    """Whether `after` goes on with the paragraph `text`, whose last line is `line` and whose first has this indent."""
    if line.closed or after.alone or say.is_recipients(line.text) or say.breaks_motto(line.text):
        return False
    near = after.gap <= how.gap
    ended = say.is_ended(line.text)
    # a sentence that ended here may go on with the next only if the line was full to the last letter
    lenient = LENIENT if near and how.parted and not ended else 0.0
    full = after.overflow
    if full is None:
        full = how.width.is_full(line.text, say.first_word(after.text), lenient, first=line.text == text and not ended)
    if near and not ended and say.wants_number(line.text) and say.starts_with_number(after.text):
        return True
    if near and not ended and text.rfind("(") > text.rfind(")") and _CLOSING.match(after.text):
        return True
    if say.is_mark(after.text) or say.could_be_dash(after.text):
        hanging = bool(after.overflow) and indent - after.indent >= 2  # «Festival Thăng Long | - Hà Nội»
        return near and not ended and (hanging or _is_false_mark(line, after, full))
    if say.opens(after.text) or say.is_motto(line.text) or _is_heading_change(line, after):
        return False
    if say.starts_lower(after.text):
        if ended:
            return full and near
        return near or recipients or full or len(line.text) >= CUT or len(text) > len(line.text)
    if near and not ended and len(line.text) >= CUT and say.starts_with_count(after.text):
        return True
    if near and _TIGHT.search(line.text) and after.text[0].isalnum():
        return True
    if recipients:
        return bool(after.overflow) and near and not ended and text[0] in "-–+*"
    if not ended and say.starts_sentence(after.text) and not say.has_open_quote(text):
        return False
    if ended:
        return full and near and _goes_on(line, after, text, how)
    return near and (say.has_open_quote(text) or text.endswith(",") or (full and _same_indent(line, after)))


def _goes_on(line: Line, after: Line, text: str, how: Print) -> bool:
    """Whether a new sentence that starts on a new line still belongs to the paragraph."""
    if text.endswith((";", ":")) and not how.parted:
        return False
    return _same_indent(line, after) and after.text.split()[:2] != text.split()[:2]


def _is_false_mark(line: Line, after: Line, full: bool) -> bool:
    """A dash or a number at the start of a line that is only the middle of a sentence."""
    if say.could_be_dash(after.text):
        return full or (line.text[-1].isdigit() and bool(_RANGE_REST.match(after.text)))
    return full and say.wants_number(line.text) and after.text[0].isdigit()


def _is_heading_change(line: Line, after: Line) -> bool:
    """From capitals to small letters or back: a heading is over, or begins."""
    before = say.is_capitals(line.text)
    now = say.is_capitals(after.text) or (before and after.text.isupper())
    if before:
        return not now and len(line.text.split()) > 1
    return now and len(after.text.split()) > 1 and not after.text.endswith((".", ";"))


def _same_indent(line: Line, after: Line) -> bool:
    return after.indent - line.indent < 2
