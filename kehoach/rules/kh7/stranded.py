"""Syllables that are part of a word, without the rest of it beside them: a slip where a near one makes a usual word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...knowledge import table
from ...restore import go_together
from ...restore.language import canonical, is_entry
from .prose import Prose
from .spelling import near, spelling, unknown
from .words import neighbours

# Pairs that turned out to be no slip, in whatever plan, and how many are worth remembering.
_fine: set[tuple[str, str]] = set()
_fine_bound: set[tuple[str, str]] = set()
MANY = 100_000


def stranded(here: Prose) -> Iterator[tuple[int, int, str]]:
    """Where a slip stands, and what was meant: a word of two syllables, or one that stands alone."""
    text, low = here.text, here.low
    for first, second in sorted(here.pairs - _fine):
        right = _meant(first, second)
        if right is None:
            if len(_fine) < MANY:
                _fine.add((first, second))
            continue
        wrong_first = right.split()[1] == canonical(second)
        found = list(re.finditer(rf"(?<![^\W_]){first} {second}(?![^\W_])", low))
        if len(found) > max(1, low.count(right)):  # a term that we do not know
            continue
        for match in found:
            before, after = neighbours(low, *match.span())
            beside = (before, first) if wrong_first else (second, after)
            taken = (second, after) if wrong_first else (before, first)
            if small(text[match.start() : match.end()]) and not (tied(*beside) or is_usual(*taken)):
                yield *match.span(), right
    yield from _lonely(here)
    yield from _regional(here)
    yield from _bound(here)


def _bound(here: Prose) -> Iterator[tuple[int, int, str]]:
    """A word by itself where the other half of a word should stand: «triển khi thực hiện», «đồng thời giao dục»."""
    known = spelling()
    for first, second in sorted(here.pairs - _fine_bound):
        head, tail = canonical(first), canonical(second)
        found = []
        if head not in known.free and tail in known.free and len(tail) > 1:
            found += [(f"{head} {other}", True) for other in known.after.get(head, ()) if _slipped(tail, other)]
        if tail not in known.free and head in known.free and len(head) > 1:
            found += [(f"{other} {tail}", False) for other in known.before.get(tail, ()) if _slipped(head, other)]
        if len(found) != 1 or go_together(first, second):
            if len(_fine_bound) < MANY:
                _fine_bound.add((first, second))
            continue
        right, at_head = found[0]
        places = list(re.finditer(rf"(?<![^\W_]){first} {second}(?![^\W_])", here.low))
        if len(places) > max(1, here.low.count(right)):
            continue
        for match in places:
            before, after = neighbours(here.low, *match.span())
            taken = is_usual(before, first) if at_head else is_usual(second, after)
            if small(here.text[match.start() : match.end()]) and not taken:
                yield *match.span(), right


def _slipped(written: str, meant: str) -> bool:
    return written != meant and near(written, meant)


def _lonely(here: Prose) -> Iterator[tuple[int, int, str]]:
    """Half a word where a whole one of the same letters should stand: «của phương đến» for «của phường đến»."""
    for half, whole in table("wording")["lonely"].items():
        if half not in here.words or whole not in here.words:
            continue
        low = here.low
        for match in re.finditer(rf"(?<= ){half}(?= )", here.text):
            before, after = neighbours(low, *match.span())
            alone = before and after and not (go_together(before, half) or go_together(half, after))
            if alone and go_together(before, whole):
                yield *match.span(), whole


def _regional(here: Prose) -> Iterator[tuple[int, int, str]]:
    """«gởi» for «gửi», where it is no name."""
    for word, usual in table("wording")["regional"].items():
        for start, end in here.places(word) if word in here.words else ():
            if here.text[start:end].islower() or here.text[end : end + 2][1:].islower():
                yield start, end, usual


def _meant(first: str, second: str) -> str | None:
    """The usual word that a pair was meant to be, if only one will do and the pair is nothing by itself."""
    known = spelling()
    if len(first) < 2 or len(second) < 2 or not (first.isalpha() and second.isalpha()):
        return None
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


def tied(first: str, second: str) -> bool:
    """Whether two syllables, both there, have been seen side by side."""
    return bool(first and second) and go_together(first, second)


def is_usual(first: str, second: str) -> bool:
    """Whether two syllables make a word, so that neither waits for another half («khẩn cấp | bổ …»)."""
    return canonical(second) in spelling().after.get(canonical(first), ()) or is_entry(first, second)


def small(written: str) -> bool:
    """Whether no name stands there: at most the first letter is a capital, or all are."""
    return written[1:].islower() or written.isupper()
