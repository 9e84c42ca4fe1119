"""The tables of replacements, applied in their order to a sentence of the parent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from ..knowledge import table
from ..patterns import lazy, needed

# A pattern, the texts of which one stands in whatever it matches, and what stands there instead.
Change = tuple[re.Pattern[str], tuple[str, ...], str]


@cache
def rules(key: str) -> tuple[Change, ...]:
    return tuple(_change(row["pattern"], row["to"]) for row in table("adapting")[key])


@cache
def terms(table_: str, keys: tuple[str, ...]) -> tuple[Change, ...]:
    """The replacements for one kind of unit, by the first of `keys` that a row has."""
    rows = ((row["pattern"], next((row[key] for key in keys if key in row), None)) for row in table("adapting")[table_])
    return tuple(_change(pattern, to) for pattern, to in rows if to is not None)


def _change(pattern: str, to: str) -> Change:
    return lazy(pattern, re.IGNORECASE), needed(pattern), to


def changed(text: str, changes: Iterable[Change], words: dict[str, Any] | None = None) -> str:
    """A text after all changes, in their order; `words` fill the braces of what is put in."""
    low = text.lower()
    for pattern, needs, to in changes:
        for one in needs:  # a loop, which takes half the time of `any`
            if one in low:
                break
        else:
            if needs:
                continue
        new = pattern.sub(to if words is None else lambda m, to=to: _filled(m, to, words), text)
        if new != text:
            text, low = new, new.lower()
    return text


def _filled(m: re.Match[str], to: str, words: dict[str, Any]) -> str:
    filled = m.expand(to).format(**words)
    return filled[:1].upper() + filled[1:] if m[0][:1].isupper() and m.start() == 0 else filled
