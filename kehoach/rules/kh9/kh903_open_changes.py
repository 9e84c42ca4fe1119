from __future__ import annotations

from ...model import Finding, Findings, Note, Plan, Severity, Span
from .. import Bad, Good, rule


@rule(
    "KH903",
    "open-changes",
    Severity.WARNING,
    source="Quy ước của kehoach: bản trình ký, ban hành không còn vết sửa; Nghị định 30/2020/NĐ-CP, Điều 12",
    english="the file still has tracked changes; accept or reject them",
    bad=(Bad("Số: 12/KH-UBND", at="", notes=(Note("tracked", "tệp còn 3 chỗ sửa đang được theo dõi"),)),),
    good=(Good("Số: 12/KH-UBND"),),
)
def check(plan: Plan) -> Findings:
    """Tệp còn các chỗ sửa được theo dõi (Track Changes) chưa chấp nhận hoặc từ chối.

    Chữ đã chèn được đọc như đã chấp nhận, chữ đã xóa coi như không còn. Trước khi trình ký phải chấp nhận hoặc
    từ chối hết, vì người mở tệp có thể nhìn thấy nội dung cũ.
    """
    for note in plan.document.notes:
        if note.code == "tracked":
            yield Finding(Span(0, 0, 0), f"{note.text}; chấp nhận hoặc từ chối hết trước khi trình ký")
