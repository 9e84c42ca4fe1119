"""Names of bodies and places brought from header capitals, or from damaged text, to the form of running text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz, process

from ..knowledge import table
from ..patterns import lazy
from ..text import fold, squeeze
from .marks import in_capitals

# A misread phrase of a name counts as the known one from this likeness on (0 to 100).
NEAR = 84
_TOKEN = lazy(r"[^\s,]+|,")
_GLUE = lazy(r"\s+,")
_AMPERSAND = lazy(r"(?<=[^\W\d_])\s*&\s*(?=[^\W\d_])")
_SPOKEN = lazy("[aeiouy]")


@cache
def phrases() -> dict[int, dict[str, str]]:
    """Known parts of names by their number of words: folded form → right form."""
    bodies, places = table("bodies"), table("provinces")
    known: dict[int, dict[str, str]] = {}
    for phrase in (*bodies["lower"], *places["now"], *places["merged"], *bodies["names"]):
        known.setdefault(len(_TOKEN.findall(phrase)), {})[fold(" ".join(_TOKEN.findall(phrase)))] = phrase
    return known


@cache
def _capitals() -> dict[str, str]:
    return {fold(word): word for word in table("bodies")["capitals"]}


def _any_of(name: str) -> str:
    words = sorted({*map(fold, table("bodies")[name])}, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))


@cache
def _heads() -> re.Pattern[str]:
    return lazy(rf"\W*(?!(?:{_any_of('not_heads')})\b)(?P<head>{_any_of('heads')})(?!\w)")


@cache
def _written_heads() -> frozenset[str]:
    return frozenset(letters(head) for head in table("bodies")["heads"])


@cache
def _open_ends() -> re.Pattern[str]:
    return lazy(rf"(?:(?<!\w)(?:{_any_of('open_ends')})|^\W*(?:{_any_of('schools')})|[-–,&])\W*$")


def opens_name(text: str, exact: bool = False) -> bool:
    """Whether a header line begins the name of a body, and does not go on with the line before.

    `exact` asks for its accents too: «Vũ Quang» is no «Vụ».
    """
    found = _heads().match(fold(text))
    return found is not None and (not exact or letters(text[slice(*found.span("head"))]) in _written_heads())


def breaks_off(text: str) -> bool:
    """Whether a header line cannot be the end of a name: «Ủy ban nhân dân huyện», «Trường THPT»."""
    return bool(_open_ends().search(fold(text)))


def letters(text: str) -> str:
    """The letters and accents of a text without case, and without regard to where a tone stands: «Uỷ», «Ủy».

    >>> letters("HOÀ") == letters("hòa"), letters("QUẢN") == letters("quận")
    (True, False)
    """
    return " ".join("".join(sorted(unicodedata.normalize("NFD", word))) for word in text.casefold().split())


def natural(text: str, damaged: bool = False) -> str:
    """A name in capitals, or one that lost its accents, as it is written in running text.

    >>> natural("ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG SƠN"), natural("SO GIAO DUC VA PAO TAO", damaged=True)
    ('Ủy ban nhân dân phường Đông Sơn', 'Sở Giáo dục và Đào tạo')
    """
    text = squeeze(text)
    if not damaged and not in_capitals(text, share=0.75):
        return text
    text = _AMPERSAND.sub("&", text)
    tokens = _TOKEN.findall(text)
    words: list[str] = []
    at = 0
    while at < len(tokens):
        size, word = _phrase(tokens, at, damaged)
        words.append(word)
        at += size
    name = _GLUE.sub(",", " ".join(words))
    return name[:1].upper() + name[1:]


def _phrase(tokens: list[str], at: int, damaged: bool) -> tuple[int, str]:
    """How many tokens from `at` on make a known phrase, and the phrase; else one token in title case."""
    known = phrases()
    for size in range(min(max(known), len(tokens) - at), 0, -1):
        here = fold(" ".join(tokens[at : at + size]))
        right = known[size].get(here) if size in known else None
        if right and (damaged or size > 1 or letters(right) == letters(tokens[at])):
            return size, right
        if damaged and size in known and len(here) >= 5:
            near = process.extractOne(here, known[size].keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
            if near:
                return size, known[size][near[0]]
    return 1, _word(tokens[at], damaged)


def _word(token: str, damaged: bool) -> str:
    if right := _capitals().get(fold(token)):
        return right
    if any(c.isdigit() for c in token) or not any(c.isalpha() for c in token) or _is_short(token):
        return token
    if damaged and not token.isupper():
        return token
    return "-".join(part[:1].upper() + part[1:].lower() for part in token.split("-"))


def _is_short(token: str) -> bool:
    """Whether a word in capitals stands for several: «TNHH», «LHPN», «TB&XH»; none of them can be spoken."""
    return len(token) > 1 and token.isupper() and not _SPOKEN.search(fold(token))


def spelled_out(name: str) -> str:
    """A name without its common short forms: «UBND thành phố Hải Phòng» → «Ủy ban nhân dân thành phố Hải Phòng»."""
    for short, long in table("bodies")["spelled"].items():
        name = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", long, name)
    return name
