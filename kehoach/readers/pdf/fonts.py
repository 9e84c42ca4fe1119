"""Fonts and letters of a PDF: family names, weight and slant, and words as they look in their font."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from math import atan2, hypot, pi
from operator import itemgetter

from ...patterns import lazy
from ..letters import repaired
from ..printed.words import Face
from .bindings import library

# Fonts of the time before Unicode: their codes are letters of another table, which nothing here may touch.
_LEGACY = lazy(r"\.?vn(?:i\b|i-|[a-z])|\.vn", re.IGNORECASE)
_SUBSET = lazy(r"^[A-Z]{6}\+")
_WEIGHT = lazy(r"[-,\s]*(?:PSMT|PS|MT)?[-,\s]*(?:Bold|Italic|Oblique|Regular|PSMT|PS|MT)+$")
_JOINT = lazy(r"(?<=[a-z])(?=[A-Z])")
_CAMEL = lazy(r"(?:[A-Z][a-z]+){2,}")


def is_legacy(font: str | None) -> bool:
    """Whether a font's name is that of a TCVN3 or VNI font («.VnTime», «VNI-Times»)."""
    return bool(font and _LEGACY.match(font))


def decoded(text: str, font: str | None) -> str:
    """A word of the text layer as it looks; one in a legacy font as it is."""
    if "\ufffe" in text or "\x02" in text:
        text = text.replace("\ufffe", "-").replace("\x02", "-")
    return text if is_legacy(font) else repaired(text)


def fontname(name: str) -> tuple[str, bool, bool]:
    """Family, bold and italic, from a name in a PDF.

    >>> fontname("ABCDEF+TimesNewRomanPS-BoldItalicMT")
    ('Times New Roman', True, True)
    >>> fontname("Times New Roman,Italic")
    ('Times New Roman', False, True)
    """
    name = _SUBSET.sub("", name).strip()
    bold = "bold" in name.casefold()
    italic = "italic" in name.casefold() or "oblique" in name.casefold()
    family = name.split(",")[0]
    if not is_legacy(family):
        before = ""
        while family != before:
            before, family = family, _WEIGHT.sub("", family).strip(" -,")
        family = family or name
        if _CAMEL.fullmatch(family):
            family = _JOINT.sub(" ", family)
    return family, bold, italic


_FORCED_BOLD, _ITALIC = 1 << 18, 1 << 6


# How a text object is set: its face, and to which quarter it is turned (None: askew).
Setting = tuple[Face, int | None]


class Faces:
    """How the text objects of a page are set."""

    def __init__(self, text: int) -> None:
        self._text = text
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self._known: dict[tuple[bytes, int], Setting] = {}
        # the size, and the matrix behind it
        self._numbers = (ctypes.c_float * 7)()

    def of(self, owners: list[int], places: list[int]) -> tuple[list[Face], list[int | None]]:
        """The face and the quarter of each of these text objects, of which each prints a character of `places`."""
        ask = self._asked()
        known = {owner: ask(owner, place) for owner, place in dict(zip(owners, places, strict=True)).items()}
        settings = list(map(known.__getitem__, owners))
        return list(map(itemgetter(0), settings)), list(map(itemgetter(1), settings))

    def _asked(self) -> Callable[[int, int], Setting]:
        lib = library()
        get_matrix, get_size, get_font = lib.FPDFText_GetMatrix, lib.FPDFTextObj_GetFontSize, lib.FPDFTextObj_GetFont
        text, known = self._text, self._known
        to_size = ctypes.addressof(self._numbers)
        to_matrix = to_size + 4
        # without the place that the matrix ends with
        seen = memoryview(self._numbers).cast("B")[:20]

        def ask(owner: int, place: int) -> Setting:
            get_matrix(text, place, to_matrix)
            get_size(owner, to_size)
            key = seen.tobytes(), get_font(owner)
            return known.get(key) or self._learn(key)

        return ask

    def _learn(self, key: tuple[bytes, int]) -> Setting:
        """The setting that the numbers last read tell of."""
        size, a, b, c, d, _, _ = self._numbers
        font = key[1]
        if font not in self._fonts:
            self._fonts[font] = _described(font)
        name, bold, italic = self._fonts[font]
        points = round(abs(size) * hypot(c, d), 1)
        angle = atan2(b, a) / (pi / 2)
        quarter = round(angle) % 4 if abs(angle - round(angle)) < 0.05 else None
        self._known[key] = found = Face(name or None, points or 1.0, bold, italic), quarter
        return found


def _described(font: int | None) -> tuple[str, bool, bool]:
    if not font:
        return "", False, False
    lib = library()
    buffer = ctypes.create_string_buffer(256)
    lib.FPDFFont_GetBaseFontName(font, buffer, 256)
    name, bold, italic = fontname(buffer.value.decode("utf-8", errors="replace"))
    flags = lib.FPDFFont_GetFlags(font)
    return name, bold or bool(flags & _FORCED_BOLD), italic or bool(flags & _ITALIC)
