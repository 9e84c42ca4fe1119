"""Enough of a document to tell whether its text is damaged."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Block

# A page or two settles it; to count the letters of fifty takes longer than to read them.
ENOUGH = 6000


def sample(blocks: Iterable[Block]) -> str:
    """The first few thousand characters of the blocks."""
    found: list[str] = []
    length = 0
    for block in blocks:
        found.append(block.text)
        length += len(block.text)
        if length > ENOUGH:
            break
    return "\n".join(found)
