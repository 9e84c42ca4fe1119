from __future__ import annotations

from ...align.bodies import same_body
from ...align.citations import of_parent
from ...model import Finding, Findings, Plan, Related, Severity, Skip
from .. import Bad, Good, rule
from ..samples import PARENT
from ..samples import plan as sample

ABOVE = "UBND THÀNH PHỐ HẢI PHÒNG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n" + PARENT
OPENING = "Thực hiện Kế hoạch số 12/KH-SGDĐT ngày 31/01/2024 của {}, nhà trường ban hành kế hoạch như sau:"


@rule(
    "KH304",
    "parent-issuer",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b",
    english="the parent plan is cited as of another body",
    bad=(Bad(sample(opening=OPENING.format("UBND tỉnh")), at="UBND tỉnh", parent=ABOVE),),
    good=(
        Good(sample(opening=OPENING.format("Sở GD&ĐT")), parent=ABOVE),
        Good(sample(opening=OPENING.format("Sở Giáo dục và Đào tạo thành phố Hải Phòng")), parent=ABOVE),
    ),
)
def check(plan: Plan, parent: Plan) -> Findings:
    """Cơ quan ban hành kế hoạch cấp trên phải được ghi đúng trong phần viện dẫn."""
    if parent.issuer is None:
        yield Skip("không đọc được cơ quan ban hành kế hoạch cấp trên")
        return
    found = of_parent(plan, parent)
    if found is None or found.value.issuer is None or found.value.issuer_span is None:
        return
    if not same_body(found.value.issuer, parent.issuer.value):
        yield Finding(
            found.value.issuer_span,
            f"kế hoạch cấp trên do {parent.issuer.value} ban hành",
            related=Related(parent.document, parent.issuer.span),
        )
