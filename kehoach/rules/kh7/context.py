"""Syllables that go with neither neighbour, where one slip of the hand away there is one that goes with both."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from ...patterns import lazy
from ...restore.language import canonical, following
from ...text import fold
from .prose import Prose
from .spelling import spelling

_WORD = lazy(r"[^\W\d_]+")
# Sounds that are one in some regions, so that people write one for the other.
INITIALS = (("tr", "ch"), ("s", "x"), ("d", "gi"), ("l", "n"), ("r", "d"), ("r", "gi"), ("d", "v"))
# How much must speak for another syllable: each neighbour, and each word of two or three syllables that it makes. More
# where the one that stands there is a word by itself.
ENOUGH, ENOUGH_FREE, CLEAR = 2.0, 3.0, 0.5
# Other rules speak of these: two ways of writing, both right.
_BOTH = frozenset(["hàng", "hằng", "đảm", "bảo"])


def slips(here: Prose) -> Iterator[tuple[int, int, str]]:
    """Where a slip stands, and the syllable that was meant."""
    words = [*_WORD.finditer(here.low)]
    loose = _loose(here)
    if not loose:
        return
    for number, word in enumerate(words):
        start, end = word.span()
        if word[0] not in loose or not here.text[start:end].islower():
            continue
        around = [_beside(here, words, number, step) for step in (-2, -1, 1, 2)]
        meant = _meant(canonical(word[0]), *around)
        if meant:
            yield start, end, meant


def _loose(here: Prose) -> set[str]:
    """The syllables that stand somewhere between neighbours with which they do not go."""
    apart = [pair for pair in here.pairs if not _tied(*pair)]
    found = {second for _, second in apart} & {first for first, _ in apart}
    return {word for word in found if len(word) > 1 and word.isalpha() and word not in _BOTH}


@lru_cache(maxsize=16384)
def _tied(first: str, second: str) -> bool:
    return canonical(second) in following(canonical(first))


def _beside(here: Prose, words: list, number: int, steps: int) -> str:  # type: ignore[type-arg]
    """The syllable so many steps before or after, "" where a mark or a figure stands between."""
    there = number + steps
    low, high = min(number, there), max(number, there)
    if low < 0 or high >= len(words):
        return ""
    whole = all(here.low[a.end() : b.start()] == " " for a, b in pairwise(words[low : high + 1]))
    return canonical(words[there][0]) if whole else ""


@lru_cache(maxsize=16384)
def _meant(word: str, far: str, before: str, after: str, beyond: str) -> str | None:
    known = spelling()
    if word not in known.syllables or not (before or after):
        return None
    if word in following(before) or after in following(word):
        return None
    others = {*following(before), *known.after.get(before, ()), *known.before.get(after, ())} if before else ()
    best = []
    for other in others or known.before.get(after, ()):
        if other == word or not _is_near(word, other):
            continue
        score = _score(other, far, before, after, beyond)
        if score:
            best.append((score, other))
    best.sort(reverse=True)
    if not best or (len(best) > 1 and best[1][0] >= best[0][0] - CLEAR):
        return None
    score, other = best[0]
    both = other in following(before) and after in following(other)
    usual = other in known.after.get(before, ()) or after in known.after.get(other, ())
    if word in known.free and not (both or usual):
        return None
    return other if score >= (ENOUGH_FREE if word in known.free else ENOUGH) else None


def _score(word: str, far: str, before: str, after: str, beyond: str) -> float:
    known = spelling()
    left, right = following(before).get(word, 0.0), following(word).get(after, 0.0)
    score = float(word in known.after.get(before, ())) + (after in known.after.get(word, ()))
    if left >= 1 and right >= 1:
        score += 2 + min(left, right) / 10
    longer = [(f"{before} {word}", after), (f"{far} {before}", word), (f"{word} {after}", beyond)]
    often = sum(following(head).get(tail, 0.0) for head, tail in longer if tail and " " not in (head[0], head[-1]))
    return score + (1 + often / 10 if often >= 1 else 0)


def _is_near(word: str, other: str) -> bool:
    if OSA.distance(word, other, score_cutoff=1) <= 1:
        return len(word) > 2 or fold(word) == fold(other)
    return other in _respelt(word)


@cache
def _respelt(word: str) -> frozenset[str]:
    """«chước» as «trước», «giựng» as «dựng»."""
    found = set()
    for one, another in INITIALS:
        for here, there in ((one, another), (another, one)):
            if word.startswith(here) and not word.startswith(("ng", "nh")):
                found.add(there + word[len(here) :])
    return frozenset(found)
