"""Phrases that stand in full everywhere but in one place: words that were lost when a sentence was copied."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Plan
from .prose import Prose, prose

SIDE = 4  # words on each side of a gap that must be the same as in the full sentence
LONGEST = 2  # words that may be missing
HEAD = 3  # words right before a gap, which everywhere else go on with the missing ones …
LEAST = 6  # … and how often they do so, to be sure

_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.;:\n]")


@dataclass(frozen=True, slots=True)
class Gap:
    """The words [start, end) between which `words` are missing; `full` is how they should read.

    `above` is where the parent says so, if it is the parent.
    """

    start: int
    end: int
    words: str
    full: str
    above: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    low: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def _words(here: Prose) -> _Words:
    found = tuple(match.span() for match in _WORD.finditer(here.text))
    low = here.text.lower()
    return _Words(here.text, tuple(low[start:end] for start, end in found), found)


def shortened(plan: Plan, parent: Plan | None) -> Iterator[Gap]:
    """Where the plan says less than it does everywhere else, and than the parent."""
    own = _words(prose(plan))
    tight = {own.low[i : i + 2 * SIDE]: i + SIDE for i in range(len(own.low) - 2 * SIDE + 1)}
    sources = [own] + ([_words(prose(parent))] if parent else [])
    usual = Counter(words.low[i : i + HEAD + 1] for words in sources for i in range(len(words.low) - HEAD))
    heads = Counter(words.low[i : i + HEAD] for words in sources for i in range(len(words.low) - HEAD + 1))
    seen = set()
    for words in sources:
        for at in range(SIDE, len(words.low) - SIDE):
            head = words.low[at - HEAD : at]
            if heads[head] <= LEAST or usual[*head, words.low[at]] < heads[head] - 1:
                continue
            before = words.low[at - SIDE : at]
            for size in range(1, LONGEST + 1):
                where = tight.get(before + words.low[at + size : at + size + SIDE])
                if where is not None and where not in seen and _runs(own, where, words, at, size):
                    seen.add(where)
                    yield _gap(own, where, words, at, size, words is not own)


def _runs(own: _Words, where: int, words: _Words, at: int, size: int) -> bool:
    """Whether no sentence ends and no item of a list begins at the gap, in either text."""
    here = own.text[own.spans[where - 1][1] : own.spans[where][0]]
    there = words.text[words.spans[at - 1][1] : words.spans[at + size][0]]
    quoted = words.text[words.text.rfind("\n", 0, words.spans[at][0]) + 1 : words.spans[at][0]]
    named = quoted.count("“") > quoted.count("”")  # a name is said in full; a sentence may be shorter than another
    return named and here == " " and not _STOP.search(there) and "," not in there


def _gap(own: _Words, where: int, words: _Words, at: int, size: int, above: bool) -> Gap:
    first, last = max(where - 2, 0), min(where + 1, len(own.spans) - 1)
    start, end = own.spans[first][0], own.spans[last][1]
    missing = words.text[words.spans[at][0] : words.spans[at + size - 1][1]]
    cut = own.spans[where][0]
    place = (words.spans[at - 2][0], words.spans[at + size][1]) if above else None
    return Gap(start, end, missing, f"{own.text[start:cut]}{missing} {own.text[cut:end]}", place)
