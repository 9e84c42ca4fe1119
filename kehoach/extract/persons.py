"""Persons in the foot of a plan: what is a name, with ranks and degrees before it, and what a position."""

from __future__ import annotations

from functools import cache

from ..knowledge import table
from ..patterns import lazy
from ..text import fold, squeeze
from . import marks

# «Trần Văn An», also «H’ Yim Niê», «Y-Biêr Niê»
WORD_OF_NAME = r"[^\W\d_]+(?:[-'’][^\W\d_]*)?"
NAME = lazy(rf"^{WORD_OF_NAME}(?:\s+{WORD_OF_NAME}){{1,5}}$")
TITLES_BEFORE_NAME = lazy(
    r"^(?:(?:(?:GS|PGS|TSKH|T\.?S|T[hH]\.?[sS]|B[Ss]|D[Ss]|(?:[BD][Ss][. ]*)?CK)(?:I{1,3}|[12])?"
    r"|NGƯT|NGND|TTƯT|TTND|KS|CN|CVC|Dr|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)"
    r"|Thạc [sS][ĩỹ]|Tiến [sS][ĩỹ]|Bác [sS][ĩỹ]|Kỹ sư)(?=[\s.,])[\s.,]*)+"
)
STAMP = lazy(r"\((?:da ky|ky ten|ky, dong dau|da ky va dong dau)[^)]*\)|^\W*(?:da ky|ky boi|nguoi ky)\b.*")
SPOKEN = lazy("[aeiouy]")


@cache
def folded_positions() -> frozenset[str]:
    return frozenset(map(fold, positions()))


def positions() -> list[str]:
    """The positions in which people sign, as the table writes them."""
    known: list[str] = table("positions")["positions"]
    return known


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
