"""Kinds of documents by their names and by the letters in their symbols (knowledge/kinds.toml)."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import table
from ..patterns import lazy
from ..text import fold

_LEADING = lazy(r"(?:\d{4}/)?([^\W\d_]+)")


@cache
def codes() -> dict[str, tuple[str, ...]]:
    """The letters that each kind may carry in its symbol, by the kind's abbreviation."""
    return {row["abbreviation"]: tuple(row.get("codes", (row["abbreviation"],))) for row in table("kinds")["kind"]}


@cache
def _words() -> tuple[tuple[str, str], ...]:
    pairs = [
        (fold(word), row["abbreviation"])
        for row in table("kinds")["kind"]
        for word in (row["word"], *row.get("aliases", ()))
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def word(abbreviation: str) -> str:
    """«KH» → «Kế hoạch»; the abbreviation itself if the kind is not known."""
    return next((row["word"] for row in table("kinds")["kind"] if row["abbreviation"] == abbreviation), abbreviation)


def named_before(text: str, at: int) -> tuple[str, int] | None:
    """The kind whose name, with «số» or without, ends right before offset `at`: abbreviation and where it starts."""
    folded = re.sub(r"\s*(?:\bso)?\s*:?\s*$", "", fold(text[:at]))
    for name, abbreviation in _words():
        start = len(folded) - len(name)
        if folded.endswith(name) and (start == 0 or not folded[start - 1].isalnum()):
            return abbreviation, start
    return None


def in_symbol(symbol: str) -> str:
    """The letters of the kind: «KH» in «KH-UBND», «TT» in «2023/TT-BGDĐT», «KL» in «KL/TW»."""
    m = _LEADING.match(symbol)
    return m[1] if m else ""
