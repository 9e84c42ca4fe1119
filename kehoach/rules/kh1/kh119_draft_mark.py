from __future__ import annotations

from ...extract.components import components
from ...extract.head import DRAFT
from ...model import Finding, Findings, Plan, Severity, Span
from ...text import fold
from .. import Bad, Good, rule
from ..samples import but


@rule(
    "KH119",
    "draft-mark",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Điều 8 (không có thành phần «dự thảo»)",
    english="the draft mark is still there",
    needs=("clean", "state"),
    bad=(
        Bad("DỰ THẢO\n" + but(), at="DỰ THẢO"),
        Bad(but(("KẾ HOẠCH\n", "(Dự thảo lần 2)\nKẾ HOẠCH\n")), at="(Dự thảo lần 2)"),
    ),
    good=(Good(but()),),
)
def check(plan: Plan) -> Findings:
    """Bản ban hành không còn chữ «DỰ THẢO».

    Ghi «DỰ THẢO» trên bản đang lấy ý kiến là thói quen làm việc, không phải thành phần thể thức; xóa trước khi ký.
    """
    for line in components(plan).of("draft"):
        yield Finding(line.span, "xóa chữ «dự thảo» trước khi ban hành")
    for number, block in enumerate(plan.document.blocks):
        if block.part in ("header", "footer") and DRAFT.match(fold(block.text)):
            yield Finding(Span(number, 0, len(block.text)), "xóa chữ «dự thảo» trước khi ban hành")
