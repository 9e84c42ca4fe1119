from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...align.issue import earliest
from ...extract import dates
from ...extract.deadlines import LUNAR
from ...model import Finding, Findings, Plan, Severity, Span, When
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

SUNDAY = 6
NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_SAID = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5} | {str(n): n - 2 for n in range(2, 8)}
# «lần thứ Ba, ngày …», «kỳ họp thứ Hai ngày …» count and name no day.
_DAY = lazy(
    r"(?<!lần )(?<!kỳ họp )(?<!phiên họp )(?<!khóa họp )(?<!khoá họp )(?<!hàng )(?<!hằng )(?<!tuần )(?<!năm )(?<!\w)"
    r"(?:thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn)(?!\w)",
    re.IGNORECASE,
)
_BETWEEN = lazy(r"[\s,(–-]{1,4}")  # «thứ Tư, ngày 22/4», «Chủ nhật (26/4/2026)», «ngày 11/9/2026 (thứ Sáu)»


@rule(
    "KH410",
    "weekday-wrong",
    Severity.ERROR,
    source="Lịch; thứ trong tuần và ngày tháng phải khớp nhau",
    english="the day of the week is not that of the date",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Khai mạc hội thi vào thứ Năm, ngày 22/4/2026."), at="thứ Năm, ngày 22/4/2026"),
        Bad(sample("I. NỘI DUNG", "Thời gian: ngày 11/9/2026 (thứ Bảy)."), at="ngày 11/9/2026 (thứ Bảy"),
        Bad(sample("I. NỘI DUNG", "Họp Chủ nhật, 05 tháng 10 năm 2024."), at="Chủ nhật, 05 tháng 10 năm 2024"),
        Bad(sample("I. NỘI DUNG", "Chào cờ chiều thứ 2, ngày 22/10."), at="thứ 2, ngày 22/10"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Khai mạc thứ Tư, ngày 22/4/2026; bế mạc ngày 24/4/2026 (thứ Sáu).")),
        Good(sample("I. NỘI DUNG", "Họp vào thứ Năm hằng tuần; báo cáo trước ngày 22/4/2026.")),
        Good(sample("I. NỘI DUNG", "Vui Trung thu vào thứ Ba, ngày 15/8/2024 âm lịch.")),
        Good(sample("I. NỘI DUNG", "Theo Đại hội lần thứ Hai, ngày 22/4/2026; Kỳ họp thứ Ba ngày 22/4/2026.")),
        Good(sample("I. NỘI DUNG", "Họp Chủ nhật, ngày 29/02/2025.")),  # no such day: KH311 tells
        Good(sample("I. NỘI DUNG", "Đến ngày 15/4/2026 thu hai triệu đồng; xếp theo thứ tự, ngày 22/4/2026 bốc thăm.")),
        Good(sample("I. NỘI DUNG", "Tổ chức vào thứ Ba, ngày 22/10 và thứ Tư, ngày 22/10.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Thứ trong tuần không đúng với ngày tháng đi liền; sửa lại thứ hoặc ngày.

    Ngày không ghi năm được xét theo năm ban hành kế hoạch và năm sau đó.
    """
    for span, said, day in mismatches(plan):
        right = f"ngày {day.day:02}/{day.month}/{day.year} là {NAMES[day.weekday()]}, không phải {NAMES[said]}"
        year = _meant(plan, day, said)
        yield Finding(span, f"{right}; {f'có lẽ là năm {year}' if year else 'sửa lại thứ hoặc ngày'}")


def mismatches(plan: Plan) -> Iterator[tuple[Span, int, date]]:
    """Where a day of the week stands beside a date that has another."""
    issued = plan.date.value.value if plan.date else None
    for number, block in enumerate(plan.document.blocks):
        folded = fold(block.text)
        if "thu " not in folded and "chu nhat" not in folded and "cn" not in folded:
            continue
        for said, when, start, end in _together(block.text):
            days = [] if LUNAR.match(folded, end) else _days(when, issued)
            if days and all(day.weekday() != said for day in days):
                yield Span(number, start, end), said, days[0]


def _meant(plan: Plan, day: date, said: int) -> int | None:
    """The year that was meant, where the day lies before the plan and fits the weekday in its year or the next."""
    first = earliest(plan)
    if first is None or day >= first:
        return None
    made = (dates.made(day.day, day.month, year).value for year in (first.year, first.year + 1))
    return next((other.year for other in made if other and other >= first and other.weekday() == said), None)


def _together(text: str) -> Iterator[tuple[int, When, int, int]]:
    """Each day of the week that stands beside a date, with both of them."""
    found = list(dates.find(text))
    for m in _DAY.finditer(text):
        said = _SAID[m["name"].lower()] if m["name"] else SUNDAY
        for when, start, end in found:
            if start >= m.end() and _BETWEEN.fullmatch(text, m.end(), start):
                yield said, when, m.start(), end
                break
            if end <= m.start() and _BETWEEN.fullmatch(text, end, m.start()):
                yield said, when, start, m.end()
                break


def _days(when: When, issued: date | None) -> list[date]:
    """The days that are meant: one, or where the year is not said that of the plan's year and of the next."""
    if when.value:
        return [when.value]
    if when.day is None or when.month is None or when.year is not None or issued is None:
        return []
    made = (dates.made(when.day, when.month, year).value for year in (issued.year, issued.year + 1))
    return [day for day in made if day]
