"""Sections of a document: the paper, and which headers and footers its pages carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from ...model import Page
from .looks import TAB_STOP
from .names import Element, W, child_value, is_on, points, whole
from .package import Relation, reference
from .styles import Said
from .walk import Paragraph

Margin = Literal["header", "footer"]
Kind = Literal["first", "default", "even"]
MARGINS: tuple[Margin, ...] = ("header", "footer")
KINDS: tuple[Kind, ...] = ("first", "default", "even")
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ALIGNED = frozenset({"left", "center", "right"})
MM = 25.4 / 72
# What Word takes where a section does not say: US Letter with margins of an inch.
LETTER = {"width": 612.0, "height": 792.0, "margin": 72.0}


class Section(Struct, frozen=True):
    """A w:sectPr, the first block it holds, and the parts that are its headers and footers (inherited ones too)."""

    element: Element
    first_block: int
    margins: Mapping[tuple[Margin, Kind], str]
    title_page: bool

    def shown(self, margin: Margin, even_and_odd: bool) -> Iterator[str]:
        """The headers (or footers) that a page of this section can carry."""
        for kind in KINDS:
            if (kind == "first" and not self.title_page) or (kind == "even" and not even_and_odd):
                continue
            if part := self.margins.get((margin, kind)):
                yield part


def read_sections(found: list[tuple[Element, int]], relations: Mapping[str, Relation]) -> list[Section]:
    """Sections from their w:sectPr and first blocks, in order: a header not named is that of the section before."""
    sections: list[Section] = []
    margins: dict[tuple[Margin, Kind], str] = {}
    for element, first_block in found:
        margins = dict(margins)
        for margin in MARGINS:
            for each in element.iterfind(f"{W}{margin}Reference"):
                relation = relations.get(reference(each))
                for kind in KINDS:
                    if relation is not None and each.get(f"{W}type", "default") == kind:
                        margins[margin, kind] = relation.target
        title = element.find(f"{W}titlePg")
        sections.append(Section(element, first_block, margins, title is not None and is_on(title)))
    return sections


def page_of(section: Section, numbers: Mapping[str, str]) -> Page:
    """The section's paper. `numbers` says how the page number is aligned in each header or footer that has one."""
    size = section.element.find(f"{W}pgSz")
    margin = section.element.find(f"{W}pgMar")
    width = _length(size, "w", LETTER["width"])
    height = _length(size, "h", LETTER["height"])
    at = next((place for place in MARGINS if section.margins.get((place, "default")) in numbers), None)
    first = section.margins.get((at, "first" if section.title_page else "default")) if at else None
    numbering = section.element.find(f"{W}pgNumType")
    start = None if numbering is None else numbering.get(f"{W}start")
    return Page(
        width=width,
        height=height,
        top=abs(_length(margin, "top", LETTER["margin"])),  # negative: the header may not push the text down
        bottom=abs(_length(margin, "bottom", LETTER["margin"])),
        left=round(_length(margin, "left", LETTER["margin"]) + _length(margin, "gutter", 0.0), 1),
        right=_length(margin, "right", LETTER["margin"]),
        landscape=width > height or (size is not None and size.get(f"{W}orient") == "landscape"),
        number_at=at,
        number_align=numbers[section.margins[at, "default"]] if at else None,
        number_first=first in numbers,
        number_format=("decimal" if numbering is None else numbering.get(f"{W}fmt")) or "decimal",
        number_start=None if start is None else whole(start),
        first_block=section.first_block,
    )


def _length(element: Element | None, name: str, default: float) -> float:
    length = None if element is None else points(element.get(W + name))
    return round((default if length is None else length) * MM, 1)  # a twip is 0.02 mm


def number_align(paragraph: Paragraph, said: Said) -> str:
    """How the page number in this paragraph is aligned: by a frame, by its text box, by tabs, or by the paragraph."""
    frame = paragraph.element.find(f"{W}pPr/{W}framePr")
    if frame is not None and frame.get(f"{W}xAlign") in ALIGNED:
        return str(frame.get(f"{W}xAlign"))
    for anchor in paragraph.element.iterancestors(f"{WP}anchor"):
        if (place := anchor.findtext(f"{WP}positionH/{WP}align")) in ALIGNED:
            return str(place)
    for tab in paragraph.element.iter(f"{W}ptab"):
        return tab.get(f"{W}alignment", "left")
    align = str(said.get("align", "left"))
    text = "".join(piece.text for piece in paragraph.pieces)
    tabs = text[: next((i for i, c in enumerate(text) if c.isdigit()), len(text))].count("\t")
    # the styles «Header» and «Footer» have two tab stops: one in the middle, one at the right
    return align if align not in ("left", "both") or not tabs else ("center" if tabs == 1 else "right")


def tab_stop(settings: Element | None) -> float:
    """How far apart the tab stops are that nobody set, in points."""
    length = points(child_value(settings, "defaultTabStop"))
    return length if length is not None and length > 1 else TAB_STOP


def says_even_and_odd(settings: Element | None) -> bool:
    element = None if settings is None else settings.find(f"{W}evenAndOddHeaders")
    return element is not None and is_on(element)
