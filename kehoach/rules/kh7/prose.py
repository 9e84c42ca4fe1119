"""A plan as one running text, read once for all rules of wording."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from msgspec import Struct

from ...model import Document, Plan, Span
from ...patterns import lazy

# A mark stands for itself between words, so that the words on both sides of it are no pair.
_APART = ",;:.!?…()[]{}/\"“”«»‘’'-–—+*|_@&=<>%\n\v\t"
_QUOTED = lazy(r"“[^“”]{1,400}”|\"[^\"“”\n]{1,400}\"")


class Prose(Struct, frozen=True, eq=False):
    """The blocks of a document joined by line feeds (those within a block are \\v); `starts` says where each begins.

    `letters` are the characters of the text, `low` is the text in small letters, `words` what stands between blanks and
    marks in it, `pairs` what of this stands side by side: rules look there first, and search the text only for what
    they found.
    """

    text: str
    starts: tuple[int, ...]
    letters: frozenset[str]
    low: str
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def span(self, start: int, end: int) -> Span:
        block = bisect_right(self.starts, start) - 1
        return Span(block, start - self.starts[block], end - self.starts[block])

    def at(self, span: Span) -> tuple[int, int]:
        """Where a span stands in the running text."""
        return self.starts[span.block] + span.start, self.starts[span.block] + span.end

    def places(self, word: str) -> Iterator[tuple[int, int]]:
        """Where a word in small letters stands, in whatever case, and is no part of a longer one."""
        start = self.low.find(word)
        while start >= 0:
            end = start + len(word)
            if not (_in_word(self.low[start - 1 : start]) or _in_word(self.low[end : end + 1])):
                yield start, end
            start = self.low.find(word, end)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@lru_cache(maxsize=4)
def of_document(document: Document) -> Prose:
    texts = [block.text.replace("\n", "\v") for block in document.blocks]
    starts = (0, *accumulate(len(text) + 1 for text in texts))
    text = "\n".join(texts)
    low = small(text)
    words = pieces(low)
    return Prose(text, starts[: len(texts)], frozenset(text), low, frozenset(words), frozenset(pairwise(words)))


def small(text: str) -> str:
    """Text in small letters, each in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[0] for letter in text)  # «İ» alone becomes two


def pieces(low: str) -> list[str]:
    """What stands between blanks and marks, and the marks."""
    for mark in _APART:  # to replace one mark after the other takes half the time of translating every letter
        low = low.replace(mark, f" {mark} ")
    return low.split()


def prose(plan: Plan) -> Prose:
    return of_document(plan.document)


@lru_cache(maxsize=4)
def borrowed(plan: Plan) -> tuple[tuple[int, int], ...]:
    """Words that others wrote and nobody here may change: in quotation marks, and in what a citation names."""
    here = prose(plan)
    found = [match.span() for match in _QUOTED.finditer(here.text)]
    for citation in plan.citations:
        found.append(here.at(citation.value.title_span or citation.span))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def own(plan: Plan, start: int) -> bool:
    """Whether the plan itself says what stands at `start`."""
    spans = borrowed(plan)
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at < 0 or start >= spans[at][1]


def inner(plan: Plan) -> tuple[int, int]:
    """Where the plan's own text stands, from the opening up to the sign-off; everything when neither was found."""
    here = prose(plan)
    first = plan.opening[0] if plan.opening != (0, 0) else (plan.sections[0].block if plan.sections else 0)
    last = plan.end or len(here.starts)

    def at(block: int) -> int:
        return here.starts[block] if block < len(here.starts) else len(here.text)

    return at(first), at(last)


def titled(plan: Plan) -> tuple[int, int]:
    """The same with the title before it."""
    first, last = inner(plan)
    return (min(first, prose(plan).at(plan.title.span)[0]) if plan.title else first), last
