from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Skip, When
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH102",
    "date-blank",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 điểm d và Phụ lục I, Phần I, Mục II, khoản 4 điểm b",
    english="the date of issue is incomplete",
    bad=(Bad(sample(date="Đông Sơn, ngày     tháng 5 năm 2024"), at="ngày     tháng 5 năm 2024"),),
    good=(Good(sample(date="Đông Sơn, ngày 06 tháng 5 năm 2024")),),
)
def check(plan: Plan) -> Findings:
    """Kế hoạch đã ban hành phải ghi đủ ngày, tháng, năm.

    Dự thảo trình ký được để trống ngày; khi ban hành phải ghi đầy đủ, nếu không sẽ không xác định được kế hoạch có
    hiệu lực từ bao giờ và các thời hạn trong đó tính từ đâu.
    """
    if plan.date is None:
        yield Skip("không thấy địa danh, ngày tháng trong tệp; có thể bị mất khi trích chữ")
    elif missing := blanks(plan.date.value):
        yield Finding(
            plan.date.span, f"thời gian ban hành còn thiếu {missing}; ghi đầy đủ ngày, tháng, năm khi ban hành"
        )


def blanks(when: When) -> str:
    """What a date lacks: «ngày», «ngày và tháng»; "" for a date with day, month and year."""
    parts = [name for name, value in (("ngày", when.day), ("tháng", when.month), ("năm", when.year)) if value is None]
    return "" if when.value else " và ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
