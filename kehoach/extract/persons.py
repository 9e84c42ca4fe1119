"""Persons in the foot of a plan: what is a name, with ranks and degrees before it, and in what capacity one signs."""

from __future__ import annotations

from functools import cache
from typing import Literal

from rapidfuzz import fuzz

from ..knowledge import table
from ..patterns import lazy
from ..text import CAPITAL, fold, squeeze
from . import marks

# «KT. », and the ways in which it is miswritten: «KT », «K/T », «KT; », «KT.CHỦ TỊCH».
AUTHORITY = lazy(rf"(?P<letters>TM|KT|TL|TUQ|Q|[TK][/.][MTL]|T[/.]UQ)(?:\s*[.;,:/]\s*|\s+)(?={CAPITAL})")
SHORTENED = lazy(r"^P\.\s*(?=\w)")  # «P. HIỆU TRƯỞNG»
# A line of a capacity is no longer than this, and goes on behind a known position for no more than so many characters.
LONGEST, MORE = 90, 60
# «Trần Văn An», also «H’ Yim Niê», «Y-Biêr Niê»
WORD_OF_NAME = r"[^\W\d_]+(?:[-'’][^\W\d_]*)?"
NAME = lazy(rf"^{WORD_OF_NAME}(?:\s+{WORD_OF_NAME}){{1,5}}$")
_DEGREE = (
    r"(?:GS|PGS|TSKH|T\.?S|T[hH]\.?[sS]|B[Ss]|D[Ss]|(?:[BD][Ss][. ]*)?CK)(?:I{1,3}|[12])?|NGƯT|NGND|TTƯT|TTND|KS|CN"
    r"|(?:Phó )?Giáo sư|Thạc [sS][ĩỹ]|Tiến [sS][ĩỹ]|Bác [sS][ĩỹ]|Kỹ sư|Cử nhân"
)
# What the decree leaves out before a name; a rank it does not: the armed forces go by rules of their own.
HONOURS = lazy(rf"(?:(?:{_DEGREE})(?=[\s.,])[\s.,]*)+(?=[^\W\d_])")
TITLES_BEFORE_NAME = lazy(rf"^(?:(?:{_DEGREE}|CVC|Dr|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy))(?=[\s.,])[\s.,]*)+")
STAMP = lazy(r"\((?:da ky|ky ten|ky, dong dau|da ky va dong dau)[^)]*\)|^\W*(?:da ky|ky boi|nguoi ky)\b.*")
SPOKEN = lazy("[aeiouy]")


@cache
def folded_positions() -> frozenset[str]:
    return frozenset(map(fold, positions()))


def positions() -> list[str]:
    """The positions in which people sign, as the table writes them."""
    known: list[str] = table("positions")["positions"]
    return known


def capacity(text: str, damaged: bool = False) -> Literal["authority", "position"] | None:
    """The capacity in which someone signs, if a line in capitals is one: «KT. …», or a position.

    >>> capacity("KT. GIÁM ĐỐC"), capacity("P. HIỆU TRƯỞNG"), capacity("NƠI NHẬN")
    ('authority', 'position', None)
    """
    if len(text) > LONGEST + 30:  # with what is drawn around it
        return None
    text = squeeze(text.strip(" *_#|\n"))
    if len(text) > LONGEST or not marks.in_capitals(text, 0.8):
        return None
    if AUTHORITY.match(text):
        return "authority"
    folded = fold(SHORTENED.sub("PHÓ ", text))
    for known in folded_positions():
        if folded.startswith(known) and len(folded) <= len(known) + MORE:
            return "position"
        if damaged and fuzz.ratio(folded, known) >= 85:
            return "position"
    return None


def name_in(text: str) -> str | None:
    """A person's name: two to six words, each with a capital, without the honours before it."""
    text = squeeze(STAMP.sub("", text.strip(" *_#|.")) if STAMP.search(fold(text)) is None else "")
    text = TITLES_BEFORE_NAME.sub("", text)
    words = text.split()
    if not NAME.match(text) or (marks.in_capitals(text, 0.9) and len(words) > 4) or fold(text) in folded_positions():
        return None
    if not all(w[0].isupper() for w in words) or fold(text).startswith("noi nhan"):
        return None
    if text.isupper() and fold(words[0]) not in table("surnames")["surnames"]:
        return None
    if fold(words[0]) == "luu" and not SPOKEN.search(fold(words[1])):  # «Lưu VT», but «Lưu Thị Hoa»
        return None
    return text


def is_person(text: str) -> bool:
    """Whether a line is a person's name that begins with a known surname."""
    name = name_in(text)
    return name is not None and fold(name.split()[0]) in table("surnames")["surnames"]
