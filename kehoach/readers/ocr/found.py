"""Words as Tesseract finds them on a page, in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple


class Baseline(NamedTuple):
    """The baseline of a printed line, and the height of the line."""

    x0: float
    y0: float
    x1: float
    y1: float
    height: float


class Found(NamedTuple):
    """A word with its confidence (0 to 100), its sides, and the line that it stands on."""

    text: str
    confidence: float
    left: float
    right: float
    line: Baseline


def by_line(found: Sequence[Found]) -> Iterator[list[Found]]:
    """The words of each line, in the order of the page."""
    for _, words in groupby(found, key=lambda word: word.line):
        yield list(words)


def spread(text: str, confidence: float, left: float, right: float, line: Baseline) -> list[Found]:
    """The words of a text that runs from `left` to `right`, each with the room that its letters take."""
    letter = (right - left) / max(1, len(text))
    words: list[Found] = []
    start = 0
    for word in text.split(" "):
        end = start + len(word)
        words.append(Found(word, confidence, left + start * letter, left + end * letter, line))
        start = end + 1
    return words
