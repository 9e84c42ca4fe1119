"""The pairs of words that people confuse, and how to find them: one pattern over the running text."""

from __future__ import annotations

import re
from functools import cache

from ...knowledge import rows


@cache
def table() -> tuple[re.Pattern[str], dict[str, tuple[str, frozenset[str], frozenset[str]]]]:
    """A pattern for every wrong pair, and for each what was meant and between which words it is right after all."""
    found = {}
    for row in rows("confusions"):
        before, after = (frozenset(row[key].split(";")) - {""} for key in ("unless_before", "unless_after"))
        found[row["wrong"]] = (row["right"], before, after)
    by_head: dict[str, list[str]] = {}
    for wrong in sorted(found, key=len, reverse=True):
        head, _, rest = wrong.partition(" ")
        by_head.setdefault(head, []).append(rest)
    choice = "|".join(f"{head} (?:{'|'.join(rests)})" for head, rests in sorted(by_head.items()))
    return re.compile(rf"\b(?:{choice})\b"), found
