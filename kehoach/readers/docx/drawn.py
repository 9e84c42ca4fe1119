"""Horizontal lines that are seen below words, however a clerk made them."""

from __future__ import annotations

from .names import VAL, Element, W, whole
from .runs import Piece

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
GEOMETRY = "{http://schemas.openxmlformats.org/drawingml/2006/main}prstGeom"
EXTENT = f"{WP}extent"
VML = "{urn:schemas-microsoft-com:vml}"
HORIZONTAL = "{urn:schemas-microsoft-com:office:office}hr"
LINES = frozenset({"line", "straightConnector1"})
# The type of a straight connector in the old drawing language.
CONNECTOR = "#_x0000_t32"
# A picture or a box no higher than this, and this long, is a line: English metric units, 12,700 to a point.
FLAT, LONG = 31_750, 254_000
NO_BORDER = frozenset({"nil", "none"})
UNDERSCORED = frozenset({"underscore", "heavy"})


def has_line(paragraph: Element) -> bool:
    """Whether a line is drawn in a paragraph or anchored to it."""
    for shape in paragraph.iter(GEOMETRY, EXTENT, f"{VML}line", f"{VML}shape", f"{VML}rect"):
        if shape.tag == EXTENT:
            found = whole(shape.get("cy"), FLAT + 1) <= FLAT and whole(shape.get("cx")) >= LONG
        elif shape.tag == f"{VML}rect":
            found = shape.get(HORIZONTAL) is not None
        else:
            found = shape.tag == f"{VML}line" or shape.get("prst") in LINES or shape.get("type") == CONNECTOR
        if found:
            return True
    return False


def is_ruled_blank(paragraph: Element, pieces: list[Piece]) -> bool:
    """Whether a paragraph without words shows a line: underlined blanks, or a tab with a leader of underscores."""
    if any(piece.said.get("underline") for piece in pieces):
        return True
    return bool(pieces) and any(
        tab.get(f"{W}leader") in UNDERSCORED for tab in paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab")
    )


def edges(cell: Element | None) -> tuple[bool, bool]:
    """Whether a cell (its w:tcPr) has a border above, and below, that is a line and not part of a frame."""
    borders = None if cell is None else cell.find(f"{W}tcBorders")
    if borders is None:
        return False, False
    shown = {side.tag for side in borders if side.get(VAL, "nil") not in NO_BORDER}
    if shown & {f"{W}{side}" for side in ("left", "right", "start", "end")}:
        return False, False
    return f"{W}top" in shown, f"{W}bottom" in shown
