from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

FIGURES = lazy(r"\d+")


@rule(
    "KH104",
    "number-padding",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm c",
    english="a number under 10 has one leading zero, others have none",
    needs=("clean", "state"),
    bad=(
        Bad(sample(number="Số: 5/KH-THCSXS"), at="5", fixed=sample(number="Số: 05/KH-THCSXS")),
        Bad(sample(number="Số: 015/KH-THCSXS"), at="015", fixed=sample(number="Số: 15/KH-THCSXS")),
    ),
    good=(Good(sample(number="Số: 05/KH-THCSXS")), Good(sample(number="Số: 173/KH-THCSXS"))),
)
def check(plan: Plan) -> Findings:
    """Số của văn bản nhỏ hơn 10 phải ghi thêm số 0 phía trước: 05/KH-UBND; từ 10 trở lên không thêm."""
    if plan.number is None or plan.number.value.number is None:
        return
    place = plan.number.span
    figures = FIGURES.match(plan.document.text(place))
    if figures is None:
        return
    right = f"{int(figures[0]):02d}"
    if figures[0] != right and int(figures[0]):
        span = Span(place.block, place.start, place.start + figures.end())
        yield Finding(span, f"viết «{right}» thay vì «{figures[0]}»", Fix(span, right))
