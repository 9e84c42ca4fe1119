from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_MARKER = lazy(r"\s*(?P<mark>(?:[a-zđ]|\d{1,2})\)|(?:\d{1,2}|[IVX]{1,4})\.)(?=[^\W\d_][^\W\d_.])")


@rule(
    "KH744",
    "marker-space",
    Severity.INFO,
    source="Cách trình bày đánh số: sau số thứ tự có dấu cách",
    english="no space behind the number of an item",
    needs=("clean", "typed"),
    together=True,
    bad=(
        Bad(sample("I. NỘI DUNG", "a)Mở lớp tập huấn.", "b) Kiểm tra."), at="a)",
            fixed=sample("I. NỘI DUNG", "a) Mở lớp tập huấn.", "b) Kiểm tra.")),
    ),
    good=(Good(sample("I. NỘI DUNG", "a) Mở lớp tập huấn.", "1. Kiểm tra.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Sau số thứ tự của mục, điểm có dấu cách: «a) Mở lớp», không phải «a)Mở lớp»."""
    if plan.document.format == "pdf":  # its spaces are guessed from the gaps on paper
        return
    for number in range(plan.opening[1], plan.end or len(plan.document.blocks)):
        block = plan.document.blocks[number]
        if block.cell is None and (m := _MARKER.match(block.text)):
            span = Span(number, *m.span("mark"))
            yield Finding(span, "thêm dấu cách sau số thứ tự", Fix(span, f"{m['mark']} "))
