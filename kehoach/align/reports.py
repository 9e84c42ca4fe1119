"""Report deadlines compared: which of the child answers which of the parent, and which comes first."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Deadline, Found, Plan
from .bodies import same_body

# Deadlines early in the year close the year before: a report of 15 January comes after one of 20 December.
EARLY, LATE = 2, 9


def reports(plan: Plan) -> list[Found[Deadline]]:
    """The report deadlines that name a day and a month."""
    return [
        found for found in plan.deadlines if found.value.subject == "report" and found.value.day and found.value.month
    ]


def pairs(child: Plan, parent: Plan) -> Iterator[tuple[Found[Deadline], Found[Deadline]]]:
    """Each report deadline of the child with the one of the parent that it must keep.

    A parent may set one deadline per level. Among those of the same rhythm the ones with the child's recipient count,
    and of these the last: only who is later than every one of them is surely late.
    """
    theirs = reports(parent)
    for mine in reports(child):
        same = [found for found in theirs if _rhythm(mine.value, found.value)]
        recipient = mine.value.recipient
        meant = [f for f in same if recipient and f.value.recipient and same_body(recipient, f.value.recipient)]
        if same:
            yield mine, max(meant or same, key=lambda found: last_day(found.value, mine.value))


def _rhythm(mine: Deadline, theirs: Deadline) -> bool:
    if mine.every or theirs.every:
        return mine.every == theirs.every
    return mine.year == theirs.year


def last_day(due: Deadline, other: Deadline) -> tuple[int, int]:
    """The last day that keeps a deadline, as (month, day) in the cycle that it shares with `other`."""
    month, day = due.month or 0, due.day or 0
    if month <= EARLY and (other.month or 0) >= LATE:
        month += 12
    return month, day - (due.relation == "before")


def in_time(mine: Deadline, theirs: Deadline) -> bool:
    """Whether `mine` ends strictly before `theirs`."""
    return last_day(mine, theirs) < last_day(theirs, mine)
