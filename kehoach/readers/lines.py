"""The printed lines of a text file, and what a line says by itself: a list mark, a heading, a sentence that ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge import table
from ..model import Cell
from ..patterns import lazy
from ..text import CAPITAL, SMALL, fold, likeness

# A likeness above this is the motto, however badly the scan was read.
MOTTO_LIKENESS = 65
# A line of «Nơi nhận», of the signature or of the letterhead is narrow, half a page at most.
HALF_PAGE = 60
# A line is in capitals when so many of its letters are.
CAPITALS = 0.85
# A table in plain text has so many at least; two beside each other may be a letterhead.
FEWEST_COLUMNS, FEWEST_ROWS = 3, 2
# The letterhead is over after so many lines.
LETTERHEAD = 12


class Line(Struct, frozen=True):
    """One printed line, stripped. `gap` counts the blank lines before it, `indent` its leading spaces.

    `top` is true of the first line of a page, where the file tells (form feed).
    `alone` keeps it from being joined to the line before (True for headings, columns, cells), `closed` from being
    joined to the line after. `overflow` is true if its first word would not have fitted on the line before, None where
    nobody knows (only a PDF or a scan tells).
    """

    number: int
    text: str
    gap: int = 0
    indent: int = 0
    top: bool = False
    alone: bool = False
    closed: bool = False
    cell: Cell | None = None
    overflow: bool | None = None


_BULLET = r"[-–—−+•●○◦▪■□◆➢➤✓✔*~_°»›·]"
_MARK = lazy(
    rf"""(?:
      {_BULLET}+\s*(?=[^\W\d])             # - Phát huy, -Phát huy, ~ b)
    | {_BULLET}+\s+(?=\S)                  # - “Đơn vị học tập”, - 01 bản
    | [oe]\s+(?={CAPITAL})                 # what a scan makes of a round bullet
    | [IVXl1|]{{1,5}}\s?[.)]\s*(?=[^\W\d_])  # II. NỘI DUNG, I1. NOI DUNG
    | \d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)]\s*(?=[^\W\d]|["“'(])   # 1. Mục đích, 1.1. Yêu cầu
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\s+(?={CAPITAL})            # 1.1 Yêu cầu
    | \d{{1,2}}[.)]\s+(?=\d+(?:,\d+)?\s?%|0\d\s+{SMALL})     # 2. 100% trường học, 3. 02 lớp
    | \(?(?:[^\W\d_]|[ivx]{{1,4}})\)         # a), (a), đ), (iii)
    | [^\w\s(“"]\)\s                         # ¢), a badly read c)
    | \(?\d{{1,2}}\)\s                      # 1), (1)
    | (?:{CAPITAL}|{SMALL})\.\s+(?=\w|["“])            # a. Tờ trình, b. 100% trường học
    )""",
    re.VERBOSE,
)
_NUMBERED = lazy(r"(?:[IVX]{1,5}|\d{1,2})\.\s*[^\W\d_]")
_LOWER_BULLET = lazy(rf"[-–]\s+(?:{SMALL}|\d)|[-–]\d")
_COUNT = lazy(rf"\d[\d./-]*%?\s+{SMALL}")
_DATE_OR_CODE = lazy(
    rf"\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?\d{{4}}\b|\d{{1,2}}/\d{{1,2}}(?![\d/])|\d{{1,5}}\s?/\s?(?:\d{{4}}\s?/\s?)?{CAPITAL}{{2}}"
)
# «UBND XÃ XUÂN MAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA», and on the next line «… VIỆT NAM»
_BROKEN_MOTTO = lazy(r"\bc\S{2,3}g ho\S{1,2} x\S{1,2} h\S{1,3} ch\S{1,2} nghi\S{1,2}\W*$")
# «Căn cứ» as scans have it: «Can ct?», «Can ctr»
_SPOILT_BASIS = lazy(r"can c[utri?1]{1,3}\s")
_ENDED = lazy(r"[.;:!?…](?:[”\"')\]]|\s)*$")
_RULE = lazy(r"[-_=*–—~]{3,}$")
_GAP = lazy(r"\s{2,}|\t")
_WIDE_GAP = lazy(r"\s{3,}|\t")
_DATE = lazy(r"[^/\d]{2,40}?,?\s*ng\S{1,3}\s.{0,6}\s*th\S{2,4}\s.{0,6}\s*n\S{1,3}\b")


def split(source: str) -> list[Line]:
    """The lines of a file that carry text; a form feed is where a page begins."""
    found: list[Line] = []
    gap = 0
    top = False
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", source), start=1):
        top = top or "\f" in raw
        text = raw.replace("\f", " ").expandtabs(8) if not raw.strip() else raw.replace("\f", "")
        if not text.strip() or _RULE.match(text.strip()):
            gap += 1
            continue
        indent = len(text) - len(text.lstrip())
        found.append(Line(number, text.strip(), gap, indent, top))
        gap, top = 0, False
    return found


def rows(lines: list[Line]) -> Iterator[Line]:
    """Lines with their cells apart where they stand as a table in plain text: «TT | Nội dung | Chủ trì | Thời gian»."""
    tables = start = 0
    while start < len(lines):
        cells = _cells(lines[start])
        end = start + 1
        while cells and end < len(lines) and not lines[end].gap and len(_cells(lines[end])) == len(cells):
            end += 1
        if len(cells) < FEWEST_COLUMNS or end - start < FEWEST_ROWS:
            yield from lines[start:end]
        else:
            tables += 1
            for row, line in enumerate(lines[start:end], start=1):
                for column, words in enumerate(_cells(line), start=1):
                    if words:
                        yield replace(line, text=words, alone=True, closed=True, cell=Cell(tables, row, column))
        start = end


def _cells(line: Line) -> list[str]:
    text = line.text
    if "|" not in text or line.cell:
        return []
    if text.startswith("|"):  # a stroke on both sides
        text = text[1:].removesuffix("|")
    return [words.strip() for words in text.split("|")]


def columns(lines: list[Line]) -> Iterator[Line]:
    """Lines that hold two columns (letterhead; recipients beside the signature), as two lines each."""
    recipients = False
    for count, line in enumerate(lines):
        recipients = in_recipients(recipients, line.text)
        gap = None
        if recipients:
            gap = _WIDE_GAP.search(line.text)
        elif count < LETTERHEAD:
            gap = next((g for g in _GAP.finditer(line.text) if _is_right_column(line.text[g.end() :])), None)
        if gap is None:
            yield line
        else:
            yield replace(line, text=line.text[: gap.start()], closed=True)
            yield replace(line, text=line.text[gap.end() :], gap=0, top=False, alone=True, closed=True)


def _is_right_column(text: str) -> bool:
    if len(text) > HALF_PAGE:
        return False
    return any(likeness(text, motto, MOTTO_LIKENESS) > MOTTO_LIKENESS for motto in _known("mottoes")) or is_date_line(
        text
    )


def is_date_line(text: str) -> bool:
    """«Hải Phòng, ngày 31 tháng 01 năm 2024», with blanks or badly read."""
    return bool(_DATE.match(fold(text)))


def is_mark(text: str) -> bool:
    """Whether a line begins as an item or a numbered heading does."""
    return bool(_MARK.match(text))


def could_be_dash(text: str) -> bool:
    """Whether a dash at the start may be the middle of «2023 - 2030» or «chính trị - xã hội»."""
    return bool(_LOWER_BULLET.match(text))


def opens(text: str) -> bool:
    """Whether a line begins a part of a document whatever stands before it."""
    return (text[0].isupper() and fold(text).startswith(_known("openers"))) or is_motto(text)


def starts_sentence(text: str) -> bool:
    """Whether a line begins with words that have a capital only at the start of a sentence."""
    folded = fold(text) if text[0].isupper() else ""
    return folded.startswith(_known("sentence_starts")) or _SPOILT_BASIS.match(folded) is not None


def breaks_motto(text: str) -> bool:
    """Whether a line has the motto beside the name of who issues, but not its last words: so has the next line."""
    m = _BROKEN_MOTTO.search(fold(text)) if len(text) < 2 * HALF_PAGE else None
    return m is not None and any(c.isalpha() for c in text[: m.start()])


def is_motto(text: str) -> bool:
    return len(text) < HALF_PAGE and any(likeness(text, motto, 85) > 85 for motto in _known("mottoes"))


def is_recipients(text: str) -> bool:
    """«Nơi nhận:», read well or badly."""
    head, colon, _ = text.partition(":")
    least = MOTTO_LIKENESS if colon else 85
    return len(head) < 14 and likeness(head, "Nơi nhận", least) > least


def in_recipients(before: bool, text: str) -> bool:
    """Whether this line stands in the list of recipients, given whether the one before did.

    The list is over where an appendix begins: with a heading, a letterhead, or a line of running text.
    """
    if is_recipients(text):
        return True
    return before and not (is_motto(text) or _NUMBERED.match(text) or (len(text) > HALF_PAGE and text[0] not in "-–+"))


def wants_number(text: str) -> bool:
    """Whether a line ends in a word after which a number must come («tháng», «khoản»)."""
    return re.sub(r".*\s", "", fold(text)) in _known("before_numbers")


@cache
def _known(name: str) -> tuple[str, ...]:
    return tuple(table("lines")[name])


def is_ended(text: str) -> bool:
    """Whether a sentence, or an item of a list, ends with this line."""
    return bool(_ENDED.search(text))


@lru_cache(maxsize=1024)
def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals; a scan may get a letter or two wrong."""
    capitals = sum(map(str.isupper, text))
    return capitals > 3 and capitals >= CAPITALS * (capitals + sum(map(str.islower, text)))


def first_word(text: str) -> str:
    return text.split(maxsplit=1)[0]


def starts_lower(text: str) -> bool:
    """Whether a line begins in the middle of a sentence: with a small letter, or a sign that closes something."""
    first = text[1:2] if text[0] in "(“" and not text[1:2].isdigit() else text[0]
    return first.islower() or text[0] in ",;.)”]…%"


def starts_with_count(text: str) -> bool:
    """«62 học sinh đang theo học …»: a number and a small letter, the middle of a sentence more often than not."""
    return bool(_COUNT.match(text))


def starts_with_number(text: str) -> bool:
    """«18/4/2022 của …», «04/9.», «77/KH-UBND …»: a date or a code, whose «ngày» or «số» stands on the line before."""
    return bool(_DATE_OR_CODE.match(text))


def has_open_quote(text: str) -> bool:
    return text.rfind("“") > text.rfind("”")
