"""What KH501 and KH502 say of the parent's tasks that a plan does not take up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...align.addressees import Addressed
from ...align.assigned import Work, dropped
from ...align.sections import at_end
from ...model import Finding, Plan, Related, Span, Unit
from ..restored import sound

LONGEST = 110  # characters of a task that are quoted


def findings(plan: Plan, parent: Plan, unit: Unit | None, how: Addressed, most: int) -> Iterator[Finding]:
    """One finding a task, or one for all where several tasks of one part of the parent are gone; at the plan's end."""
    gone = [work for work in dropped(plan, sound(parent), unit) if work.how == how]
    groups = [list(group) for _, group in groupby(gone, key=lambda work: work.task.owner)]
    left = most
    for group in groups:
        together = len(group) > left or len(group) > 2
        for works in [group] if together else [[work] for work in group]:
            if left:
                left -= 1
                yield _finding(plan, parent, works)


def _finding(plan: Plan, parent: Plan, works: list[Work]) -> Finding:
    first = works[0].task
    if len(works) == 1:
        message = f"chưa có nhiệm vụ cấp trên giao {_named(first.owner)}: «{_quoted(first.text)}»"
    else:
        message = (
            f"chưa có {len(works)} nhiệm vụ cấp trên giao {_named(first.owner)}, từ «{_quoted(first.text)}» "
            f"đến «{_quoted(works[-1].task.text)}»"
        )
    there = Span(first.block, 0, len(parent.document.blocks[first.block].text))
    return Finding(at_end(plan), message, related=Related(parent.document, there))


def _named(owner: str) -> str:
    """The body in the middle of a sentence: «các trường», «UBND các xã, phường»."""
    return (
        owner[:1].lower() + owner[1:]
        if owner.startswith(("Các ", "Nhà trường", "Thủ trưởng ", "Hiệu trưởng "))
        else owner
    )


def _quoted(text: str) -> str:
    text = text.strip(" .;-+*")
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
