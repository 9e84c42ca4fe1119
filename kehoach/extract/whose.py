"""Whose a symbol is, where the words behind it say so: «45/KH-MN Hoa Sen», «12/KH-THCS NTT»."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import table
from ..patterns import lazy
from .codes import UPPER

# « Hoa Sen», « NTT»: one to five words, each with a capital.
NAME = lazy(rf"(?: (?!(?:Ngày|Về|Của|V/v)\b)[{UPPER}][^\W\d_]{{0,6}}){{1,5}}+")
CITED_END = lazy(r",?\s+(?:ngày|của|về)\b|[\s.;]*$")
# In a number line words before «, ngày …» are the place.
LINE_END = lazy(r"[\s.;]*$|\s{2,}")


def behind(text: str, symbol: str, end: int, own: bool = False) -> str:
    """The name of a school or a union right behind its symbol, which ends at `end`; empty if there is none.

    >>> behind("số 125/KH-TH&THCS Mỹ Hòa ngày 12/9/2024", "KH-TH&THCS", 17)
    ' Mỹ Hòa'
    """
    if re.split(r"[-/]", symbol)[-1].strip() not in _named():
        return ""
    m = NAME.match(text, end)
    return m[0] if m and (LINE_END if own else CITED_END).match(text, m.end()) else ""


@cache
def _named() -> frozenset[str]:
    return frozenset(table("bodies")["named"])
