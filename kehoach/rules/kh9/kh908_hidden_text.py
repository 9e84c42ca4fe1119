from __future__ import annotations

from ...model import Finding, Findings, Note, Plan, Severity, Span
from .. import Bad, Good, rule


@rule(
    "KH908",
    "hidden-text",
    Severity.WARNING,
    source="Quy ước của kehoach: tệp gửi đi không mang theo chữ mà người đọc không thấy",
    english="the file has hidden text",
    bad=(Bad("Số: 12/KH-UBND", at="", notes=(Note("hidden", "tệp có chữ ẩn, không hiện ra khi in"),)),),
    good=(Good("Số: 12/KH-UBND"),),
)
def check(plan: Plan) -> Findings:
    """Tệp có chữ ẩn (Hidden): không hiện ra khi in nhưng vẫn đi theo tệp khi gửi.

    Bật hiện dấu định dạng (Ctrl+Shift+8) để thấy chữ ẩn. Chữ ẩn không được xét như nội dung của kế hoạch.
    """
    for note in plan.document.notes:
        if note.code == "hidden":
            yield Finding(Span(0, 0, 0), f"{note.text}; xóa đi hoặc cho hiện lại trước khi trình ký")
