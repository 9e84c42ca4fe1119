from __future__ import annotations

from ...model import Finding, Findings, Note, Plan, Severity, Span
from .. import Bad, Good, rule


@rule(
    "KH904",
    "comments-left",
    Severity.WARNING,
    source="Quy ước của kehoach: bản trình ký, ban hành không còn ý kiến góp ý; Nghị định 30/2020/NĐ-CP, Điều 12",
    english="the file still has comments; answer and delete them",
    bad=(Bad("Số: 12/KH-UBND", at="", notes=(Note("comments", "tệp còn 2 ghi chú bên lề"),)),),
    good=(Good("Số: 12/KH-UBND"),),
)
def check(plan: Plan) -> Findings:
    """Tệp còn ghi chú (Comments) của người góp ý.

    Trước khi trình ký phải xử lý và xóa hết ghi chú, vì chúng đi theo tệp khi gửi.
    """
    for note in plan.document.notes:
        if note.code == "comments":
            yield Finding(Span(0, 0, 0), f"{note.text}; xử lý rồi xóa hết trước khi trình ký")
