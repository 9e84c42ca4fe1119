from __future__ import annotations

from ...align import own_key
from ...align.citations import mistaken, of_parent
from ...model import Finding, Findings, Fix, Plan, Related, Severity, Skip
from .. import Bad, Good, rule
from ..samples import PARENT
from ..samples import plan as sample

OPENING = "Thực hiện Kế hoạch số {}/KH-SGDĐT ngày 31/01/2024 của Sở Giáo dục và Đào tạo, nhà trường ban hành kế hoạch:"


@rule(
    "KH302",
    "parent-number",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b; Điều 15 khoản 1",
    english="the parent plan is cited with another number or symbol",
    bad=(
        Bad(sample(opening=OPENING.format("21")), at="21/KH-SGDĐT", parent=PARENT,
            fixed=sample(opening=OPENING.format("12"))),
    ),
    good=(Good(sample(opening=OPENING.format("12")), parent=PARENT),),
)  # fmt: skip
def check(plan: Plan, parent: Plan) -> Findings:
    """Số, ký hiệu của kế hoạch cấp trên trong phần viện dẫn phải đúng với bản gốc.

    Sai số, ký hiệu thì không tìm được văn bản được viện dẫn.
    """
    if own_key(parent) is None or parent.number is None:
        yield Skip("kế hoạch cấp trên chưa có số, ký hiệu hoặc không đọc được số, ký hiệu")
        return
    if of_parent(plan, parent) or (found := mistaken(plan, parent)) is None:
        return
    code = parent.number.value
    right = f"{code.number}/{code.symbol}"
    where = found.value.code
    yield Finding(
        where,
        f"kế hoạch cấp trên mang số {right}, không phải {plan.document.text(where)}",
        Fix(where, right),
        Related(parent.document, parent.number.span),
    )
