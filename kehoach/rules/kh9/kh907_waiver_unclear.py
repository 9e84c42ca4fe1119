from __future__ import annotations

from ...model import Finding, Findings, Note, Plan, Severity, Span
from .. import Bad, Good, rule

SAID = "ghi chú «kehoach: bỏ qua KH302» thiếu lý do nên không có hiệu lực"


@rule(
    "KH907",
    "waiver-unclear",
    Severity.WARNING,
    source="Quy ước của kehoach: bỏ qua một phát hiện thì phải nêu lý do để người duyệt sau biết",
    english="a remark that lets a finding pass has no reason, no such rule or no place",
    bad=(Bad("Số: 12/KH-UBND", at="", notes=(Note("waiver", SAID),)),),
    good=(Good("Số: 12/KH-UBND"), Good("Số: 12/KH-UBND", notes=(Note("tracked", "3 chỗ sửa"),))),
)
def check(plan: Plan) -> Findings:
    """Ghi chú bỏ qua phát hiện của kehoach viết chưa đủ nên không có hiệu lực.

    Chọn các chữ có phát hiện, thêm ghi chú (Comment) viết: «kehoach: bỏ qua KH302 — lý do». Phải có mã quy tắc và
    lý do; các phát hiện được bỏ qua vẫn được đếm ở phần tổng kết.
    """
    for note in plan.document.notes:
        if note.code == "waiver":
            yield Finding(note.at or Span(0, 0, 0), f"{note.text}; viết: «kehoach: bỏ qua KH302 — lý do»")
    if plan.document.waivers:
        from .. import RULES

        for waiver in plan.document.waivers:
            for code in waiver.codes:
                if not any(id.startswith(code) for id in RULES):
                    yield Finding(waiver.places[0], f"ghi chú bỏ qua «{code}», nhưng không có quy tắc này")
