"""How a plan is spoilt: its letters, paragraphs, styles, sections and words, by python-docx and by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from .planfile import centred

Spoil = Callable[[Any], Any]
LONG = "a) Nâng cao"


def paragraphs(document: Any) -> Iterator[Any]:
    """Those of the body, in tables and text boxes too, and of the first header; Word stores each text box twice."""
    for element in document.element.body.iter(qn("w:p")):
        if not any(above.tag.endswith("}Fallback") for above in element.iterancestors()):
            yield Paragraph(element, document._body)
    yield from document.sections[0].header.paragraphs


def at(document: Any, start: str) -> Any:
    """The one paragraph that begins so."""
    (found,) = [paragraph for paragraph in paragraphs(document) if paragraph.text.startswith(start)]
    return found


def run_of(document: Any, start: str) -> Any:
    """The first run that begins so, wherever in its paragraph it stands."""
    return next(run for each in paragraphs(document) for run in each.runs if run.text.strip().startswith(start))


def letters(start: str, **looks: Any) -> Spoil:
    """Change the font of the run that begins so."""

    def spoil(document: Any) -> None:
        font = run_of(document, start).font
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


def said_again(old: str, new: str) -> Spoil:
    """The same in the note of the annex, in plans that have one."""

    def spoil(document: Any) -> None:
        for paragraph in paragraphs(document):
            for run in paragraph.runs:
                if run.text.startswith("(Kèm theo"):
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
    document.add_section()  # with pages of its own, as the first appendix has
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


def two_bases(document: Any) -> None:
    """«Căn cứ …; căn cứ …» in one paragraph."""
    first, second = at(document, "Căn cứ Luật"), at(document, "Căn cứ Quyết định")
    first.runs[0].text += " c" + second.runs[0].text[1:]
    gone("Căn cứ Quyết định")(document)


def point_heading(document: Any) -> None:
    """A point with a heading, in bold as the headings of clauses are."""
    another_paragraph("a) Đối với học sinh", LONG)(document)
    at(document, "a) Đối với").runs[0].bold = True
    words("a) Nâng cao", "Nâng cao")(document)


def starred(document: Any) -> None:
    """Two small headings with stars beside numbered ones."""
    another_paragraph("* Đối với giáo viên", LONG)(document)
    another_paragraph("* Đối với học sinh", "b) Bảo")(document)
    words("a) Nâng cao", "Nâng cao")(document)
    words("b) Bảo đảm", "Bảo đảm")(document)


def inverted(document: Any) -> None:
    """«1.» below «a)»."""
    words("1. Mục đích", "a) Mục đích")(document)
    words("2. Yêu cầu", "b) Yêu cầu")(document)
    for start in ("a) Mục đích", "b) Yêu cầu"):
        run_of(document, start).bold = False
    for start in ("a) Nâng", "a) Việc"):
        run_of(document, start).text = "1." + run_of(document, start).text[2:]
    for start in ("b) Bảo", "b) Phát"):
        run_of(document, start).text = "2." + run_of(document, start).text[2:]


def page_number_of_the_annex_in_the_footer(document: Any) -> None:
    """The second section has header and footer of its own, with the number below."""
    first, second = document.sections
    second.header.is_linked_to_previous = second.footer.is_linked_to_previous = False
    for element in list(first.header.paragraphs[0]._p):
        second.footer.paragraphs[0]._p.append(deepcopy(element))


def recipients_below(document: Any) -> None:
    """No table: the signature, then «Nơi nhận» on lines of its own below."""
    table = document.tables[1]
    left, right = table.rows[0].cells
    for cell in (right, left):
        for paragraph in list(cell.paragraphs):
            table._tbl.addprevious(paragraph._p)
    table._tbl.getparent().remove(table._tbl)


def red(document: Any) -> None:
    at(document, LONG).runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)
