"""The printed lines of a head: what a narrow column broke put together, fused columns and mottoes taken apart."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz import fuzz

from ..model import Block, Document, Span
from ..patterns import lazy
from ..text import fold, squeeze
from . import names

MOTTOES = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc", "dang cong san viet nam")
# A motto spoilt by OCR is still known from this likeness on: «CQNG HOA XA HOQI …» has 94, «Poc 1ap - Tur do …» 80.
MOTTO_NEAR = 72
BEGINNING = 15  # characters: «cong hoa xa hoi», «doc lap - tu do»
BROKEN_MOTTO = lazy(r"\bch\S{1,2} nghi\S{1,2}\W*$")
MOTTO_END = lazy(r"(?:^|\s+)v\S{2,3} nam\W*$")
# A date line that a narrow column broke: «Sóc Trăng, ngày», «Hà Nội, ngày 05 tháng».
UNFINISHED_DATE = lazy(r"^[^\d]{2,30},\s*ngay(?:\s*\d*\s*thang\s*\d*)?$")
# The beginning of a place that a narrow column broke, and what it is with the next line.
UNFINISHED_PLACE = lazy(r"[^\W\d_]{2,7}(?: [^\W\d_]{2,7}){0,2}$")
PLACE_AND_DATE = lazy(r"(?:\S+ ){1,4}\S+,\s*ngay\b")


class Line(Struct, frozen=True):
    """One printed line of a block: a block of Word may hold several. `own` is how much of the text stands in the block;
    the rest was broken over to the next one."""

    block: int
    start: int
    text: str
    own: int

    def span(self, start: int, end: int) -> Span:
        return Span(self.block, self.start + min(start, self.own), self.start + min(end, self.own))

    def part(self, start: int, end: int | None = None) -> Line:
        text = self.text[start:end]
        return Line(self.block, self.start + start, text, max(0, min(len(text), self.own - start)))


def split(number: int, block: Block) -> Iterator[Line]:
    """The lines of a block, and their columns where bars hold them apart."""
    start = 0
    for text in block.text.split("\n"):
        for column in text.split("|"):
            if column.strip() or "|" not in text:
                yield Line(number, start, column, len(column))
            start += len(column) + 1


def lines(document: Document, first: int, end: int) -> Iterator[Line]:
    """The lines of the head; a date or a motto broken in a narrow column is put together again.

    Where the columns are fused too, the end of the motto is dropped: «BỘ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA ⏎ VIỆT NAM».
    """
    broken = False
    for line in _whole(document, first, end):
        folded = fold(line.text)
        rest = MOTTO_END.search(folded) if broken else None
        broken = bool(BROKEN_MOTTO.search(folded))
        if rest is None:
            yield line
        elif line.text[: rest.start()].strip(" .|"):
            yield line.part(0, rest.start())


def _whole(document: Document, first: int, end: int) -> Iterator[Line]:
    held: Line | None = None
    for number in range(first, end):
        if document.blocks[number].part not in ("body", "box"):
            continue
        for line in split(number, document.blocks[number]):
            if held is not None:
                joined = Line(held.block, held.start, f"{held.text.rstrip()} {line.text.lstrip()}", held.own)
                if _goes_on(held.text, joined.text):
                    line = joined
                else:
                    yield held
            held = line if _breaks_off(line.text) and len(line.text) < 90 else None
            if held is None:
                yield line
    if held is not None:
        yield held


def _breaks_off(text: str) -> bool:
    bare = _bare(text)
    begun = any(len(bare) >= 4 and motto.startswith(f"{bare} ") for motto in MOTTOES)
    return begun or bool(UNFINISHED_DATE.search(bare)) or _begins_place(text)


def _goes_on(line: str, joined: str) -> bool:
    """Whether a line that may be broken off really is: «CỘNG ⏎ HÒA XÃ HỘI …», «Thái ⏎ Nguyên, ngày 05 tháng 3»."""
    bare = _bare(joined)
    if UNFINISHED_DATE.search(_bare(line)) or any(bare.startswith(m) or m.startswith(bare) for m in MOTTOES):
        return True
    return _begins_place(line) and bool(PLACE_AND_DATE.match(bare))


def _begins_place(text: str) -> bool:
    """Whether a line may be the first words of a place that a narrow column broke: «Thái», «Thành phố Hồ»."""
    return bool(UNFINISHED_PLACE.match(_bare(text))) and not text.isupper() and not names.opens_name(text)


def _bare(text: str) -> str:
    return squeeze(fold(text)).strip(" *_|")


def without_mottoes(line: Line, damaged: bool) -> Iterator[Line]:
    """What is left of a line without Quốc hiệu and Tiêu ngữ: the left column, where two are fused, and what follows."""
    folded = fold(line.text)
    for motto in MOTTOES:
        found = fuzz.partial_ratio_alignment(motto, folded, score_cutoff=MOTTO_NEAR if damaged else 80)
        if found and found.dest_end - found.dest_start >= 0.7 * len(motto) and len(folded) >= 0.7 * len(motto):
            # of a motto without its end the place found is as long as the whole, and so begins too early
            words = fuzz.partial_ratio_alignment(motto[:BEGINNING], folded[found.dest_start :], score_cutoff=MOTTO_NEAR)
            start = folded.rfind(" ", 0, found.dest_start + (words.dest_start if words else 0) + 1) + 1
            if start == 0 and not damaged and names.opens_name(line.text, exact=True):
                continue  # «HỘI NÔNG DÂN VIỆT NAM» is much like «ĐẢNG CỘNG SẢN VIỆT NAM»
            left = line.text[:start]
            if left.strip(" .|"):
                yield line.part(0, len(left.rstrip()))
            end = folded.find(" ", found.dest_end - 1)
            if end > 0 and line.text[end:].strip(" .|*_"):
                lead = len(line.text[end:]) - len(line.text[end:].lstrip())
                yield from without_mottoes(line.part(end + lead), damaged)
            return
    yield line
