"""Names of places in a damaged text: those of the gazetteer get their marks back, others stay as they were read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .. import places
from ..text import fold
from .language import canonical, following
from .tokens import Token

_LONGEST = 3
SELDOM = 2.0  # side by side so often at most, two words of our wording may have met by chance
_KINDS = {fold(kind): kind for kind in places.CODES}
# What OCR makes of a capital Đ, besides a D.
_MAY_BE_D = ("B", "P")


def named(found: list[Token], words: list[str]) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """Where names stand behind «xã», «tỉnh» and the like, how they are written, and whether the gazetteer has them.

    `words` is how the tokens were read. Where a name is known, what stands before it is the kind of place that it looks
    like («phương Đằng Hải»).
    """
    for at in range(1, len(found)):
        before = [(size, " ".join(words[at - size : at])) for size in (2, 1) if at >= size]
        kinds = [(size, kind) for size, read in before if (kind := _KINDS.get(fold(read).lower()))]
        run = _run(found, at) if kinds else ()
        if not run:
            continue
        size, kind = kinds[0]
        sure = kind == dict(before)[size].lower()
        known = _known(run, kind)
        if known and (sure or len(known[0].split()) > 1):
            read = " ".join(words[at : at + len(known[0].split())])
            name = read if read in known else known[0]
            head = tuple(words[at - size : at]) if sure else tuple(kind.split())
            yield at - size, (*head, *name.split()), name == read or len(known) == 1
        elif sure and len(run) > 1 and not _are_words(*words[at : at + 2]):
            yield at, run, False


def _known(run: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """The names of the gazetteer that the run begins with; the longest."""
    return next((known for size in range(len(run), 0, -1) if (known := _spellings(run[:size], kind))), ())


def _are_words(first: str, second: str) -> bool:
    """Whether two words are well known side by side («Tỉnh Đoàn Thanh niên»): they are no name."""
    return following(canonical(first.lower())).get(canonical(second.lower()), 0.0) > SELDOM


def _run(found: list[Token], at: int) -> tuple[str, ...]:
    """The words with a capital that begin here."""
    stop = at
    while stop < len(found) and stop < at + _LONGEST and _is_part(found[stop]):
        if found[stop].start != found[stop - 1].end + 1:
            break
        stop += 1
    return tuple(token.text for token in found[at:stop])


def _is_part(token: Token) -> bool:
    return token.free and not token.breaks and token.text.istitle()


@lru_cache(maxsize=512)
def _spellings(name: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """How places of that kind are written whose names look like this: those of today, if any, else earlier ones."""
    firsts = [name[0], f"Đ{name[0][1:]}"] if name[0].startswith(_MAY_BE_D) else [name[0]]
    for first in firsts:
        for day in (places.CHANGE, places.KNOWN_FROM):
            if known := places.near(" ".join((first, *name[1:])), day, kind):
                return known
    return ()
