"""Every dated expression of a plan: what it is about, and for a duty to report, who has to send it to whom.

Dates of cited documents and the plan's own date line are not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from msgspec import Struct

from ..model import Citation, Deadline, Document, Every, Found, Relation, Section, Span, Subject, When
from ..patterns import lazy
from ..text import fold
from . import dates, duties, moments, standing
from .moments import Moment
from .numberline import own_symbol

# A block without any of these (folded) has no date worth a look.
SIGNS = (
    *("ngay", "thang", "nam 20", "quy", "/20", "tu 20", "truoc", "hang", "moi nam"),
    *("hoc k", "nam hoc", "thoi gian", "thoi han", "trong vong"),
)
# «Hà Nội, ngày 28 tháng 4 năm 2026»
DATE_LINE = lazy(r"^[^\d,;:]{0,30},\s*n[gq9]\S{1,4}\s*[0-9.…\s]*t\S{3,4}\s*[0-9.…\s]*n\S{1,3}\s*[0-9.…]*\s*$")
# A date right behind the word for a document, or before «của UBND …», is that document's.
CITED = lazy(
    r"(?:luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|ket luan|thong bao|cong van|to trinh"
    r"|cong dien|van ban)(?:\s(?!truoc|den\s|(?<!dau\s)tu\s|trong)[^\s.;:]+){0,24}\s*[,(]?\s*$"
)
ISSUED = lazy(
    r"\s*,?\s*cua\s+(?:ubnd|uy ban|bo |so |thu tuong|chinh phu|quoc hoi|hdnd|hoi dong|ban |thanh uy|tinh uy|chu tich)"
)
# «báo cáo quý I: trước ngày 15/3»: the quarter names the report, it is no time for it.
NAMED = lazy(r"bao cao(?:\s+(?:ket qua|so ket|tong ket))?\s*$")
YEAR_SAID = lazy(r"[0-9]\s*/\s*[0-9]{1,2}\s*/\s*(20[0-9]{2})(?![0-9])")
DATED = lazy(r"(?<![0-9/])([0-9]{1,2})\s*/\s*([0-9]{1,2})\s*/\s*(20[0-9]{2})(?![0-9])")
# «- 20/11: Mít tinh»
TIMETABLE = lazy(r"(?:[-+*]\s)?[0-9]{1,2}/[0-9]{1,2}\s*:\s")
LUNAR = lazy(r"\s*[(,]?\s*am lich\b")  # «ngày 15/8 (âm lịch)» is another day of our calendar
NEARBY = 160  # characters
# Words of deeds that are names with a capital inside a sentence: «Phòng Bảo đảm chất lượng và Thanh tra».
DEEDS = lazy(
    r"(?:(?<=\w\s)|(?<=[,&]\s)|(?<=\w\s[–-]\s))"
    r"(?:Thanh tra|Kiểm tra|Giám sát|Tổ chức|Tổng hợp|Xây dựng|Tuyên truyền|Thẩm định|Đăng ký)"
)
# A basis names days of issue only; «Căn cứ Kế hoạch này, các đơn vị … trước ngày 20/02» says what is to be done.
DUE = lazy(r"\b(?:truoc|cham nhat|muon nhat|xong)\b[^.;]{0,20}\bngay\b|\bhoan thanh\b")
BARE = lazy(r"\s*([0-9]{1,2})/([0-9]{1,2})\s*$")
RHYTHM = lazy(
    r"(?<!\w)(?:dinh ky\s+)?(?:hang|moi)\s+(?P<unit>nam|quy|thang|tuan)(?!\w)"
    r"|(?:dinh ky|bao cao)\s+(?P<half>(?:0?6|sau)\s+thang)|bao cao\s+nam(?!\s*[0-9])"
)
ROUND = (
    "hang ",
    "moi ",
    "dinh ky",
    "bao cao",
    "hoc k",
    "cuoi nam",
    "ket thuc nam",
    "thoi gian",
    "thoi han",
    "trong vong",
    "ke tu",
)
# «đợt 1 trước ngày …; đợt 2 trước ngày …», «báo cáo sơ kết …, tổng kết năm trước ngày …»: the same is due again.
NEXT_TURN = lazy(
    r"\s*[;,.]?\s*(?:va\s+)?(?:(?:dot|lan|ky|giai doan)\s+(?:thu\s+)?(?:[0-9]|[iv]+|hai|ba|tu)"
    r"|(?:so ket |tong ket )?(?:(?:ca )?nam(?: hoc)?|hoc ky\s+[i12]+|[69] thang(?: \w+ nam)?|quy\s+[iv1-4]+))\W*$"
)
# Limits without a day of their own; the names of the groups are the relations.
LIMIT = lazy(
    r"(?<!\w)(?:(?P<by>(?:cuoi|ket thuc)\s+(?:hoc k[yi]\s+(?:i{1,2}|1|2)|nam hoc|nam(?!\s*(?:hoc\s*)?20)))"
    r"|(?P<during>trong (?:vong|thoi han)\s+[0-9]+\s+(?:gio|ngay|thang)(?:\s+lam viec)?)"
    r"|(?P<after>sau\s+[0-9]+\s+(?:thang|ngay|nam)\s+ke tu)"
    r"|(?P<on>(?:theo|dung)\s+(?:dung\s+)?thoi (?:gian|han)\s+qu[yi] dinh))(?!\w)"
)


class Reading(Struct, frozen=True):
    """What is needed to read one block: the document around it, its folded text, and what is known of the plan."""

    document: Document
    number: int
    folded: str
    sections: Sequence[Section]
    issued: date | None
    title_year: int | None
    cited: Sequence[Span] = ()
    names: Sequence[Span] = ()

    @property
    def text(self) -> str:
        return self.document.blocks[self.number].text


def find(
    document: Document,
    citations: Sequence[Found[Citation]] = (),
    issued: date | None = None,
    sections: Sequence[Section] = (),
) -> Iterator[Found[Deadline]]:
    """The dated expressions of the body and its appendices, in reading order."""
    cited: dict[int, list[Span]] = {}
    names: dict[int, list[Span]] = {}
    for found in citations:
        spans = cited.setdefault(found.span.block, [])
        spans.append(found.span)
        if found.value.when:
            spans.append(found.value.when.span)
        if found.value.title_span:
            names.setdefault(found.span.block, []).append(found.value.title_span)
    first = sections[0].block if sections else 0
    title_year = standing.title_year(document.blocks[: first or 16]) if issued else None
    for number in range(first, len(document.blocks)):
        block, folded = document.blocks[number], fold(document.blocks[number].text)
        if block.part in ("header", "footer") or not (
            document.damaged
            or TIMETABLE.match(folded)
            or (block.cell and "/" in folded)
            or any(sign in folded for sign in SIGNS)
        ):
            continue
        basis = folded.startswith("can cu ") and not DUE.search(folded)
        if not (basis or DATE_LINE.match(folded) or own_symbol(block.text)):
            known = (cited.get(number, ()), names.get(number, ()))
            yield from _in_block(Reading(document, number, folded, sections, issued, title_year, *known))


def _in_block(reading: Reading) -> Iterator[Found[Deadline]]:
    document, number, folded, cited = reading.document, reading.number, reading.folded, reading.cited
    dated = False
    before: tuple[int, Subject] | None = None
    deeds = folded if document.damaged else _without_names(reading.text, folded)
    for moment in moments.find(reading.text, document.damaged) if not BARE.match(folded) else _bare(reading):
        if any(span.start < moment.end and moment.start < span.end for span in cited) or _is_cited(folded, moment):
            continue
        if moment.relation == "by" and not (moment.day or moment.month or moment.quarter) and _named(reading, moment):
            continue  # «Quyết định số … phê duyệt Chương trình … đến năm 2030»
        if moment.day is None and NAMED.search(folded, max(0, moment.start - 24), moment.start):
            continue
        dated = True
        sentence = duties.sentence(folded, moment.start, moment.end)
        carried = standing.carried(document, number) if sentence.start == 0 else ""
        beside = standing.context(document, number, moment, reading.sections)
        subject = duties.subject(deeds, moment, sentence, carried, beside, document.damaged)
        again = before is not None and NEXT_TURN.match(folded[before[0] : moment.start])
        if before and again and (subject is None or (subject == "review" and before[1] == "report")):
            subject = before[1]
        before = (moment.end, subject) if subject else None
        yield _found(reading, moment, sentence, subject or "milestone")
    if not dated:
        yield from _undated(reading)


def _without_names(text: str, folded: str) -> str:
    """Folded text without the words of deeds that are parts of names."""
    for m in DEEDS.finditer(text):
        folded = folded[: m.start()] + " " * len(m[0]) + folded[m.end() :]
    return folded


def _named(reading: Reading, moment: Moment) -> bool:
    return any(name.start <= moment.start < name.end for name in reading.names)


def _bare(reading: Reading) -> Iterator[Moment]:
    """«10/4» alone in a cell, where the column is one of times; elsewhere it may be four out of ten."""
    m = BARE.match(reading.folded)
    head = fold(standing.column_head(reading.document, reading.number))
    if m and any(word in head for word in ("thoi gian", "thoi han", "ngay", "thoi diem", "tien do")):
        day, month = int(m[1]), int(m[2])
        if 1 <= day <= 31 and 1 <= month <= 12:
            yield Moment(m.start(1), m.end(2), day, month)


def _undated(reading: Reading) -> Iterator[Found[Deadline]]:
    """A duty that comes round, or is limited, without a day: «Báo cáo định kỳ hằng năm kết quả … về Sở»."""
    folded = reading.folded
    if not any(word in folded for word in ROUND):
        return
    for m in sorted((*RHYTHM.finditer(folded), *LIMIT.finditer(folded)), key=lambda m: m.start()):
        limit = m.re.pattern == LIMIT.pattern
        relation = cast(Relation, m.lastgroup) if limit else "during"
        moment = Moment(*m.span(), every=None if limit else _rhythm(m), relation=relation)
        sentence = duties.sentence(folded, *m.span())
        subject = duties.subject(folded, moment, sentence, "", "", reading.document.damaged)
        if subject and (limit or subject in ("report", "dossier", "review")):
            yield _found(reading, moment, sentence, subject)
            return


def _found(reading: Reading, moment: Moment, sentence: duties.Sentence, subject: Subject) -> Found[Deadline]:
    document, text, folded = reading.document, reading.text, reading.folded
    sent = subject in ("report", "dossier")
    whom = duties.recipient(text, folded, sentence, moment, document.damaged) if sent else None
    who = duties.sender(text, folded, sentence, moment, document.damaged) if subject != "milestone" else None
    if sent and not who:
        who = standing.owner(reading.number, reading.sections, document.damaged)
    year, every = moment.year, moment.every
    rhythm = None if every or year else RHYTHM.search(folded, sentence.start, sentence.end)
    if rhythm and not rhythm["unit"] and YEAR_SAID.search(folded, moment.end, sentence.end):
        rhythm = None  # «báo cáo quý I trước ngày 15/3, … báo cáo năm trước ngày 15/12/2026»
        year = _year_said(folded, moment, sentence)
    if rhythm and moment.day:
        every = "year" if moment.month else _rhythm(rhythm)  # «báo cáo 6 tháng trước ngày 10/6»: each June
    if not (every or year or rhythm) and moment.month:
        here = folded[sentence.start : sentence.end]
        year = (
            standing.year(document, reading.number, here, reading.sections)
            or _beside(reading, moment, moment.month)
            or _follows(reading, moment.month)
        )
    deadline = Deadline(
        moment.day,
        moment.month,
        year,
        moment.quarter,
        None if LUNAR.match(folded, moment.end) else dates.made(moment.day, moment.month, year).value,
        every,
        moment.relation,
        subject,
        who,
        whom[0] if whom else None,
        _until(moment.until, year) if moment.until else None,
        Span(reading.number, whom[1], whom[2]) if whom else None,
    )
    return Found(deadline, Span(reading.number, moment.start, moment.end))


def _beside(reading: Reading, moment: Moment, month: int) -> int | None:
    """The year of another time nearby: «bắt đầu từ ngày 01/12, kết thúc trước ngày 25/12/2020»."""
    folded = reading.folded
    after = DATED.search(folded, moment.end, min(len(folded), moment.end + NEARBY))
    before = [*DATED.finditer(folded, max(0, moment.start - NEARBY), moment.start)][-1:]
    for found in (after, *before):
        if found and not any(span.start < found.end() and found.start() < span.end for span in reading.cited):
            there, year = (int(found[2]), int(found[1])), int(found[3])
            if found is after:
                return year - ((month, moment.day or 0) > there)
            return year + ((month, moment.day or 99) < there)
    return None


def _year_said(folded: str, moment: Moment, sentence: duties.Sentence) -> int | None:
    found = YEAR_SAID.search(folded, moment.end, sentence.end)
    return int(found[1]) if found else None


def _until(last: Moment, year: int | None) -> When:
    return dates.made(last.day, last.month, last.year or year)


def _follows(reading: Reading, month: int) -> int | None:
    """The year of a month in a plan for one year, which its title names: the first such month after the plan's date."""
    issued, title_year = reading.issued, reading.title_year
    if issued is None or title_year is None:
        return None
    year = issued.year if month >= issued.month else issued.year + 1
    return year if year in (title_year, title_year + 1) else None


def _rhythm(m: re.Match[str]) -> Every:
    return moments.EVERY[m["unit"]] if m["unit"] else "half-year" if m["half"] else "year"


def _is_cited(folded: str, moment: Moment) -> bool:
    """Whether a date belongs to a document named without a number: «Luật Xây dựng ngày 18/6/2014»."""
    if moment.day is None or moment.relation != "on" or moment.until or folded.startswith("vao ", moment.start):
        return False
    before = folded[max(0, moment.start - 160) : moment.start]
    clause = before[max(before.rfind("; "), before.rfind(". ")) + 1 :]
    return ISSUED.match(folded, moment.end) is not None or CITED.search(clause) is not None
