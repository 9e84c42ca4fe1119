"""Printed pages to a Document: margins set aside, columns and cells in order, lines joined, blocks with looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ...knowledge import table
from ...model import Block, Cell, Document, Note, Part
from ...patterns import lazy
from ...text import SMALL, fold, is_damaged
from .. import joining
from .. import lines as say
from ..lines import Line
from ..sample import sample
from . import looks
from .columns import Flow, flows, is_signing
from .halves import halves
from .margins import Around, around
from .tables import Table, take
from .words import Row, Sheet, Word, joined, rows

# Space above a row counts as a blank line when it is this much more than between the rows around it.
LOOSE = 1.15
# About the width of a letter, in ems: what an indent is counted in.
LETTER = 0.5
SPACE = 0.25
# The right margin of most documents, in points (20 mm).
MARGIN = 57.0
MILLIMETRES = 25.4 / 72
# How the rest of a sentence begins: in small letters, or with a day.
GOES_ON = lazy(rf"{SMALL}{{2}}|\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?\b")


class Stretch(Struct, frozen=True):
    """Rows in one column of one page or in one cell, and the sides between which they are set."""

    rows: list[Row]
    left: float
    right: float
    apart: bool = False
    cell: Cell | None = None

    @property
    def column(self) -> bool:
        """Whether this is a column of a letterhead or a sign-off, whose lines were ended by hand."""
        return self.apart and self.cell is None


def document(sheets: list[Sheet], path: Path, format: str, notes: tuple[Note, ...] = ()) -> Document:
    """The document that is printed on the sheets."""
    sheets = [half for sheet in sheets for half in halves(sheet)]
    tables, pages = [], []
    for sheet in sheets:
        found, words = take(sheet)
        tables.append(found)
        pages.append(rows(words, sheet.number))
    sorted_out = around(sheets, pages)
    stretches = list(_stretches(sheets, sorted_out, tables))
    scanned = {sheet.number for sheet in sheets if sheet.confidence is not None}
    usual = looks.usual([stretch for stretch in stretches if stretch.cell is None and not stretch.apart])
    made = _blocks(stretches, "body", usual, scanned)
    for number in range(len(sheets)):
        made += _margin(sorted_out[number].header, "header") + _margin(sorted_out[number].footer, "footer")
    for page in sorted_out:
        if page.noted:
            left, right = _sides(page.noted)
            made += _blocks([Stretch(page.noted, left, right)], "footnote", usual, scanned)
    damaged = is_damaged(sample(made))
    return Document(path, format, tuple(made), looks.papers(sheets, sorted_out), damaged, bool(scanned), notes)


def _stretches(sheets: list[Sheet], pages: list[Around], tables: list[list[Table]]) -> Iterator[Stretch]:
    """The text of all pages in reading order."""
    ordinal = offset = 0
    edges: tuple[float, ...] = ()
    repeated: list[str] = []
    held: list[tuple[Flow, tuple[float, float]]] = []
    for sheet, page, found in zip(sheets, pages, tables, strict=True):
        sides = _sides(page.rows, sheet.width)
        rest = page.rows
        for place, grid in enumerate(found):
            above = [row for row in rest if row.y < grid.top + 1]
            rest = [row for row in rest if row.y >= grid.top + 1]
            fresh = flows(above, sheet.width, [flow for flow, _ in held] if not place else None)
            yield from (_stretch(*one) for one in held)
            yield from (_stretch(flow, sides) for flow in fresh)
            held = []
            goes_on = place == 0 and not above and _same(edges, grid.edges)
            if not goes_on:
                ordinal += 1
                offset, repeated = 0, _first_row(grid)
            skip = goes_on and _first_row(grid) == repeated
            if goes_on and _is_rest(grid):
                offset -= 1
            for box in grid.boxes:
                if not (skip and box.row == 1):
                    yield Stretch(box.rows, box.left, box.right, True, Cell(ordinal, box.row + offset, box.column))
            offset += max(box.row for box in grid.boxes)
            edges = grid.edges
        fresh = flows(rest, sheet.width, [flow for flow, _ in held])
        yield from (_stretch(*one) for one in held)
        held = [(flow, sides) for flow in fresh]
        if rest or not found:
            edges = ()
    yield from (_stretch(*one) for one in held)


def _stretch(flow: Flow, sides: tuple[float, float]) -> Stretch:
    left, right = _sides(flow.rows) if flow.apart else sides
    return Stretch(flow.rows, left, right, flow.apart)


def _same(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return len(a) == len(b) and all(abs(x - y) < 4 for x, y in zip(a, b, strict=True))


def _first_row(table: Table) -> list[str]:
    return [" ".join(row.text for row in box.rows) for box in table.boxes if box.row == 1]


def _is_rest(table: Table) -> bool:
    """Whether the first row is the end of one that a page broke: nothing in its first column, sentences that go on."""
    boxes = [box for box in table.boxes if box.row == 1 and box.rows]
    return bool(boxes) and all(box.column > 1 and GOES_ON.match(box.rows[0].text) for box in boxes)


def _sides(found: list[Row], paper: float | None = None) -> tuple[float, float]:
    """Where the text of these rows begins and ends: what several rows agree on, else the outermost.

    Rows too few to agree do not tell how wide the text of a page of this `paper` width may run.
    """
    if not found:
        return 0.0, 0.0
    left, right = min(row.x0 for row in found), max(row.x1 for row in found)
    begun = _agreed([row.x0 for row in found])
    ended = _agreed([row.x1 for row in found])
    if not ended and paper:
        right = max(right, paper - MARGIN)
    return min(begun, default=left), max(ended, default=right)


def _agreed(values: list[float]) -> list[float]:
    """The values that at least four rows have, within a point or two."""
    places = [round(value / 2) for value in values]
    times = Counter(places)
    agreed = {place for place in times if times[place - 1] + times[place] + times[place + 1] >= 4}
    return [value for value, place in zip(values, places, strict=True) if place in agreed]


def _blocks(stretches: list[Stretch], part: Part, usual: looks.Usual, scanned: set[int]) -> list[Block]:
    lines: list[Line] = []
    sources: list[tuple[Row, Stretch]] = []
    for stretch in stretches:
        lines += _lines(stretch, len(sources), sources[-1] if sources else None)
        sources += [(row, stretch) for row in stretch.rows]
    found: list[Block] = []
    counts: Counter[int] = Counter()
    for group in joining.paragraphs(lines):
        text = group[0].text
        starts = [0]
        for line in group[1:]:
            text += joining.joint(text, line.text)
            starts.append(len(text))
            text += line.text
        row, stretch = sources[group[0].number]
        counts[row.sheet] += 1
        own = [sources[line.number] for line in group]
        look = None if row.sheet in scanned else looks.look([r for r, _ in own], starts, stretch, usual)
        label = f"trang {row.sheet}, đoạn {counts[row.sheet]}"
        found.append(Block(text, label, part=part, cell=stretch.cell, look=look, page=row.sheet))
    return found


def _lines(stretch: Stretch, first: int, last: tuple[Row, Stretch] | None) -> Iterator[Line]:
    """The rows as lines to be joined; where they stand tells whether one is full."""
    before, right = (last[0], last[1].right) if last and not (stretch.apart or last[1].apart) else (None, 0.0)
    for place, row in enumerate(stretch.rows):
        word = row.words[0]
        full = _is_full(before, word, right) if before else None
        if before and stretch.column and not _wraps(before, row):
            full = False
        yield Line(
            first + place,
            row.text,
            gap=_gap(stretch.rows, place),
            # what is centred in a column or a cell is not indented
            indent=0 if stretch.apart else round((row.x0 - stretch.left) / (LETTER * row.size)),
            alone=(stretch.apart and not place) or (before is not None and not full and _is_new(before, row, stretch)),
            closed=stretch.apart and place == len(stretch.rows) - 1,
            cell=stretch.cell,
            overflow=full,
        )
        before, right = row, stretch.right


def _is_new(before: Row, row: Row, stretch: Stretch) -> bool:
    """Whether a row that need not go on with the one before surely does not: set otherwise, or the next of a column."""
    return looks.differ(before, row) or (stretch.column and not say.starts_lower(row.text))


def _wraps(before: Row, row: Row) -> bool:
    """Whether a row of a column may go on with the one before: in a letterhead the name of a body, set alike, in the
    recipients what has no dash of its own. A lone «SỞ» is the end of «TRƯỜNG TRUNG HỌC CƠ SỞ»."""
    if not say.is_capitals(before.text):
        return not say.is_mark(row.text) and not say.is_capitals(row.text)
    other = len(row.words) > 1 and fold(row.text).startswith(tuple(map(fold, table("bodies")["heads"])))
    return row.text.isupper() and not (other or is_signing(row.text) or looks.differ(before, row))


def _is_full(row: Row, word: Word, right: float) -> bool:
    """Whether `word` would not have fitted on the row any more."""
    return row.x1 + SPACE * row.size + word.x1 - word.x0 > right + 0.1 * row.size


def _gap(found: list[Row], place: int) -> int:
    """Blank lines above a row: none, one, or more, against the distances of the rows around it."""
    if not place:
        return 0
    here = found[place].y - found[place - 1].y
    near = []
    if place > 1:
        near.append(found[place - 1].y - found[place - 2].y)
    if place + 1 < len(found):
        near.append(found[place + 1].y - found[place].y)
    usual = min([distance for distance in near if distance > 0.8 * found[place].size], default=here)
    return 0 if here <= LOOSE * usual else min(2, max(1, round(here / usual) - 1))


def _margin(found: list[Row], part: Part) -> list[Block]:
    return [Block(joined(row.words), f"lề trang {row.sheet}", part=part, page=row.sheet) for row in found]
