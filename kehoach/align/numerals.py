"""The order of numerals: «II» after «I», «đ)» after «d)», «2.3» after «2.2»."""

from __future__ import annotations

import re
from dataclasses import dataclass

ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
# Điểm are lettered by the Vietnamese alphabet, without ă, â, ê, ô, ơ, ư and without f, j, w, z.
LETTERS = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral's place in its list. Numerals of different `style` or `prefix` belong to different lists."""

    style: str
    value: int
    prefix: str = ""


def numeral(written: str) -> Numeral | None:
    """
    >>> numeral("IV").value, numeral("đ").value, numeral("2.3")
    (4, 5, Numeral(style='decimal', value=3, prefix='2.'))
    """
    if m := re.fullmatch(r"((?:\d+\.)*)(\d+)", written):
        return Numeral("decimal", int(m[2]), m[1])
    if written and ROMAN.fullmatch(written):
        return Numeral("roman", _arabic(written))
    if len(written) == 1 and written in LETTERS:
        return Numeral("letter", LETTERS.index(written) + 1)
    if len(written) == 1 and "A" <= written <= "K":
        return Numeral("upper", ord(written) - ord("A") + 1)
    return None


def shown(like: Numeral, value: int) -> str:
    """The numeral of `value` in the list of `like`; "" beyond the end of the alphabet."""
    if like.style == "decimal":
        return f"{like.prefix}{value}"
    if like.style == "roman":
        return _roman(value)
    alphabet = LETTERS if like.style == "letter" else "ABCDEFGHIK"
    return alphabet[value - 1] if 1 <= value <= len(alphabet) else ""


_TENS = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def _roman(value: int) -> str:
    text = ""
    for letters, worth in _TENS:
        while value >= worth:
            text, value = text + letters, value - worth
    return text


def _arabic(text: str) -> int:
    values = [dict(_TENS)[letter] for letter in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
