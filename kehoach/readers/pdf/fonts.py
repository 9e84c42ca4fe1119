"""Fonts and letters of a PDF: family names, weight and slant, and words as they look in their font."""

from __future__ import annotations

import ctypes
import re
from math import atan2, hypot, pi

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


class Faces:
    """How the text objects of a page are set: a face, and to which quarter it is turned (None: askew).

    `known` holds those that were asked for already, by their address.
    """

    def __init__(self, text: int) -> None:
        lib = library()
        self.known: dict[int, tuple[Face, int | None]] = {}
        self._text = text
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self._numbers = (ctypes.c_float * 7)()
        self._matrix, self._size, self._font = (
            lib.FPDFText_GetMatrix,
            lib.FPDFTextObj_GetFontSize,
            lib.FPDFTextObj_GetFont,
        )

    def ask(self, place: int, owner: int) -> tuple[Face, int | None]:
        """The face of the text object that prints this character."""
        at = ctypes.addressof(self._numbers)
        self._matrix(self._text, place, at)
        self._size(owner, at + 24)
        a, b, c, d, _, _, size = self._numbers
        font = self._font(owner)
        if font not in self._fonts:
            self._fonts[font] = _described(font)
        name, bold, italic = self._fonts[font]
        points = round(abs(size) * hypot(c, d), 1)
        angle = atan2(b, a) / (pi / 2)
        quarter = round(angle) % 4 if abs(angle - round(angle)) < 0.05 else None
        self.known[owner] = found = Face(name or None, points or 1.0, bold, italic), quarter
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
