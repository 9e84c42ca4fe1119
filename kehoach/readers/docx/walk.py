"""The paragraphs of a part in reading order: through tables, content controls and text boxes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from ...model import Cell, Part
from .drawn import edges
from .names import Element, W, child_value, whole
from .runs import ALTERNATE, Fields, Piece, alternative, mark_is_gone, words
from .styles import Styles

PARAGRAPH = f"{W}p"
TABLE = f"{W}tbl"
ROW = f"{W}tr"
CELL = f"{W}tc"
UNSEEN = frozenset(
    W + name
    for name in ("del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx")
)


class Where(Struct, frozen=True):
    """Where a paragraph stands."""

    part: Part
    cell: Cell | None = None
    table_style: str = ""
    box: int = 0


class Paragraph(Struct, frozen=True):
    """One w:p as found, with its words. `style` is the id of its paragraph style."""

    element: Element
    where: Where
    style: str
    pieces: list[Piece]
    notes: list[tuple[str, str]]
    page_number: bool
    hidden: int
    edged: bool = False  # a border of its cell is a line right above or below


class Walk(Struct):
    """One walk over the parts of a document; tables and text boxes are counted through all of it."""

    styles: Styles
    fields: Fields = field(default_factory=Fields)
    tables: int = 0
    boxes: int = 0

    def paragraphs(self, root: Element, where: Where) -> Iterator[Paragraph]:
        """The paragraphs below `root`, a part's root or w:body."""
        self.fields = Fields()
        # A field that never ends would swallow the rest of the document: then every paragraph starts afresh.
        kinds = [e.get(f"{W}fldCharType") for e in root.iter(f"{W}fldChar")]
        balanced = kinds.count("begin") == kinds.count("end")
        for paragraph in self._container(root, where):
            yield paragraph
            if not balanced:
                self.fields = Fields()

    def _container(self, root: Element, where: Where) -> Iterator[Paragraph]:
        carried: list[Piece] = []
        last: Paragraph | None = None
        for element in _children(root):
            if element.tag == TABLE:
                yield from self._table(element, where)
                continue
            properties = element.find(f"{W}pPr")
            paragraph, anchored = self._paragraph(element, properties, where, carried)
            ends_section = properties is not None and properties.find(f"{W}sectPr") is not None
            if mark_is_gone(properties) and not ends_section:
                carried, last = paragraph.pieces, paragraph
            else:
                carried, last = [], None
                yield paragraph
            for box in anchored:
                self.boxes += 1
                part: Part = "box" if where.part == "body" else where.part
                yield from self._container(box, replace(where, part=part, box=self.boxes))
        if last is not None:
            yield last

    def _paragraph(
        self, element: Element, properties: Element | None, where: Where, carried: list[Piece]
    ) -> tuple[Paragraph, list[Element]]:
        style = child_value(properties, "pStyle") or ""
        if style not in self.styles.elements:
            style = self.styles.default
        found = words(element, self.styles, where.table_style, style, self.fields)
        pieces = carried + found.pieces
        return Paragraph(element, where, style, pieces, found.notes, found.page_number, found.hidden), found.boxes

    def _table(self, table: Element, where: Where) -> Iterator[Paragraph]:
        self.tables += 1
        number = self.tables
        outer = where.cell
        path = () if outer is None else ((outer.table, outer.row, outer.column), *outer.path)
        style = child_value(table.find(f"{W}tblPr"), "tblStyle") or self.styles.default_table
        merging: set[int] = set()
        rows = [row for row in _nested(table, ROW) if not _is_deleted(row.find(f"{W}trPr"), "del")]
        spans = _spans(rows) if next(table.iter(f"{W}vMerge"), None) is not None else {}
        for row_number, row in enumerate(rows, start=1):
            column = 1 + whole(child_value(row.find(f"{W}trPr"), "gridBefore"))
            for cell in _nested(row, CELL):
                properties = cell.find(f"{W}tcPr")
                wide = max(1, whole(child_value(properties, "gridSpan"), 1))
                if not _is_deleted(properties, "cellDel") and not _continues(properties, column, merging):
                    here = Cell(number, row_number, column, path, spans.get((row_number, column), 1), wide)
                    yield from self._cell(cell, properties, replace(where, cell=here, table_style=style))
                column += wide

    def _cell(self, cell: Element, properties: Element | None, where: Where) -> Iterator[Paragraph]:
        above, below = edges(properties)
        if not (above or below):
            yield from self._container(cell, where)
            return
        paragraphs = list(self._container(cell, where))
        for position, paragraph in enumerate(paragraphs, start=1):
            edged = (above and position == 1) or (below and position == len(paragraphs))
            yield replace(paragraph, edged=True) if edged else paragraph


def _children(element: Element) -> Iterator[Element]:
    """Paragraphs and tables, out of whatever they are wrapped in."""
    for child in element:
        tag = child.tag
        if tag in (PARAGRAPH, TABLE):
            yield child
        elif tag == ALTERNATE:
            chosen = alternative(child)
            if chosen is not None:
                yield from _children(chosen)
        elif tag not in UNSEEN and len(child):
            yield from _children(child)


def _nested(element: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, out of content controls and insertions."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag not in UNSEEN and child.tag not in (PARAGRAPH, TABLE) and len(child):
            yield from _nested(child, wanted)


def _spans(rows: list[Element]) -> dict[tuple[int, int], int]:
    """How many rows each cell spans that is merged with cells below it, by its row and column."""
    found: dict[tuple[int, int], int] = {}
    open_at: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        column = 1 + whole(child_value(row.find(f"{W}trPr"), "gridBefore"))
        for cell in _nested(row, CELL):
            properties = cell.find(f"{W}tcPr")
            merged = None if properties is None else properties.find(f"{W}vMerge")
            if merged is not None and merged.get(f"{W}val", "continue") != "restart" and column in open_at:
                found[open_at[column], column] = number - open_at[column] + 1
            elif merged is not None:
                open_at[column] = number
            else:
                open_at.pop(column, None)
            column += max(1, whole(child_value(properties, "gridSpan"), 1))
    return found


def _is_deleted(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(W + name) is not None


def _continues(properties: Element | None, column: int, merging: set[int]) -> bool:
    """Whether a cell only continues the one above (vMerge) or before (hMerge); `merging` holds the open columns."""
    vertical = None if properties is None else properties.find(f"{W}vMerge")
    horizontal = None if properties is None else properties.find(f"{W}hMerge")
    if horizontal is not None and horizontal.get(f"{W}val", "continue") != "restart":
        return True
    if vertical is None:
        merging.discard(column)
        return False
    if vertical.get(f"{W}val", "continue") == "restart" or column not in merging:
        merging.add(column)
        return False
    return True
