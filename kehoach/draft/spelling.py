"""The parent's words spelt as the new plan spells: short forms written out, slips in words and in places mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz import fuzz

from .. import places
from ..extract import provinces
from ..extract.phrases import incomplete, listed_twice
from ..knowledge import rows, table
from ..patterns import lazy
from ..text import CAPITAL, fold

_DISTRICT = lazy(rf"(?<!\w)(huyện|thị xã|quận)\s+({CAPITAL}\w*(?:\s+{CAPITAL}\w*){{1,2}})")
# A body whose name ends in that of its province: «Sở Nội vụ Đắk Lắk».
_BODY = lazy(r"(?:Sở|Báo|Đài|Tỉnh ủy|Tỉnh đoàn|Ủy ban nhân dân|UBND)(?:\s+[\w,]+){0,6}$")
_GLUED = lazy(r"(?<!\w)([A-ZĐ]{3,})(?=[a-zà-ỹđ]{2,})")  # «XHHTtại»
_HALF = lazy(r"(?<!\w)cán (?=CB[A-ZĐ])")  # «mỗi cán CBQL»
_WORD = lazy(r"[^\W\d_]+")
_TITLE = lazy(r"“([^“”]{8,40})”")
SAME_TITLE = 93

Slip = tuple[int, int, str]


@cache
def _spelled() -> re.Pattern[str]:
    words = sorted(table("adapting")["spelled"], key=len, reverse=True)
    return lazy("|".join(rf"(?<!\w){re.escape(word)}(?![\w-])" for word in words))


@cache
def _confused() -> dict[str, tuple[str, set[str], set[str]]]:
    """Two words that are found for two others: what was meant, and beside which words they are right after all."""
    return {
        row["wrong"]: (row["right"], set(row["unless_before"].split(";")), set(row["unless_after"].split(";")))
        for row in rows("confusions")
        if row["wrong"].count(" ") == row["right"].count(" ") == 1
    }


@cache
def _joined() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Words that lack the dash between two of them: «kinh tế xã hội», what stands for them, and where."""
    return tuple(
        (
            row["wrong"],
            lazy(rf"(?<!\w){row['wrong']}(?! (?:{row['unless_after'].replace(';', '|') or '(?!)'})\b)(?!\w)"),
            row["right"],
        )
        for row in rows("confusions")
        if row["right"].replace(" - ", " ") == row["wrong"]
    )


@lru_cache(maxsize=4096)  # a parent's sentence is read for many units
def righted(text: str) -> str:
    """A text of the parent as the new plan writes it.

    >>> righted("Nhận rộng XHHT tại thị xã Bim Sơn")
    'Nhân rộng xã hội học tập tại thị xã Bỉm Sơn'
    """
    text = _HALF.sub("", _GLUED.sub(r"\1 ", text))
    text = _spelled().sub(lambda m: str(table("adapting")["spelled"][m[0]]), text)
    for start, end, right in sorted((*_places(text), *_words(text)), reverse=True):
        text = text[:start] + right + text[end:]
    for words, phrase, full in _joined():
        text = phrase.sub(full, text) if words in text else text
    for _, phrase, full in incomplete():
        text = phrase.sub(full, text)
    text = listed_twice().sub(r"\g<again>", text)
    return _TITLE.sub(lambda m: f"“{_title(m[1])}”", text) if "“" in text else text


@cache
def _title(words: str) -> str:
    """A quoted title in its right spelling: «Dòng học học tập» is «Dòng họ học tập»."""
    plain = fold(words)
    for title in table("movements")["titles"]:
        if fuzz.ratio(plain, fold(title), score_cutoff=SAME_TITLE):
            return str(title)
    return words


def _words(text: str) -> Iterator[Slip]:
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    low = ["", *(text[start:end].lower() for start, end in words), ""]
    confused = _confused()
    for number in range(1, len(words)):
        meant = confused.get(f"{low[number]} {low[number + 1]}")
        start, end = words[number - 1][0], words[number][1]
        if not meant or text[start:end].lower() != f"{low[number]} {low[number + 1]}":
            continue
        right, unless_before, unless_after = meant
        if low[number - 1] not in unless_before - {""} and low[number + 2] not in unless_after - {""}:
            yield start, end, right[:1].upper() + right[1:] if text[start].isupper() else right


def _places(text: str) -> Iterator[Slip]:
    for mention in provinces.mentions(text):
        before = text[: mention.name_at].rstrip()
        is_place = mention.type or before[-1:] in ("“", '"', "(", "") or _BODY.search(before)
        if is_place and not provinces.well_spelt(mention):
            yield mention.name_at, mention.end, mention.name
    for found in _DISTRICT.finditer(text):
        near = places.near(found[2], provinces.BEFORE, found[1])
        if len(near) == 1:
            yield *found.span(2), near[0]
