from __future__ import annotations

from datetime import date

from ...align.citations import code_and_date, in_text
from ...align.issue import latest
from ...model import Finding, Findings, Plan, Severity, Skip
from ...text import short_date, short_month
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
    last = latest(plan) or as_of
    if last is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    shown = short_date(last) if plan.issued or not latest(plan) else f"tháng {short_month(last)}"
    for found in in_text(plan):
        if found.value.date and found.value.date > last:
            message = f"văn bản này ghi ngày {short_date(found.value.date)}, sau ngày của kế hoạch ({shown})"
            yield Finding(code_and_date(found), message)
