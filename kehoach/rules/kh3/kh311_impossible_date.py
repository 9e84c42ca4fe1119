from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

# What is read as no date at all. «lương tháng 13» is a bonus.
_NONE = lazy(
    r"(?<!luong )\b(?P<month>thang\s+(?P<m>1[3-9]|[2-9]\d)(?=\s+nam\s+\d{4}|\s*/\s*20\d\d))"
    r"|\b(?:tu|den|trong|vao|truoc) (?P<late>thang (?P<l>1[3-9]))(?!\d|/\d)"
    r"|\b(?P<quarter>quy\s+(?P<q>v|vi{1,3}|[5-9])(?=\s+nam\b|\s*/\s*\d|[.,;]?$))"
    r"|\bngay\s+(?P<year>\d{1,2}/\d{1,2}/(?P<y>\d{5}|[12]\d\d))(?![\d/])"
    r"|\bngay\s+(?P<day>(?P<d>3[2-9]|[4-9]\d)(?:\s+thang\s+\d{1,2}|/\d{1,2}))(?!\d)"
)
_SAID = {
    "late": "không có tháng {}; sửa lại ngày tháng",
    "month": "không có tháng {}; sửa lại ngày tháng",
    "quarter": "một năm chỉ có bốn quý; sửa lại «quý {}»",
    "year": "năm «{}» thừa hoặc thiếu chữ số",
    "day": "không có ngày {}; sửa lại ngày tháng",
}
LEAP = 2024  # a year in which 29/02 is possible, for dates without a year


@rule(
    "KH311",
    "impossible-date",
    Severity.ERROR,
    source="Lịch; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm b",
    english="a date that the calendar does not have",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Theo Kế hoạch số 81/KH-SGDĐT ngày 31/9/2024 của Sở Giáo dục và Đào tạo."),
            at="ngày 31/9/2024"),
        Bad(sample("I. NỘI DUNG", "Gửi báo cáo về Sở Giáo dục và Đào tạo trước ngày 30 tháng 02 năm 2025."),
            at="trước ngày 30 tháng 02 năm 2025"),
        Bad(sample("I. NỘI DUNG", "Hoàn thành trong quý V năm 2025."), at="quý V"),
        Bad(sample("I. NỘI DUNG", "Tập huấn vào tháng 13/2025."), at="tháng 13"),
        Bad(sample("I. NỘI DUNG", "Phát tin từ tháng 5 đến tháng 13."), at="tháng 13"),
        Bad(sample("I. NỘI DUNG", "Báo cáo trước ngày 32 tháng 12 hằng năm."), at="32 tháng 12"),
        Bad(sample("I. NỘI DUNG", "Nộp danh sách trước ngày 15/3/20255."), at="15/3/20255"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Theo Kế hoạch số 81/KH-SGDĐT ngày 29/02/2024 của Sở Giáo dục và Đào tạo.")),
        Good(sample("I. NỘI DUNG", "Chi trả lương tháng 13 năm 2024; trẻ từ 24 đến 36 tháng; quý IV/2024.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Ngày, tháng, quý không có trong lịch: 31/9, 30/02, tháng 13, quý V."""
    for span, day, month, year in sorted(set(_dates(plan))):
        if not 1 <= month <= 12:
            yield Finding(span, f"không có tháng {month}; sửa lại ngày tháng")
        elif not 1 <= day <= (last := monthrange(year, month)[1]):
            yield Finding(span, f"tháng {month} không có ngày {day} (chỉ có {last} ngày); sửa lại ngày tháng")
    for number, block in enumerate(plan.document.blocks):
        low = block.text.lower()
        if not ("tháng" in low or "quý" in low or "ngày" in low):
            continue
        for m in _NONE.finditer(fold(block.text)):
            part = m.lastgroup or ""
            value = m[{"month": "m", "late": "l", "quarter": "q", "year": "y", "day": "d"}[part]].upper()
            yield Finding(Span(number, *m.span(part)), _SAID[part].format(value))


def _dates(plan: Plan) -> Iterator[tuple[Span, int, int, int]]:
    whens = [plan.date, *(found.value.when for found in plan.citations)]
    taken = set()
    for found in whens:
        if found and found.value.day is not None and found.value.month is not None:
            taken.add(found.span.block)
            yield found.span, found.value.day, found.value.month, found.value.year or LEAP
    for due in plan.deadlines:
        if due.value.day is not None and due.value.month is not None:
            yield due.span, due.value.day, due.value.month, due.value.year or LEAP
