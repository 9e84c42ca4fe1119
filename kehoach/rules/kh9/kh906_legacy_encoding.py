from __future__ import annotations

from ...model import Finding, Findings, Note, Plan, Severity, Span
from .. import Bad, Good, rule


@rule(
    "KH906",
    "legacy-encoding",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4: phông chữ tiếng Việt Times New Roman, "
    "bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001",
    english="the text is in a character set from before Unicode",
    bad=(Bad("Số: 12/KH-UBND", at="", notes=(Note("legacy", "bảng mã TCVN3 (ABC); phông .VnTime"),)),),
    good=(Good("Số: 12/KH-UBND"),),
)
def check(plan: Plan) -> Findings:
    """Tệp gõ bằng bảng mã cũ (TCVN3, VNI-Windows, VIQR), không phải Unicode.

    Chữ đã được chuyển sang Unicode để đọc, nên các quy tắc khác vẫn xét như thường. Trước khi ban hành phải
    chuyển cả tệp sang Unicode và dùng phông Times New Roman, vì máy không có phông cũ sẽ hiện sai chữ.
    """
    for note in plan.document.notes:
        if note.code == "legacy":
            yield Finding(
                Span(0, 0, 0), f"tệp không dùng Unicode ({note.text}); đã chuyển mã để đọc, nên lưu lại bằng Unicode"
            )
