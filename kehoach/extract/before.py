"""What stands before a code: «Kế hoạch số», the other numbers of «17, 18, 19/TT-…», a name before its number."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from ..model import When
from ..patterns import lazy
from ..text import fold, squeeze
from . import codes, dates

# How far back the word for a kind may stand: right before the number, or before a whole name.
NEAR, FAR = 48, 260
# «Ké hoach», «Quyét dinh», «Ke hoqch» are at least this much alike to the folded word.
SAME_WORD = 78.0

SO = lazy(r"(?<!\w)(?:[Ss]ố|SỐ|so|So|số)(?:\s*(?:hiệu|ký hiệu))?\s*[:.]?\s*$")
DAMAGED_SO = lazy(r"(?<!\w)s[^\s\w]?[a-z0-9°]?[^\s\w]?\s*[:.]?\s*$")
OTHERS = lazy(r"(?<![\w/])([0-9]{1,5}(?:\s*(?:,|;|và|va)\s*[0-9]{1,5})*)\s*(?:,|;|và|va)\s*$")
OPEN = lazy(r"[(\[]\s*$")
WORD = lazy(r"[^\s(\[“\"«:;,./-]+")
# A law is named before its number; a clause or «Căn cứ» ends the search for the name.
LAW = lazy(r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|bộ luật|luật|pháp lệnh)(?!\w)")
CLAUSE = lazy(r"[;]|[.](?=\s)|(?<!\w)[Cc]ăn cứ(?!\w)")
ABOUT = lazy(r"\sv(?:ề|é|e)(?:\s+vi[êéệe]c)?(?!\w)")
OF = lazy(r"(?<!\w)(?:của|cua|cia|cla|ciia|cuia|ctia|do)\s+(?=[^\W\d_a-zà-ỹ])")
# «theo hướng dẫn của Bộ Y tế tại Văn bản số …»: the number is not that of a «Hướng dẫn».
IN_A_LETTER = lazy(r"\stại\s+[Vv]ăn bản\s*$")
# «kết luận của Chủ tịch UBND tỉnh tại phiên họp … số 217/TB-UBND»
MEETING = lazy(r"\s+tại\s+(?:phiên|cuộc|hội nghị|Hội nghị|kỳ họp|Kỳ họp|buổi)\b")


class Before(Struct, frozen=True):
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
    low = max(floor, code.start - NEAR)
    window = text[low : code.start]
    others = _others(window, low)
    if others:
        window = text[low : others[0][1]]
    so = SO.search(window) or (DAMAGED_SO.search(fold(window)) if damaged else None)
    if others and not so and not _kind(window, damaged):
        others, window = (), text[low : code.start]
    if so:
        window = window[: so.start()]
    plain = Before(low + len(window) if so or others else code.start, None, so is not None, False, others)
    bracket = OPEN.search(window)
    for end in (len(window), bracket.start() if bracket else None):
        if end is not None and (found := _kind(window[:end], damaged)):
            return replace(plain, start=low + found[0], kind=found[1], bracketed=end < len(window))
    if bracket:
        return _named(text, code, floor, low + bracket.start(), replace(plain, bracketed=True), damaged)
    return _named(text, code, floor, low + len(window), plain, damaged)


def _others(window: str, low: int) -> tuple[tuple[str, int, int], ...]:
    """The numbers before the last one of «17, 18, 19/TT-BGDĐT», with their offsets."""
    if window.rstrip()[-1:] not in (",", ";", "à", "a") or not (m := OTHERS.search(window)):
        return ()
    return tuple((n[0], low + m.start(1) + n.start(), low + m.start(1) + n.end()) for n in re.finditer("[0-9]+", m[1]))


def _kind(window: str, damaged: bool) -> tuple[int, str] | None:
    """The word for a kind that `window` ends with: its offset and the abbreviation."""
    words = [m.span() for m in WORD.finditer(window)][-5:]
    if not words or window[words[-1][1] :].strip():
        return None
    known = codes.kind_words()
    for first, _ in words:
        phrase = squeeze(window[first:])
        if phrase.casefold() in known:
            return first, known[phrase.casefold()]
        if phrase in codes.kind_codes():
            return first, codes.kind_codes()[phrase]
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
    for clause in CLAUSE.finditer(text, low, place):
        low = clause.end()
    if when := _date_at_end(text[low:place], damaged):
        place = low + when[1]
        plain = replace(plain, when=(when[0], place, low + when[2]))
        if found := _kind(text[low:place], damaged):
            return replace(plain, start=low + found[0], kind=found[1])
    for m in OF.finditer(text, low, place):
        end = m.start()
        when = None if plain.when else _date_at_end(text[low:end], damaged)  # «Quyết định ngày 30/7/2021 của … (số …)»
        if when:
            end = low + when[1]
        if IN_A_LETTER.search(text, m.end(), place):
            break
        if found := _kind(text[low:end], damaged):
            issuer, name = _issuer_and_name(text, m.end(), place)
            dated = (when[0], end, low + when[2]) if when else plain.when
            return replace(plain, start=low + found[0], kind=found[1], issuer=issuer, name=name, when=dated)
    if "QH" in code.symbol:
        return _law(text, low, place, plain)
    kind = codes.kind_of(code.symbol) if plain.bracketed else None
    word = next((known.word for known in codes.kinds() if known.abbreviation == kind), "")
    at = text.rfind(word, low, place) if word else -1
    if at < 0:
        return plain
    return replace(plain, start=at, kind=kind, name=_trim(text, (at + len(word), place)))


def _issuer_and_name(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """«UBND tỉnh về chuyển đổi số» between kind and number: who issued, and the document's name if one follows."""
    if meeting := MEETING.search(text, start, end):
        return (start, meeting.start()), None
    about = ABOUT.search(text, start, end)
    if about:
        return (start, start + len(text[start : about.start()].rstrip(" ,:"))), _trim(text, (about.end(), end))
    return (start, start + len(text[start:end].rstrip(" ,:"))), None


def _law(text: str, low: int, place: int, plain: Before) -> Before:
    """The law whose number follows: the nearest, but the first in «Luật sửa đổi, bổ sung … của Luật Xây dựng số …»."""
    found = list(LAW.finditer(text, low, place))
    if not found:
        return plain
    law = next((m for m in found if text[m.end() :].lstrip().startswith("sửa đổi")), found[-1])
    kind = codes.kind_words()[law[0].casefold()]
    return replace(plain, start=law.start(), kind=kind, name=_trim(text, (law.start(), place)))


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
