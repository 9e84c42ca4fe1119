"""What the keys of a typing method left unconverted: «dduwowcj» (Telex) and «tho6ng» (VNI)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...patterns import lazy
from ...readers.syllables import is_syllable

_TELEX = (("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("dd", "đ"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))
_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_DIGITS = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_SHAPES = {"6": dict(zip("aeo", "âêô", strict=True)), "7": dict(zip("ou", "ơư", strict=True)), "8": {"a": "ă"},
           "9": {"d": "đ"}}  # fmt: skip
_VNI = lazy(r"[a-zđ]{1,6}(?:[1-9][a-z]{0,4}){1,3}")
_VOWEL = lazy(r"[aăâeêioôơuưy]+", re.I)


@lru_cache(maxsize=2048)
def typed(word: str) -> str | None:
    """The syllable that the keys of a word in small letters were to give; None if they give none.

    >>> typed("dduwowcj"), typed("tho6ng"), typed("h5n1"), typed("been")
    ('được', 'thông', None, None)
    """
    if word.isascii() and word.isalpha():
        return _telex(word)
    return _vni(word) if _VNI.fullmatch(word) else None


def _telex(word: str) -> str | None:
    tone = _TONES.get(word[-1], "")
    plain = word[:-1] if tone else word
    for keys, letter in _TELEX:
        plain = plain.replace(keys, letter)
    # one that looks like a word of another language has to bear two signs of Telex
    if plain.isascii() or (not tone and len(word) - len(plain) < 2):
        return None
    return _with_tone(plain, tone)


def _vni(word: str) -> str | None:
    tone, letters = "", ""
    for key in word:
        if key in _DIGITS:
            tone = _DIGITS[key]
        elif key in _SHAPES:
            at = next((i for i in range(len(letters) - 1, -1, -1) if letters[i] in _SHAPES[key]), None)
            if at is None:
                return None
            start = at - 1 if key == "7" and letters[at] == "o" and letters[at - 1 : at] == "u" else at  # «uo7»: ươ
            letters = letters[:start] + "".join(_SHAPES[key][c] for c in letters[start : at + 1]) + letters[at + 1 :]
        else:
            letters += key
    return _with_tone(letters, tone)


def _with_tone(plain: str, tone: str) -> str | None:
    """The syllable with its tone on the vowel that bears it."""
    vowels = _VOWEL.search(plain)
    if vowels is None:
        return None
    start, end = vowels.span()
    if plain.startswith(("qu", "gi")) and end > 2:
        start = 2
    marked = [i for i in range(start, end) if plain[i] in "ăâêôơư"]
    last = marked[-1] if marked else start + (end - start > 1 and (end < len(plain) or end - start > 2))
    found = unicodedata.normalize("NFC", plain[: last + 1] + tone + plain[last + 1 :])
    return found if is_syllable(found) and not found.isascii() else None
