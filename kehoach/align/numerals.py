"""The order of numerals: «II» after «I», «đ)» after «d)», «2.3» after «2.2»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from ..extract.sections import every
from ..model import Plan, Section
from ..patterns import lazy

# A jump of more than this is another list, not a slip.
WIDEST = 3

ROMAN = lazy(r"X{0,3}(?:IX|IV|V?I{0,3})")
# Điểm are lettered by the Vietnamese alphabet, without ă, â, ê, ô, ơ, ư and without f, j, w, z.
LETTERS = "abcdđeghiklmnopqrstuvxy"


class Numeral(Struct, frozen=True):
    """A numeral's place in its list. Numerals of different `style` or `prefix` belong to different lists."""

    style: str
    value: int
    prefix: str = ""


@lru_cache(maxsize=512)
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


class Slip(Struct, frozen=True):
    """A section whose numeral does not follow the one before it: some are skipped, or else the same is used again."""

    before: Section
    section: Section
    last: Numeral
    now: Numeral
    skipped: bool


def slips(plan: Plan) -> Iterator[Slip]:
    """Where numerals do not follow each other; one wrong numeral is one slip, although its neighbours fit neither."""
    for siblings in (plan.sections, *(section.children for section in every(plan.sections))):
        yield from _in_list(siblings)


def _in_list(siblings: Sequence[Section]) -> Iterator[Slip]:
    last: Numeral | None = None
    for i, section in enumerate(siblings):
        now = numeral(section.numeral)
        if last is None or now is None or (last.style, last.prefix) != (now.style, now.prefix):
            last = now
            continue
        follows = numeral(siblings[i + 1].numeral) if i + 1 < len(siblings) else None
        if now.value == last.value and (now.value > 1 or section.level == 1):
            yield Slip(siblings[i - 1], section, last, now, skipped=False)
            # «I, II, II, IV»: the second II is a III, and IV is right; «I, II, II, III» has all after it wrong
            now = Numeral(now.style, now.value + 1, now.prefix) if follows and follows.value > now.value + 1 else now
        elif 1 < now.value - last.value <= WIDEST:
            yield Slip(siblings[i - 1], section, last, now, skipped=True)
            if follows == now and now.value == last.value + 2:
                now = Numeral(now.style, now.value - 1, now.prefix)
        last = now
