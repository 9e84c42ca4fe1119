"""The head of a document: who issues it, number, place and date, kind and title; two columns may be fused in a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct, field
from rapidfuzz import fuzz

from ..knowledge import table
from ..model import Document, Found, Span, Symbol, When
from ..patterns import lazy
from ..text import CAPITAL, SMALL, fold, squeeze
from . import dates, marks, names, printed, title
from .citations import own_symbol
from .printed import Line
from .title import NOISE, OPENING

# What a scan makes of a rule or a stamp beside a name in capitals: «HUYỆN PHỤNG HIỆP kiody)».
SPECKS = lazy(rf"(?:\s+[^\w\s]*{SMALL}+[^\w\s]*)+$")
# What the Youth Union writes where others have their motto, beside the name of the body that issues.
FUSED_UNION = lazy(r"(?<=[^\W_])(?P<gap>\s+)doan (?:tncs|thanh nien cong san) h\S chi minh\W*$")
UNION = ("doan tncs ho chi minh", "doan thanh nien cong san ho chi minh")
# An item of a list is no line of place and date.
LISTED = lazy(r"\s*[-–+•]\s+[^\W\d_]")
# «Ngày: 07/3/2026» in the stamp of who received the document.
ARRIVAL = lazy(r"(?:den\W+)?ngay\b")
# «BCH ĐOÀN XÃ BÌNH MINH ⇥ Bình Minh, ngày 02 …»: the name of who issues, and beside it place and date.
BESIDE_DATE = lazy(
    rf"(?P<name>(?:[^\W\da-z]|[\s.,&()–-])+?)(?:\t\s*|\s{{3,}})(?={CAPITAL}\w*{SMALL}[^\d\t]*,\s*[Nn]gày\b)"
)
# «Quận 10, ngày …»: the only places that are called by a number.
NUMBERED_PLACE = lazy(r"\b(?:quan|phuong|khu|khu pho|thon|to|ap|khom)\s[0-9]{1,2}$")
# «K Ế  H O Ạ C H», its letters spaced out.
SPACED = lazy(r"k e\s+h o a c h$")
# The kind with what else may stand in its line and is no title.
DRESSED = lazy(r"(?:\(?du thao\)?\s+)?ke hoach(?:\s+(?:lien tich|lien nganh|phoi hop))?(?:\s+\(?du thao\)?)?$")
PROMULGATING = ("QĐ", "NQ")
PROGRAMME = lazy(r"\W*(?P<kind>chuong trinh(?: hanh dong)?)(?: cua chinh phu)?\W*$")
# «KẾ HOẠCH Thực hiện công tác …»; as the first line of all «Kế hoạch Cải cách hành chính năm 2022» too.
ENTITLED = lazy(r"\W*(?P<kind>KẾ HOẠCH|(?P<small>Kế hoạch))\s+(?!này\b)(?=[^\W\d_]{2})[^;/]{8,220}[^.;:,]$")
PLAIN_KIND_LINES = 16
# A title whose «KẾ HOẠCH» is lost goes on with no name.
MATTER = lazy(r"\W*(?:phong,? chong|thuc hien|trien khai|tang cuong)\b")
NAME_LINES = 4
LONGEST_PLACE = 40


class Head(Struct):
    """What the head of a document says; `body` is the first block after the title."""

    kind: Found[str] | None = None
    number: Found[Symbol] | None = None
    date: Found[When] | None = None
    place: Found[str] | None = None
    agencies: list[Found[str]] = field(default_factory=list)
    title: Found[str] | None = None
    body: int = 0
    promulgated: int | None = None  # the first block of the decision that promulgates a plan, below its own head


def read(document: Document) -> Head:
    """Read the head. Nothing is invented: what is not there stays None."""
    head = Head()
    at = kind_line(document)
    if at:
        (block, abbreviation, start, end, title_at), upper = at
        head.kind = Found(abbreviation, Span(block, start, end))
        head.title, head.body = title.read(document, block, title_at, decides=abbreviation in PROMULGATING)
        head.promulgated = upper + 1 if upper < block else None
    else:
        upper = head.body = _first_heading(document)
    pieces = [
        piece for line in printed.lines(document, 0, upper) for piece in printed.without_mottoes(line, document.damaged)
    ]
    rest = _number_place_date(head, pieces, document.damaged)
    head.agencies = _agencies(rest, document)
    return head


KindLine = tuple[int, str, int, int, int]


def kind_line(document: Document) -> tuple[KindLine, int] | None:
    """The line that names the kind, and the block before which the head stands.

    A line is (block, abbreviation, start, end, offset at which the title goes on or -1). In a decision that promulgates
    a plan the plan is meant; the head is the decision's.
    """
    found = list(_kind_lines(document)) or list(_plain_kind_lines(document))
    if not found:
        return None
    plan = None
    if found[0][1] in PROMULGATING:
        plan = next((line for line in found if line[1] == "KH"), None) or _programme(document, found[0][0])
    return plan or found[0], found[0][0]


def _programme(document: Document, head: int) -> KindLine | None:
    """«CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ» alone on a line, below the articles that promulgate it."""
    for number, block in enumerate(document.blocks[head + 1 :], head + 1):
        if block.part not in ("body", "box"):
            return None
        if "CHƯƠNG TRÌNH" in block.text and (m := PROGRAMME.match(fold(block.text))):
            return number, "CTr", *m.span("kind"), -1
    return None


def _kind_lines(document: Document) -> Iterator[KindLine]:
    for number, block in enumerate(document.blocks):
        if block.part not in ("body", "box"):
            break
        for line in printed.split(number, block):
            if not marks.in_capitals(line.text, 0.7):
                continue
            folded = squeeze(fold(line.text).strip(" .:*#_|-"))
            if len(folded) < 4:
                continue
            if SPACED.match(folded) or DRESSED.match(folded):
                folded = "ke hoach"
            for word, abbreviation in _kinds().items():
                begin = fold(line.text).find(word[:2])
                if folded == word or (
                    document.damaged and len(folded) < len(word) + 3 and fuzz.ratio(folded, word) >= 85
                ):
                    end = line.start + len(line.text.rstrip(" .:*"))
                    yield number, abbreviation, line.start + max(begin, 0), end, -1
                elif abbreviation == "KH" and folded.startswith(word + " ") and len(folded) < 250:
                    begin = fold(line.text).find(word)
                    if begin >= 0 and not own_symbol(line.text):
                        end = line.start + begin + len(word)
                        yield number, abbreviation, line.start + begin, end, end


def _plain_kind_lines(document: Document) -> Iterator[KindLine]:
    """«Kế hoạch» alone on a line near the top, where no kind stands in capitals, or with the title in its line."""
    for number, block in enumerate(document.blocks[:PLAIN_KIND_LINES]):
        for line in printed.split(number, block):
            if squeeze(fold(line.text).strip(" .:*#_|-")) == "ke hoach":
                yield number, "KH", line.start, line.start + len(line.text.rstrip(" .:*")), -1
            elif (m := ENTITLED.match(line.text)) and (not m["small"] or _below_head(document, number)):
                yield number, "KH", line.start + m.start("kind"), line.start + m.end("kind"), line.start + m.end("kind")


def _below_head(document: Document, number: int) -> bool:
    """Whether a line stands right below place and date, or is the first of a text with numbered headings."""
    if not number:
        return _first_heading(document) < len(document.blocks)
    above = document.blocks[number - 1].text
    return len(above) < 2 * LONGEST_PLACE and next(dates.find(above), None) is not None


@cache
def _kinds() -> dict[str, str]:
    """The words for the kinds of documents of the State, folded, and their abbreviations."""
    return {fold(row["word"]): row["abbreviation"] for row in table("kinds")["kind"] if "state" in row["forms"]}


def _first_heading(document: Document) -> int:
    for number, block in enumerate(document.blocks):
        mark = marks.of(block, document.damaged)
        if mark and mark.style in ("roman", "part", "upper", "decimal.") and mark.values == (1,):
            return number
        if OPENING.match(fold(block.text)) and len(block.text) > 80:
            return number
    return min(len(document.blocks), 12)


def _number_place_date(head: Head, pieces: list[Line], damaged: bool) -> list[Line]:
    """Take number, place and date out of the pieces; return what is left for the agencies."""
    rest: list[Line] = []
    for piece in pieces:
        if (beside := BESIDE_DATE.match(piece.text)) and marks.in_capitals(beside["name"], 0.9):
            rest.append(piece.part(0, beside.end("name")))
            piece = piece.part(beside.end())
        text, offset = piece.text, 0
        if head.number is None and (own := own_symbol(text)):
            symbol, start, end = own
            head.number = Found(symbol, piece.span(start, end))
            before, offset = text[:start], end
            if len(before.strip(" .…:|_")) > len("Số"):
                rest.append(piece.part(0, start))
        tail = text[offset:]
        when = next(iter(dates.find(tail, damaged)), None)
        if when and head.date is None and _dateline(tail, when[1]):
            value, start, end = when
            head.date = Found(value, piece.span(offset + start, offset + end))
            place = tail[:start]
            bare = place.strip(" ,.|:-_\t")
            if bare and any(c.isalpha() for c in bare):
                at = offset + place.find(bare)
                head.place = Found(names.natural(bare, damaged), piece.span(at, at + len(bare)))
        elif not offset:
            rest.append(piece)
    return rest


def _dateline(text: str, start: int) -> bool:
    """Whether what stands before a date is nothing or the name of a place: «Hải Phòng, »."""
    if LISTED.match(text):
        return False
    before = text[:start].strip(" ,.|:-_\t\"'")
    bare = NUMBERED_PLACE.sub("", fold(before))
    if ARRIVAL.match(bare):
        return False
    return len(before) <= LONGEST_PLACE and len(before.split()) <= 7 and not any(c.isdigit() for c in bare)


def _agencies(lines: list[Line], document: Document) -> list[Found[str]]:
    """The bodies named in the head, top down: a line that does not open a name continues the one before."""
    groups: list[list[Line]] = []
    exact = not (document.damaged or document.ocr)
    for line in lines:
        line = _without_union(line)
        if document.ocr and (specks := SPECKS.search(line.text)) and line.text[: specks.start()].isupper():
            line = line.part(0, specks.start())
        text = line.text.strip(" *#_|.-–\t")
        if NOISE.match(fold(text)) or sum(c.isalpha() for c in text) < 2 or len(text) > 120:
            continue
        if OPENING.match(fold(text)) or (
            groups and (fold(text).startswith(tuple(_kinds())) or MATTER.match(fold(text)))
        ):
            break
        if exact and (mark := marks.parse(text)) and mark.style == "roman":  # a text without a head
            break
        if groups and _is_union(text, exact):
            continue
        opens = names.opens_name(text, exact) and not line.text.lstrip().startswith(("-", "–"))
        if groups and (not opens or names.breaks_off(groups[-1][-1].text)):
            alike = marks.in_capitals(text, 0.6) or not marks.in_capitals(groups[-1][0].text, 0.6)
            if alike and len(groups[-1]) < NAME_LINES:
                groups[-1].append(line)
        elif groups or opens or marks.in_capitals(text, 0.75):
            groups.append([line])
    return [_joined(group, document.damaged) for group in groups]


def _without_union(line: Line) -> Line:
    """The left column of a line fused with the motto of the Youth Union: «TỈNH ĐOÀN PHÚ THỌ ĐOÀN TNCS HỒ CHÍ MINH»."""
    m = FUSED_UNION.search(fold(line.text))
    if m and ("doan" in fold(line.text[: m.start()]) or len(m["gap"]) > 1 or "\t" in m["gap"]):
        return line.part(0, m.start())
    return line


def _is_union(text: str, exact: bool) -> bool:
    """Whether a line is the motto of the Youth Union, maybe spoilt: «ĐOÀN TNCS HÒ CHÍ MINH»."""
    return any(fuzz.ratio(fold(text).strip(" .*_|"), name) >= (97 if exact else 85) for name in UNION)


def _joined(group: list[Line], damaged: bool) -> Found[str]:
    first, last = group[0], group[-1]
    text = squeeze(" ".join(line.text.strip(" *#_|.\t") for line in group))
    same = [line for line in group if line.block == first.block]
    lead = len(first.text) - len(first.text.lstrip(" *#_|.\t"))
    end = same[-1].start + len(same[-1].text.rstrip(" *#_|\t")) if same else last.start
    return Found(names.natural(text, damaged), Span(first.block, first.start + lead, end))
