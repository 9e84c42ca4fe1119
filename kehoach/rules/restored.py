"""A damaged plan as it read before it lost its accents, and the way back from there to what stands in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import Levenshtein

from ..extract import plan as understand
from ..model import Finding, Plan, Section, Span
from ..text import fold

SURE = 0.5  # a word less sure than this may have been another one, and nobody should be told about it
SAID = " (theo chữ đã khôi phục dấu)"
_AROUND = "(“\"‘'[,.;:)”’]!?"


class View(Struct, frozen=True, eq=False):
    """The plan as restored. `spots` has, for each block, where its words stand and how sure each of them is."""

    plan: Plan
    damaged: Plan
    spots: tuple[tuple[tuple[int, int, float], ...], ...]


@lru_cache(maxsize=2)
def view(damaged: Plan) -> View:
    """Every block restored; a second of work for a plan of five pages, done once for all rules."""
    from ..restore.decode import restore  # only a damaged plan waits for it

    read = [restore(block.text) for block in damaged.document.blocks]
    blocks = tuple(replace(block, text=said.text) for block, said in zip(damaged.document.blocks, read, strict=True))
    spots = tuple(_spots(said.text, said.words) for said in read)
    seen = understand(replace(damaged.document, blocks=blocks, damaged=False))
    return View(replace(seen, sections=_with_roles(seen, damaged)), damaged, spots)


def sound(plan: Plan) -> Plan:
    """The plan with its accents, be they lost or not."""
    return view(plan).plan if plan.document.damaged else plan


def _with_roles(seen: Plan, damaged: Plan) -> tuple[Section, ...]:
    """Headings are read well as they are damaged; a word of theirs that was not restored must not hide their role."""
    roles = {section.block: section.role for section in damaged.sections}
    return tuple(replace(section, role=roles.get(section.block, section.role)) for section in seen.sections)


def _spots(text: str, words: tuple[tuple[str, float], ...]) -> tuple[tuple[int, int, float], ...]:
    found, at = [], 0
    for word, share in words:
        start = text.find(word, at)
        if start >= 0:
            at = start + len(word)
            found.append((start, at, share))
    return tuple(found)


def back(seen: View, finding: Finding) -> Finding | None:
    """The finding on the words of the file, without the fix; None where those words could have been others."""
    span = finding.span
    if any(share < SURE for start, end, share in seen.spots[span.block] if start < span.end and span.start < end):
        return None
    return replace(finding, span=_place(seen, span), message=finding.message + SAID, fix=None)


def _place(seen: View, span: Span) -> Span:
    """Where the words of a span stand in the damaged text: whole words, since letters were lost inside them."""
    text = seen.damaged.document.blocks[span.block].text
    restored = seen.plan.document.blocks[span.block].text
    where = _alignment(text, restored)
    if span.start == span.end:
        return Span(span.block, where(span.start), where(span.start))
    start, end = where(span.start), where(span.end - 1) + 1
    if restored[span.start].isalnum():
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
        start += len(text[start:end]) - len(text[start:end].lstrip(_AROUND))
    if restored[span.end - 1].isalnum():
        stops = [stop for mark in (" ", "\n") if (stop := text.find(mark, end)) >= 0]
        end = min(stops, default=len(text))
        end = start + len(text[start:end].rstrip(_AROUND))
    return Span(span.block, start, max(start, end))


@lru_cache(maxsize=64)
def _alignment(text: str, restored: str) -> Callable[[int], int]:
    """From a place in the restored text to the same one in the damaged text."""
    changes = Levenshtein.opcodes(fold(restored), fold(text))
    heads = [change.src_start for change in changes]

    def where(place: int) -> int:
        change = changes[bisect_right(heads, place) - 1]
        last = max(change.dest_end - 1, change.dest_start) if place < len(restored) else change.dest_end
        return min(change.dest_start + place - change.src_start, last)

    return where
