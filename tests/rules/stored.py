"""One defect stored in every place in which Word may keep it: run, paragraph, styles, defaults, theme, list, table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from .planting import LONG, Spoil, at

Looks = dict[str, Any]
RED = RGBColor(0xC0, 0, 0)
# Letters and paragraphs: what python-docx sets, on which paragraph, and the rule that finds it.
LETTERS: dict[str, tuple[str, str, Looks]] = {
    "Arial": ("KH120", LONG, {"name": "Arial"}),
    "12 points": ("KH126", LONG, {"size": Pt(12)}),
    "a kind of 16 points": ("KH127", "KẾ HOẠCH", {"size": Pt(16)}),
    "an upright kind made italic": ("KH129", "KẾ HOẠCH", {"italic": True}),
    "a date of 13 points": ("KH128", "Đồng Lâm, ngày", {"size": Pt(13)}),
    "recipients in bold": ("KH129", "- UBND", {"bold": True}),
}
SHAPES: dict[str, tuple[str, str, Looks]] = {
    "flush left": ("KH131", LONG, {"alignment": ALIGN.LEFT}),
    "no indent": ("KH132", LONG, {"first_line_indent": Cm(0)}),
    "line spacing of 2": ("KH134", LONG, {"line_spacing": 2.0}),
    "3 points between paragraphs": ("KH133", "1. Mục đích", {"space_after": Pt(3)}),
    "a title flush right": ("KH130", "Chuyển đổi số", {"alignment": ALIGN.RIGHT}),
}
Way = Callable[[Any, Any, Looks, bool], None]


def _set(target: Any, looks: Looks) -> None:
    for name, value in looks.items():
        setattr(target, name, value)


def directly(document: Any, paragraph: Any, looks: Looks, of_letters: bool) -> None:
    _set(paragraph.runs[0].font if of_letters else paragraph.paragraph_format, looks)


def in_its_style(document: Any, paragraph: Any, looks: Looks, of_letters: bool) -> None:
    _undo(paragraph, looks, of_letters)
    style = document.styles.add_style("Của cơ quan", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _set(style.font if of_letters else style.paragraph_format, looks)
    paragraph.style = style


def in_the_style_below(document: Any, paragraph: Any, looks: Looks, of_letters: bool) -> None:
    in_its_style(document, paragraph, looks, of_letters)
    upper = document.styles.add_style("Của tổ", WD_STYLE_TYPE.PARAGRAPH)
    upper.base_style = paragraph.style
    paragraph.style = upper


def in_the_defaults(document: Any, paragraph: Any, looks: Looks, of_letters: bool) -> None:
    """In w:docDefaults, with nothing about it in the style Normal and in the paragraph."""
    _undo(paragraph, looks, of_letters)
    normal = document.styles["Normal"]
    _set(normal.font if of_letters else normal.paragraph_format, dict.fromkeys(looks))
    made = document.styles.add_style("Tạm", WD_STYLE_TYPE.PARAGRAPH)
    _set(made.font if of_letters else made.paragraph_format, looks)
    name = "rPr" if of_letters else "pPr"
    wanted = made.element.find(qn(f"w:{name}"))
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn(f'w:{name}Default')}")
    held = defaults.find(qn(f"w:{name}"))
    if held is None:
        held = OxmlElement(f"w:{name}")
        defaults.append(held)
    for element in list(wanted):
        for old in held.findall(element.tag):
            held.remove(old)
        held.append(element)
    made.delete()


def in_a_character_style(document: Any, paragraph: Any, looks: Looks, of_letters: bool) -> None:
    _undo(paragraph, looks, of_letters)
    style = document.styles.add_style("Nhấn", WD_STYLE_TYPE.CHARACTER)
    _set(style.font, looks)
    paragraph.runs[0].style = style


def _undo(paragraph: Any, looks: Looks, of_letters: bool) -> None:
    _set(paragraph.runs[0].font if of_letters else paragraph.paragraph_format, dict.fromkeys(looks))


WAYS: dict[str, Way] = {
    "directly": directly, "in its style": in_its_style, "in the style below": in_the_style_below,
}  # fmt: skip


def _spoil(way: Way, start: str, looks: Looks, of_letters: bool) -> Spoil:
    def spoil(document: Any) -> None:
        way(document, at(document, start), looks, of_letters)

    return spoil


def _everywhere() -> dict[str, tuple[str, Spoil]]:
    found = {}
    for way, store in {**WAYS, "in a character style": in_a_character_style}.items():
        for said, (rule, start, looks) in LETTERS.items():
            found[f"{said}, {way}"] = (rule, _spoil(store, start, looks, True))
    for way, store in WAYS.items():
        for said, (rule, start, looks) in SHAPES.items():
            found[f"{said}, {way}"] = (rule, _spoil(store, start, looks, False))
    # what nothing else in this plan says for itself
    fitting = ("Arial", "12 points", "flush left", "no indent", "line spacing of 2", "3 points between paragraphs")
    for said in fitting:
        rule, start, looks = {**LETTERS, **SHAPES}[said]
        found[f"{said}, in the defaults"] = (rule, _spoil(in_the_defaults, start, looks, said in LETTERS))
    return found


# --- where only one kind of thing is kept ------------------------------------------------------------------------


def theme_font(document: Any) -> None:
    """The body font of the theme, which the style Normal names instead of a font."""
    fonts = document.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("asciiTheme", "hAnsiTheme"):
        fonts.set(qn(f"w:{name}"), "minorHAnsi")


def heading_style(document: Any) -> None:
    """Word's own «Heading 1»: blue, of the theme's font; size and weight are put right in the run."""
    paragraph = at(document, "II. NỘI DUNG")
    paragraph.style = document.styles["Heading 1"]
    font = paragraph.runs[0].font
    font.name, font.size, font.bold = "Times New Roman", Pt(14), True
    paragraph.paragraph_format.space_before = Pt(6)


def no_space_in_style(document: Any) -> None:
    """«Don't add space between paragraphs of the same style»."""
    style = document.styles.add_style("Danh sách", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.element.get_or_add_pPr().append(OxmlElement("w:contextualSpacing"))
    for start in (LONG, "b) Bảo đảm"):
        at(document, start).style = style


def red_of_theme(document: Any) -> None:
    color = parse_xml(f'<w:color {nsdecls("w")} w:val="C00000" w:themeColor="accent2"/>')
    at(document, LONG).runs[0]._r.get_or_add_rPr().append(color)


def font_of_letters_with_marks(document: Any) -> None:
    """Word has one font for plain letters and one for those with Vietnamese marks."""
    at(document, LONG).runs[0]._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hAnsi"), "Arial")


def stop_of_the_settings(document: Any) -> None:
    """First lines moved in by a tab, whose stops stand an inch apart in this file."""
    document.settings.element.insert(0, parse_xml(f'<w:defaultTabStop {nsdecls("w")} w:val="1440"/>'))
    paragraph = at(document, LONG)
    paragraph.paragraph_format.first_line_indent = Cm(0)
    paragraph.runs[0].text = f"\t{paragraph.runs[0].text}"


def gutter(document: Any) -> None:
    """A gutter makes the left margin wider."""
    document.sections[0].gutter = Cm(1)


def listed(pattern: str, kind: str, left: int, hanging: int) -> Spoil:
    """The first two points numbered by a list of Word, with its indents."""

    def spoil(document: Any) -> None:
        part = document.part.numbering_part.element
        words = f'w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/>'
        indents = f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        new = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl {words}{indents}</w:lvl></w:abstractNum>'
        part.insert(0, parse_xml(new))
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        for start in (LONG, "b) Bảo đảm"):
            paragraph = at(document, start)
            paragraph.runs[0].text = paragraph.runs[0].text[3:]
            paragraph.paragraph_format.first_line_indent = None
            number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
            paragraph._p.get_or_add_pPr().insert(0, parse_xml(number))

    return spoil


def bulleted(document: Any) -> None:
    """The recipients as a list of Word with round bullets."""
    part = document.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    part.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{level}</w:abstractNum>'))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for start in ("- UBND", "- Các tổ", "- Lưu"):
        paragraph = at(document, start)
        paragraph.runs[0].text = paragraph.runs[0].text[2:]
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
        paragraph._p.get_or_add_pPr().insert(0, parse_xml(number))


ELSEWHERE: dict[str, tuple[str, Spoil]] = {
    **_everywhere(),
    "the theme's font": ("KH120", theme_font),
    "blue of Word's «Heading 1»": ("KH121", heading_style),
    "red of the theme": ("KH121", red_of_theme),
    "no space between paragraphs of a style": ("KH133", no_space_in_style),
    "the font of letters with marks": ("KH120", font_of_letters_with_marks),
    "a tab of an inch": ("KH132", stop_of_the_settings),
    "a gutter beside a margin of 30 mm": ("KH124", gutter),
    "points «a.» of a list": ("KH140", listed("%1.", "lowerLetter", 720, 0)),
    "recipients with round bullets": ("KH156", bulleted),
    "a list that hangs": ("KH132", listed("%1)", "lowerLetter", 1440, 360)),
}
# Lists that are right: the same words, numbered by Word.
LISTED = {
    "points of a list": listed("%1)", "lowerLetter", 720, 0),
    "from the margin": listed("%1)", "lowerLetter", 1080, 360),
}
