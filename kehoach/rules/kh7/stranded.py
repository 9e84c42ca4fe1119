"""Syllables that are part of a word, without the rest of it beside them: a slip where a near one makes a usual word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...knowledge import table
from ...restore import go_together
from ...restore.language import canonical
from .spelling import near, spelling, unknown
from .words import neighbours

_PAIR = re.compile(r"\b([^\W\d_]{2,})(?= ([^\W\d_]{2,})\b)")


def stranded(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a slip stands, and what was meant: a word of two syllables, or one that stands alone."""
    low = text.lower()
    for first, second in sorted(set(_PAIR.findall(low))):
        right = _meant(first, second)
        if right is None:
            continue
        wrong_first = right.split()[1] == canonical(second)
        for match in re.finditer(rf"(?<![^\W_]){first} {second}(?![^\W_])", low):
            before, after = neighbours(low, *match.span())
            beside = (before, first) if wrong_first else (second, after)
            if _small(text[match.start() : match.end()]) and not (all(beside) and go_together(*beside)):
                yield *match.span(), right
    yield from _lonely(text, low)


def _lonely(text: str, low: str) -> Iterator[tuple[int, int, str]]:
    """Half a word where a whole one of the same letters should stand: «của phương đến» for «của phường đến»."""
    for half, whole in table("wording")["lonely"].items():
        if not re.search(rf"\b{whole}\b", low):
            continue
        for match in re.finditer(rf"(?<= ){half}(?= )", text):
            before, after = neighbours(low, *match.span())
            alone = before and after and not (go_together(before, half) or go_together(half, after))
            if alone and go_together(before, whole):
                yield *match.span(), whole


@lru_cache(maxsize=16384)
def _meant(first: str, second: str) -> str | None:
    """The usual word that a pair was meant to be, if only one will do and the pair is nothing by itself."""
    known = spelling()
    first, second = canonical(first), canonical(second)
    if second in known.after.get(first, ()):
        return None
    found = []
    if second not in known.free:
        found += [f"{first} {tail}" for tail in known.after.get(first, ()) if near(second, tail)]
    if first not in known.free:
        found += [f"{head} {second}" for head in known.before.get(second, ()) if near(first, head)]
    if len(found) != 1 or go_together(first, second) or unknown((first, second)):
        return None
    return found[0]


def _small(written: str) -> bool:
    """Whether no name stands there: at most the first letter is a capital, or all are."""
    return written[1:].islower() or written.isupper()
