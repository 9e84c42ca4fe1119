"""Every dated expression of a plan: what it is about, and for a duty to report, who has to send it to whom.

Dates of cited documents and the plan's own date line are not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import cast

from ..model import Block, Citation, Deadline, Document, Every, Found, Relation, Section, Span, Subject, When
from ..text import fold
from . import dates, duties, moments
from .moments import Moment
from .numberline import own_symbol

# A block without any of these (folded) has no date worth a look.
SIGNS = ("ngay", "thang", "nam 20", "quy", "/20", "tu 20", "truoc", "hang", "hoc k", "nam hoc", "thoi gian", "thoi han", "trong vong", "moi nam")
# «Hà Nội, ngày 28 tháng 4 năm 2026», alone or behind the number line.
DATE_LINE = re.compile(r"^[^\d,;:]{0,30},\s*(?:ngay|n[gq9]\S{1,4})\s*[0-9.…\s]*\s*t\S{3,4}\s*[0-9.…\s]*n\S{1,3}\s*[0-9.…]*\s*$")
# A date right behind the name of a law or the word for a meeting is that document's.
CITED = re.compile(
    r"(?:luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|ket luan|thong bao|cong van|to trinh|cong dien|van ban)"
    r"(?:\s(?!truoc|den\s|tu\s|trong)[^\s.;:]+){0,24}\s*[,(]?\s*$"
)
FOLLOWED = re.compile(r"\s*,?\s*cua\s+(?:ubnd|uy ban|bo |so |thu tuong|chinh phu|quoc hoi|hdnd|hoi dong|ban |thanh uy|tinh uy|chu tich)")
ONE_YEAR = re.compile(r"nam\s+(?:hoc\s+)?((?:19|20)[0-9]{2})(?:\s*-\s*((?:19|20)[0-9]{2}))?")
REPORT_OF_YEAR = re.compile(r"bao cao[^.;]{0,60}nam\s+(?:19|20)[0-9]{2}")
RHYTHM = re.compile(
    r"(?<!\w)(?:dinh ky\s+)?(?:hang|moi)\s+(?P<unit>nam|quy|thang|tuan)(?!\w)"
    r"|(?:dinh ky|bao cao)\s+(?P<half>(?:0?6|sau)\s+thang)|bao cao\s+nam(?!\s*[0-9])"
)
# Limits without a day of their own.
OTHER = re.compile(
    r"(?<!\w)(?:(?P<by>(?:cuoi|ket thuc)\s+(?:hoc (?:ky|ki)\s+(?:i{1,2}|1|2)|nam hoc|nam(?!\s*(?:hoc\s*)?20)))"
    r"|(?P<during>trong (?:vong|thoi han)\s+[0-9]+\s+(?:gio|ngay|thang)(?:\s+lam viec)?)|(?P<after>sau\s+[0-9]+\s+(?:thang|ngay|nam)\s+ke tu)"
    r"|(?P<on>(?:theo|dung)\s+(?:dung\s+)?thoi (?:gian|han)\s+(?:quy|qui) dinh))(?!\w)"
)


def find(
    document: Document,
    citations: Sequence[Found[Citation]] = (),
    issued: date | None = None,
    sections: Sequence[Section] = (),
) -> Iterator[Found[Deadline]]:
    """The dated expressions of the body and its appendices, in reading order."""
    cited: dict[int, list[Span]] = {}
    for found in citations:
        cited.setdefault(found.span.block, []).append(found.span)
        if found.value.when:
            cited[found.span.block].append(found.value.when.span)
    first = sections[0].block if sections else 0
    title_year = _title_year(document.blocks[: first or 16], issued)
    for number, block in enumerate(document.blocks):
        if number < first or block.part in ("header", "footer"):
            continue
        folded = fold(block.text)
        if not any(sign in folded for sign in SIGNS) and not document.damaged:
            continue
        if folded.startswith("can cu ") or DATE_LINE.match(folded) or own_symbol(block.text):
            continue
        yield from _in_block(document, number, folded, cited.get(number, ()), issued, title_year, sections)


def _in_block(
    document: Document, number: int, folded: str, cited: Iterable[Span], issued: date | None, title_year: int | None, sections: Sequence[Section]
) -> Iterator[Found[Deadline]]:
    text, damaged = document.blocks[number].text, document.damaged
    places = tuple(cited)
    dated = False
    for moment in moments.find(text, damaged):
        if any(span.start < moment.end and moment.start < span.end for span in places) or _is_cited(folded, moment):
            continue
        above = _above(document, number, sections)
        around = duties.sentence(folded, moment.start, moment.end)
        context = _context(document, number, moment, above)
        carried = _carried(document, number) if around.start == 0 else ""
        subject = duties.subject(folded, moment, around, carried, context, damaged) or "milestone"
        moment_year = moment.year or _year(document, number, folded, moment, around, above, title_year, issued)
        yield Found(
            _deadline(document, number, text, folded, moment, moment_year, subject, around, sections),
            Span(number, moment.start, moment.end),
        )
        dated = True
    if not dated:
        yield from _undated(document, number, text, folded, sections)


def _deadline(
    document: Document,
    number: int,
    text: str,
    folded: str,
    moment: Moment,
    year: int | None,
    subject: Subject,
    around: duties.Sentence,
    sections: Sequence[Section],
) -> Deadline:
    due = subject in ("report", "dossier")
    whom = duties.recipient(text, folded, around, moment, document.damaged) if due else None
    who = duties.sender(text, folded, around, moment, document.damaged) if subject != "milestone" else None
    every = moment.every
    if every is None and year is None and moment.day and (rhythm := RHYTHM.search(folded, around.start, around.end)):
        every = moments.EVERY[rhythm["unit"]] if rhythm["unit"] else "year"  # «báo cáo 6 tháng trước ngày 10/6»: each June
    until = moment.until
    return Deadline(
        day=moment.day,
        month=moment.month,
        year=year,
        quarter=moment.quarter,
        date=dates.made(moment.day, moment.month, year).value,
        every=every,
        relation=moment.relation,
        subject=subject,
        sender=who or (_owner(number, sections, document.damaged) if due else None),
        recipient=whom[0] if whom else None,
        until=_until(until, year) if until else None,
        recipient_span=Span(number, whom[1], whom[2]) if whom else None,
    )


def _until(until: Moment, year: int | None) -> When:
    return dates.made(until.day, until.month, until.year or year)


def _is_cited(folded: str, moment: Moment) -> bool:
    """Whether a date belongs to a document named without a number: «Luật Xây dựng ngày 18/6/2014»."""
    if moment.day is None or moment.relation not in ("on",) or moment.until:
        return False
    if FOLLOWED.match(folded, moment.end):
        return True
    before = folded[max(0, moment.start - 160) : moment.start]
    cut = max(before.rfind("; "), before.rfind(". "))
    return CITED.search(before[cut + 1 :]) is not None


def _undated(document: Document, number: int, text: str, folded: str, sections: Sequence[Section]) -> Iterator[Found[Deadline]]:
    """A duty that comes round without a day: «Báo cáo định kỳ hằng năm kết quả … về Sở»."""
    for m in sorted((*RHYTHM.finditer(folded), *OTHER.finditer(folded)), key=lambda m: m.start()):
        relation = cast(Relation, m.lastgroup) if m.re is OTHER else "during"
        moment = Moment(m.start(), m.end(), every=_rhythm(m) if m.re is RHYTHM else None, relation=relation)
        around = duties.sentence(folded, *m.span())
        subject = duties.subject(folded, moment, around, "", "", document.damaged)
        if subject in ("report", "dossier", "review") or (subject and m.re is OTHER):
            deadline = _deadline(document, number, text, folded, moment, None, subject, around, sections)
            yield Found(deadline, Span(number, *m.span()))
            return


def _rhythm(m: re.Match[str]) -> Every:
    return moments.EVERY[m["unit"]] if m["unit"] else "half-year" if m["half"] else "year"


# --- what stands around -----------------------------------------------------------------------------------------


def _context(document: Document, number: int, moment: Moment, above: Sequence[str]) -> str:
    """What says the purpose of a time that stands alone: its row and column, the line before, the heading of a limit."""
    if document.blocks[number].cell:
        return fold(" . ".join(_row(document, number)))
    near = above[:1] if moment.relation in ("before", "by") or moment.until else [line for line in above[:1] if line.rstrip().endswith(":")]
    return fold(" . ".join(near))


def _carried(document: Document, number: int) -> str:
    """The last sentence of the block before, where it is not ended: a page or a line broke it."""
    before = fold(document.blocks[number - 1].text).rstrip() if number and not document.blocks[number].cell else ""
    if not before or before[-1] in ".;:!?/" or before.isupper() or not before[-1].isalpha():
        return ""
    return re.split(r"[.;](?=\s)", before)[-1] + " " if document.blocks[number].text.lstrip()[:1].islower() or len(before) > 60 else ""


def _row(document: Document, number: int) -> Iterator[str]:
    """The other cells of the same row, and the head of the same column."""
    cell = document.blocks[number].cell
    if cell is None:
        return
    for other in _table(document, number):
        if other.cell and other.cell.row == cell.row and other is not document.blocks[number]:
            yield other.text
    head = _column_head(document, number)
    if head:
        yield head


def _table(document: Document, number: int) -> Iterator[Block]:
    """The blocks of the table around a block."""
    cell = document.blocks[number].cell
    first = last = number
    while cell and first > 0 and (before := document.blocks[first - 1].cell) and before.table == cell.table:
        first -= 1
    while cell and last + 1 < len(document.blocks) and (behind := document.blocks[last + 1].cell) and behind.table == cell.table:
        last += 1
    return iter(document.blocks[first : last + 1])


def _column_head(document: Document, number: int) -> str:
    cell = document.blocks[number].cell
    if cell is None or cell.row == 1:
        return ""
    return " ".join(
        other.text for other in _table(document, number) if other.cell and other.cell.row == 1 and other.cell.column == cell.column
    )


def _chain(number: int, sections: Sequence[Section]) -> list[Section]:
    """The sections around a block, outermost first."""
    for section in sections:
        if section.block <= number <= section.last_block:
            return [section, *_chain(number, section.children)]
    return []


def _above(document: Document, number: int, sections: Sequence[Section]) -> tuple[str, ...]:
    """The headings above a block, nearest first, and the block before where that ends with a colon."""
    titles = [section.title for section in reversed(_chain(number, sections)) if section.block != number]
    before = document.blocks[number - 1].text if number else ""
    return (before, *titles) if before.rstrip().endswith(":") else tuple(titles)


def _owner(number: int, sections: Sequence[Section], damaged: bool) -> str | None:
    """The body whose heading stands above: «2. Phòng Giáo dục và Đào tạo»."""
    for section in reversed(_chain(number, sections)):
        if section.level > 1 and duties.grammar(damaged).sender_first.match(fold(section.title)):
            return duties.restored(section.title) if damaged else section.title
    return None


def _year(
    document: Document,
    number: int,
    folded: str,
    moment: Moment,
    around: duties.Sentence,
    above: Sequence[str],
    title_year: int | None,
    issued: date | None,
) -> int | None:
    """The year of a day and month that stand without one: of the sentence, the headings, the column, the plan's title."""
    if moment.month is None or moment.every or RHYTHM.search(folded, around.start, around.end):
        return None
    here = folded[around.start : around.end]
    if not REPORT_OF_YEAR.search(here) and (year := _only_year(here)):
        return year
    for title in (_column_head(document, number), *above):
        if year := _only_year(fold(title)):
            return year
    if title_year is None or issued is None:
        return None
    year = issued.year if moment.month >= issued.month else issued.year + 1
    return year if year in (title_year, title_year + 1) and abs(year - issued.year) <= 1 else None


def _only_year(text: str) -> int | None:
    years = {m[1] for m in ONE_YEAR.finditer(text) if not m[2]}
    return int(years.pop()) if len(years) == 1 else None


def _title_year(blocks: Sequence[Block], issued: date | None) -> int | None:
    """The one year that the head and the title name besides the date line: «… năm 2026», «năm học 2025 - 2026»."""
    years: set[int] = set()
    for block in blocks:
        folded = fold(block.text)
        if "/" in folded or DATE_LINE.match(folded) or "giai doan" in folded:
            continue
        years |= {int(m[1]) for m in ONE_YEAR.finditer(folded)}
    return years.pop() if len(years) == 1 and issued else None
