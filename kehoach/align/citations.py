"""Citations compared: which of a plan's citations means its parent, however wrong its details are."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Citation, Found, Plan, Span
from ..text import fold, likeness
from . import own_key
from .bodies import same_body

# Two titles at least so alike name the same document.
SAME_TITLE = 80


def opening(plan: Plan) -> list[Found[Citation]]:
    """The citations between title and first section, that of the parent first."""
    first, end = plan.opening
    found = [c for c in plan.citations if first <= c.span.block < end]
    return [plan.parent, *(c for c in found if c.span != plan.parent.span)] if plan.parent else found


def of_parent(plan: Plan, parent: Plan) -> Found[Citation] | None:
    """The citation that means the parent: by its code, first in the opening, then anywhere."""
    key = own_key(parent)
    return next((c for c in (*opening(plan), *plan.citations) if c.value.key == key), None)


def mistaken(plan: Plan, parent: Plan) -> Found[Citation] | None:
    """A citation in the opening that means the parent by its date, issuer or title, but has another code."""
    if parent.number is None:
        return None
    for found in opening(plan):
        cited = found.value
        if cited.kind not in (None, parent.kind.value if parent.kind else "KH"):
            continue
        same = [
            cited.date is not None and cited.date == parent.issued,
            same_number(cited, parent) or cited.symbol == parent.number.value.symbol,
            bool(cited.title and parent.title) and alike(cited.title or "", parent.title.value if parent.title else ""),
        ]
        if sum(same) >= 2 and (not cited.issuer or not parent.issuer or same_body(cited.issuer, parent.issuer.value)):
            return found
    return None


def same_number(cited: Citation, parent: Plan) -> bool:
    number = parent.number.value.number if parent.number else None
    return number is not None and cited.number.lstrip("0") == number.lstrip("0")


def alike(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    return likeness(a, b) >= SAME_TITLE or a in b or b in a


def in_text(plan: Plan) -> Iterator[Found[Citation]]:
    """Citations in running text up to the sign-off, without the plan's own code; tables give number, date and issuer
    in columns of their own and are no running text."""
    own = own_key(plan)
    for found in plan.citations:
        block = plan.document.blocks[found.span.block]
        if block.cell is None and found.span.block < (plan.end or len(plan.document.blocks)) and found.value.key != own:
            yield found


def first_mentions(plan: Plan) -> Iterator[Found[Citation]]:
    """Each cited document where it is named first. The title of the plan does not count."""
    seen: set[str] = set()
    for found in in_text(plan):
        if plan.title and found.span.block <= plan.title.span.block:
            continue
        if found.value.key not in seen:
            seen.add(found.value.key)
            yield found


def code_and_date(found: Found[Citation]) -> Span:
    """From the number to the date, where both stand in one block."""
    code, when = found.value.code, found.value.when
    if when and when.span.block == code.block and when.span.start >= code.end:
        return Span(code.block, code.start, when.span.end)
    return code
