from __future__ import annotations

from ...extract import marks
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_ALONE = lazy(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,4})[.)]\s*[.;:]?\s*$")


@rule(
    "KH214",
    "item-empty",
    Severity.WARNING,
    source="Lỗi soạn thảo: mục, điểm chỉ có số thứ tự mà không có nội dung",
    english="an item has a number and nothing else",
    needs=("clean", "typed"),
    bad=(Bad(sample("I. NỘI DUNG", "a) Tập huấn.", "b)", "c) Kiểm tra."), at="b)"),),
    good=(
        Good(sample("I. NỘI DUNG", "a) Tập huấn.", "b)", "Kiểm tra việc thực hiện.")),
        Good(sample("I. NỘI DUNG", "a) Tập huấn.", "b) Kiểm tra.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Mục, điểm chỉ có số thứ tự («b)») mà không có nội dung."""
    blocks = plan.document.blocks
    if plan.document.format == "pdf":  # a number and its text may come apart on paper
        return
    for number in range(plan.opening[1], (plan.end or len(blocks)) - 1):
        block = blocks[number]
        if block.cell is None and len(block.text) < 8 and _ALONE.match(block.text):
            following = blocks[number + 1]
            if following.cell is None and marks.of(following) is not None:
                span = Span(number, 0, len(block.text.rstrip()))
                yield Finding(span, "có số thứ tự mà không có nội dung; viết tiếp hoặc bỏ")
