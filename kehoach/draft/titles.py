"""Titles of honour in a shielded clause: which of them no unit of this kind can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import lazy
from .shielding import FIRST, SIGN

_JUDGED = lazy(r"\bbình xét\b")


def held(text: str, hidden: Sequence[str], foreign: Sequence[str]) -> str:
    """A list of quoted titles without those that no unit of this kind can hold."""
    for number, words in enumerate(hidden):
        if any(re.match(pattern, words) for pattern in foreign):
            sign, any_sign, joint = chr(FIRST + number), SIGN, "(?:, | và )"
            text = re.sub(rf"{sign}{joint}(?={any_sign})|(?<={any_sign}){joint}{sign}", "", text)
    return text


def only_foreign(text: str, hidden: Sequence[str], foreign: Sequence[str]) -> str | None:
    """Why a clause is none of the unit's that only judges titles which no unit of this kind can hold."""
    named = [hidden[ord(sign) - FIRST] for sign in re.findall(SIGN, text)] if _JUDGED.search(text) else []
    if named and all(any(re.match(pattern, words) for pattern in foreign) for words in named):
        return "danh hiệu không thuộc thẩm quyền của đơn vị"
    return None
