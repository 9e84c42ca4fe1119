from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import but

REFERENCE = lazy(r"\bphu luc\b|\b(?:bieu|mau|danh muc|bang)\b[^.;]{0,80}\bkem theo\b|\bkem theo ke hoach nay\b")
ANNEX = "Nguyễn Thị Minh\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\nDạy học trực tuyến."


@rule(
    "KH160",
    "annex-not-referred",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm a",
    english="an appendix is not referred to in the text",
    needs=("clean", "state"),
    bad=(Bad(but(("Nguyễn Thị Minh", ANNEX)), at="PHỤ LỤC"),),
    good=(
        Good(but(("Nguyễn Thị Minh", ANNEX), ("kế hoạch của tổ;", "kế hoạch của tổ (Phụ lục kèm theo);"))),
        Good(but()),
    ),
)
def check(plan: Plan) -> Findings:
    """Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó: «(Phụ lục kèm theo)»."""
    annex = components(plan).first("annex")
    if annex is None:
        return
    text = (fold(plan.document.blocks[number].text) for number in range(plan.opening[0], plan.end))
    if not any(REFERENCE.search(block) for block in text):
        yield Finding(annex.span, "nội dung chưa có chỉ dẫn về phụ lục này; ghi «(Phụ lục kèm theo)» ở chỗ cần")
