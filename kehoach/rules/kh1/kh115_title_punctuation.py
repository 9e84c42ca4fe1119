from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH115",
    "title-punctuation",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5 và Mục V, STT 5a (ví dụ minh họa)",
    english="the title ends with a punctuation mark",
    needs=("typed", "state"),
    bad=(
        Bad(sample(title="Triển khai chuyển đổi số năm học 2024 - 2025."), at=".",
            fixed=sample(title="Triển khai chuyển đổi số năm học 2024 - 2025")),
    ),
    good=(Good(sample()),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Cuối trích yếu nội dung không có dấu chấm."""
    line = components(plan).last("title")
    if line and line.text[-1:] in (".", ";", ",") and not line.text.endswith("..."):
        span = Span(line.span.block, line.span.end - 1, line.span.end)
        yield Finding(span, f"bỏ dấu «{line.text[-1]}» ở cuối trích yếu", Fix(span, ""))
