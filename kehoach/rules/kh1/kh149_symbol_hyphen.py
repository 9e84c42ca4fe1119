from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

GLUED = lazy(r"/\s*(?P<kind>KH)(?P<body>(?:UBND|HĐND|SGD|PGD|THCS|THPT|TTr|STP|SNV|MN|TH|BCĐ)\w*)")


@rule(
    "KH149",
    "symbol-hyphen",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm c",
    english="there is no hyphen between the groups of the symbol",
    needs=("clean", "state"),
    bad=(
        Bad(sample(number="Số: 50/KHUBND"), at="KHUBND", fixed=sample(number="Số: 50/KH-UBND")),
    ),
    good=(Good(sample()), Good(sample(number="Số: 50/KH-UBND"))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Giữa các nhóm chữ viết tắt trong ký hiệu có gạch nối (-), không cách chữ: 50/KH-UBND."""
    if plan.number is None:
        return
    where = plan.number.span
    if m := GLUED.search(plan.document.blocks[where.block].text[where.start :]):
        span = Span(where.block, where.start + m.start("kind"), where.start + m.end())
        right = f"{m['kind']}-{m['body']}"
        yield Finding(span, f"thiếu gạch nối trong ký hiệu; viết «{right}»", Fix(span, right))
