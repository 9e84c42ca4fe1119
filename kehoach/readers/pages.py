"""Page numbers among the printed lines: they belong to the margin of the page, not to the text."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from ..patterns import lazy
from .joining import runs_on
from .lines import Line

_NUMBER = lazy(r"(?:[-–]\s*|(?:trang|page)\s+)?(\d{1,3})(?:\s*[-–]|\s*/\s*\d{1,3})?$", re.IGNORECASE)
# No page holds fewer lines than this; numbers that follow more closely are a column of a table.
SHORTEST_PAGE = 12


def page_numbers(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and the page numbers that stood among them."""
    found = {place for place, line in enumerate(lines) if _NUMBER.match(line.text) and _is_margin(lines, place)}
    found |= _series(lines)
    kept: list[Line] = []
    gap = 0
    for place, line in enumerate(lines):
        if place in found:
            # the blank lines around a page number part nothing
            gap = min(line.gap, 1)
        else:
            kept.append(replace(line, gap=gap) if place - 1 in found else line)
    return kept, [lines[place] for place in sorted(found)]


def _is_margin(lines: list[Line], place: int) -> bool:
    """Whether a number stands at the edge of a page, or in the middle of a sentence."""
    before = lines[place - 1] if place else None
    after = lines[place + 1] if place + 1 < len(lines) else None
    if after is not None and (lines[place].top or after.top):
        return True
    return before is not None and after is not None and runs_on(before, after)


def _series(lines: list[Line]) -> set[int]:
    """Numbers alone between blank lines that count 2, 3, 4 … a page apart."""
    alone = [
        (place, int(number[1]))
        for place, line in enumerate(lines)
        if (number := _NUMBER.match(line.text)) and line.gap and place + 1 < len(lines) and lines[place + 1].gap
    ]
    return {
        place
        for (first, low), (second, high) in pairwise(alone)
        if high == low + 1 and second - first >= SHORTEST_PAGE
        for place in (first, second)
    }
