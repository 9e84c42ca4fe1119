from __future__ import annotations

from ...model import Finding, Findings, Note, Plan, Severity, Span
from .. import Bad, Good, rule


@rule(
    "KH901",
    "unreadable",
    Severity.ERROR,
    source="Quy ước của kehoach: tệp không đọc được thì không coi là đạt",
    english="the file cannot be read",
    bad=(Bad("Số: 12/KH-UBND", at="", notes=(Note("unreadable", "tệp .docx bị cắt cụt, không mở được"),)),),
    good=(Good("Số: 12/KH-UBND"),),
)
def check(plan: Plan) -> Findings:
    """Tệp không mở được hoặc không đọc được thì không kiểm tra được gì.

    Hãy mở tệp bằng Word rồi lưu lại dưới dạng .docx, hoặc xin lại bản gốc từ nơi gửi.
    """
    for note in plan.document.notes:
        if note.code == "unreadable":
            yield Finding(Span(0, 0, 0), note.text)
