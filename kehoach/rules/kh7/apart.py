"""Two words that were run together, and whether they were."""

from __future__ import annotations

from ...patterns import lazy
from ...restore import go_together
from .prose import Prose
from .spelling import halves, is_marked, is_misspelt, unknown
from .stranded import is_usual
from .words import cased, neighbours

# Three capitals and then small letters, or a capital inside a word.
_CASES = lazy(r"([A-ZĐ]{3,})([^\W\d_A-Z]{2,})|([^\W\d_]+?)([A-ZĐ][^\W\d_A-Z]+)")
SHORTEST, SHORT = 4, 6  # letters: of fewer than these, only a usual word tells («Đềán»)


def apart(here: Prose, start: int, end: int) -> str | None:
    """The two words that stand at a place as one, apart; None if it was meant to be one word."""
    return _by_case(here.text[start:end]) or _by_sense(here, start, end)


def _by_case(written: str) -> str | None:
    """The two words of «tậpThực» and «XHHTtại», apart."""
    match = _CASES.fullmatch(written)
    if match is None:
        return None
    if match[1]:
        right = is_marked(match[2]) and match[2].islower() and not unknown([match[2]])
        return f"{match[1]} {match[2]}" if right else None
    first, second = match[3], match[4]
    small = first[1:].islower() and second[1:].islower() and is_marked(first) and is_marked(second)
    return f"{first} {second}" if small and not unknown([first.lower(), second.lower()]) else None


def _by_sense(here: Prose, start: int, end: int) -> str | None:
    """The two words of «viênngười», apart, if one of them goes with what stands beside it."""
    written, parts = here.text[start:end], halves(here.low[start:end], SHORTEST)
    if parts is None or not (written[1:].islower() or written.isupper()):
        return None
    if len(written) < SHORT:
        tied = is_misspelt(here.low[start:end]) and is_usual(*parts)
    else:
        before, after = neighbours(here.low, start, end)
        tied = go_together(before, parts[0]) or go_together(parts[1], after) or go_together(*parts)
    if not tied:
        return None
    return " ".join(parts).upper() if written.isupper() else f"{cased(parts[0], written)} {parts[1]}"
