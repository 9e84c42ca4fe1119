from __future__ import annotations

from ...model import Finding, Findings, Note, Plan, Severity, Span
from .. import Bad, Good, rule

SCANNED = "toàn bộ văn bản là ảnh quét, chữ do máy nhận dạng; độ tin cậy trang 1: 95%, trang 2: 88%"


@rule(
    "KH905",
    "text-is-ocr",
    Severity.INFO,
    source="Quy ước của kehoach: chữ do máy nhận dạng từ ảnh phải được người đọc đối chiếu",
    english="the text was recognised from a scan (OCR)",
    bad=(Bad("Số: 12/KH-UBND", at="", notes=(Note("ocr", SCANNED),)),),
    good=(Good("Số: 12/KH-UBND"), Good("Số: 12/KH-UBND", notes=(Note("tracked", "3 chỗ sửa"),))),
)
def check(plan: Plan) -> Findings:
    """Văn bản là ảnh quét hoặc ảnh chụp, chữ do máy nhận dạng nên có thể sai.

    Con dấu, chữ ký, chữ viết tay che khuất chữ in; số, ngày, tên người cần đối chiếu với bản giấy trước khi viện dẫn.
    Nếu có bản .docx gốc thì nên dùng bản đó.
    """
    for note in plan.document.notes:
        if note.code == "ocr":
            yield Finding(Span(0, 0, 0), f"{note.text}; hãy đối chiếu số, ngày, tên người với bản gốc")
