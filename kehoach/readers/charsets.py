"""Character sets from before Unicode (TCVN3, VNI-Windows, VIQR): told by the font or by the letters, and converted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal

from ..knowledge import table
from ..patterns import lazy

Charset = Literal["tcvn3", "vni", "viqr"]
# What is written, and the letters that it stands for.
Pair = tuple[str, str]

# Word keeps code AD of a TCVN3 font (ư) as an optional hyphen, which is dropped wherever text is brought to NFC.
# In this form, the private one of symbol fonts, it is not.
KEPT_HYPHEN = "\uf0ad"
# So many words with marks, and so large a share of them spelt right in one set and wrong as they stand, settle it.
FEWEST_WORDS = 8
RIGHT = 0.85
WRONG = 0.5
# More words than this are not counted.
ENOUGH_WORDS = 400
# With more than one letter in so many that only Unicode has, the text is in Unicode.
FEW_UNICODE = 10

_UNICODE_ONLY = lazy("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_EIGHT_BIT = lazy("[\xa1-\xff−∙\uf0a1-\uf0ff]")
_PRIVATE = range(0xF0A1, 0xF100)
_SUBSET = lazy(r"[A-Z]{6}\+")
_WORD = lazy(r"\s+|\S+")
# Signs and figures between words; those of the upper half are letters in the old sets.
_BETWEEN = lazy(r"[\s!-@\[-`{-~“”‘’…–—]+")
_ABBREVIATION = 6
# Two soft hyphens are one ư and a place where the word may be broken.
_TCVN3_LETTER = lazy("\xad{2}|.", re.DOTALL)


@lru_cache(maxsize=256)
def of_font(font: str) -> tuple[Charset | None, bool]:
    """The set that a font's name tells, and whether the font shows small letters as capitals.

    >>> of_font(".VnTimeH"), of_font("GDNPMG+VnTimeBold"), of_font("VNI-Times"), of_font("Times New Roman")
    (('tcvn3', True), ('tcvn3', False), ('vni', False), (None, False))
    """
    known = table("legacy")["fonts"]
    name = _SUBSET.sub("", font.strip(), count=1)
    if re.match(known["tcvn3"], name):
        return "tcvn3", re.sub(known["style"], "", name).endswith("H")
    return ("vni" if re.match(known["vni"], name) else None), False


def recognise(text: str) -> Charset | None:
    """The set that a text is in by its letters alone; None for Unicode and for whatever is not sure.

    >>> recognise("C¨n cø NghÞ ®Þnh cña ChÝnh phñ vÒ viÖc tæ chøc bé m¸y")
    'tcvn3'
    """
    eight_bit = len(_EIGHT_BIT.findall(text))
    if len(_UNICODE_ONLY.findall(text)) * FEW_UNICODE > max(eight_bit, FEWEST_WORDS * FEW_UNICODE):
        return None
    from . import viqr  # most files are in Unicode and need not wait for this, nor for the other modules below

    words = text.split()
    if eight_bit >= FEWEST_WORDS:
        marked = [word for word in words if _EIGHT_BIT.search(word)][:ENOUGH_WORDS]
        return next((charset for charset in ("tcvn3", "vni") if _is_better(marked, charset)), None)
    marked = [word for word in words if viqr.SURE.search(word)][:ENOUGH_WORDS]
    return "viqr" if _is_better(marked, "viqr") else None


def _is_better(words: list[str], charset: Charset) -> bool:
    """Whether words with marks are syllables when read in `charset`, and mostly are not as they stand."""
    if len(words) < FEWEST_WORDS:
        return False
    right = sum(_is_spelt(convert(word, charset)) for word in words)
    return right >= RIGHT * len(words) and sum(map(_is_spelt, words)) <= WRONG * len(words)


def _is_spelt(word: str) -> bool:
    """Whether all between the signs of a word are syllables: «Độc», «(Hà», «tỉnh/thành», «GD&ĐT»."""
    from .syllables import is_syllable

    parts = [part for part in _BETWEEN.split(word) if part]
    return all(is_syllable(part) or (part.isupper() and len(part) < _ABBREVIATION) for part in parts)


def convert(text: str, charset: Charset, capitals: bool = False) -> str:
    """A text of one set, in Unicode; as it looks in a font of capitals with `capitals`.

    >>> convert("QuyÕt ®Þnh", "tcvn3"), convert("Uûy ban", "vni"), convert("bé tµi chÝnh", "tcvn3", capitals=True)
    ('Quyết định', 'Ủy ban', 'BỘ TÀI CHÍNH')
    """
    return convert_with_places(text, charset, capitals)[0]


def convert_with_places(text: str, charset: Charset, capitals: bool = False) -> tuple[str, list[int]]:
    """The text in Unicode and, for each offset of `text` (its end too), the offset there."""
    pairs = list(_pairs(text, charset))
    shown = "".join(letters for _, letters in pairs)
    if capitals:
        shown = "".join(map(_capital, shown))
    elif charset == "tcvn3":
        from .capitals import capitalised

        shown = capitalised(shown)
    return shown, list(_places(pairs))


def _places(pairs: Iterable[Pair]) -> Iterator[int]:
    place = 0
    for written, letters in pairs:
        yield place
        place += len(letters)
        # what stands behind the first character only changes it
        yield from [place] * (len(written) - 1)
    yield place


def _pairs(text: str, charset: Charset) -> Iterator[Pair]:
    if _UNICODE_ONLY.search(text):
        for word in _WORD.findall(text):
            yield from zip(word, word, strict=True) if _is_unicode(word, charset) else _read(word, charset)
    else:
        yield from _read(text, charset)


def _is_unicode(word: str, charset: Charset) -> bool:
    """Whether a word among Unicode ones is Unicode too, whatever the font says: Word shows it in another."""
    if _UNICODE_ONLY.search(word) or not _EIGHT_BIT.search(word):
        return True
    return _is_spelt(word) and not _is_spelt("".join(letters for _, letters in _read(word, charset)))


def _read(text: str, charset: Charset) -> Iterator[Pair]:
    if charset == "viqr":
        from . import viqr

        return viqr.read(text)
    plain = "".join(chr(ord(c) & 0xFF) if ord(c) in _PRIVATE else c for c in text)
    if charset == "tcvn3":
        return ((found, found.translate(_tcvn3())[0]) for found in _TCVN3_LETTER.findall(plain))
    return ((found, _vni().get(found, found)) for found in _vni_pattern().findall(plain))


def _capital(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 else letter


@cache
def _tcvn3() -> dict[int, str]:
    known = table("legacy")
    codes = {int(first, 16) + n: letter for first, row in known["tcvn3"].items() for n, letter in enumerate(row)}
    return codes | {ord(c): letter for c, letter in known["tcvn3_aliases"].items()}


@cache
def _vni() -> dict[str, str]:
    """What one or two characters of VNI stand for; the code for the marks may be a capital's beside a small letter."""
    known = table("legacy")["vni"]
    read = dict(known["single"])
    for vowel, marks in known["marks"].items():
        read |= {vowel + code: letter for code, letter in marks.items()}
    cased = {form: letter for written, letter in read.items() for form in (written, written[0] + written[1:].upper())}
    return cased | {form[0].upper() + form[1:]: letter.upper() for form, letter in cased.items()}


@cache
def _vni_pattern() -> re.Pattern[str]:
    pairs = "|".join(sorted((written for written in _vni() if len(written) == 2), reverse=True))
    return lazy(f"{pairs}|.", re.DOTALL)
