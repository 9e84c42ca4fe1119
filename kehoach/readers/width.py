"""How wide the print runs, learnt from the lines that surely run on: would the next word still have fitted?"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence

from msgspec import Struct

from ..knowledge import table

Measure = Callable[[str], float]

# Fewer sure pairs than this, or more lines past the width than this share, and the file is not wrapped at all.
FEWEST = 3
PAST = 0.2
# Among the sure pairs, lines much shorter than the median are titles and the like, cut by hand.
SHORT = 0.75
# Spread allowed around the width when it is only estimated (proportional print, bad OCR).
SLACK = 0.04
# The first line of a paragraph is indented by about 1,27 cm of 16 (Nghị định 30/2020/NĐ-CP, Phụ lục I).
INDENT = 0.08


class Width(Struct, frozen=True):
    """The width of the print in units of `measure`; infinite for a file with one paragraph a line.

    `exact` where every line was cut at that width by a program, not by a word processor or a scan.
    """

    limit: float = float("inf")
    measure: Measure = len
    exact: bool = False

    def is_full(self, line: str, word: str, slack: float = 0.0, first: bool = False) -> bool:
        """Whether `word` would not have fitted on `line` any more.

        `slack` is a share of the width to be lenient by, `first` tells the first line of a paragraph.
        """
        if not self.exact:
            slack = max(slack, SLACK + INDENT * first)
        return self.measure(line) + self.measure(" " + word) > self.limit * (1 - slack)


def learn(pairs: Sequence[tuple[str, str]], lines: Sequence[str]) -> Width:
    """The width, from pairs of a line and the first word of the line that surely continues it.

    In greedy wrapping the line is within the width and line + word is past it: the best limit breaks
    this for as few pairs as can be, measured in characters or in the widths of a proportional font.
    """
    if len(pairs) < FEWEST:
        return Width()
    errors, limit, measure = min((_fit(pairs, measure) for measure in (len, print_width)), key=lambda fit: fit[0])
    if sum(measure(line) > limit * (1 + SLACK) for line in lines) > PAST * len(lines):
        return Width()
    return Width(limit, measure, exact=not errors)


def _fit(pairs: Sequence[tuple[str, str]], measure: Measure) -> tuple[float, float, Measure]:
    """Share of pairs that the best limit gets wrong, and that limit."""
    lengths = [measure(line) for line, _ in pairs]
    median = sorted(lengths)[len(lengths) // 2]
    kept = [(length, length + measure(" " + word)) for length, (_, word) in zip(lengths, pairs, strict=True)
            if length >= SHORT * median]  # fmt: skip
    within = sorted(length for length, _ in kept)
    past = sorted(needed for _, needed in kept)
    errors, limit = min(
        ((len(within) - bisect_right(within, limit)) + bisect_right(past, limit), limit) for limit in within
    )
    return errors / len(kept), limit, measure


def print_width(text: str) -> float:
    """The width of a text set in Times New Roman, in thousandths of the font size."""
    return sum(map(_LETTERS.__getitem__, text))


class _Letters(dict[str, int]):
    """The width of each letter that was asked for: that of the bare letter below its accents."""

    def __missing__(self, character: str) -> int:
        widths = table("letter_widths")
        base = character if character in "đĐ" else unicodedata.normalize("NFD", character)[0]
        self[character] = width = int(widths["letters"].get(base, widths["other"]))
        return width


_LETTERS = _Letters()
