"""Names that stand in full everywhere but in one place: words that were lost when a sentence was copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ...model import Plan
from ...patterns import lazy
from .prose import Prose, prose

SIDE = 4  # words on each side of a gap that must be the same as in the full name
LONGEST = 2  # words that may be missing
HEAD = 3  # words right before a gap, which everywhere else go on with the missing ones …
LEAST = 6  # … and how often they do so, to be sure

_WORD = lazy(r"[^\W_]+")
# Only a name must be said in full; a sentence may well be shorter than another.
_NAME = lazy(r"“([^“”.;\n]{20,400})”")


class Gap(Struct, frozen=True):
    """The words [start, end) between which `words` are missing; `full` is how they should read.

    `above` is where the parent says so, if it is the parent.
    """

    start: int
    end: int
    words: str
    full: str
    above: tuple[int, int] | None = None


def shortened(plan: Plan, parent: Plan | None) -> Iterator[Gap]:
    """Where the plan says less of a name than stands in quotation marks, in it or in the parent."""
    here, above = prose(plan), prose(parent) if parent else None
    sources = [here, above] if above else [here]
    names: dict[str, tuple[Prose | None, tuple[int, int]]] = {}
    names |= {match[1].lower(): (above, match.span(1)) for match in _NAME.finditer(above.text)} if above else {}
    names |= {match[1].lower(): (None, match.span(1)) for match in _NAME.finditer(here.text)}
    if not names:
        return
    said = _WORD.findall(here.low)
    beside = set(pairwise(said))
    runs: set[tuple[str, ...]] = set()
    seen = set()
    for name, (source, place) in names.items():
        words = _WORD.findall(name)
        for at in range(SIDE, len(words) - SIDE):
            for size in range(1, LONGEST + 1):
                left, right = words[at - SIDE : at], words[at + size : at + size + SIDE]
                gone = words[at : at + size]
                # most seams are nowhere: only then are all runs of eight words worth collecting
                if (left[-1], right[0]) not in beside:
                    continue
                runs = runs or set(zip(*(said[i:] for i in range(2 * SIDE)), strict=False))
                if (*left, *right) not in runs or " ".join(words[at - 1 : at + size + 1]) not in name:
                    continue
                for start, end, cut in _places(here, left, right):
                    if start not in seen and _always(sources, left[-HEAD:], gone[0]):
                        seen.add(start)
                        missing = " ".join(gone)
                        full = f"{here.text[start:cut]}{missing} {here.text[cut:end]}"
                        yield Gap(start, end, missing, full, place if source else None)


def _places(here: Prose, left: list[str], right: list[str]) -> Iterator[tuple[int, int, int]]:
    """Where words follow one another: from the last two on the left to the first two on the right, and the seam."""
    between = r"[^\w\n]+"
    first, last = between.join(left[:-2]), between.join(right[2:])
    seam = f"(?P<left>{between.join(left[-2:])}) (?P<right>{between.join(right[:2])})"
    for match in re.finditer(rf"\b{first}{between}{seam}{between}{last}\b", here.low):
        yield match.start("left"), match.end("right"), match.start("right")


def _always(sources: list[Prose], head: list[str], following: str) -> bool:
    """Whether these words often stand together, and go on with the same word everywhere but in one place."""
    pattern = re.compile(r"\b" + r"\W+".join(head) + r"\W+(\w+)")
    after = [word for source in sources for word in pattern.findall(source.low)]
    return len(after) > LEAST and after.count(following) >= len(after) - 1
