"""Totals and what they are of: in a table the row «Tổng cộng», in a sentence «tổng kinh phí …, trong đó …»."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ..model import Plan, Span
from ..patterns import lazy
from .numbers import figure

_TOTAL = lazy(r"\W*(?:tổng cộng|tổng số|cộng|tổng|tổng kinh phí)(?:\s*\([^)]*\))?\W*", 2)  # 2: re.IGNORECASE
_NUMBERING = lazy(r"(?:tt|stt|số tt|số thứ tự)\W*", 2)
FEWEST = 2  # rows that make a sum


class Wrong(Struct, frozen=True):
    """A total as it is written, where it stands, and what its parts come to."""

    written: Decimal
    sum: Decimal
    span: Span


Grid = dict[int, dict[int, tuple[int, str]]]  # row → column → block and text


def of_tables(plan: Plan) -> Iterator[Wrong]:
    """Totals at the foot of a table that no way of adding up its rows comes to."""
    for grid in _grids(plan):
        numbers = sorted(grid)
        foot = next((row for row in reversed(numbers) if _is_total(grid[row])), None)
        if foot is None or foot != numbers[-1] or sum(_is_total(grid[row]) for row in numbers) > 1:
            continue
        for column, (block, text) in grid[foot].items():
            total = figure(text)
            above = [grid[row][column][1] for row in numbers if row < foot and column in grid[row]]
            parts = [value for cell in above if (value := figure(cell)) is not None]
            # a cell that says more than a figure («02 lớp») cannot be added up
            if total is None or len(parts) < FEWEST or _says_more(above) or _NUMBERING.fullmatch(above[0]):
                continue
            if not any(_close(total, one, len(parts)) for one in _sums(grid, numbers, foot, column)):
                yield Wrong(total, sum(parts, Decimal(0)), Span(block, 0, len(plan.document.blocks[block].text)))


def _says_more(cells: list[str]) -> bool:
    """Whether a cell below the head has a figure among words."""
    return any(figure(cell) is None and any(letter.isdigit() for letter in cell) for cell in cells[1:])


def _sums(grid: Grid, rows: list[int], foot: int, column: int) -> Iterator[Decimal]:
    """All rows; those that head a group (their first cell is no plain number); those that head none."""
    values = [(_leads(grid[row]), v) for row in rows if row < foot and (v := _value(grid[row], column)) is not None]
    yield sum((value for _, value in values), Decimal(0))
    yield sum((value for leads, value in values if leads), Decimal(0))
    yield sum((value for leads, value in values if not leads), Decimal(0))


def _value(row: dict[int, tuple[int, str]], column: int) -> Decimal | None:
    return figure(row[column][1]) if column in row else None


def _leads(row: dict[int, tuple[int, str]]) -> bool:
    first = row[min(row)][1].strip(" .)")
    return bool(first) and all(letter in "IVXABCDEĐGH" for letter in first)


def _close(total: Decimal, other: Decimal, parts: int) -> bool:
    """Equal but for the rounding of the parts."""
    places = -int(total.as_tuple().exponent)
    step = Decimal(1).scaleb(-places) if places > 0 else Decimal(0)
    return abs(total - other) <= step * parts


def _is_total(row: dict[int, tuple[int, str]]) -> bool:
    return any(_TOTAL.fullmatch(text) for _, text in list(row.values())[:2])


def _grids(plan: Plan) -> Iterator[Grid]:
    """The tables of a plan without those in their cells; a cell of several paragraphs has none that can be added."""
    tables: dict[int, Grid] = {}
    for number, block in enumerate(plan.document.blocks):
        if (cell := block.cell) is not None and not cell.path and block.text.strip():
            row = tables.setdefault(cell.table, {}).setdefault(cell.row, {})
            earlier = row[cell.column][1] + " " if cell.column in row else ""
            row[cell.column] = (number, earlier + block.text.strip())
    return iter(tables.values())
