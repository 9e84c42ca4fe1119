from __future__ import annotations

from ...align.citations import of_parent
from ...model import Finding, Findings, Fix, Plan, Related, Severity, Skip
from ...text import short_date
from .. import Bad, Good, rule
from ..samples import PARENT
from ..samples import plan as sample

OPENING = "Thực hiện Kế hoạch số 12/KH-SGDĐT ngày {} của Sở Giáo dục và Đào tạo, nhà trường ban hành kế hoạch:"


@rule(
    "KH303",
    "parent-date",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b",
    english="the parent plan is cited with another date",
    bad=(
        Bad(sample(opening=OPENING.format("13/01/2024")), at="ngày 13/01/2024", parent=PARENT,
            fixed=sample(opening=OPENING.format("31/01/2024"))),
    ),
    good=(Good(sample(opening=OPENING.format("31 tháng 01 năm 2024")), parent=PARENT),),
)  # fmt: skip
def check(plan: Plan, parent: Plan) -> Findings:
    """Ngày ban hành của kế hoạch cấp trên trong phần viện dẫn phải đúng với bản gốc."""
    found = of_parent(plan, parent)
    if parent.issued is None or parent.date is None:
        yield Skip("kế hoạch cấp trên chưa ghi ngày hoặc không đọc được ngày")
        return
    if found is None or found.value.when is None or found.value.date in (None, parent.issued):
        return
    when = found.value.when
    written = plan.document.text(when.span)
    right = short_date(parent.issued)
    if "/" not in written:
        right = f"{parent.issued:%d} tháng {_month(parent.issued.month)} năm {parent.issued.year}"
    if written.lower().startswith("ngày"):
        right = f"ngày {right}"
    yield Finding(
        when.span,
        f"kế hoạch cấp trên ban hành ngày {short_date(parent.issued)}",
        Fix(when.span, right),
        Related(parent.document, parent.date.span),
    )


def _month(month: int) -> str:
    """Months 1 and 2 are padded, the others are not (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 4)."""
    return f"{month:02}" if month < 3 else str(month)
