"""A plan of four pages as an officer writes it in Word, right in every particular, for tests that spoil it."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

BODY = (
    ("basis", "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;"),
    ("basis", "Căn cứ Quyết định số 131/QĐ-TTg ngày 25/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án “Tăng cường ứng dụng "
     "công nghệ thông tin và chuyển đổi số trong giáo dục và đào tạo giai đoạn 2022 - 2025, định hướng đến năm 2030”."),
    ("body", "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân xã Đồng Lâm về chuyển đổi số năm 2026, "
     "Trường Trung học cơ sở Đồng Lâm ban hành Kế hoạch với các nội dung sau:"),
    ("section", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("clause", "1. Mục đích"),
    ("body", "a) Nâng cao nhận thức, kỹ năng số của cán bộ quản lý, giáo viên, nhân viên và học sinh; từng bước đổi mới phương "
     "pháp dạy học, kiểm tra, đánh giá và quản lý trong nhà trường."),
    ("body", "b) Bảo đảm mọi học sinh đều được tiếp cận học liệu số, phù hợp với điều kiện của gia đình và của nhà trường."),
    ("clause", "2. Yêu cầu"),
    ("body", "a) Việc chuyển đổi số phải thiết thực, tiết kiệm, gắn với nhiệm vụ năm học; phân công rõ người, rõ việc, rõ thời "
     "gian và rõ kết quả."),
    ("body", "b) Phát huy vai trò nòng cốt của các tổ chuyên môn, sự phối hợp của cha mẹ học sinh và sự ủng hộ của các tầng lớp "
     "Nhân dân trong xã."),
    ("section", "II. NỘI DUNG"),
    ("clause", "1. Dạy học trên nền tảng số"),
    ("body", "a) Mỗi tổ chuyên môn xây dựng ít nhất hai chủ đề dạy học trực tuyến trong một học kỳ, đưa lên kho học liệu dùng "
     "chung của nhà trường (Phụ lục kèm theo)."),
    ("body", "b) Giáo viên sử dụng thành thạo phần mềm quản lý lớp học; ghi nhận xét, đánh giá học sinh trên sổ điểm điện tử đúng "
     "thời gian quy định."),
    ("clause", "2. Quản trị nhà trường"),
    ("body", "a) Hồ sơ của giáo viên, học sinh được số hóa và ký số theo khoản 2 Điều 15 Luật Giao dịch điện tử."),
    ("body", "b) Thông tin giữa nhà trường và cha mẹ học sinh được trao đổi qua sổ liên lạc điện tử, thay cho thông báo bằng giấy."),
    ("section", "III. KINH PHÍ THỰC HIỆN"),
    ("body", "Kinh phí thực hiện được bố trí từ dự toán chi thường xuyên của nhà trường theo quy định về quản lý ngân sách nhà nước "
     "và các nguồn hợp pháp khác."),
    ("section", "IV. TỔ CHỨC THỰC HIỆN"),
    ("clause", "1. Ban giám hiệu"),
    ("body", "Chỉ đạo, kiểm tra việc thực hiện; tổng hợp kết quả, báo cáo Ủy ban nhân dân xã Đồng Lâm trước ngày 25 tháng 11 năm 2026."),
    ("clause", "2. Các tổ chuyên môn"),
    ("body", "Cụ thể hóa nhiệm vụ trong kế hoạch của tổ; báo cáo kết quả với Hiệu trưởng trước ngày 15 tháng 11 năm 2026."),
    ("body", "Trên đây là Kế hoạch chuyển đổi số năm 2026 của Trường Trung học cơ sở Đồng Lâm. Trong quá trình thực hiện, nếu có "
     "vướng mắc, các tổ báo cáo Hiệu trưởng để xem xét, giải quyết./."),
)  # fmt: skip
RECIPIENTS = ("- UBND xã Đồng Lâm (để b/c);", "- Các tổ chuyên môn (để t/h);", "- Lưu: VT.")


def plan() -> Any:
    """A python-docx document to spoil."""
    return Document(io.BytesIO(_bytes()))


@cache
def _bytes() -> bytes:
    document = Document()
    page(document.sections[0])
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    _head(document)
    centred(document, "KẾ HOẠCH", bold=True)
    line(centred(document, "Chuyển đổi số năm 2026", bold=True))
    for name, text in BODY:
        _paragraph(document, name, text)
    _foot(document)
    _annex(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    run = paragraph.add_run("2")
    run.font.size = Pt(14)
    field.append(run._r)


def _head(document: Any) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    centred(left, "UBND XÃ ĐỒNG LÂM", size=13, first=True)
    line(centred(left, "TRƯỜNG TRUNG HỌC CƠ SỞ ĐỒNG LÂM", size=13, bold=True))
    centred(left, "Số: 12/KH-THCSĐL", size=13)
    centred(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True, first=True)
    line(centred(right, "Độc lập - Tự do - Hạnh phúc", bold=True))
    centred(right, "Đồng Lâm, ngày 25 tháng 02 năm 2026", italic=True)


def centred(
    where: Any, text: str, *, size: float = 14, bold: bool = False, italic: bool = False, first: bool = False
) -> Any:
    """A centred paragraph with one run; `first` takes the paragraph that a new cell has."""
    paragraph = where.paragraphs[0] if first else where.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.alignment = ALIGN.CENTER
    return paragraph


def line(above: Any) -> Any:
    """An empty paragraph with a border, right below."""
    paragraph = above.insert_paragraph_before("")
    above._p.addnext(paragraph._p)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{key}"), value)
    border.append(top)
    paragraph._p.get_or_add_pPr().append(border)
    return paragraph


def _paragraph(document: Any, name: str, text: str) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = name in ("section", "clause"), name == "basis"
    shape = paragraph.paragraph_format
    shape.alignment, shape.first_line_indent, shape.space_after = ALIGN.JUSTIFY, Cm(1.27), Pt(6)


def _foot(document: Any) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    label = left.paragraphs[0].add_run("Nơi nhận:")
    label.bold = label.italic = True
    label.font.size = Pt(12)
    for text in RECIPIENTS:
        left.add_paragraph().add_run(text).font.size = Pt(11)
    centred(right, "KT. HIỆU TRƯỞNG", bold=True, first=True)
    centred(right, "PHÓ HIỆU TRƯỞNG", bold=True)
    centred(right, "Nguyễn Thị Minh", bold=True)


def _annex(document: Any) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.append(numbering)
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Mm(30),
        Mm(20),
        Mm(20),
        Mm(20),
    )
    centred(document, "Phụ lục", bold=True)
    centred(document, "DANH MỤC CHỦ ĐỀ DẠY HỌC TRỰC TUYẾN", bold=True)
    centred(document, "(Kèm theo Kế hoạch số 12/KH-THCSĐL ngày 25 tháng 02 năm 2026)", italic=True)
    table = document.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, ("TT", "Chủ đề", "Tổ chuyên môn"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for cell, text in zip(table.rows[1].cells, ("1", "Đọc hiểu văn bản thông tin", "Ngữ văn"), strict=True):
        cell.paragraphs[0].add_run(text)
