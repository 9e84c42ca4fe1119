"""When a plan may have been issued, also when its day is still blank."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ..model import Plan


def latest(plan: Plan) -> date | None:
    """The last day on which the plan may have been issued: the end of the month or year where the day is blank."""
    if plan.issued or (part := _month(plan)) is None:
        return plan.issued
    year, month = part
    return date(year, month or 12, monthrange(year, month or 12)[1])


def earliest(plan: Plan) -> date | None:
    """The first day on which the plan may have been issued."""
    if plan.issued or (part := _month(plan)) is None:
        return plan.issued
    year, month = part
    return date(year, month or 1, 1)


def _month(plan: Plan) -> tuple[int, int | None] | None:
    """Year and month of a date without a day; None for no date, and for one that is there but impossible."""
    when = plan.date.value if plan.date else None
    if when is None or when.year is None or when.day is not None:
        return None
    return when.year, when.month if when.month and 1 <= when.month <= 12 else None
