from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, rule

RUINED = (
    "Thuc hién Ké hoach s6 337/KH-UBND ngay 29/12/2023 cia Uy ban nhan dan thanh phé vé viéc thuc hién "
    "Quyét dinh s6 1315/QD-TTg ngay 09/11/2023 cua Thu tuong Chinh phu ban hanh Ké hoach trién khai Phong trao"
)
SOUND = (
    "Thực hiện Kế hoạch số 337/KH-UBND ngày 29/12/2023 của Ủy ban nhân dân thành phố về việc thực hiện "
    "Quyết định số 1315/QĐ-TTg ngày 09/11/2023 của Thủ tướng Chính phủ ban hành Kế hoạch triển khai Phong trào"
)


@rule(
    "KH902",
    "damaged-text",
    Severity.INFO,
    source="Quy ước của kehoach: văn bản mất dấu thì không xét cách viết",
    english="the text lost its diacritics (OCR without Vietnamese)",
    bad=(Bad(RUINED, at=""),),
    good=(Good(SOUND),),
)
def check(plan: Plan) -> Findings:
    """Văn bản nhận dạng từ bản quét bị mất dấu, sai chữ.

    Số, ký hiệu, ngày tháng và tên cơ quan vẫn được hiểu theo dạng đúng; các quy tắc về cách viết thì không xét.
    Nên nhận dạng lại bằng phần mềm có tiếng Việt, hoặc dùng bản .docx gốc.
    """
    if plan.document.damaged:
        yield Finding(Span(0, 0, 0), "văn bản bị mất dấu do nhận dạng ký tự; nên dùng bản gốc hoặc nhận dạng lại")
