"""When work is due, and the work itself in words: in a sentence, or in the row of a table."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from ..extract.duties import sentence
from ..model import Deadline, Plan, Span
from ..text import fold

QUARTER = 3  # months


class Due(Struct, frozen=True):
    """Work with the last day for it; the place is that of the day."""

    text: str
    last: date
    span: Span


@lru_cache(maxsize=4)
def due(plan: Plan) -> tuple[Due, ...]:
    """The dated work of a plan, in reading order: no reports, no dossiers, no reviews."""
    return tuple(_due(plan))


def _due(plan: Plan) -> Iterator[Due]:
    rows = {_row(plan, task.block): task.text for task in plan.tasks if plan.document.blocks[task.block].cell}
    for found in plan.deadlines:
        last = last_day(found.value)
        if last is None:
            continue
        row = _row(plan, found.span.block)
        if row and row in rows:
            yield Due(rows[row], last, found.span)
        elif row is None and found.value.subject == "task":
            text = plan.document.blocks[found.span.block].text
            around = sentence(fold(text), found.span.start, found.span.end)
            yield Due(text[around.start : found.span.start] + text[found.span.end : around.end], last, found.span)


def _row(plan: Plan, block: int) -> tuple[int, int] | None:
    cell = plan.document.blocks[block].cell
    return (cell.table, cell.row) if cell else None


def last_day(when: Deadline) -> date | None:
    """The last day of a deadline that names a day, month or quarter of a year; None for others and repeated ones."""
    if when.every or when.relation == "after":
        return None
    if when.until and when.until.value:
        return when.until.value
    month = when.month or (when.quarter * QUARTER if when.quarter else None)
    if when.date or not (month and when.year):
        return when.date
    return date(when.year, month, monthrange(when.year, month)[1])
