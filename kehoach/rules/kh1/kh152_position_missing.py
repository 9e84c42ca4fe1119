from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import but


@rule(
    "KH152",
    "position-missing",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 điểm g và Phụ lục I, Phần I, Mục II, khoản 7 điểm c, đ",
    english="the signer's position is missing above the name",
    needs=("typed", "state"),
    bad=(
        Bad(but(("HIỆU TRƯỞNG\n", "")), at=""),
        Bad(but(("HIỆU TRƯỞNG\n", "KT. HIỆU TRƯỞNG\n")), at="KT. HIỆU TRƯỞNG"),
    ),
    good=(Good(but()), Good(but(("HIỆU TRƯỞNG\n", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n")))),
)
def check(plan: Plan) -> Findings:
    """Phía trên họ tên người ký phải có chức vụ: «HIỆU TRƯỞNG», «KT. CHỦ TỊCH / PHÓ CHỦ TỊCH»."""
    found = components(plan)
    name = found.first("name")
    if name is None or found.first("position"):
        return
    authority = found.last("authority")
    if authority is None:
        before = Span(name.span.block, name.span.start, name.span.start)
        yield Finding(before, f"thiếu chức vụ của người ký phía trên họ tên {name.text}")
    elif authority.text.startswith("KT"):
        yield Finding(authority.span, "thiếu dòng chức vụ của người ký thay, phía dưới «KT. …»")
