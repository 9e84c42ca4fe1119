"""The letters of a PDF as a person sees them: ligatures taken apart, look-alikes put right, and the names of fonts."""

from __future__ import annotations

import re

from ...text import nfc

# Fonts of the time before Unicode: their codes are letters of another table, which nothing here may touch.
_LEGACY = re.compile(r"\.?vn(?:i\b|i-|[a-z])|\.vn", re.IGNORECASE)
_LIKE = str.maketrans(
    {
        "\u01a3": "ư",  # Word 2007 wrote it so: «chất lƣợng»
        "\u01a2": "Ư",
        "\u00d0": "Đ",  # the Icelandic letter looks the same
        "\u2212": "-",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufffe": "-",
        "\x02": "-",
    }
)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_WEIGHT = re.compile(r"[-,\s]*(?:PSMT|PS|MT)?[-,\s]*(?:Bold|Italic|Oblique|Regular|PSMT|PS|MT)+$")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CAMEL = re.compile(r"(?:[A-Z][a-z]+){2,}")


def is_legacy(font: str | None) -> bool:
    """Whether a font's name is that of a TCVN3 or VNI font («.VnTime», «VNI-Times»)."""
    return bool(font and _LEGACY.match(font))


def repaired(text: str, font: str | None) -> str:
    """The letters as they look, in NFC; those of legacy fonts as they are."""
    if text.isascii() and "\x02" not in text:
        return text
    if is_legacy(font):
        return text.replace("\ufffe", "-").replace("\x02", "-")
    return nfc(text.translate(_LIKE))


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
