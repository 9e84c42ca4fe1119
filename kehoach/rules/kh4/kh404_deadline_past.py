from __future__ import annotations

from datetime import date

from ...model import Finding, Findings, Plan, Severity, Skip
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH404",
    "deadline-past",
    Severity.ERROR,
    source="Thời hạn phải còn thực hiện được khi kế hoạch ban hành",
    english="a deadline lies before the plan's own date",
    bad=(
        Bad(sample("I. TỔ CHỨC THỰC HIỆN", "Các tổ gửi báo cáo về nhà trường trước ngày 10 tháng 5 năm 2024."),
            at="trước ngày 10 tháng 5 năm 2024"),
    ),
    good=(
        Good(sample("I. TỔ CHỨC THỰC HIỆN", "Các tổ gửi báo cáo về nhà trường trước ngày 10 tháng 5 năm 2025.")),
        Good(sample("I. TỔ CHỨC THỰC HIỆN", "Các tổ gửi báo cáo về nhà trường trước ngày 10 tháng 5 hằng năm.")),
    ),
)  # fmt: skip
def check(plan: Plan, as_of: date | None = None) -> Findings:
    """Thời hạn nộp báo cáo, hồ sơ hoặc hoàn thành nhiệm vụ không thể trước ngày ban hành kế hoạch.

    Thường là năm còn sót lại từ kế hoạch cũ.
    """
    today = plan.issued or as_of
    if today is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    for found in plan.deadlines:
        due = found.value
        if due.date and due.date < today and due.subject != "milestone" and due.relation in ("before", "by"):
            yield Finding(found.span, f"thời hạn {due.date:%d/%m/%Y} đã qua khi kế hoạch ban hành ({today:%d/%m/%Y})")
