"""Write the default Word layout (templates/layout/nd30.docx) anew; a clerk may edit the result in Word instead.

Measures and looks follow Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I. Run: python tools/build_layout.py [OUT.docx]
"""

from __future__ import annotations

import io
import sys
import unicodedata
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

OUT = Path(__file__).parents[1] / "templates" / "layout" / "nd30.docx"
WIDTH = 210 - 30 - 15  # between the margins, millimetres
LEFT_CELL = 65  # the issuer's half of the header; the national title needs the other 100 mm at 13 points
MOTTO = 61.5  # how long the motto is at 14 points, millimetres
FONT = "Times New Roman"
KEPT = (
    "Normal", "Heading 1", "Heading 2", "Heading 3", "Default Paragraph Font", "Normal Table", "No List", "Table Grid",
)  # fmt: skip

# name: (based on, size, bold, italic, alignment, first-line indent in cm, space before, space after, keep with next)
STYLES: dict[str, tuple[str, float, bool, bool, Any, float, float, float, bool]] = {
    "KH Quốc hiệu": ("Normal", 13, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Tiêu ngữ": ("Normal", 14, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Cơ quan chủ quản": ("Normal", 13, False, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Cơ quan ban hành": ("Normal", 13, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Số ký hiệu": ("Normal", 13, False, False, ALIGN.CENTER, 0, 6, 0, False),
    "KH Địa danh": ("Normal", 14, False, True, ALIGN.CENTER, 0, 6, 0, False),
    "KH Tên loại": ("Normal", 14, True, False, ALIGN.CENTER, 0, 18, 0, True),
    "KH Trích yếu": ("Normal", 14, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Nội dung": ("Normal", 14, False, False, ALIGN.JUSTIFY, 1.27, 6, 0, False),
    "KH Căn cứ": ("KH Nội dung", 14, False, True, ALIGN.JUSTIFY, 1.27, 6, 0, False),
    "KH Lời kết": ("KH Nội dung", 14, False, False, ALIGN.JUSTIFY, 1.27, 6, 12, True),
    "Heading 1": ("Normal", 14, True, False, ALIGN.JUSTIFY, 1.27, 12, 0, True),
    "Heading 2": ("Normal", 14, True, False, ALIGN.JUSTIFY, 1.27, 6, 0, True),
    "Heading 3": ("Normal", 14, False, False, ALIGN.JUSTIFY, 1.27, 6, 0, True),
    "KH Nơi nhận": ("Normal", 12, True, True, ALIGN.LEFT, 0, 0, 0, True),
    "KH Dòng nơi nhận": ("Normal", 11, False, False, ALIGN.LEFT, 0, 0, 0, True),
    "KH Chức vụ": ("Normal", 14, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Họ tên": ("Normal", 14, True, False, ALIGN.CENTER, 0, 72, 0, False),
    "KH Số trang": ("Normal", 14, False, False, ALIGN.CENTER, 0, 0, 0, False),
}


def build() -> bytes:
    document: Any = Document()
    _page(document)
    _styles(document)
    _header_table(document)
    _paragraph(document, "KH Tên loại", "{{ kind }}")
    _loop(document, "line in title", "KH Trích yếu", "{{ line }}")
    _rule(document.add_paragraph(style="KH Kẻ ngang trích yếu"))
    _body(document)
    _signature_table(document)
    _page_number(document)
    _properties(document)
    _drop_unused(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return _settled(buffer.getvalue())


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def _styles(document: Any) -> None:
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    defaults = document.styles.element.find(qn("w:docDefaults"))
    letters = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(letters):
        letters.remove(child)
    letters.append(_fonts())
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), "vi-VN")
    letters.append(language)
    paragraph = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}")
    for child in list(paragraph):
        paragraph.remove(child)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True
    for name, look in STYLES.items():
        _style(document, name, *look)
    for name in ("KH Kẻ ngang cơ quan", "KH Kẻ ngang tiêu ngữ", "KH Kẻ ngang trích yếu"):
        _style(document, name, "Normal", 2, False, False, ALIGN.CENTER, 0, 1, 0, True)
    _style_border(document)


def _style(
    document: Any, name: str, base: str, size: float, bold: bool, italic: bool, align: Any, first: float,
    before: float, after: float, keep: bool,
) -> None:  # fmt: skip
    known = name in [style.name for style in document.styles]
    style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not known:  # ids are for programs: no accents, no spaces
        style.element.styleId = _identifier(name)
    properties = style.element.find(qn("w:rPr"))
    if properties is not None:  # Heading styles come with theme fonts and blue letters
        style.element.remove(properties)
    style.base_style = document.styles[base]
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, italic
    shape = style.paragraph_format
    shape.alignment, shape.first_line_indent = align, Mm(first * 10)
    shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), keep
    style.quick_style = True


def _identifier(name: str) -> str:
    """«KH Cơ quan chủ quản» → «KHCoquanchuquan»."""
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if letter.isascii() and letter.isalnum())


def _style_border(document: Any) -> None:
    """The rules under issuer, motto and title: a top border on a paragraph two points high.

    The motto never changes, so its rule's length is fixed here; the others get theirs when the plan is written.
    """
    for name in ("KH Kẻ ngang cơ quan", "KH Kẻ ngang tiêu ngữ", "KH Kẻ ngang trích yếu"):
        borders = OxmlElement("w:pBdr")
        top = OxmlElement("w:top")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
            top.set(qn(f"w:{key}"), value)
        borders.append(top)
        shape = document.styles[name].element.get_or_add_pPr()
        shape.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    motto = document.styles["KH Kẻ ngang tiêu ngữ"].paragraph_format
    motto.left_indent = motto.right_indent = Mm((WIDTH - LEFT_CELL - MOTTO) / 2)


def _rule(paragraph: Any) -> None:
    """Nothing to write: the style draws the line. A run would make the paragraph taller."""


def _fonts() -> Any:
    fonts = OxmlElement("w:rFonts")
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)
    return fonts


def _paragraph(holder: Any, style: str, text: str) -> None:
    holder.add_paragraph(text, style=style)


def _loop(holder: Any, over: str, style: str, text: str) -> None:
    for line in (f"{{%p for {over} %}}", text, "{%p endfor %}"):
        _paragraph(holder, style, line)


def _table(document: Any, rows: int, widths: tuple[float, float]) -> Any:
    table = document.add_table(rows, 2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _cell(cell: Any) -> Any:
    """A cell without the empty paragraph it is born with."""
    cell._tc.remove(cell.paragraphs[0]._p)
    return cell


def _header_table(document: Any) -> None:
    document._body.clear_content()
    table = _table(document, 2, (LEFT_CELL, WIDTH - LEFT_CELL))
    issuer, nation, number, place = (_cell(cell) for row in table.rows for cell in row.cells)
    _loop(issuer, "line in superior", "KH Cơ quan chủ quản", "{{ line }}")
    _loop(issuer, "line in issuer", "KH Cơ quan ban hành", "{{ line }}")
    _rule(issuer.add_paragraph(style="KH Kẻ ngang cơ quan"))
    _paragraph(nation, "KH Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    _paragraph(nation, "KH Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc")
    _rule(nation.add_paragraph(style="KH Kẻ ngang tiêu ngữ"))
    _paragraph(number, "KH Số ký hiệu", "{{ number }}")
    _paragraph(place, "KH Địa danh", "{{ place_date }}")


def _body(document: Any) -> None:
    looks = {
        "heading1": "Heading 1", "heading2": "Heading 2", "heading3": "Heading 3", "basis": "KH Căn cứ",
        "body": "KH Nội dung", "closing": "KH Lời kết",
    }  # fmt: skip
    _paragraph(document, "KH Nội dung", "{%p for paragraph in paragraphs %}")
    for key, style in looks.items():
        _paragraph(document, "KH Nội dung", f"{{%p if paragraph.{key} %}}")
        _paragraph(document, style, "{{ paragraph.text }}")
        _paragraph(document, "KH Nội dung", "{%p endif %}")
    _paragraph(document, "KH Nội dung", "{%p endfor %}")


def _signature_table(document: Any) -> None:
    table = _table(document, 1, (WIDTH / 2 - 2.5, WIDTH / 2 + 2.5))
    recipients, signer = (_cell(cell) for cell in table.rows[0].cells)
    _paragraph(recipients, "KH Nơi nhận", "Nơi nhận:")
    _loop(recipients, "line in recipients", "KH Dòng nơi nhận", "{{ line }}")
    _loop(signer, "line in signing", "KH Chức vụ", "{{ line }}")
    _paragraph(signer, "KH Họ tên", "{{ signer }}")


def _page_number(document: Any) -> None:
    section = document.sections[0]
    section.header.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    section.first_page_header.paragraphs[0].style = document.styles["KH Số trang"]
    paragraph = section.header.paragraphs[0]
    paragraph.style = document.styles["KH Số trang"]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _properties(document: Any) -> None:
    core = document.core_properties
    core.author = core.last_modified_by = core.title = core.subject = core.keywords = core.comments = ""
    core.language = "vi-VN"
    core.created = core.modified = datetime(2020, 3, 5)


def _drop_unused(document: Any) -> None:
    """Parts of python-docx's own template that no plan needs: half a megabyte of effects, a picture of another file."""
    unused = ("stylesWithEffects", "customXml", "numbering", "webSettings", "thumbnail")
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in unused:
                del part.rels[key]


def _settled(source: bytes) -> bytes:
    """The same package with fixed times, so that building twice gives the same bytes; no thumbnail of another file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), old.read(item), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


if __name__ == "__main__":
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(build())
    print(out)
