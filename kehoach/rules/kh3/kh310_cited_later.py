from __future__ import annotations

from calendar import monthrange
from datetime import date

from ...align.citations import code_and_date, in_text
from ...model import Finding, Findings, Plan, Severity, Skip
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH310",
    "cited-later",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Điều 15 khoản 1 (số và thời gian ban hành lấy theo thứ tự); "
    "Phụ lục I, Phần I, Mục II, khoản 6 điểm a",
    english="a cited document is dated after the plan",
    bad=(
        Bad(sample("I. NỘI DUNG", "Theo Kế hoạch số 81/KH-SGDĐT ngày 19/9/2025 của Sở Giáo dục và Đào tạo."),
            at="81/KH-SGDĐT ngày 19/9/2025"),
    ),
    good=(Good(sample("I. NỘI DUNG", "Theo Kế hoạch số 81/KH-SGDĐT ngày 12/9/2024 của Sở Giáo dục và Đào tạo.")),),
)  # fmt: skip
def check(plan: Plan, as_of: date | None = None) -> Findings:
    """Văn bản được viện dẫn không thể ban hành sau kế hoạch viện dẫn nó.

    Ngày của văn bản được viện dẫn, hoặc ngày của kế hoạch, bị ghi sai.
    """
    latest = _latest(plan) or as_of
    if latest is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    for found in in_text(plan):
        if found.value.date and found.value.date > latest:
            message = f"văn bản này ghi ngày {found.value.date:%d/%m/%Y}, sau ngày của kế hoạch ({latest:%d/%m/%Y})"
            yield Finding(code_and_date(found), message)


def _latest(plan: Plan) -> date | None:
    """The last day on which the plan may have been issued: the month's end where the day is blank."""
    if plan.issued or plan.date is None:
        return plan.issued
    when = plan.date.value
    if when.year is None or when.day is not None:
        return None
    month = when.month if when.month and 1 <= when.month <= 12 else 12
    return date(when.year, month, monthrange(when.year, month)[1])
