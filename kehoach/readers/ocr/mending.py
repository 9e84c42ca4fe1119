"""What OCR misreads time and again, put right where its neighbours tell: numerals, dates, the number line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from ...model import Block, Document
from ...patterns import lazy
from ...text import fold
from . import accents
from .again import UNREADABLE

# The number, place and date stand within so many blocks from the head of a document.
HEAD = 14
# Strokes that OCR takes for one another: «H.» and «IL.» are II. or I. before a heading.
_STROKES = str.maketrans(dict.fromkeys("l1L|!iÍÌÏỊĨỈ", "I") | dict.fromkeys("HU", "II"))
# A dot may have become the last stroke of an L, or be lost: «IIIL TIÊU CHÍ», «VIII Tổ chức thực hiện».
_HEADING = lazy(
    r"(?P<token>[IVXHLUl1|!ÍÌÏỊĨỈi]{1,5}|[IVX]{1,4}L(?=\s))"
    r"(?P<dot>\s?[.,](?=\s*[^\W\d_])|(?<=[IVX][LIVX])(?=\s+[^\W\d_]{2}))\s*"
)
# «II- NHIỆM VỤ», «II/ MỤC TIÊU»: only before capitals; of «I/» the slash alone may be left.
_DASHED = lazy(r"(?P<token>[IVXHLUl|!ÍÌÏi]{1,5}|(?=/))\s?(?P<mark>[-–/])\s*(?=[^\W\d_])")
_PART = lazy(r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?P<token>[IVXHLUl|!ÍÌÏi]{1,5})(?![^\W\d_])")
# «I. Mục đích» between «L MỤC ĐÍCH, YÊU CẦU» and «2. Yêu cầu».
_STROKE_ONE = lazy(r"[IlL|]\.\s*[^\W\d_](?=\w*[a-zà-ỹ])")
_ARABIC = lazy(r"(?P<number>\d{1,2})[.)]\s")
# «L MỤC ĐÍCH»: the dot is lost. «U MỤC ĐÍCH»: «I/» as one letter.
_LOST_DOT = lazy(r"(?P<token>[LIl|U])(?P<dot>)\s+(?=[^\W\d_]{2})")
# «B. NỘI DUNG»; and what stands for such a heading among the numerals.
_LETTER = lazy(r"[A-EĐ]\s?[.)/]\s*[^\W\d_]{2}")
PART = "§"
_VALUES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
# What it takes to believe that a numeral was misread, missed, given twice, that the numbering begins anew, or that
# letters before a dot are no numeral at all.
CHANGED, MISSED, AGAIN, ANEW, NOT_ONE = 1, 3, 2.5, 2.5, 4
# «1.» for «I.» before a «II.» that was read right.
STROKE = 0.5
EATEN = 0.25
_FIGURE = r"[\dIlÍÌ|OoS]"
# «ngày 14 thắng 4 năm 2017»
_DATE_WORDS = lazy(r"\b(ng\S{1,2}y)(\s+\d{1,2}\s+)(th\S{1,2}ng)(\s+\d{1,2}\s+)(n\S{1,2}m)(?=\s+\d{4}\b)")
_DATE = lazy(rf"(?<=ngày )({_FIGURE}\s?{_FIGURE}?)\s*(tháng) ({_FIGURE}\s?{_FIGURE}?)\s*(?=năm \d{{4}})")
_FIGURES = str.maketrans({"I": "1", "l": "1", "Í": "1", "Ì": "1", "|": "1", "O": "0", "o": "0", "S": "5", " ": ""})
_NUMBER = lazy(r"S\S{1,2}[:;.]?(?P<number>\S{0,6})\s*/\s*(?P<symbol>[A-ZĐ][A-Za-zĐđ]{1,4}\s?-.*)$")
_PURPOSE = lazy(r"\(đ[ểềêế] (b|t|p)/?([ch€e])\)")
# «118/2025NĐ-CP»: the slash before the kind of a document is lost between a figure and a capital.
_LOST_SLASH = lazy(
    r"(?<=\d)(?=(?:NĐ|NQ|QĐ|KH|TT|TTLT|CT|CTr|TB|KL|HD|BC|ĐA|TTr|QC)[-–]\s?[A-ZĐ]{2})|(?<=\d{4})(?=QH\d\d\b)"
)
# «105/2016/QHI13»: the National Assembly's number with a stroke too many.
_ASSEMBLY = lazy(r"(?<=/QH)[Il|1](?=1\d\b)")
# «30/10/202 6»: a narrow column broke the year.
_BROKEN_YEAR = lazy(r"(?<=\d/[12][09]\d) (?=\d(?!\d))|(?<=\d/[12][09]) (?=\d\d(?!\d))")
# «Kế hoạch số 3 0%1 /KH-SYT»: a number that a pen wrote, among print.
_PENNED = lazy(
    r"(?<=\bsố )(?=[^/]*[^\w\s/.,;&–-])(?P<number>\w(?:[^\s/.,;&–-]|\s(?=\S{1,4}\s?/)){1,6}?)\s?/(?=[A-ZĐ]{2,4}-[A-ZĐ])"
)
# «€) Hoàn thành», «C€) Hoàn thành».
_ITEM_C = lazy(r"\A\s*(?:[Cc]?[€¢])\)")
# «5, Giáo viên bộ môn»: the dot of a list number.
_LISTED = lazy(r"\d{1,2},(?=\s+[^\W\d_a-zà-ỹ][^\W\d_])")
_LABEL = lazy(r"s[o06]")
# The word over a plan, of which a stamp or a speck left the second half.
_KIND = lazy(r"(?:[^\w\s]{1,2}\s*)?(?:k\S{0,2}\s+)?hoach")


def mended(document: Document, scanned: set[int]) -> Document:
    """The document with the usual misreadings on the `scanned` pages put right. Nothing is invented: what cannot be
    read is shown as such."""
    blocks = list(document.blocks)
    for place in _ones(blocks, scanned):
        blocks[place] = replace(blocks[place], text=f"1{blocks[place].text[1:]}")
    for place, numeral in _numerals(blocks, scanned):
        found = _heading(blocks[place])
        assert found is not None
        mark = found.groupdict().get("mark", ".")
        blocks[place] = replace(blocks[place], text=f"{numeral}{mark} {blocks[place].text[found.end() :]}")
    for place, start, end, numeral in _parts(blocks, scanned):
        text = blocks[place].text
        blocks[place] = replace(blocks[place], text=text[:start] + numeral + text[end:])
    for place, block in enumerate(blocks):
        if block.page in scanned and block.part == "body":
            text = _DATE_WORDS.sub(_date_words, _LOST_SLASH.sub("/", block.text))
            text = _PURPOSE.sub(_purpose, _DATE.sub(_date, text))
            text = _PENNED.sub(_penned, _ASSEMBLY.sub("", text)).replace("Ñ", "N")  # «71-ÑQ/TW»
            text = _ITEM_C.sub("c)", text)
            if listed := _LISTED.match(text):
                text = f"{text[: listed.end() - 1]}.{text[listed.end() :]}"
            text = accents.righted(_BROKEN_YEAR.sub("", text))
            if place < HEAD:
                text = "KẾ HOẠCH" if text.isupper() and _KIND.fullmatch(fold(text)) else _number_line(text)
            if text != block.text:
                blocks[place] = replace(block, text=text)
    return replace(
        document, blocks=tuple(block for block in blocks if block.page not in scanned or not _is_speck(block))
    )


def _is_speck(block: Block) -> bool:
    """A letter alone on its line: a stroke of a signature, an edge of a seal."""
    return block.cell is None and sum(map(str.isalnum, block.text)) < 2 and not any(map(str.isdigit, block.text))


def _purpose(found: re.Match[str]) -> str:
    """«(đề th)» → «(để t/h)»."""
    return f"(để {found[1]}/{'c' if found[1] == 'b' else 'h'})"


def _penned(found: re.Match[str]) -> str:
    """«3 0%1 /» → «30□1/»."""
    return "".join(c if c.isdigit() else UNREADABLE for c in found["number"] if not c.isspace()) + "/"


def _ones(blocks: list[Block], scanned: set[int]) -> Iterator[int]:
    """Where «I.» was «1.» on paper: right below a heading in capitals, and the next number is «2.»."""
    for place, (above, block) in enumerate(pairwise(blocks), start=1):
        if block.page in scanned and _STROKE_ONE.match(block.text) and _mostly_capitals(above.text):
            numbers = (_ARABIC.match(other.text) for other in blocks[place + 1 :])
            if (following := next(filter(None, numbers), None)) and following["number"] == "2":
                yield place


def _numerals(blocks: list[Block], scanned: set[int]) -> Iterator[tuple[int, str]]:
    """Headings whose numeral or its dot is another than what was read, and that numeral."""
    found: list[tuple[int, str, str]] = []
    for place, block in enumerate(blocks):
        if block.page in scanned:
            if _PART.match(block.text) or _LETTER.match(block.text):
                found.append((place, PART, "."))
            elif (heading := _heading(block)) is not None:
                slash = "/" if heading.groupdict().get("mark") == "/" else ""
                found.append((place, heading["token"] + slash, heading.groupdict().get("dot", ".").strip()))
    for (place, token, dot), value in zip(found, _sequence([token for _, token, _ in found]), strict=True):
        if value and (token.rstrip("/"), dot) != (_VALUES[value], "."):
            yield place, _VALUES[value]


def _parts(blocks: list[Block], scanned: set[int]) -> Iterator[tuple[int, int, int, str]]:
    """The same for «PHẦN H»: the block, where the numeral stands in it, and what it is."""
    found = [
        (place, *part.span("token"), part["token"])
        for place, block in enumerate(blocks)
        if block.page in scanned and (part := _PART.match(block.text)) is not None
    ]
    for (place, start, end, token), value in zip(found, _sequence([token for *_, token in found]), strict=True):
        if value and token != _VALUES[value]:
            yield place, start, end, _VALUES[value]


def _heading(block: Block) -> re.Match[str] | None:
    """What looks like a Roman numeral before a heading; of figures only a lone «1» may be one."""
    if block.part != "body" or block.cell is not None:
        return None
    dashed = _DASHED.match(block.text)
    if dashed and _mostly_capitals(block.text[dashed.end() :]):
        return dashed
    undotted = _LOST_DOT.match(block.text)
    if undotted and _mostly_capitals(block.text[undotted.end() :]):
        return undotted
    found = _HEADING.match(block.text)
    token = found["token"] if found else ""
    return (
        found if found and (token == "1" or not token.isdigit()) and block.text[found.end() :][:1].isupper() else None
    )


def _mostly_capitals(title: str) -> bool:
    return sum(map(str.isupper, title)) >= 0.8 * max(4, sum(map(str.isalpha, title)))


def _sequence(tokens: list[str]) -> list[int]:
    """The values that make the tokens count I, II, III … with the least changed, 0 for a token that is no numeral.

    A slash behind a numeral eats its last stroke.

    >>> _sequence(["IL", "H", "II", "IV"]), _sequence(["1", "1", "II"]), _sequence(["I", "1", "II", "1"])
    ([1, 2, 3, 4], [1, 0, 2], [1, 0, 2, 0])
    >>> _sequence(["U", "I/", "II/", "IV/", "V/"])
    [1, 2, 3, 4, 5]
    """
    # for each value that the last numeral may have: what it took to come there, and the values so far
    ways: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for written in tokens:
        token = written.rstrip("/")
        if token == PART:  # the numbering may begin anew
            cost, values = min(ways.values(), key=lambda way: way[0])
            ways = {last: (cost, [*values, 0]) for last, (cost, values) in ways.items()} | {0: (cost, [*values, 0])}
            continue
        found: dict[int, tuple[float, list[int]]] = {}
        for last, (cost, values) in reversed(ways.items()):
            # a lone «1» is Arabic, as a rule
            steps = [(last, cost + (0 if token == "1" else NOT_ONE), 0)]
            for value in _possible(token):
                eaten = written != token and _VALUES[value] == token + "I"
                changed = 0.0 if token == _VALUES[value] else EATEN if eaten else STROKE if token == "1" else CHANGED
                steps.append((value, cost + changed + _jump(last, value), value))
            for here, total, value in steps:
                if here not in found or total < found[here][0]:
                    found[here] = (total, [*values, value])
        ways = found
    return min(ways.values(), key=lambda way: way[0])[1]


def _jump(last: int, value: int) -> float:
    """What it takes that `value` follows `last`: nothing if it is the next, little if the numbering begins anew."""
    if value == last + 1:
        return 0
    if value == 1:
        return ANEW
    return MISSED * (value - last - 1) if value > last else AGAIN


def _possible(token: str) -> set[int]:
    """The values that a token may stand for: as read, with a stroke more or less, or with its dot read as an L."""
    if token == "1":
        return {1}
    if not token:
        return set(range(1, 11))
    strokes = token.translate(_STROKES)
    found = {_VALUES.index(strokes[:-1])} if token[-1] == "L" and strokes[:-1] in _VALUES[1:] else set()
    if strokes not in _VALUES[1:]:
        return found | ({3, 4} if strokes == "IIII" else set())
    value = _VALUES.index(strokes)
    if strokes.endswith("I"):
        found |= {other for other in (value - 1, value + 1) if other % 5 in (1, 2, 3) and other > 0}
    return found | {value}


def _date_words(found: re.Match[str]) -> str:
    day, month, year = (fold(found[group]) for group in (1, 3, 5))
    if (day, month, year) != ("ngay", "thang", "nam"):
        return found[0]
    return f"ngày{found[2]}tháng{found[4]}năm"


def _date(found: re.Match[str]) -> str:
    """«Í 7tháng I1» → «17 tháng 11 », if that is a day and a month."""
    day, month = found[1].translate(_FIGURES), found[3].translate(_FIGURES)
    if not (0 < int(day) <= 31 and 0 < int(month) <= 12):
        return found[0]
    return f"{day} {found[2]} {month} "


def _number_line(text: str) -> str:
    """«Sóz?@4|/KH-SYT» → «Số: □□4□/KH-SYT»: the label is print, the number a pen wrote."""
    found = _NUMBER.match(text)
    if not found or not _LABEL.match(fold(text)):
        return text
    number = "".join(c if c.isalnum() else UNREADABLE for c in found["number"].lstrip(":;.z-_ "))
    return f"Số: {number}/{found['symbol']}"
