"""Whether something may be a Vietnamese syllable: what tells a right reading of bytes from a wrong one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from ..knowledge import table
from ..patterns import lazy

# The marks of tone: huyền, sắc, ngã, hỏi, nặng.
TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP = "\u0301\u0323"
_TONE = lazy(f"[{TONES}]")


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether a word is spelt as Vietnamese ones are, in any case.

    >>> is_syllable("Nghiệp"), is_syllable("KẾ"), is_syllable("hoach"), is_syllable("QuyÕt")
    (True, True, False, False)
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(apart)
    if len(tones) > 1:
        return False
    found = _pattern().fullmatch(unicodedata.normalize("NFC", _TONE.sub("", apart)))
    if found is None:
        return False
    return not found["stop"] or bool(tones and tones[0] in _SHARP)


def plain(letter: str) -> str:
    """A letter without its mark of tone: «ầ» is an «â»."""
    return unicodedata.normalize("NFC", _TONE.sub("", unicodedata.normalize("NFD", letter)))


@cache
def _pattern() -> re.Pattern[str]:
    parts = table("syllables")

    def choice(name: str) -> str:
        return "|".join(sorted(parts[name], key=len, reverse=True))

    soft = "|".join(coda for coda in parts["codas"] if coda not in parts["stops"])
    return lazy(
        rf"(?:{choice('onsets')})?"
        rf"(?:(?:{choice('open')})|(?:{choice('closed')}|{choice('either')})(?:(?P<stop>{choice('stops')})|{soft})"
        rf"|(?:{choice('either')}))"
    )
