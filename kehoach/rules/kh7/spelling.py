"""Which syllables there are, which of them make a usual word, and what a wrong one was meant to be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from ...knowledge import HERE, table
from ...restore.language import canonical
from ...text import fold

SYLLABLE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Every syllable we know; those that stand alone; usual words of two syllables, by the first and by the second."""

    syllables: frozenset[str]
    free: frozenset[str]
    after: dict[str, tuple[str, ...]]
    before: dict[str, tuple[str, ...]]


@cache
def spelling() -> Spelling:
    """The table that is shipped: kehoach/knowledge/spelling.txt."""
    lines = (HERE / "spelling.txt").read_text(encoding="utf-8").splitlines()
    after = {head: tuple(tails) for head, *tails in map(str.split, lines[3:])}
    before: dict[str, list[str]] = defaultdict(list)
    for head, tails in after.items():
        for tail in tails:
            before[tail].append(head)
    free = frozenset(lines[2].split()) | frozenset(table("wording")["free"].split())
    return Spelling(frozenset(lines[1].split()), free, after, {tail: tuple(heads) for tail, heads in before.items()})


def unknown(words: Iterable[str]) -> set[str]:
    """Those of some words, in small letters, that are no Vietnamese syllable we know."""
    known = spelling().syllables
    return {word for word in set(words) - known if canonical(word) not in known}


def near(written: str, meant: str) -> bool:
    """Whether one slip of the hand makes `written` of `meant`: other marks on the same letters, or one letter.

    >>> near("tuyền", "truyền"), near("cẩn", "căn"), near("hiên", "biến"), near("vụ", "viên")
    (True, True, False, False)
    """
    a, b = fold(written), fold(meant)
    return a == b or (len(b) > 2 and OSA.distance(a, b, score_cutoff=1) <= 1 and _marks_fit(written, meant))


def _marks_fit(written: str, meant: str) -> bool:
    """One slip at a time: where a letter is wrong, the marks are right."""
    return OSA.distance(written, meant, score_cutoff=1) <= 1
