"""What stands before a code: «Kế hoạch số», the other numbers of «17, 18, 19/TT-…», a name with its number in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from ..model import When
from ..text import fold, squeeze
from . import codes, dates

# How far back the word for a kind may stand: right before the number, or before a whole name.
NEAR, FAR = 48, 260
# «Ké hoach», «Quyét dinh», «Ke hoqch» are at least this much alike to the folded word.
SAME_WORD = 78.0

SO = re.compile(r"(?<!\w)(?:[Ss]ố|SỐ|so|So|số)(?:\s*(?:hiệu|ký hiệu))?\s*[:.]?\s*$")
DAMAGED_SO = re.compile(r"(?<!\w)s[^\s\w]?[a-z0-9°]?[^\s\w]?\s*[:.]?\s*$")
OTHERS = re.compile(r"(?<![\w/])([0-9]{1,5}(?:\s*(?:,|;|và|va)\s*[0-9]{1,5})*)\s*(?:,|;|và|va)\s*$")
OPEN = re.compile(r"[(\[]\s*$")
WORD = re.compile(r"[^\s(\[“\"«:;,./-]+")
# A law is named before its number; a clause or «Căn cứ» ends the search for the name.
LAW = re.compile(r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|bộ luật|luật|pháp lệnh)(?!\w)")
CLAUSE = re.compile(r"[;]|[.](?=\s)|(?<!\w)[Cc]ăn cứ(?!\w)")
OF = re.compile(r"(?<!\w)(?:của|cua|cia|cla|ciia|cuia|ctia|do)\s+(?=[^\W\d_a-zà-ỹ])")


@dataclass(frozen=True, slots=True)
class Before:
    """The left half of a citation. `name` and `issuer` are (start, end) where they stand between kind and number."""

    start: int
    kind: str | None = None
    numbered: bool = False
    bracketed: bool = False
    others: tuple[tuple[str, int, int], ...] = ()
    when: tuple[When, int, int] | None = None
    name: tuple[int, int] | None = None
    issuer: tuple[int, int] | None = None


def read(text: str, code: codes.Code, floor: int, damaged: bool) -> Before:
    """Read leftwards from a code, no further than `floor` (the end of the citation before)."""
    place = code.start
    others: tuple[tuple[str, int, int], ...] = ()
    window = text[max(floor, place - NEAR) : place]
    if window.rstrip()[-1:] in (",", ";", "à", "a") and (m := OTHERS.search(window)):
        offset = place - len(window) + m.start(1)
        others = tuple((n[0], offset + n.start(), offset + n.end()) for n in re.finditer("[0-9]+", m[1]))
        place, window = offset, window[: m.start(1)]
    so = SO.search(window) or (DAMAGED_SO.search(fold(window)) if damaged else None)
    if so:
        place, window = place - len(window) + so.start(), window[: so.start()]
    if others and not so and not _kind(window, damaged):
        others, place = (), code.start
        window = text[max(floor, place - NEAR) : place]
    numbered = so is not None
    if found := _kind(window, damaged):
        return Before(place - len(window) + found[0], found[1], numbered, False, others)
    bracket = OPEN.search(window)
    if bracket:
        window = window[: bracket.start()]
        if found := _kind(window, damaged):
            return Before(place - len(text[max(floor, place - NEAR) : place]) + found[0], found[1], numbered, True, others)
    inner = place
    if bracket:
        place = place - len(text[max(floor, place - NEAR) : place]) + bracket.start()
    return _named(text, code, floor, place, Before(inner, None, numbered, bracket is not None, others), damaged)


def _kind(window: str, damaged: bool) -> tuple[int, str] | None:
    """The word for a kind that `window` ends with: its offset and the abbreviation."""
    words = [m.span() for m in WORD.finditer(window)][-5:]
    if not words or window[words[-1][1] :].strip():
        return None
    known = codes.kind_words()
    for first, _ in words:
        phrase = squeeze(window[first:]).casefold()
        if phrase in known:
            return first, known[phrase]
    if damaged:
        for first, _ in words:
            if abbreviation := _damaged_kind(squeeze(fold(window[first:]))):
                return first, abbreviation
    return None


@cache
def _folded_kinds() -> tuple[tuple[str, int, str], ...]:
    return tuple((fold(word), len(word.split()), abbreviation) for word, abbreviation in codes.kind_words().items())


def _damaged_kind(phrase: str) -> str | None:
    count, best, kind = len(phrase.split()), SAME_WORD, None
    for word, words, abbreviation in _folded_kinds():
        if words == count and len(word) > 3 and (score := fuzz.ratio(phrase, word)) > best:
            best, kind = score, abbreviation
    return kind


def _named(text: str, code: codes.Code, floor: int, place: int, plain: Before, damaged: bool) -> Before:
    """The kind further away: a date, an issuer or the document's name stands between it and the number."""
    low = max(floor, place - FAR)
    window = text[low:place]
    for clause in CLAUSE.finditer(window):
        low = place - len(window) + clause.end()
    window = text[low:place]
    when = _date_at_end(window, damaged)
    if when:
        when = (when[0], when[1] + low, when[2] + low)
        if found := _kind(text[low : when[1]], damaged):
            return Before(low + found[0], found[1], plain.numbered, plain.bracketed, plain.others, when)
    edge = when[1] if when else place
    for m in OF.finditer(text, low, edge):
        if found := _kind(text[low : m.start()], damaged):
            issuer = (m.end(), m.end() + len(text[m.end() : edge].rstrip(" ,")))
            return Before(low + found[0], found[1], plain.numbered, plain.bracketed, plain.others, when, None, issuer)
    if "QH" in code.symbol:
        return _law(text, low, edge, plain, when)
    if plain.bracketed and (kind := codes.kind_of(code.symbol)):
        words = next(known for known in codes.kinds() if known.abbreviation == kind)
        at = text.rfind(words.word, low, place)
        if at >= 0:
            name = (at + len(words.word), place)
            return Before(at, kind, plain.numbered, True, plain.others, when, _trim(text, name))
    return Before(plain.start, None, plain.numbered, plain.bracketed, plain.others, when)


def _law(text: str, low: int, edge: int, plain: Before, when: tuple[When, int, int] | None) -> Before:
    """«Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14» is the first law; else the nearest counts."""
    found = list(LAW.finditer(text, low, edge))
    if not found:
        return Before(plain.start, None, plain.numbered, plain.bracketed, plain.others, when)
    law = next((m for m in found if text[m.end() :].lstrip().startswith("sửa đổi")), found[-1])
    kind = codes.kind_words()[law[0].casefold()]
    return Before(law.start(), kind, plain.numbered, plain.bracketed, plain.others, when, _trim(text, (law.start(), edge)))


def _date_at_end(window: str, damaged: bool) -> tuple[When, int, int] | None:
    """The date with which a text ends, as in «Quyết định ngày 25/10/2023 số …»."""
    tail = window[-40:]
    if not any(figure in tail for figure in "0123456789"):
        return None
    offset = len(window) - len(tail)
    for when, start, end in dates.find(tail, damaged):
        if when.year and not tail[end:].strip(" ,"):
            return when, start + offset, end + offset
    return None


def _trim(text: str, place: tuple[int, int]) -> tuple[int, int]:
    start, end = place
    inner = text[start:end]
    return end - len(inner.lstrip(" :,-")), start + len(inner.rstrip(" ,(["))
