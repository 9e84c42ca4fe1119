"""Numbers as a plan writes them: in figures («1.250.000», «12,5») and in words («một triệu hai trăm nghìn»)."""

from __future__ import annotations

from decimal import Decimal

from ..patterns import lazy
from ..text import fold

_FIGURES = lazy(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SILENT = {"linh", "lẻ", "và", "chẵn"}


def figure(text: str) -> Decimal | None:
    """
    >>> figure("1.250.000"), figure("12,5"), figure("1.50")
    (Decimal('1250000'), Decimal('12.5'), None)
    """
    if not _FIGURES.fullmatch(text.strip()):
        return None
    return Decimal(text.strip().replace(".", "").replace(",", "."))


def in_words(text: str) -> int | None:
    """The number that words say; None where a word among them says no number.

    >>> in_words("Một trăm năm mươi triệu"), in_words("hai mươi lăm"), in_words("một trăm linh ba"), in_words("ba năm")
    (150000000, 25, 103, None)
    """
    total = group = 0
    digit: int | None = None  # said, and waiting for the word that says what it counts
    words = text.lower().replace(",", " ").split()
    for word in words:
        if word in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[word]
        elif fold(word) == "muoi":
            group, digit = group + 10 * (1 if digit is None else digit), None
        elif word == "trăm" and digit is not None:
            group, digit = group + 100 * digit, None
        elif word in _SCALES:
            group += digit or 0
            if not group:
                return None
            if 0 < total < _SCALES[word]:  # «hai nghìn tỷ»: a scale behind a smaller one counts all that was said
                total, group = (total + group) * _SCALES[word], 0
            else:
                total, group = total + group * _SCALES[word], 0
            digit = None
        elif word not in _SILENT:
            return None
    return total + group + (digit or 0) if words else None
