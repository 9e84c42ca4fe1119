"""Vietnamese text, the one place for it: NFC, folding that keeps offsets, damaged-text detection, fuzzy likeness."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from datetime import date
from functools import lru_cache
from typing import Any

from .patterns import lazy

# Share of accented letters below which a text has lost its diacritics: 4 % in text ruined by OCR without a Vietnamese
# model, 27-29 % in clean Vietnamese (measured on real plans); anything between 10 and 20 % separates them.
DAMAGED_SHARE = 0.15
# Fewer letters than this tell nothing about a share.
LEAST_LETTERS = 120


def nfc(text: str) -> str:
    """Bring text to NFC and drop what nobody sees: soft hyphens, zero-width characters, byte-order marks."""
    text = unicodedata.normalize("NFC", text)
    # to look for six characters takes a hundredth of the time of translating a text that has none of them
    return text.translate(INVISIBLE) if _UNSEEN.search(text) else text


_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
INVISIBLE = dict.fromkeys(map(ord, _INVISIBLE))
_UNSEEN = lazy(f"[{_INVISIBLE}]")


def _base(letter: str) -> str:
    """The bare lower-case letter behind an accented one: «Ế» → «e», «Đ» → «d»; «ƣ» is what some fonts show for ư."""
    bare = unicodedata.normalize("NFD", letter)[0]
    return {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ƣ": "u", "Ƣ": "u"}.get(bare, bare.lower())


# One character in, one out, so that a match in folded text is a place in the real text. Everything that is no letter
# stays, but for the dashes, quotes and spaces that people use for one another.
_FOLD = {ord(c): _base(c) for c in map(chr, range(0x41, 0x24F)) if c.isalpha() and len(_base(c)) == 1}
_FOLD |= {ord(c): _base(c) for c in map(chr, range(0x1E00, 0x1F00)) if c.isalpha() and len(_base(c)) == 1}
_FOLD |= dict.fromkeys(map(ord, "‐‑‒–—−∙"), "-") | dict.fromkeys(map(ord, "“”„«»"), '"')
_FOLD |= dict.fromkeys(map(ord, "‘’`´"), "'") | dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\t"), " ")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, no accents, one kind of dash, quote and space; exactly as long as `text`.

    >>> fold("Kế hoạch – “Đổi mới”")
    'ke hoach - "doi moi"'
    """
    try:
        return codecs.charmap_decode(codecs.charmap_encode(text, "strict", _EIGHT_BITS)[0], "strict", _FOLDED)[0]
    except UnicodeEncodeError:
        return text.translate(_FOLD)


def _eight_bits() -> tuple[Any, str]:
    """A character set of our own, a byte for each character that plans are written with, and these bytes folded.

    There and back again takes an eighth of the time of looking up every letter in a dictionary.
    """
    usual = iter(VIETNAMESE + VIETNAMESE.upper() + "–—“”‘’«»…•§\u00a0°±²³·½×÷■●√")
    free = {*range(1, 9), 12, *range(14, 32), *range(127, 256)}  # control characters, and what is beyond ASCII
    characters = "".join(next(usual) if code in free else chr(code) for code in range(256))
    return codecs.charmap_build(characters), characters.translate(_FOLD)


VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_EIGHT_BITS, _FOLDED = _eight_bits()


# Character classes for patterns: ranges will not do, since capitals and small letters alternate beyond ASCII.
# Those of Vietnamese and of Western Europe: with each letter more, each pattern takes longer to compile.
_LATIN = [c for c in (*map(chr, range(0xC0, 0x100)), *"ĂăĐđĨĩŨũƠơƯư", *map(chr, range(0x1EA0, 0x1EFA))) if c.isalpha()]
CAPITAL = "[A-Z" + "".join(c for c in _LATIN if c.isupper()) + "]"
SMALL = "[a-z" + "".join(c for c in _LATIN if c.islower()) + "]"


def accented_share(text: str) -> float:
    """Accented letters as a share of all letters, 0 to 1; 0 for text without letters."""
    letters = _letters(text)
    return (letters - _letters(text.encode("ascii", "ignore").decode())) / letters if letters else 0.0


def is_damaged(text: str) -> bool:
    """Whether a text lost its diacritics. A text too short to tell counts as sound."""
    start = text[:20000]
    return _letters(start) >= LEAST_LETTERS and accented_share(start) < DAMAGED_SHARE


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


# Where the tone stands on the second vowel («hoà», «uỷ»), and where administrative texts set it («hòa», «ủy»).
TONES_MOVED = dict(
    zip(
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        strict=True,
    )
)


def squeeze(text: str) -> str:
    """Runs of white space as one space, none at the ends."""
    return " ".join(text.split())


def short_date(day: date) -> str:
    """A day as offices write it in figures: a nought before days below 10 and months 1 and 2, before no other month.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm b.

    >>> short_date(date(2025, 2, 5)), short_date(date(2025, 7, 15))
    ('05/02/2025', '15/7/2025')
    """
    return f"{day.day:02}/{short_month(day)}"


def short_month(day: date) -> str:
    """«02/2025», «7/2025»."""
    return f"{day.month:02}/{day.year}" if day.month < 3 else f"{day.month}/{day.year}"


def likeness(a: str, b: str, least: float = 0) -> float:
    """How alike two texts are, 0 to 100, without regard to case, accents and spacing; 0 where it is below `least`.

    >>> likeness("Ké hoach", "KẾ HOẠCH")
    100.0
    """
    a, b = _bare(a), _bare(b)
    if a == b:
        return 100.0
    if least and 200 * min(len(a), len(b)) < least * (len(a) + len(b)):
        return 0.0
    if least and 200 * sum(min(times, a.count(letter)) for letter, times in _counts(b)) < least * (len(a) + len(b)):
        return 0.0
    # most texts are told apart by their letters alone, and a file that is only read need not wait 10 ms for it
    from rapidfuzz import fuzz

    return fuzz.ratio(a, b, score_cutoff=least)


@lru_cache(maxsize=64)
def _counts(text: str) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(text).items())


@lru_cache(maxsize=1024)
def _bare(text: str) -> str:
    return squeeze(fold(text))
