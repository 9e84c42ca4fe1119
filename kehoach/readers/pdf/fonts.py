"""Fonts and letters of a PDF: family names, weight and slant, and words as they look in their font."""

from __future__ import annotations

import re

from ...patterns import lazy
from ..letters import repaired

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
