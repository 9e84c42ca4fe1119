"""Which part of a child plan answers which part of its parent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Citation, Plan


def key(number: str, symbol: str) -> str:
    """What makes two documents the same by their codes, however these are written."""
    return Citation(None, number, symbol).key


def own_key(plan: Plan) -> str | None:
    """The plan's own code; None where its number or symbol is blank."""
    code = plan.number.value if plan.number else None
    return key(code.number, code.symbol) if code and code.number and code.symbol else None


def cites(citation: Citation, other: Plan) -> bool:
    """Whether a citation means `other`: the same number and symbol, and no other year."""
    if citation.key != own_key(other):
        return False
    return citation.date is None or other.issued is None or citation.date.year == other.issued.year


def library(plans: Iterable[Plan]) -> dict[str, list[Plan]]:
    """Plans by their own codes, to look parents up in."""
    shelves: dict[str, list[Plan]] = {}
    for plan in plans:
        if (own := own_key(plan)) is not None:
            shelves.setdefault(own, []).append(plan)
    return shelves


def parent_of(plan: Plan, shelves: Mapping[str, Sequence[Plan]]) -> Plan | None:
    """In a library, the one plan that this one says it implements."""
    if plan.parent is None:
        return None
    cited = plan.parent.value
    found = [o for o in shelves.get(cited.key, ()) if o.document.path != plan.document.path and cites(cited, o)]
    found = [o for o in found if cited.date == o.issued] or found
    return found[0] if len(found) == 1 else None
