"""The defects of presentation that are planted in a plan that is right, each with the rule that must find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.text.run import Run

from .planfile import RECIPIENTS, centred

Spoil = Callable[[Any], Any]
LONG = "a) Nâng cao"


def paragraphs(document: Any) -> Iterator[Any]:
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs
    yield from document.paragraphs
    yield from document.sections[0].header.paragraphs


def at(document: Any, start: str) -> Any:
    """The one paragraph that begins so."""
    (found,) = [paragraph for paragraph in paragraphs(document) if paragraph.text.startswith(start)]
    return found


def letters(start: str, **looks: Any) -> Spoil:
    """Change the font of a paragraph's run."""

    def spoil(document: Any) -> None:
        font = at(document, start).runs[0].font
        for name, value in looks.items():
            setattr(font, name, value)

    return spoil


def shape(start: str, **looks: Any) -> Spoil:
    """Change the format of a paragraph."""

    def spoil(document: Any) -> None:
        for name, value in looks.items():
            setattr(at(document, start).paragraph_format, name, value)

    return spoil


def words(old: str, new: str) -> Spoil:
    """Change the words of the one run that has them."""

    def spoil(document: Any) -> None:
        (run,) = [run for paragraph in paragraphs(document) for run in paragraph.runs if old in run.text]
        run.text = run.text.replace(old, new)

    return spoil


def section(number: int = 0, **measures: Any) -> Spoil:
    def spoil(document: Any) -> None:
        for name, value in measures.items():
            setattr(document.sections[number], name, value)

    return spoil


def style(**looks: Any) -> Spoil:
    """Change the style Normal, on which every paragraph stands."""

    def spoil(document: Any) -> None:
        for name, value in looks.items():
            setattr(document.styles["Normal"].paragraph_format, name, value)

    return spoil


def gone(start: str) -> Spoil:
    def spoil(document: Any) -> None:
        element = at(document, start)._p
        element.getparent().remove(element)

    return spoil


def gone_line(start: str) -> Spoil:
    """Remove the empty paragraph with the line below a paragraph."""

    def spoil(document: Any) -> None:
        element = at(document, start)._p.getnext()
        assert element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None
        element.getparent().remove(element)

    return spoil


def swapped(one: str, other: str) -> Spoil:
    def spoil(document: Any) -> None:
        first, second = at(document, one), at(document, other)
        first.runs[0].text, second.runs[0].text = second.runs[0].text, first.runs[0].text
        for name in ("size", "bold", "italic"):
            values = [getattr(paragraph.runs[0].font, name) for paragraph in (first, second)]
            setattr(first.runs[0].font, name, values[1])
            setattr(second.runs[0].font, name, values[0])

    return spoil


def font_of_defaults(document: Any) -> None:
    """Arial in the defaults of the document, with no font in the style."""
    fonts = document.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    fonts.getparent().remove(fonts)
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:rFonts")):
        defaults.remove(old)
    new = OxmlElement("w:rFonts")
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        new.set(qn(name), "Arial")
    defaults.insert(0, new)


def font_of_style(document: Any) -> None:
    document.styles["Normal"].font.name = "Calibri"


def one_style_for_a_paragraph(document: Any) -> None:
    """A paragraph style of its own, in another font: nothing is said in the run."""
    new = document.styles.add_style("Trích dẫn", 1)
    new.base_style, new.font.name = document.styles["Normal"], "Arial"
    at(document, LONG).style = new


def half_a_paragraph(document: Any) -> None:
    at(document, LONG).add_run(" Học để biết.").font.name = "Tahoma"


def every_fifth_word(document: Any) -> None:
    """Mixed formatting all over: to be reported once."""
    for paragraph in document.paragraphs:
        for position, run in enumerate(paragraph.runs):
            if position == 0 and paragraph.text.startswith(("a)", "b)")):
                run.font.name = "Arial"


def turned(document: Any) -> None:
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)


def page_number_in_footer(document: Any) -> None:
    page = document.sections[0]
    for element in list(page.header.paragraphs[0]._p):
        page.footer.paragraphs[0]._p.append(element)


def page_number(**looks: Any) -> Spoil:
    """Change the letters of the page number, which stand in a field."""

    def spoil(document: Any) -> None:
        paragraph = document.sections[0].header.paragraphs[0]
        font = Run(paragraph._p.find(f".//{qn('w:r')}"), paragraph).font
        for name, value in looks.items():
            setattr(font, name, value)

    return spoil


def page_number_at_the_right(document: Any) -> None:
    document.sections[0].header.paragraphs[0].alignment = ALIGN.RIGHT


def no_page_number(document: Any) -> None:
    for element in list(document.sections[0].header.paragraphs[0]._p):
        element.getparent().remove(element)


def second_annex(document: Any) -> None:
    centred(document, "Phụ lục", bold=True)
    centred(document, "DỰ TOÁN KINH PHÍ", bold=True)
    centred(document, "(Kèm theo Kế hoạch số 12/KH-THCSĐL ngày 25 tháng 02 năm 2026)", italic=True)


def another_paragraph(text: str, before: str) -> Spoil:
    """A paragraph like the one it stands before."""

    def spoil(document: Any) -> None:
        model = at(document, before)
        new = model.insert_paragraph_before(text)
        new.paragraph_format.alignment = model.paragraph_format.alignment
        new.paragraph_format.first_line_indent = model.paragraph_format.first_line_indent
        new.paragraph_format.space_after = model.paragraph_format.space_after
        for name in ("size", "bold", "italic"):
            setattr(new.runs[0].font, name, getattr(model.runs[0].font, name))

    return spoil


def all_of(*spoils: Spoil) -> Spoil:
    def spoil(document: Any) -> None:
        for each in spoils:
            each(document)

    return spoil


def run_in(document: Any) -> None:
    """«1. Ban giám hiệu: …»: the text goes on behind the heading."""
    heading = at(document, "1. Ban giám hiệu")
    gone("Chỉ đạo, kiểm tra")(document)
    heading.runs[0].text = "1. Ban giám hiệu:"
    heading.add_run(" Chỉ đạo, báo cáo Ủy ban nhân dân xã Đồng Lâm trước ngày 25 tháng 11 năm 2026.")


def red(document: Any) -> None:
    at(document, LONG).runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)


UNDERLINED = ("a) Nâng", "b) Bảo", "a) Việc", "b) Phát", "a) Mỗi", "b) Giáo")
BASIS = "Căn cứ Quyết định"
PLANTED: dict[str, tuple[str, Spoil]] = {
    # the page
    "paper of Letter size": ("KH122", section(page_width=Mm(215.9), page_height=Mm(279.4))),
    "annex on A3": ("KH122", section(1, page_width=Mm(420), page_height=Mm(297))),
    "text set landscape": ("KH123", all_of(turned, section(top_margin=Mm(30), left_margin=Mm(20)))),
    "left margin 25 mm": ("KH124", section(left_margin=Mm(25))),
    "right margin 30 mm": ("KH124", section(right_margin=Mm(30))),
    "top margin 15 mm": ("KH124", section(top_margin=Mm(15))),
    "bottom margin an inch and a half": ("KH124", section(bottom_margin=Mm(38.1))),
    "annex with margins of 10 mm": ("KH124", section(1, left_margin=Mm(10), right_margin=Mm(10), top_margin=Mm(10))),
    "page number in the footer": ("KH125", page_number_in_footer),
    "page number at the right": ("KH125", page_number_at_the_right),
    "page number on page 1": ("KH125", section(different_first_page_header_footer=False)),
    "no page number": ("KH125", no_page_number),
    # fonts and colours
    "Arial in the defaults": ("KH120", font_of_defaults),
    "Calibri in the style Normal": ("KH120", font_of_style),
    "a paragraph style in Arial": ("KH120", one_style_for_a_paragraph),
    "Arial in one run": ("KH120", letters(LONG, name="Arial")),
    "half a paragraph in Tahoma": ("KH120", half_a_paragraph),
    "Arial in many paragraphs": ("KH120", every_fifth_word),
    "Arial in a table of the annex": ("KH120", letters("Đọc hiểu", name="Arial")),
    "Arial in the page number": ("KH120", page_number(name="Arial")),
    "red letters": ("KH121", red),
    # sizes
    "body of 12 points": ("KH126", letters(LONG, size=Pt(12))),
    "body of 13 points beside 14": ("KH126", letters(LONG, size=Pt(13))),
    "heading of 15 points": ("KH126", letters("I. MỤC", size=Pt(15))),
    "national name of 14 points": ("KH127", letters("CỘNG HÒA", size=Pt(14))),
    "issuer of 11 points": ("KH127", letters("TRƯỜNG", size=Pt(11))),
    "superior of 14 points": ("KH127", letters("UBND XÃ ĐỒNG LÂM", size=Pt(14))),
    "number line of 14 points": ("KH127", letters("Số:", size=Pt(14))),
    "kind of 16 points": ("KH127", letters("KẾ HOẠCH", size=Pt(16))),
    "title of 12 points": ("KH127", letters("Chuyển đổi", size=Pt(12))),
    "signer's name of 12 points": ("KH127", letters("Nguyễn", size=Pt(12))),
    "«Nơi nhận» of 14 points": ("KH127", letters("Nơi nhận", size=Pt(14))),
    "recipients of 12 points": ("KH127", letters("- UBND", size=Pt(12))),
    "page number of 11 points": ("KH127", page_number(size=Pt(11))),
    "«Phụ lục» of 13 points": ("KH127", letters("Phụ lục", size=Pt(13))),
    "motto of 13 points under 13": ("KH128", letters("Độc lập", size=Pt(13))),
    "date of 13 points under 13": ("KH128", letters("Đồng Lâm, ngày", size=Pt(13))),
    # bold and italic
    "national name not bold": ("KH129", letters("CỘNG HÒA", bold=False)),
    "superior bold": ("KH129", letters("UBND XÃ ĐỒNG LÂM", bold=True)),
    "issuer not bold": ("KH129", letters("TRƯỜNG", bold=False)),
    "number line bold": ("KH129", letters("Số:", bold=True)),
    "date upright": ("KH129", letters("Đồng Lâm, ngày", italic=False)),
    "title italic": ("KH129", letters("Chuyển đổi", italic=True)),
    "basis upright": ("KH129", letters(BASIS, italic=False)),
    "heading I not bold": ("KH129", letters("I. MỤC", bold=False)),
    "heading 1 not bold": ("KH129", letters("1. Mục đích", bold=False)),
    "position not bold": ("KH129", letters("PHÓ", bold=False)),
    "«Nơi nhận» upright": ("KH129", letters("Nơi nhận", italic=False)),
    "recipients italic": ("KH129", letters("- UBND", italic=True)),
    "«Kèm theo» upright": ("KH129", letters("(Kèm theo", italic=False)),
    "page number italic": ("KH129", page_number(italic=True)),
    # alignment, indents, spacing
    "kind flush left": ("KH130", shape("KẾ HOẠCH", alignment=ALIGN.LEFT)),
    "issuer flush left": ("KH130", shape("TRƯỜNG", alignment=ALIGN.LEFT)),
    "signer's name at the right": ("KH130", shape("Nguyễn", alignment=ALIGN.RIGHT)),
    "annex title flush left": ("KH130", shape("DANH MỤC", alignment=ALIGN.LEFT)),
    "body flush left": ("KH131", shape(LONG, alignment=ALIGN.LEFT)),
    "no first-line indent": ("KH132", shape(LONG, first_line_indent=Cm(0))),
    "first line 2 cm": ("KH132", shape(LONG, first_line_indent=Cm(2))),
    "a paragraph set in by 1.5 cm": ("KH132", shape(LONG, left_indent=Cm(1.5))),
    "no space between paragraphs": ("KH133", shape("1. Mục đích", space_after=Pt(0))),
    "line spacing 2": ("KH134", shape(LONG, line_spacing=2.0)),
    "line spacing 0.9 in the style": ("KH134", style(line_spacing=0.9)),
    "line spacing of exactly 12 points": ("KH134", shape(LONG, line_spacing=Pt(12))),
    "no line below the motto": ("KH137", gone_line("Độc lập")),
    "no line below the issuer": ("KH137", gone_line("TRƯỜNG")),
    "no line below the title": ("KH137", gone_line("Chuyển đổi")),
    # capitals of components
    "title in capitals": ("KH135", words("Chuyển đổi số năm 2026", "CHUYỂN ĐỔI SỐ NĂM 2026")),
    "heading I in small letters": ("KH135", words("II. NỘI DUNG", "II. Nội dung")),
    "heading 1 in capitals": ("KH135", words("1. Mục đích", "1. MỤC ĐÍCH")),
    "signer's name in capitals": ("KH135", words("Nguyễn Thị Minh", "NGUYỄN THỊ MINH")),
    # the words of the head
    "number without colon": ("KH103", words("Số: 12", "Số 12")),
    "number 5": ("KH104", words("Số: 12", "Số: 5")),
    "year in the symbol": ("KH105", words("Số: 12/KH", "Số: 12/2026/KH")),
    "another kind in the symbol": ("KH105", words("Số: 12/KH", "Số: 12/BC")),
    "capitals in the motto": ("KH107", words("Độc lập - Tự do - Hạnh phúc", "Độc Lập - Tự Do - Hạnh Phúc")),
    "no motto": ("KH108", all_of(gone("Độc lập"))),
    "no place and date": ("KH108", gone("Đồng Lâm, ngày")),
    "no kind": ("KH108", gone("KẾ HOẠCH")),
    "no «Nơi nhận»": ("KH108", all_of(*map(gone, ("Nơi nhận", *RECIPIENTS)))),
    "law with its number": ("KH117", words("Luật Giáo dục ngày", "Luật Giáo dục số 43/2019/QH14 ngày")),
    "run-in heading": ("KH144", run_in),
    "underlined text": ("KH136", all_of(*(letters(start, underline=True) for start in UNDERLINED))),
    "annex without a note": ("KH162", gone("(Kèm theo")),
    "motto above the national name": ("KH109", swapped("CỘNG HÒA", "Độc lập")),
    "issuer abbreviated": ("KH110", words("TRƯỜNG TRUNG HỌC CƠ SỞ ĐỒNG LÂM", "ỦY BAN MTTQ XÃ ĐỒNG LÂM")),
    "no comma after the place": ("KH112", words("Đồng Lâm, ngày", "Đồng Lâm ngày")),
    "date with slashes": ("KH113", words("Lâm, ngày 25 tháng 02 năm 2026", "Lâm, ngày 25/02/2026")),
    "month 2 without zero": ("KH114", words("Đồng Lâm, ngày 25 tháng 02", "Đồng Lâm, ngày 25 tháng 2")),
    "title with a full stop": ("KH115", words("Chuyển đổi số năm 2026", "Chuyển đổi số năm 2026.")),
    "basis with a full stop": ("KH116", words("năm 2019;", "năm 2019.")),
    "«./» at the end": ("KH118", words("giải quyết./.", "giải quyết./")),
    "draft mark": ("KH119", lambda document: document.paragraphs[0].insert_paragraph_before("DỰ THẢO")),
    # numbering
    "points with a dot": ("KH140", all_of(words("a) Hồ sơ", "a. Hồ sơ"), words("b) Thông tin", "b. Thông tin"))),
    "mục with a slash": ("KH140", words("II. NỘI DUNG", "II/ NỘI DUNG")),
    "heading with a full stop": ("KH143", words("II. NỘI DUNG", "II. NỘI DUNG.")),
    # the foot
    "KT without a dot": ("KH150", words("KT. HIỆU", "KT HIỆU")),
    "no position": ("KH152", gone("PHÓ HIỆU TRƯỞNG")),
    "deputy without KT": ("KH153", gone("KT. HIỆU TRƯỞNG")),
    "title before the name": ("KH155", words("Nguyễn Thị Minh", "ThS. Nguyễn Thị Minh")),
    "«Nơi nhận» without colon": ("KH156", words("Nơi nhận:", "Nơi nhận")),
    "recipient with a full stop": ("KH156", words("(để b/c);", "(để b/c).")),
    "filed without VT": ("KH157", words("- Lưu: VT.", "- Lưu: VP.")),
    "notes of two styles": ("KH158", words("(để b/c)", "(b/c)")),
    "«Như trên»": ("KH159", words("- Các tổ chuyên môn (để t/h);", "- Như trên;")),
    "annex not referred to": ("KH160", words(" (Phụ lục kèm theo)", "")),
    "two annexes without numbers": ("KH161", second_annex),
    # capitals
    "Ủy ban Nhân dân": ("KH170", words("báo cáo Ủy ban nhân dân xã", "báo cáo Ủy ban Nhân dân xã")),
    "small nhân dân": ("KH171", words("tầng lớp Nhân dân", "tầng lớp nhân dân")),
    "Khoản 2 Điều 15": ("KH172", words("khoản 2 Điều 15", "Khoản 2 Điều 15")),
    "a paragraph in small letters": ("KH181", words("Chỉ đạo, kiểm tra", "chỉ đạo, kiểm tra")),
}  # fmt: skip
