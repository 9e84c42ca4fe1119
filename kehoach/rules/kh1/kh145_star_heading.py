from __future__ import annotations

from ...extract.appearance import extent
from ...extract.components import HEADING_LONGEST, components
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

STAR = lazy(r"[*•●■▪♦](?:\s*\\?\*)?\s*")


@rule(
    "KH145",
    "star-heading",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm đ (không có cấp «*»)",
    english="headings are marked with stars beside numbered ones",
    needs=("typed", "state"),
    bad=(
        Bad(sample("I. TIÊU CHÍ", "1. Tiêu chí thi đua", "* Đối với tổ", "- Dạy tốt.", "* Đối với lớp", "- Học tốt.",
                   "2. Khen thưởng", "a) Hằng năm", "- Giấy khen.", "b) Khi tổng kết", "- Bằng khen."),
            at="* Đối với tổ"),
    ),
    good=(Good(sample("I. TIÊU CHÍ", "1. Tiêu chí thi đua", "a) Đối với tổ", "- Dạy tốt.", "b) Đối với lớp")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tiêu đề nhỏ đánh số a), b), c) như các chỗ khác, không đánh dấu bằng «*» hay dấu chấm tròn.

    Dấu sao không cho biết thứ tự và không viện dẫn được («điểm a khoản 1 Mục III»).
    """
    spans = [
        Span(line.span.block, 0, len(line.text))
        for line in components(plan).of("bullet")
        if STAR.match(line.text) and len(line.text) <= HEADING_LONGEST and line.text.rstrip()[-1:] not in ".;,"
    ]
    numbered = components(plan).first("clause-title", "clause-text", "point-title", "point-text")
    if len(spans) >= 2 and numbered:
        yield Finding(spans[0], f"tiêu đề nhỏ đánh dấu «*»; đánh số a), b), c) cho thống nhất{extent(plan, spans)}")
