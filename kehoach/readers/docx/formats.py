"""Numbers in the forms that Word's lists know: 4, 04, iv, IV, d, D, (4), ④."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(value: int) -> str:
    """
    >>> roman(14)
    'XIV'
    """
    if not 0 < value < 32768:
        return str(value)
    written = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        written += letters * count
    return written


def letter(value: int) -> str:
    """a … z, then aa, bb … as Word goes on; it uses the English alphabet in Vietnamese documents too.

    >>> letter(4), letter(28)
    ('d', 'bb')
    """
    if not 0 < value <= 780:
        return str(value)
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def ordinal(value: int) -> str:
    """
    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    ending = "th" if 10 < value % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 0 < value <= 20 else str(value)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "01, 02, 03, ...": lambda value: f"{value:02d}",
    "001, 002, 003, ...": lambda value: f"{value:03d}",
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": lambda value: letter(value).upper(),
    "lowerLetter": letter,
    "ordinal": ordinal,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "none": lambda value: "",
    "bullet": lambda value: "",
}


def formatted(value: int, name: str) -> str:
    """A counter in the named format; plain digits for a format that is not known."""
    return FORMATS.get(name, str)(value)
