"""Looks are what is seen in Word: defaults, styles, lists and direct formatting laid over one another."""

from __future__ import annotations

import pytest

from kehoach.model import Letters, Look, Page

from .wordfile import only, p, r, word

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
THEME = (
    '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
    "</a:themeElements>"
)


def style(identity: str, inner: str, based_on: str = "", kind: str = "paragraph", default: bool = False) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{mark} w:styleId="{identity}"><w:name w:val="{identity} tên"/>{base}{inner}</w:style>'
    )


def look(body: str, **parts: str) -> Look:
    found = only(body, **parts).look
    assert found is not None
    return found


def letters(body: str, **parts: str) -> Letters:
    (found,) = look(body, **parts).letters
    return found


def test_the_theme_gives_the_font_where_nothing_else_does() -> None:
    found = letters(p("chữ"), styles=DEFAULTS, theme=THEME)
    assert (found.font, found.size) == ("Calibri", 11.0)


def test_a_named_font_wins_over_the_theme_below_it() -> None:
    found = letters(
        p("chữ", run='<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/>'), styles=DEFAULTS, theme=THEME
    )
    assert (found.font, found.size) == ("Times New Roman", 14.0)


def test_styles_inherit_and_direct_formatting_wins() -> None:
    styles = (
        DEFAULTS
        + style("Goc", '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:b/><w:color w:val="ff0000"/></w:rPr>')
        + style("Con", '<w:pPr><w:spacing w:before="120"/></w:pPr><w:rPr><w:i/></w:rPr>', "Goc")
    )
    found = look(p("chữ", '<w:pStyle w:val="Con"/><w:ind w:firstLine="720"/>', '<w:b w:val="0"/>'), styles=styles)
    assert (found.style, found.align, found.before, found.after, found.first) == ("Con tên", "both", 6.0, 8.0, 36.0)
    assert (round(found.line, 2), found.line_rule) == (1.08, "auto")
    (stretch,) = found.letters
    assert (stretch.bold, stretch.italic, stretch.color) == (False, True, "FF0000")


def test_bold_of_paragraph_style_and_of_character_style_cancel_out() -> None:
    styles = style("Dam", "<w:rPr><w:b/></w:rPr>") + style("Manh", "<w:rPr><w:b/></w:rPr>", kind="character")
    assert letters(p("chữ", '<w:pStyle w:val="Dam"/>', '<w:rStyle w:val="Manh"/>'), styles=styles).bold is False
    assert letters(p("chữ", "", '<w:rStyle w:val="Manh"/>'), styles=styles).bold is True


def test_a_circle_of_styles_ends() -> None:
    styles = style("A", "<w:rPr><w:b/></w:rPr>", "B") + style("B", "<w:rPr><w:i/></w:rPr>", "A")
    found = letters(p("chữ", '<w:pStyle w:val="A"/>'), styles=styles)
    assert (found.bold, found.italic) == (True, True)


def test_an_unknown_style_is_the_default_style() -> None:
    styles = style("Thuong", '<w:pPr><w:jc w:val="center"/></w:pPr>', default=True)
    assert look(p("chữ", '<w:pStyle w:val="Khong"/>'), styles=styles).align == "center"


def test_table_styles_lie_below_paragraph_styles() -> None:
    styles = style("Bang", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>', kind="table")
    table = '<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>'
    assert look(table.format(p("ô")), styles=styles).align == "center"
    assert letters(table.format(p("ô")), styles=styles).size == 10.0


def test_stretches_that_look_alike_are_one() -> None:
    runs = r("Kế ", "<w:b/>") + r("hoạch", "<w:b/>") + r(" số", "<w:caps/>") + r(" 1", "<w:smallCaps/>") + r(" x")
    found = look(f"<w:p>{runs}</w:p>").letters
    assert [(s.start, s.end, s.bold, s.caps) for s in found] == [
        (0, 8, True, False),
        (8, 13, False, True),
        (13, 15, False, False),
    ]


def test_white_space_at_the_ends_moves_no_offset() -> None:
    block = only(f"<w:p>{r('  ')}{r(' Số', '<w:b/>')}{r(': 1  ')}</w:p>")
    assert block.text == "Số: 1"
    assert block.look is not None
    assert [(s.start, s.end, s.bold) for s in block.look.letters] == [(0, 2, True), (2, 5, False)]


def test_lengths_line_rules_borders_and_outline() -> None:
    properties = (
        '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="6pt" w:line="360" w:lineRule="exact"/>'
        '<w:ind w:start="2cm" w:end="100" w:hanging="200"/><w:jc w:val="end"/><w:outlineLvl w:val="1"/>'
    )
    found = look(p("chữ", properties))
    assert (found.bordered, found.line, found.line_rule, found.outline) == (True, 18.0, "exact", 1)
    assert (found.left, found.right, found.first, found.align, found.after) == (56.69, 5.0, -10.0, "right", 6.0)


SIZE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/>'
NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_paper_of_every_section() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    pages = word(p("một") + p("hai", wide) + p("ba") + f"<w:sectPr>{SIZE}</w:sectPr>").pages
    assert pages == (
        Page(297.0, 210.0, 25.4, 25.4, 25.4, 25.4, landscape=True, first_block=0),
        Page(210.0, 297.0, 20.0, 20.0, 30.0, 15.0, first_block=2),
    )


@pytest.mark.parametrize(
    ("paragraph", "align"),
    [
        (f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{NUMBER}</w:p>', "center"),
        (f'<w:p><w:pPr><w:framePr w:xAlign="right"/></w:pPr>{NUMBER}</w:p>', "right"),
        (f"<w:p><w:r><w:tab/></w:r>{NUMBER}</w:p>", "center"),
        (  # as LibreOffice writes a frame
            "<w:p><w:r><w:drawing><wp:anchor><wp:positionH><wp:align>center</wp:align></wp:positionH>"
            f"<wps:txbx><w:txbxContent><w:p>{NUMBER}</w:p></w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r></w:p>",
            "center",
        ),
        (
            f'<w:sdt><w:sdtContent><w:p><w:fldSimple w:instr="PAGE">{r("2")}</w:fldSimple></w:p>'
            "</w:sdtContent></w:sdt>",
            "left",
        ),
    ],
)
def test_the_page_number_is_found_and_how_it_is_aligned(paragraph: str, align: str) -> None:
    section = f'<w:sectPr><w:headerReference w:type="default" r:id="header1"/>{SIZE}</w:sectPr>'
    (page,) = word(p("Thân") + section, header1=paragraph).pages
    assert (page.number_at, page.number_align, page.number_first) == ("header", align, True)


def test_a_title_page_without_the_number_is_told() -> None:
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:titlePg/></w:sectPr>'
    (page,) = word(p("Thân") + section, footer1=f"<w:p>{NUMBER}</w:p>").pages
    assert (page.number_at, page.number_first) == ("footer", False)
