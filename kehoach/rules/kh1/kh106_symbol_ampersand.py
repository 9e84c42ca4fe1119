from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH106",
    "symbol-ampersand",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b, c",
    english="the symbol has an ampersand",
    needs=("clean", "state"),
    bad=(Bad(sample(number="Số: 15/KH-PGD&ĐT"), at="KH-PGD&ĐT"),),
    good=(Good(sample(number="Số: 15/KH-SGDĐT")),),
)
def check(plan: Plan) -> Findings:
    """Ký hiệu chỉ gồm các nhóm chữ viết tắt nối bằng gạch nối; nên bỏ dấu «&»: SGDĐT thay cho SGD&ĐT.

    Chữ viết tắt tên cơ quan do người đứng đầu cơ quan quy định; nếu quy định đã có dấu «&» thì giữ nguyên.
    """
    if plan.number is None:
        return
    written = plan.document.text(plan.number.span)
    if "&" in written:
        start = plan.number.span.start + written.find("/") + 1
        yield Finding(Span(plan.number.span.block, start, plan.number.span.end), "ký hiệu không nên có dấu «&»")
