"""Write the Word layouts (templates/layout/*.docx) anew; a clerk may edit the results in Word instead.

Measures and looks follow Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I. Run: python tools/build_layout.py [FOLDER]
"""

from __future__ import annotations

import io
import sys
import unicodedata
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

OUT = Path(__file__).parents[1] / "templates" / "layout"
FONT = "Times New Roman"


@dataclass(frozen=True)
class Office:
    """What one office's layout has of its own, within the decree; margins, widths, indents in millimetres, else points.

    `left_cell` is the issuer's half of the header: the national title needs 100 mm at 13 points.
    """

    file: str
    margins: tuple[float, float, float, float] = (20, 20, 30, 15)  # top, bottom, left, right
    left_cell: float = 65
    size: float = 14
    line: float = 1.0
    before: float = 6
    first: float = 12.7
    numbered: bool = True  # Word counts the headings; otherwise numbers are typed
    mark_above: bool = False  # «DỰ THẢO» over the issuer's name, not under the number

    @property
    def width(self) -> float:
        return 210 - self.margins[2] - self.margins[3]

    @property
    def motto(self) -> float:
        """How long the motto is, millimetres."""
        return 61.5 / 14 * self.size


OFFICES = (
    Office("nd30.docx"),
    Office("truong-hoc.docx", (20, 20, 30, 15), 65, 13, 1.15, 6, 10, numbered=False),
    Office("ubnd-xa.docx", (25, 25, 30, 15), 65, 14, 1.1, 8, 12.7, mark_above=True),
)
KEPT = (
    "Normal", "Heading 1", "Heading 2", "Heading 3", "Default Paragraph Font", "Normal Table", "No List", "Table Grid",
)  # fmt: skip

HEAD = frozenset({"KH Quốc hiệu", "KH Cơ quan chủ quản", "KH Cơ quan ban hành"})
BODY = 14.0  # points; an office that prints 13 has this much less of what follows the body's size
# name: (based on, size, bold, italic, alignment, first-line indent, space before, space after, keep with next)
# An indent or a space of -1 is the office's own.
STYLES: dict[str, tuple[str, float, bool, bool, Any, float, float, float, bool]] = {
    "KH Quốc hiệu": ("Normal", 13, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Tiêu ngữ": ("Normal", BODY, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Cơ quan chủ quản": ("Normal", 13, False, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Cơ quan ban hành": ("Normal", 13, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Số ký hiệu": ("Normal", 13, False, False, ALIGN.CENTER, 0, 6, 0, False),
    "KH Dự thảo": ("Normal", 13, True, False, ALIGN.CENTER, 0, 0, 6, False),
    "KH Địa danh": ("Normal", BODY, False, True, ALIGN.CENTER, 0, 6, 0, False),
    "KH Tên loại": ("Normal", 14, True, False, ALIGN.CENTER, 0, 18, 0, True),
    "KH Trích yếu": ("Normal", 14, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Nội dung": ("Normal", BODY, False, False, ALIGN.JUSTIFY, -1, -1, 0, False),
    "KH Khoản": ("KH Nội dung", BODY, False, False, ALIGN.JUSTIFY, -1, -1, 0, False),
    "KH Căn cứ": ("KH Nội dung", BODY, False, True, ALIGN.JUSTIFY, -1, -1, 0, False),
    "KH Lời kết": ("KH Nội dung", BODY, False, False, ALIGN.JUSTIFY, -1, -1, 12, True),
    "Heading 1": ("Normal", BODY, True, False, ALIGN.JUSTIFY, -1, 12, 0, True),
    "Heading 2": ("Normal", BODY, True, False, ALIGN.JUSTIFY, -1, -1, 0, True),
    "Heading 3": ("Normal", BODY, False, False, ALIGN.JUSTIFY, -1, -1, 0, True),
    "KH Tên bảng": ("KH Nội dung", BODY, False, False, ALIGN.JUSTIFY, -1, -1, 6, True),
    "KH Đầu bảng": ("Normal", 13, True, False, ALIGN.CENTER, 0, 3, 3, True),
    "KH Ô bảng": ("Normal", 13, False, False, ALIGN.LEFT, 0, 3, 3, False),
    "KH Tên phụ lục": ("Normal", 14, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Kèm theo": ("Normal", 14, False, True, ALIGN.CENTER, 0, 0, 12, True),
    "KH Nơi nhận": ("Normal", 12, True, True, ALIGN.LEFT, 0, 0, 0, True),
    "KH Dòng nơi nhận": ("Normal", 11, False, False, ALIGN.LEFT, 0, 0, 0, False),
    "KH Chức vụ": ("Normal", BODY, True, False, ALIGN.CENTER, 0, 0, 0, True),
    "KH Họ tên": ("Normal", BODY, True, False, ALIGN.CENTER, 0, 72, 0, False),
    "KH Số trang": ("Normal", BODY, False, False, ALIGN.CENTER, 0, 0, 0, False),
    "KH Ngắt phần": ("Normal", 1, False, False, ALIGN.LEFT, 0, 0, 0, False),
    "KH Cuối bảng": ("Normal", 1, False, False, ALIGN.LEFT, 0, 0, 0, False),
}
SPACED = ("KH Nội dung", "KH Khoản", "KH Căn cứ", "KH Lời kết", "KH Tên bảng", "Heading 1", "Heading 2", "Heading 3")
# The list that Word counts by: which style stands at which level, and how its number looks. Points a), b), c), d), đ)
# are typed, for Word's letters have no «đ». Numbered text counts with the second level; a level belongs to one style
# only, so its paragraph says so itself.
LIST = (("Heading 1", 0, "upperRoman", "%1."), ("Heading 2", 1, "decimal", "%2."))
NUMBERED = {"Heading 1": 0, "Heading 2": 1, "KH Khoản": 1}


def build(office: Office = OFFICES[0]) -> bytes:
    document: Any = Document()
    _page(document, office)
    _styles(document, office)
    _header_table(document, office)
    _paragraph(document, "KH Tên loại", "{{ kind }}")
    _loop(document, "line in title", "KH Trích yếu", "{{ line }}")
    _rule(document.add_paragraph(style="KH Kẻ ngang trích yếu"))
    _body(document, office)
    _signature_table(document, office)
    _paragraph(document, "KH Cuối bảng", "")  # Word adds one after a last table, so tall that it may take a new page
    _page_number(document)
    _properties(document)
    _settings(document)
    _drop_unused(document, office)
    buffer = io.BytesIO()
    document.save(buffer)
    return _settled(buffer.getvalue())


def _page(document: Any, office: Office) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, office.margins)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def _styles(document: Any, office: Office) -> None:
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
    for name, (base, size, bold, italic, align, first, before, after, keep) in STYLES.items():
        # the sizes of the head go up and down with the body's: 13-14-14 or 12-13-13
        size = office.size - 1 if name in HEAD else size
        size = office.size if size == BODY and "phụ lục" not in name and "Kèm" not in name else size
        first, before = office.first if first < 0 else first, office.before if before < 0 else before
        _style(document, name, base, size, bold, italic, align, first, before, after, keep)
        if name in SPACED:
            document.styles[name].paragraph_format.line_spacing = office.line
    for name in ("KH Kẻ ngang cơ quan", "KH Kẻ ngang tiêu ngữ", "KH Kẻ ngang trích yếu"):
        _style(document, name, "Normal", 2, False, False, ALIGN.CENTER, 0, 3, 0, True)
    document.styles["KH Cuối bảng"].font.hidden = True  # takes no room, even on a page that is full
    _style_border(document, office)
    _table_style(document)
    _list(document, office)


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
    shape.alignment, shape.first_line_indent = align, Mm(first)
    shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), keep
    style.quick_style = True


def _identifier(name: str) -> str:
    """«KH Cơ quan chủ quản» → «KHCoquanchuquan»."""
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if letter.isascii() and letter.isalnum())


def _style_border(document: Any, office: Office) -> None:
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
    motto.left_indent = motto.right_indent = Mm((office.width - office.left_cell - office.motto) / 2)


def _table_style(document: Any) -> None:
    """Tables of tasks: thin lines all around, a header row that stands out."""
    style = document.styles.add_style("KH Bảng", WD_STYLE_TYPE.TABLE)
    style.element.styleId = _identifier("KH Bảng")
    style.base_style = document.styles["Normal Table"]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    style.element.append(parse_xml(f"<w:tblPr {nsdecls('w')}><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"))
    head = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
    style.element.append(parse_xml(f'<w:tblStylePr {nsdecls("w")} w:type="firstRow">{head}</w:tblStylePr>'))


def _list(document: Any, office: Office) -> None:
    """Headings that Word counts itself: one list of two levels, tied to their styles."""
    if not office.numbered:
        return
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{document.styles[name].style_id}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{Mm(office.first).twips}"/></w:pPr></w:lvl>'
        for name, level, form, text in LIST
    )
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    kind = '<w:multiLevelType w:val="multilevel"/>'
    root.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="0">{kind}{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))
    for name, level, _, _ in LIST:
        _count(document.styles[name].element.get_or_add_pPr(), level)


def _count(properties: Any, level: int) -> None:
    number = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')
    after = ("suppressLineNumbers", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl")
    properties.insert_element_before(number, *(f"w:{one}" for one in after))


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
    look = properties.find(qn("w:tblLook"))
    for name in ("firstRow", "firstColumn"):  # it only sets things side by side: nothing in it is a header
        look.set(qn(f"w:{name}"), "0")
    look.set(qn("w:val"), "0400")
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


def _header_table(document: Any, office: Office) -> None:
    document._body.clear_content()
    table = _table(document, 2, (office.left_cell, office.width - office.left_cell))
    issuer, nation, number, place = (_cell(cell) for row in table.rows for cell in row.cells)
    if office.mark_above:
        _loop(issuer, "line in draft_mark", "KH Dự thảo", "{{ line }}")
    _loop(issuer, "line in superior", "KH Cơ quan chủ quản", "{{ line }}")
    _loop(issuer, "line in issuer", "KH Cơ quan ban hành", "{{ line }}")
    _rule(issuer.add_paragraph(style="KH Kẻ ngang cơ quan"))
    _paragraph(nation, "KH Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    _paragraph(nation, "KH Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc")
    _rule(nation.add_paragraph(style="KH Kẻ ngang tiêu ngữ"))
    _paragraph(number, "KH Số ký hiệu", "{{ number }}")
    if not office.mark_above:
        _loop(number, "line in draft_mark", "KH Dự thảo", "{{ line }}")
    _paragraph(place, "KH Địa danh", "{{ place_date }}")


def _body(document: Any, office: Office) -> None:
    looks = {
        "heading1": "Heading 1", "heading2": "Heading 2", "heading3": "Heading 3", "basis": "KH Căn cứ",
        "body": "KH Nội dung", "item": "KH Khoản", "table": "KH Tên bảng", "closing": "KH Lời kết",
    }  # fmt: skip
    _paragraph(document, "KH Nội dung", "{%p for paragraph in paragraphs %}")
    for key, style in looks.items():
        counted = office.numbered and style in NUMBERED
        _paragraph(document, "KH Nội dung", f"{{%p if paragraph.{key} %}}")
        _paragraph(document, style, "{{ paragraph.words }}" if counted else "{{ paragraph.text }}")
        if counted and key == "item":
            _count(document.paragraphs[-1]._p.get_or_add_pPr(), NUMBERED[style])
        _paragraph(document, "KH Nội dung", "{%p endif %}")
    _paragraph(document, "KH Nội dung", "{%p endfor %}")


def _signature_table(document: Any, office: Office) -> None:
    table = _table(document, 1, (office.width / 2 - 2.5, office.width / 2 + 2.5))
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


def _settings(document: Any) -> None:
    """Word's settings of today, not of 2010 («compatibility mode»), for Vietnamese; and no program's name but ours."""
    root = document.settings.element
    for name in ("rsids", "proofState", "savePreviewPicture", "doNotAutoCompressPictures", "compat", "zoom"):
        for child in root.findall(qn(f"w:{name}")):
            root.remove(child)
    about = "http://schemas.microsoft.com/office/word"
    set_ = f'<w:compatSetting w:name="compatibilityMode" w:uri="{about}" w:val="15"/>'
    root.insert(0, parse_xml(f'<w:zoom {nsdecls("w")} w:percent="100"/>'))
    root.find(qn("w:characterSpacingControl")).addnext(parse_xml(f"<w:compat {nsdecls('w')}>{set_}</w:compat>"))
    language = root.find(qn("w:themeFontLang"))
    for name in ("val", "eastAsia"):
        language.set(qn(f"w:{name}"), "vi-VN")
    package = document.part.package
    app = next(part for part in package.parts if str(part.partname) == "/docProps/app.xml")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    app._blob = f'{head}\n<Properties xmlns="{kind}"><Application>kehoach</Application></Properties>'.encode()


def _drop_unused(document: Any, office: Office) -> None:
    """Parts of python-docx's own template that no plan needs: half a megabyte of effects, a picture of another file."""
    unused = ["stylesWithEffects", "customXml", "webSettings", "thumbnail", *([] if office.numbered else ["numbering"])]
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
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    folder.mkdir(parents=True, exist_ok=True)
    for one in OFFICES:
        (folder / one.file).write_bytes(build(one))
        print(folder / one.file)
