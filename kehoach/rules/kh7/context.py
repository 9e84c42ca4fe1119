"""Syllables that go with neither neighbour, where one slip of the hand away there is one that goes with both."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from ...patterns import lazy
from ...restore.language import canonical, following, seen
from ...text import fold
from .prose import Prose
from .spelling import spelling

_WORD = lazy(r"[^\W\d_]+")
# Sounds that are one in some regions, so that people write one for the other.
INITIALS = (("tr", "ch"), ("s", "x"), ("d", "gi"), ("l", "n"), ("r", "d"), ("r", "gi"), ("d", "v"))
FINALS = (("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t"))
# How much must speak for another syllable: each neighbour, and each word of two or three syllables that it makes. More
# where the one that stands there is a word by itself.
ENOUGH, ENOUGH_FREE, SURE_FREE, CLEAR = 2.0, 3.0, 4.0, 0.5
OFTEN = 8  # times that our own wording says a word
# Other rules speak of these: two ways of writing, both right.
_BOTH = frozenset(["hàng", "hằng", "đảm", "bảo"])


def slips(here: Prose) -> Iterator[tuple[int, int, str]]:
    """Where a slip stands, and the syllable that was meant."""
    apart = {pair for pair in here.pairs if not _tied(*pair)}
    loose = {second for _, second in apart} & {first for first, _ in apart}
    loose = {word for word in loose if len(word) > 1 and word.isalpha() and word not in _BOTH}
    if not loose:
        return
    found = [(word[0], *word.span()) for word in _WORD.finditer(here.low)]
    # between the words of a run there is a blank and nothing else
    joined = [here.low[a[2] : b[1]] == " " for a, b in pairwise(found)]
    for at, (word, start, end) in enumerate(found):
        if word not in loose:
            continue
        before = found[at - 1][0] if at and joined[at - 1] else ""
        after = found[at + 1][0] if at < len(joined) and joined[at] else ""
        if (before and (before, word) not in apart) or (after and (word, after) not in apart):
            continue
        if not (before or after) or not here.text[start:end].islower():
            continue
        far = found[at - 2][0] if before and at > 1 and joined[at - 2] else ""
        beyond = found[at + 2][0] if after and at + 1 < len(joined) and joined[at + 1] else ""
        if meant := _meant(*map(canonical, (word, far, before, after, beyond))):
            yield start, end, meant


@lru_cache(maxsize=16384)
def _tied(first: str, second: str) -> bool:
    return seen(canonical(first), canonical(second))


@lru_cache(maxsize=16384)
def _meant(word: str, far: str, before: str, after: str, beyond: str) -> str | None:
    known = spelling()
    if word not in known.syllables or not (before or after):
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
    if word not in known.free:
        return other if score >= ENOUGH else None
    # a word by itself may stand anywhere: only other marks on the same letters are a slip, or a sound misheard
    if not (before and after):
        return None
    if fold(word) == fold(other):
        return other if score >= ENOUGH_FREE else None
    return other if score >= SURE_FREE and other in _respelt(word) else None


def _score(word: str, far: str, before: str, after: str, beyond: str) -> float:
    known = spelling()
    left, right = following(before).get(word, 0.0), following(word).get(after, 0.0)
    score = 0.0
    for usual, often in ((word in known.after.get(before, ()), left), (after in known.after.get(word, ()), right)):
        score += usual * (2 if often >= OFTEN else 1)
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
    """«chước» as «trước», «giựng» as «dựng», «hoạt» as «hoạch»."""
    found = {word[: -len(a)] + b for pair in FINALS for a, b in (pair, pair[::-1]) if word.endswith(a)}
    for one, another in INITIALS:
        for here, there in ((one, another), (another, one)):
            if word.startswith(here) and not word.startswith(("ng", "nh")):
                found.add(there + word[len(here) :])
    return frozenset(found)
