"""Rows of a table of tasks in which a cell was left empty."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...extract.tasks import Row, tables
from ...model import Cell, Plan, Span
from ...patterns import lazy

# A row that fills none of these beside the work itself is the heading of a group.
FILLED = ("owner", "partners", "deadline", "product")
TO_FILL_IN = " .…_"
# The number of a group: «I», «B.»
GROUP = lazy(r"\s*(?:[IVX]+|[A-H])[.)]?\s*$")


def rows_without(plan: Plan, field: str) -> list[Span]:
    """The work of each row whose cell in the column `field` is empty, though others of the row are filled."""
    found: list[Span] = []
    for columns, rows in tables(plan.document):
        if field not in columns or columns["text"] == columns[field]:
            continue
        seen = [_look(plan, columns, field, row, covered) for row, covered in _with_covered(plan, rows)]
        found += _left_out(seen)
    return found


class _Seen(Struct, frozen=True):
    """A row: its work, whether the cell is filled, whether others are, and whether the row heads a group."""

    work: Span | None
    filled: bool
    others: bool
    heads: bool

    @property
    def lacks(self) -> bool:
        return self.others and not self.filled and not self.heads


def _look(plan: Plan, columns: dict[str, int], field: str, row: Row, covered: set[int]) -> _Seen:
    blocks = plan.document.blocks
    others = [columns[name] for name in FILLED if name in columns and name != field]
    work, own = row.get(columns["text"]), row.get(columns[field])
    first = min(row)
    return _Seen(
        work=Span(work[0], 0, len(blocks[work[0]].text)) if work else None,
        filled=any(blocks[i].shown.strip(TO_FILL_IN) for i in own) if own else columns[field] in covered,
        others=any(column in row or column in covered for column in others),
        heads=first < columns["text"] and GROUP.match(blocks[row[first][0]].shown) is not None,
    )


def _left_out(rows: list[_Seen]) -> Iterator[Span]:
    """The work of rows with an empty cell for which nothing above speaks.

    The heading of a group speaks for its rows, and a filled cell for two or more empty ones below: so clerks write who
    do not merge cells.
    """
    by_group = above = False
    for row, before, after in zip(rows, [None, *rows], [*rows[1:], None], strict=False):
        if row.heads:
            by_group, above = row.filled, False
        above = above or row.filled
        several = any(other is not None and other.lacks for other in (before, after))
        if row.lacks and row.work and not by_group and not (above and several):
            yield row.work


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
