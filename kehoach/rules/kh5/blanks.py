"""Rows of a table of tasks in which a cell was left empty."""

from __future__ import annotations

from collections.abc import Iterator

from ...extract.tasks import Row, tables
from ...model import Cell, Plan, Span

# A row that fills none of these beside the work itself is the heading of a group.
FILLED = ("owner", "partners", "deadline", "product")


def rows_without(plan: Plan, field: str) -> list[Span]:
    """The work of each row whose cell in the column `field` is empty, though others of the row are filled."""
    found: list[Span] = []
    for columns, rows in tables(plan.document):
        if field not in columns or columns["text"] == columns[field]:
            continue
        for row, covered in _with_covered(plan, rows):
            others = [columns[name] for name in FILLED if name in columns and name != field]
            filled = any(column in row or column in covered for column in others)
            empty = columns[field] not in row and columns[field] not in covered
            if filled and empty and columns["text"] in row:
                block = row[columns["text"]][0]
                found.append(Span(block, 0, len(plan.document.blocks[block].text)))
    return found


def _with_covered(plan: Plan, rows: list[Row]) -> Iterator[tuple[Row, set[int]]]:
    """Each row with the columns that a cell reaches into which begins in another row or column."""
    reaching: list[tuple[int, range]] = []  # the last row that a cell reaches, and its columns
    for row in rows:
        cells = [cell for blocks in row.values() if (cell := plan.document.blocks[blocks[0]].cell) is not None]
        here = cells[0].row
        covered = {column for last, columns in reaching if last >= here for column in columns}
        for cell in cells:
            covered.update(_columns(cell))
            reaching.append((cell.row + cell.rows - 1, _columns(cell)))
        yield row, covered


def _columns(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.columns)
