from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

LEVELS = lazy(r"(?:MN|TH|THCS|GDNN)&(?=TH|GDTX)")


@rule(
    "KH106",
    "symbol-ampersand",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b, c",
    english="the symbol has an ampersand",
    needs=("clean", "state"),
    bad=(Bad(sample(number="Số: 15/KH-PGD&ĐT"), at="KH-PGD&ĐT"),),
    good=(Good(sample(number="Số: 15/KH-SGDĐT")), Good(sample(number="Số: 15/KH-TH&THCSXS"))),
)
def check(plan: Plan) -> Findings:
    """Ký hiệu chỉ gồm các nhóm chữ viết tắt nối bằng gạch nối; nên bỏ dấu «&»: SGDĐT thay cho SGD&ĐT.

    Trường liên cấp quen gọi là TH&THCS, THCS&THPT thì không báo.
    Chữ viết tắt tên cơ quan do người đứng đầu cơ quan quy định; nếu quy định đã có dấu «&» thì giữ nguyên.
    """
    if plan.number is None:
        return
    written = plan.document.text(plan.number.span)
    if "&" in LEVELS.sub("", written):
        start = plan.number.span.start + written.find("/") + 1
        yield Finding(Span(plan.number.span.block, start, plan.number.span.end), "ký hiệu không nên có dấu «&»")
