"""Ruin a text the way OCR without a Vietnamese model does: the same text always gives the same ruin."""

from __future__ import annotations

import re
import textwrap
import unicodedata
import zlib

# What OCR makes of a letter that it does not know; the first is the commonest.
LETTERS = {
    "đ": ("d", "d", "d", "4"),
    "Đ": ("P", "D", "B", "P"),
    "ơ": ("o", "o", "¢"),
    "ư": ("u", "u", "ur"),
    "Ộ": ("Q", "O"),
    "ộ": ("6", "o", "0"),
}
# Words that come out in a few fixed ways, wherever they stand.
WORDS = {"số": ("s6", "sb", "sé", "so"), "Số": ("S6", "Sd"), "Thủ": ("Thu", "Thii")}
NUMERALS = {"II.": "I1.", "III.": "I11.", "VII.": "VIL"}
# Of a hundred accented letters, so many keep some mark, mostly a wrong one.
KEPT = 8
WRONG = {"a": "á", "e": "é", "o": "ó", "u": "ú", "i": "í"}


def _choice(place: int, letter: str, among: int) -> int:
    """A number below `among` that depends on place and letter only."""
    return zlib.crc32(f"{place}:{letter}".encode()) % among


def _letter(place: int, letter: str) -> str:
    if letter in LETTERS:
        return LETTERS[letter][_choice(place, letter, len(LETTERS[letter]))]
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare == letter or not letter.isalpha():
        return letter
    first = unicodedata.normalize("NFD", letter)[:2]
    if unicodedata.normalize("NFC", first) in LETTERS and _choice(place, letter, 3) == 0:
        return _letter(place, unicodedata.normalize("NFC", first))
    return WRONG.get(bare, bare) if _choice(place, letter, 100) < KEPT else bare


def _word(place: int, word: str) -> str:
    if word in WORDS:
        return WORDS[word][_choice(place, word, len(WORDS[word]))]
    return "".join(_letter(place + offset, letter) for offset, letter in enumerate(word))


def ruin(text: str, width: int = 80) -> str:
    """The ruined text, in printed lines of about `width` columns, paragraphs apart by a blank line."""
    said = []
    for place, line in enumerate(text.splitlines()):
        ruined = re.sub(r"[^\W\d_]+|\W|\d|_", lambda m, place=place: _word(place * 1000 + m.start(), m[0]), line)  # type: ignore[misc]
        numeral = re.match(r"[IVX]+\.(?= )", ruined)
        if numeral and numeral[0] in NUMERALS:
            ruined = NUMERALS[numeral[0]] + ruined[numeral.end() :]
        said.append(textwrap.fill(ruined, width, break_long_words=False, break_on_hyphens=False))
    return "\n\n".join(said) + "\n"
