"""VIQR (RFC 1456): Vietnamese typed in ASCII, with marks behind the letters («Vie^.t Nam»)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from ..knowledge import table
from ..patterns import lazy

# A vowel in a shape of its own, or with a tone in mid-word: what no other text is full of.
SURE = lazy(r"[aeo]\^|[ou]\+|a\(|[aeiouy][`~'?.](?=[a-z])|\bdd(?=[aeiouy])", re.IGNORECASE)
_WORD = lazy(r"\s+|\S+")
# Addresses have dots behind vowels, and no Vietnamese words.
_ADDRESS = lazy(r"@|://|^www\.|\.(?:vn|com|org|net)\b", re.IGNORECASE)


def read(text: str) -> Iterator[tuple[str, str]]:
    """What is written, and the letters that it stands for.

    >>> "".join(letters for _, letters in read("Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam. DDo^.c la^.p"))
    'Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập'
    """
    for word in _WORD.findall(text):
        if _ADDRESS.search(word):
            yield from zip(word, word, strict=True)
        else:
            yield from _word(word)


def _word(word: str) -> Iterator[tuple[str, str]]:
    toned = False
    for found in _pattern().finditer(word):
        written = found[0]
        if written[0] == "\\" and len(written) > 1:
            yield written, written[1]
        elif written[0] in "dD" and len(written) > 1:
            yield written, "đ" if written[0] == "d" else "Đ"
        elif found["tone"] and (toned or _is_stop(word, found)):
            # a syllable has one tone: what comes after it is punctuation
            yield written[:-1], _letter(written[0], found["shape"], "")
            yield written[-1], written[-1]
        else:
            toned = bool(found["tone"]) or (toned and written[0].isalpha())
            yield written, _letter(written[0], found["shape"], found["tone"]) if found["vowel"] else written


def _is_stop(word: str, found: re.Match[str]) -> bool:
    """Whether a dot is the first of three («ta...»); of two, one is the tone (nặng)."""
    return word.startswith("...", found.end() - 1)


def _letter(vowel: str, shape: str | None, tone: str | None) -> str:
    known = table("legacy")["viqr"]
    marks = known["shapes"].get(shape, "") + known["tones"].get(tone, "")
    return unicodedata.normalize("NFC", vowel + marks)


@cache
def _pattern() -> re.Pattern[str]:
    known = table("legacy")["viqr"]
    shaped = "|".join(f"(?<=[{vowels}]){re.escape(shape)}" for shape, vowels in known["shaped"].items())
    tones = re.escape("".join(known["tones"]))
    vowel = rf"(?P<vowel>[aeiouy])(?P<shape>{shaped})?(?P<tone>[{tones}])?"
    return lazy(rf"\\[{tones}^(+*dD\\]|dd|{vowel}|.", re.IGNORECASE | re.DOTALL)
