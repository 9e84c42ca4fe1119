from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

QUOTED = lazy(r"[“\"](?P<title>[^“”\"]+)[”\"]$")


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
        Bad(sample(title="“Triển khai chuyển đổi số”"), at="“Triển khai chuyển đổi số”",
            fixed=sample(title="Triển khai chuyển đổi số")),
    ),
    good=(
        Good(sample()),
        Good(sample(title="“Xuân ấm” và “Tết vui” năm 2025")),
        Good(sample(title="Tổ chức “Tết vui”")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Cuối trích yếu nội dung không có dấu chấm; cả trích yếu không đặt trong ngoặc kép."""
    line = components(plan).last("title")
    if line and line.text[-1:] in (".", ";", ",") and not line.text.endswith("..."):
        span = Span(line.span.block, line.span.end - 1, line.span.end)
        yield Finding(span, f"bỏ dấu «{line.text[-1]}» ở cuối trích yếu", Fix(span, ""))
    elif line and (m := QUOTED.match(line.text)) and line == components(plan).first("title"):
        yield Finding(line.span, "không đặt cả trích yếu trong ngoặc kép", Fix(line.span, m["title"]))
