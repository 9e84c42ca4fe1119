"""Letters as a person sees them: look-alikes put right, ligatures taken apart, what OCR makes of dashes and rulings."""

from __future__ import annotations

from ..patterns import lazy
from ..text import nfc

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
        # A PDF that has lost which glyph is which letter: the place of a glyph in Times New Roman taken for a code, so
        # that «Độc lập» reads «Ĉӝc lұp». Nobody writes these letters in Vietnamese.
        **{chr(code): chr(code + 0x19FC) for code in range(0x04A4, 0x04FE)},
        **dict(zip("ÿĈѪѫѬѭƬƭ\u01c9\u01ca", "đĐƠơƯưĨĩŨũ", strict=True)),
    }
)
# Accents without a letter, and the rulings of a table.
_STRAY = lazy(r"[\u02b0-\u02ff|¦_¬]+")
_SPECKS = ("`", "´", "'", "‘", "’", "~", "^", "°", "·", "_", "\\")
_DASHES = lazy(r"[-–—]{2,}")


def repaired(text: str) -> str:
    """The letters as they look, in NFC.

    >>> repaired("chất l\u01a3ợng"), repaired("ngѭӡi ÿӭng ÿҫu")
    ('chất lượng', 'người đứng đầu')
    """
    return text if text.isascii() else nfc(text.translate(_LIKE))


def cleaned(text: str) -> str:
    """A word that OCR has read, without what it makes of specks and rulings.

    >>> cleaned("—-"), cleaned("|Số")
    ('-', 'Số')
    """
    text = _DASHES.sub("-", _STRAY.sub("", repaired(text.strip())))
    return "" if text in _SPECKS else text
