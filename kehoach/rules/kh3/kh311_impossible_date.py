from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample

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
    ),
    good=(Good(sample("I. NỘI DUNG", "Theo Kế hoạch số 81/KH-SGDĐT ngày 29/02/2024 của Sở Giáo dục và Đào tạo.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Ngày không có trong lịch: 31/9, 30/02, tháng 13."""
    for span, day, month, year in sorted(set(_dates(plan))):
        if not 1 <= month <= 12:
            yield Finding(span, f"không có tháng {month}; sửa lại ngày tháng")
        elif not 1 <= day <= (last := monthrange(year, month)[1]):
            yield Finding(span, f"tháng {month} không có ngày {day} (chỉ có {last} ngày); sửa lại ngày tháng")


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
