"""Texts as the language model sees them: syllables, abbreviations, numbers and breaks, and how often they meet."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..patterns import lazy
from .language import BREAK, NUMBER, canonical
from .tokens import Token, numerals, tokens

_VOWEL = lazy(r"[^BCDĐGHKLMNPQRSTVX&]")
_ABBREVIATION = lazy(r"[^\W\d_](?:&?[^\W\d_])+")


def units(text: str) -> list[str]:
    """A clean text as the model sees it: syllables in small letters, abbreviations, NUMBER and BREAK."""
    found: list[str] = []
    for token in tokens(numerals(text)):
        if token.breaks:
            found += [BREAK, BREAK]
        found.append(unit(token))
    return [*found, BREAK] if found else []


def unit(token: Token) -> str:
    """What the model sees of one token that stands as it should."""
    text = token.text
    if not text.replace("&", "").isalpha() or (len(text) == 1 and not token.free):
        return NUMBER
    return text if is_abbreviation(token) else canonical(text.lower())


def is_abbreviation(token: Token) -> bool:
    """Whether a token is in capitals among small letters, or cannot be a word («GDĐT», «GD&ĐT»)."""
    if not token.text.isupper() or not _ABBREVIATION.fullmatch(token.text):
        return False
    return not token.shouted or not _VOWEL.search(token.text)


def count(text: str) -> dict[str, Counter[str]]:
    """Which unit follows which one and which two, and how often each one stands; the key of the last is ""."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    before = last = BREAK
    for word in units(text):
        if word != BREAK:
            rows[""][word] += 1
        if not (word == BREAK and last == BREAK):
            rows[last][word] += 1
            rows[f"{before} {last}"][word] += 1
        before, last = last, word
    return rows
