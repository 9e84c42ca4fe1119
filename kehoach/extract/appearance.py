"""How the letters of a stretch of text look, and in how much of a plan something looks so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from ..model import Letters, Plan, Span
from .components import Component

RUNNING = ("body", "bullet", "clause-text", "point-text", "item-text")
ITEMS = (*RUNNING, "clause-title", "point-title", "item-title", "section", "basis")
# A stretch of fewer letters than this is a slip of the keyboard that nobody sees: a space, a full stop.
LEAST = 2
SHOWN = 3


def stretches(plan: Plan, span: Span) -> Iterator[tuple[Span, Letters]]:
    """The stretches of `span` that look alike."""
    look = plan.document.blocks[span.block].look
    for letters in look.letters if look else ():
        start, end = max(letters.start, span.start), min(letters.end, span.end)
        if start < end:
            yield Span(span.block, start, end), letters


def where(plan: Plan, span: Span, wrong: Callable[[Letters], bool]) -> tuple[Span, Letters] | None:
    """From the first to the last stretch of `span` that is wrong, with the looks of the longest; None for a trifle."""
    found = [(part, letters) for part, letters in stretches(plan, span) if wrong(letters)]
    if not found:
        return None
    seen = [(part, letters) for part, letters in found if count(plan, part)]
    # on paper, stamps and signing programs leave figures of their own in a line
    least = max(LEAST, count(plan, span) // 2) if plan.document.format == "pdf" else min(LEAST, count(plan, span))
    if not seen or sum(count(plan, part) for part, _ in seen) < least:
        return None
    longest = max(seen, key=lambda pair: count(plan, pair[0]))
    return Span(span.block, seen[0][0].start, seen[-1][0].end), longest[1]


def count(plan: Plan, span: Span) -> int:
    """How many letters and digits stand there."""
    return sum(map(str.isalnum, plan.document.text(span)))


def is_seen(plan: Plan, span: Span) -> bool:
    """Whether enough stands there to be no slip; the rest of a long paragraph need not be counted."""
    return next(islice(filter(str.isalnum, plan.document.text(span)), LEAST - 1, None), None) is not None


def share(plan: Plan, spans: Iterable[Span], of: Iterable[Component]) -> float:
    """The letters in `spans` as a share of those in the components."""
    return sum(count(plan, span) for span in spans) / max(1, sum(count(plan, each.span) for each in of))


def extent(plan: Plan, spans: list[Span]) -> str:
    """How far something reaches: «ở 12 đoạn: đoạn 5; đoạn 7; đoạn 9 và 9 đoạn khác»; "" for one place."""
    labels = list(dict.fromkeys(plan.document.blocks[span.block].label for span in spans))
    if len(labels) < 2:
        return ""
    rest = f" và {len(labels) - SHOWN} đoạn khác" if len(labels) > SHOWN else ""
    return f" (ở {len(labels)} đoạn: {'; '.join(labels[:SHOWN])}{rest})"


def figure(value: float) -> str:
    """A number as it is written in Vietnamese: «13,5», «14»."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
