"""Whether a plan that is given as the parent of another can be it at all."""

from __future__ import annotations

from functools import lru_cache

from ..knowledge import table
from ..model import Plan
from ..patterns import lazy
from ..text import fold
from . import own_key
from .blanks import blanks
from .citations import mistaken, of_parent

_WORD = lazy(r"[a-z]{2,}")
SHARED = 0.4  # of the words of the shorter title, where two plans are about the same matter
FEWEST = 2  # words that a title must have for this to tell anything


@lru_cache(maxsize=4)
def strangers(plan: Plan, parent: Plan) -> bool:
    """Whether a plan neither cites the other nor is about the same matter: the wrong file was chosen."""
    if own_key(parent) is None or parent.number is None or of_parent(plan, parent) or mistaken(plan, parent):
        return False
    symbol = fold(parent.number.value.symbol or "")
    if any(blank.symbol == symbol for blank in blanks(plan)):
        return False
    one, other = _matter(plan), _matter(parent)
    if min(len(one), len(other)) < FEWEST:
        return False
    return len(one & other) < SHARED * min(len(one), len(other))


def _matter(plan: Plan) -> frozenset[str]:
    words = _WORD.findall(fold(plan.title.value)) if plan.title else ()
    return frozenset(words).difference(table("titles")["fillers"])
