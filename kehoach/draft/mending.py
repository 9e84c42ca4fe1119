"""A damaged parent's words made fit to print: sure ones as they are, nearly sure ones marked, the rest not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from weakref import WeakKeyDictionary

from ..model import Plan
from ..patterns import lazy
from ..text import squeeze

# How sure a word must be to be printed unmarked. Little words are often misread for one another and tell little, so the
# model is never very sure of them; below DOUBTFUL nobody could tell what stood there.
SURE, SURE_LITTLE, DOUBTFUL = 0.8, 0.6, 0.4
LITTLE = frozenset(["và", "về", "để", "ở", "là", "cho", "của", "các", "từ", "với", "trong", "những"])
# In one clause; a person who reads it puts a little word right at a glance.
MOST_MARKS, MOST_LITTLE = 1, 3

# Letters that a bad reader took for figures: «các tầng 16p» is «các tầng lớp», «đường 161» is «đường lối».
_FIGURES = lazy(r"\b16([pi])(?=\s)|(?<=[dđ]u[oờ]ng )16[1i]\b", re.IGNORECASE)

Mend = Callable[[str], str | None]
_CLAUSE = lazy(r"(?<=[;.!?])\s+")


# One parent is drafted from for many units: what was mended once need not be mended again.
_MENDERS: WeakKeyDictionary[Plan, dict[tuple[str, ...], Mend]] = WeakKeyDictionary()


def mender(parent: Plan, context: tuple[str, ...] = ()) -> Mend | None:
    """What mends the parent's text, None if it needs no mending. A text that cannot be told any more becomes None.

    `context` is clean text of the same subject: our wording, the unit's names.
    """
    if not parent.document.damaged:
        return None
    known = _MENDERS.setdefault(parent, {})
    if context not in known:
        known[context] = _mender(parent, context)
    return known[context]


def _mender(parent: Plan, context: tuple[str, ...]) -> Mend:
    from ..restore.decode import restore

    codes = dict(_codes(parent))

    @cache
    def mend(text: str) -> str | None:
        for written, right in codes.items():
            text = text.replace(written, right)
        restored = restore(_FIGURES.sub(lambda m: f"lo{m[1] or 'i'}", text), context)
        kept = list(_kept(restored.text, restored.words))
        if kept and kept[-1].endswith(";") and text.rstrip().endswith("."):
            kept[-1] = f"{kept[-1][:-1]}."
        return " ".join(kept) or None

    return mend


def _codes(parent: Plan) -> Iterator[tuple[str, str]]:
    """Numbers and symbols as they stand in the file, and as extraction understood them."""
    for found in parent.citations:
        cited = found.value
        joint = "-" if re.match(r"[^\d/]+/", cited.symbol) else "/"
        written = parent.document.text(cited.code)
        if squeeze(written):
            yield written, f"{cited.number}{joint}{cited.symbol}"


def _kept(text: str, words: tuple[tuple[str, float], ...]) -> Iterator[str]:
    """Clause by clause, what can be printed: a doubtful word is marked «[từ?]», a clause with too many is left out."""
    at = 0
    rest = iter(words)
    pending = next(rest, None)
    for start, end in _clauses(text):
        out, marks, asides, lost = [], 0, 0, False
        at = start
        while pending and (place := text.find(pending[0], at, end)) >= 0:
            word, confidence = pending
            pending = next(rest, None)
            little = word.lower() in LITTLE
            figure = any(map(str.isdigit, word))  # «202§»: a person sees at once what it was
            doubtful = confidence < (SURE_LITTLE if little else SURE) and (figure or any(map(str.isalpha, word)))
            marks += doubtful and not (little or figure)
            asides += doubtful and (little or figure)
            lost |= doubtful and not (little or figure) and confidence < DOUBTFUL
            out += [text[at:place], f"[{word}?]" if doubtful else word]
            at = place + len(word)
        if not lost and marks <= MOST_MARKS and asides <= MOST_LITTLE:
            yield "".join([*out, text[at:end]]).strip()


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _CLAUSE.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)
