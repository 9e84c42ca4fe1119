"""Horizontal lines that are drawn below words: as a shape, or as the border of an empty paragraph."""

from __future__ import annotations

from .names import Element

GEOMETRY = "{http://schemas.openxmlformats.org/drawingml/2006/main}prstGeom"
VML = "{urn:schemas-microsoft-com:vml}"
LINES = frozenset({"line", "straightConnector1"})
# The type of a straight connector in the old drawing language.
CONNECTOR = "#_x0000_t32"


def has_line(paragraph: Element) -> bool:
    """Whether a line is drawn in a paragraph or anchored to it."""
    for shape in paragraph.iter(GEOMETRY, f"{VML}line", f"{VML}shape"):
        if shape.tag == f"{VML}line" or shape.get("prst") in LINES or shape.get("type") == CONNECTOR:
            return True
    return False
