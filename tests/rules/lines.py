"""The lines of the head as clerks draw them: each takes the place of the border that `planfile` has below a component."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from .clerks import LINE, SHAPE, SPACES
from .planting import Spoil, at

BELOW = ("Độc lập", "TRƯỜNG", "Chuyển đổi")
UNDERLINED = '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">            </w:t></w:r>'
LEADER = (
    '<w:pPr><w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="2600"/></w:tabs><w:ind w:left="900"/></w:pPr>'
    "<w:r><w:tab/></w:r>"
)
HORIZONTAL = (
    '<w:r><w:pict><v:rect style="width:120pt;height:.75pt" o:hr="t" fillcolor="black" stroked="f"/></w:pict></w:r>'
)
PICTURE = '<w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="9525"/><wp:docPr id="7" name="a"/></wp:inline></w:drawing></w:r>'


def drawn(content: str) -> Spoil:
    """Every line of the head as a paragraph with this content."""

    def spoil(document: Any) -> None:
        office = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
        for start in BELOW:
            old = at(document, start)._p.getnext()
            new = parse_xml(f"<w:p {SPACES} {office}>{content}</w:p>")
            old.addprevious(new)
            old.getparent().remove(old)

    return spoil


def typed(text: str) -> Spoil:
    centre = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    return drawn(f"{centre}<w:r><w:t>{text}</w:t></w:r>")


def by_cells(document: Any) -> None:
    """The border below a table of one cell, no wider than the line is to be."""
    border = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'
    for start in BELOW:
        old = at(document, start)._p.getnext()
        width = '<w:tcW w:w="1500" w:type="dxa"/>'
        old.addprevious(
            parse_xml(
                f'<w:tbl {SPACES}><w:tblPr><w:jc w:val="center"/></w:tblPr><w:tblGrid><w:gridCol w:w="1500"/></w:tblGrid>'
                f"<w:tr><w:tc><w:tcPr>{width}{border}</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
            )
        )
        for element in old.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
            element.getparent().remove(element)


RULED: dict[str, Spoil] = {
    "a line of Word 97": drawn(LINE),
    "a shape": drawn(SHAPE),
    "a horizontal rule": drawn(HORIZONTAL),
    "a flat picture": drawn(PICTURE),
    "underlined blanks": drawn(UNDERLINED),
    "a tab with a leader": drawn(LEADER),
    "underscores": typed("__________"),
    "box-drawing dashes": typed("──────────"),
    "macrons": typed("¯¯¯¯¯¯¯¯¯¯"),
    "a border of a cell": by_cells,
}
UNRULED: dict[str, Spoil] = {
    "stars": typed("*****"),
    "dots": typed(".........."),
    "«---o0o---»": typed("---o0o---"),
}
