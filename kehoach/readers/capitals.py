"""Capitals that TCVN3 has no codes for: typed as small letters among capitals («THàNH PHố»), and set right here."""

from __future__ import annotations

import re

from ..patterns import lazy
from .syllables import is_syllable

_WORD = lazy(r"[^\W\d_]+")
# The capitals that there are codes for; another small letter beyond ASCII may stand for its capital.
_HAVE_CAPITALS = "ăâêôơưđ"
_BEYOND = lazy(r"[^\W\d_a-zA-Z]")


def capitalised(text: str) -> str:
    """`text`, with words that were meant as capitals in capitals.

    >>> capitalised("ủY BAN NHÂN DÂN THàNH PHố Hà NộI"), capitalised("Số: 12/QĐ-UB, Sở GDĐT")
    ('ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI', 'Số: 12/QĐ-UB, Sở GDĐT')
    """
    if not _BEYOND.search(text):
        return text
    words = list(_WORD.finditer(text))
    meant = [i for i, word in enumerate(words) if _could_be(word[0]) and _is_meant(text, words, i)]
    for i in meant:
        start, end = words[i].span()
        text = text[:start] + text[start:end].upper() + text[end:]
    return text


def _could_be(word: str) -> bool:
    """Whether every small letter of a word, and there is one, has no capital in TCVN3."""
    small = [c for c in word if c.islower()]
    return bool(small) and all(not c.isascii() and c not in _HAVE_CAPITALS for c in small)


def _is_meant(text: str, words: list[re.Match[str]], i: int) -> bool:
    word = words[i][0]
    capitals = sum(c.isupper() for c in word)
    if capitals >= 2 or (capitals and word[0].islower()):
        return True
    # «Số», «Bộ», «ở»: the words beside it tell, unless they are abbreviations («Sở GDĐT»)
    before = _in_capitals(words[i - 1][0]) if i and _is_near(text, words[i - 1], words[i]) else None
    after = _in_capitals(words[i + 1][0]) if i + 1 < len(words) and _is_near(text, words[i], words[i + 1]) else None
    if not capitals and before is not None and after is not None:
        return before and after
    return after if after is not None else bool(before)


def _in_capitals(word: str) -> bool:
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 and (word.isupper() or _could_be(word)) and is_syllable(word)


def _is_near(text: str, word: re.Match[str], after: re.Match[str]) -> bool:
    return not text[word.end() : after.start()].strip(" ,-–\u2006\xa0") and after.start() - word.end() < 4
