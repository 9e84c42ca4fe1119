"""Character sets from before Unicode (TCVN3, VNI-Windows, VIQR): told by the font or by the letters, and converted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal

from ..knowledge import table
from .syllables import is_syllable
from .viqr import from_viqr, viqr_marks

Charset = Literal["tcvn3", "vni", "viqr"]

# Word keeps code AD of a TCVN3 font (ư) as an optional hyphen, which is dropped wherever text is brought to NFC. In this
# form, the private one of symbol fonts, it is not.
KEPT_HYPHEN = "\uf0ad"
# So many words with marks, and so large a share of them spelt right in one set and wrong as they stand, settle it.
FEWEST_WORDS = 8
RIGHT = 0.85
WRONG = 0.5
# More words are not counted.
ENOUGH_WORDS = 400
# Fewer than one letter in so many that only Unicode has: the text may be in another set.
FEW_UNICODE = 10

UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_EIGHT_BIT = re.compile("[\xa1-\xff−∙\uf0a1-\uf0ff]")
_PRIVATE = re.compile("[\uf0a1-\uf0ff]")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_EDGES = "".join(map(chr, range(33, 48))) + ":;<=>?@[]{}|“”‘’…–—_"


def of_font(font: str | None) -> tuple[Charset | None, bool]:
    """The set that a font's name tells, and whether the font shows small letters as capitals.

    >>> of_font(".VnTimeH"), of_font("GDNPMG+VnTimeBold"), of_font("VNI-Times"), of_font("Times New Roman")
    (('tcvn3', True), ('tcvn3', False), ('vni', False), (None, False))
    """
    return _of_font(font) if font else (None, False)


@lru_cache(maxsize=256)
def _of_font(font: str) -> tuple[Charset | None, bool]:
    known = table("fonts_legacy") if False else table("legacy")["fonts"]
    name = _SUBSET.sub("", font.strip())
    if re.match(known["tcvn3"], name):
        return "tcvn3", re.sub(known["style"], "", name).endswith("H")
    if re.match(known["vni"], name):
        return "vni", False
    return None, False


def recognise(text: str) -> Charset | None:
    """The set that a text without font names is in, by its letters; None for Unicode and for whatever is not sure."""
    eight_bit = len(_EIGHT_BIT.findall(text))
    if len(UNICODE_ONLY.findall(text)) * FEW_UNICODE > eight_bit + len(viqr_marks(text)):
        return None
    for charset in ("tcvn3", "vni") if eight_bit >= FEWEST_WORDS else ():
        words = [word for word in _words(text) if _EIGHT_BIT.search(word)]
        if _is_better(words, charset):
            return charset
    if eight_bit < FEWEST_WORDS and len(viqr_marks(text)) >= FEWEST_WORDS:
        words = [word for word in _words(text) if viqr_marks(word)]
        if _is_better(words, "viqr"):
            return "viqr"
    return None


def _words(text: str) -> list[str]:
    return text.split()[: ENOUGH_WORDS * 8]


def _is_better(words: list[str], charset: Charset) -> bool:
    words = words[:ENOUGH_WORDS]
    if len(words) < FEWEST_WORDS:
        return False
    right = sum(map(_is_spelt, (convert(word, charset) for word in words)))
    return right >= RIGHT * len(words) and sum(map(_is_spelt, words)) <= WRONG * len(words)


def _is_spelt(word: str) -> bool:
    """Whether every part of a word between signs is a syllable: «Độc», «(Hà», «tỉnh/thành», «GD&ĐT»."""
    parts = [part for part in re.split(r"[\s\d!-/:-@\[-`{-~“”‘’…–—]+", word) if part]
    return all(is_syllable(part) or (part.isupper() and len(part) < 6) for part in parts)


def convert(text: str, charset: Charset, capitals: bool = False) -> str:
    """A text of one set, in Unicode; as it looks in a font of capitals with `capitals`.

    >>> convert("QuyÕt ®Þnh", "tcvn3"), convert("Uûy ban", "vni"), convert("bé tµi chÝnh", "tcvn3", capitals=True)
    ('Quyết định', 'Ủy ban', 'BỘ TÀI CHÍNH')
    """
    return convert_with_places(text, charset, capitals)[0]


def convert_with_places(text: str, charset: Charset, capitals: bool = False) -> tuple[str, list[int]]:
    """The text in Unicode and, for each offset of `text` (its end too), the offset there."""
    if charset == "viqr":
        return _joined(text, from_viqr(text))
    if UNICODE_ONLY.search(text):
        return _joined(text, [_mixed(word, charset, capitals) for word in re.findall(r"\s+|\S+", text)])
    letters = _letters()[charset]
    text = _PRIVATE.sub(lambda found: chr(ord(found[0]) & 0xFF), text)
    if charset == "tcvn3":
        shown = text.translate(letters)
        shown = shown.upper() if capitals else _capitalised(shown)
        return shown, list(range(len(text) + 1))
    return _joined(text, [(found, _vni()(found)) for found in re.findall(_vni_pattern(), text, re.DOTALL)])
