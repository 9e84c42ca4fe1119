"""What stands around a block and speaks for it: the heading above, row and column of its table, the line before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..knowledge import table
from ..model import Block, Document, Section
from ..patterns import lazy
from ..text import fold
from . import duties
from .moments import Moment

ONE_YEAR = lazy(r"nam\s+(?:hoc\s+)?((?:19|20)[0-9]{2})(?:\s*-\s*((?:19|20)[0-9]{2}))?")
# «báo cáo năm 2025» is written in January 2026: its year is not that of the date.
REPORT_OF_YEAR = lazy(r"bao cao[^.;]{0,60}nam\s+(?:19|20)[0-9]{2}")
# «Báo cáo gửi UBND xã», «Hồ sơ nộp về Sở»: what comes of the work is sent.
SENT = lazy(r"\b(?:gui|nop|trinh)\b")
# A block this long that ends without a full stop was broken by a page.
LONG = 60


def chain(number: int, sections: Sequence[Section]) -> list[Section]:
    """The sections around a block, outermost first."""
    for section in sections:
        if section.block <= number <= section.last_block:
            return [section, *chain(number, section.children)]
    return []


def owner(number: int, sections: Sequence[Section], damaged: bool) -> str | None:
    """The body whose heading stands above: «2. Phòng Giáo dục và Đào tạo»."""
    for section in reversed(chain(number, sections)):
        if section.level > 1 and duties.grammar(damaged).sender_first.match(fold(section.title)):
            return duties.restored(section.title) if damaged else section.title
    return None


def above(document: Document, number: int, sections: Sequence[Section]) -> list[str]:
    """The line before a block where it ends with a colon, then the headings above, nearest first.

    The opening, «… xây dựng kế hoạch như sau:», says nothing of the first section.
    """
    titles = [section.title for section in reversed(chain(number, sections)) if section.block != number]
    before = document.blocks[number - 1].text if number and not (sections and number == sections[0].block) else ""
    return [before, *titles] if before.rstrip().endswith(":") else titles


def context(document: Document, number: int, moment: Moment, sections: Sequence[Section]) -> str:
    """What says the purpose of a time that stands alone, folded: its row and column, or the line or heading above.

    A heading speaks for a limit or a period only, not for each day in a timetable below it.
    """
    if document.blocks[number].cell:
        return fold(" . ".join(_row(document, number)))
    near = above(document, number, sections)[:1]
    if moment.relation in ("before", "by") or moment.until or (near and near[0].rstrip().endswith(":")):
        return fold(" . ".join(near))
    return ""


def carried(document: Document, number: int) -> str:
    """The last sentence of the block before, folded, where it is not ended: a page or a line broke it."""
    if number == 0 or document.blocks[number].cell:
        return ""
    before = fold(document.blocks[number - 1].text).rstrip()
    goes_on = document.blocks[number].text.lstrip()[:1].islower() or len(before) > LONG
    if not before[-1:].isalpha() or document.blocks[number - 1].text.isupper() or not goes_on:
        return ""
    return re.split(r"[.;](?=\s)", before)[-1] + " "


def year(document: Document, number: int, sentence: str, sections: Sequence[Section]) -> int | None:
    """The year meant where a date has none: of its sentence, the head of its column, a heading above."""
    if not REPORT_OF_YEAR.search(sentence) and (found := _only_year(sentence)):
        return found
    titles = (column_head(document, number), *above(document, number, sections))
    return next((found for title in titles if (found := _only_year(fold(title)))), None)


def title_year(blocks: Sequence[Block]) -> int | None:
    """The one year that the head and the title name: «… năm 2026», «năm học 2025 - 2026»."""
    years: set[str] = set()
    for block in blocks:
        folded = fold(block.text)
        if "/" not in folded and "thang" not in folded and "giai doan" not in folded:
            years |= {m[1] for m in ONE_YEAR.finditer(folded)}
    return int(years.pop()) if len(years) == 1 else None


def _only_year(folded: str) -> int | None:
    years = {m[1] for m in ONE_YEAR.finditer(folded) if not m[2]}
    return int(years.pop()) if len(years) == 1 else None


def _row(document: Document, number: int) -> Iterator[str]:
    """The other cells of the same row, and the head of the same column.

    What comes of the work («Sản phẩm: Báo cáo đánh giá») does not say that it has to be sent.
    """
    here = document.blocks[number]
    if here.cell is None:
        return
    around = _table(document, number)
    heads = {b.cell.column: fold(b.text) for b in around if b.cell and b.cell.row == 1}
    for other in around:
        if other.cell and other is not here and other.cell.row == here.cell.row:
            head = heads.get(other.cell.column, "")
            if not any(word in head for word in table("assignments")["columns"]["product"]) or SENT.search(
                fold(other.text)
            ):
                yield other.text
    yield heads.get(here.cell.column, "") if here.cell.row > 1 else ""


def column_head(document: Document, number: int) -> str:
    cell = document.blocks[number].cell
    if cell is None or cell.row == 1:
        return ""
    heads = (b.text for b in _table(document, number) if b.cell and (b.cell.row, b.cell.column) == (1, cell.column))
    return " ".join(heads)


def _table(document: Document, number: int) -> Sequence[Block]:
    """The blocks of the table around a block."""
    blocks, cell = document.blocks, document.blocks[number].cell

    def same(other: Block) -> bool:
        return cell is not None and other.cell is not None and other.cell.table == cell.table

    first = last = number
    while first > 0 and same(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and same(blocks[last + 1]):
        last += 1
    return blocks[first : last + 1]
