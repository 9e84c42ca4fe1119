"""Who issued a document and when, where that is said before it: «Ngày 10/6/2020, UBND tỉnh ban hành Kế hoạch số …»."""

from __future__ import annotations

import re

from msgspec import Struct

from ..model import When
from ..patterns import lazy
from ..text import fold
from . import dates
from .after import Grammar, grammar

REACH = 260
WHOLE_LIST = 1500
LONGEST_NAME = 110

# What stands between the body and the word for the kind; folded.
ISSUED = lazy(r"\s(?:(?:da|vua|co|cung|tiep tuc|kip thoi) )*(?:ban hanh|ky ban hanh|ky|co)(?: (?:cac|mot so))?\s*$")
# «Ban Chỉ đạo tỉnh vừa ban hành Kế hoạch tổ chức Hội nghị sơ kết (Kế hoạch số …»
BRACKETED = lazy(
    r"\s(?:(?:da|vua) )?ban hanh (?:ke hoach|quyet dinh|chi thi|chuong trinh|de an|huong dan|cong van)\b"
    r"[^.;()]{0,200}\(\s*$"
)
# «theo đề nghị của Công an tỉnh tại Tờ trình số …»
PROPOSED = lazy(
    r"\bcua (?:(?:pho |tong )?giam doc |chanh (?=van phong|thanh tra))?(?P<name>(?:(?!\scua\s)[^.;:]){3,110}?)"
    r"\s+tai(?: van ban)?\s*$"
)
# «được HĐND tỉnh phê duyệt chủ trương tại Nghị quyết số …»
APPROVED = lazy(
    r"\bduoc (?P<name>[^.;:,]{3,90}?)\s+(?:phe duyet|thong qua|giao|cong nhan|chap thuan|thong nhat|cong bo)\b"
    r"[^.;:]{0,80}\s(?:tai|theo)\s*$"
)
# «các Quyết định của UBND tỉnh: Quyết định số …; Quyết định số …»
LISTED = lazy(r"\bcac [^.;:]{3,60}? cua (?P<name>[^.;:]{3,90}):(?:[^.:]|\.(?=\S))*$")
# «Ngày 10/6/2020, », and nothing else between the date and the body.
DATED = lazy(r"[\s,]*(?:tai [^,.;]{3,40}, )?$")
# Who only helped to make it is not who issued it.
HELPED = lazy(r"\b(?:tham muu|trinh|phoi hop|de nghi|(?<!\bban )chi dao|giup|thay mat|yeu cau|dong y|thong nhat)\b")


class Announced(Struct, frozen=True):
    """Places are (start, end) in the text."""

    issuer: tuple[int, int]
    when: tuple[When, int, int] | None = None


def read(text: str, start: int, damaged: bool) -> Announced | None:
    """What the sentence says of the document whose kind is named at `start`, before that."""
    low = max(0, start - REACH)
    window, folded = text[low:start], fold(text[low:start])
    rules = grammar(damaged)
    if verb := ISSUED.search(folded) or BRACKETED.search(folded):
        at = _body(window, verb.start(), rules, damaged)
        return Announced((low + at, low + verb.start()), _date(window, at, low, damaged)) if at is not None else None
    for pattern in (PROPOSED, APPROVED, LISTED):
        if pattern is LISTED:
            if ":" not in text[max(0, start - WHOLE_LIST) : start]:
                continue
            low = max(0, start - WHOLE_LIST)
            window, folded = text[low:start], fold(text[low:start])
        if m := pattern.search(folded):
            begin, end = m.span("name")
            if rules.name_start.match(window, begin) and not HELPED.search(folded, begin, end):
                return Announced((low + begin, low + end))
    return None


def _body(window: str, end: int, rules: Grammar, damaged: bool) -> int | None:
    """Where the name of a body begins that ends at `end`: its first word, after which nothing breaks the name off."""
    shaped = fold(window) if damaged else window
    for m in re.finditer(r"(?<!\w)\w", window[:end]):
        if end - m.start() <= LONGEST_NAME and rules.name_start.match(shaped, m.start()):
            stop = rules.name_end.search(shaped, m.start(), end)
            if stop is None or stop.start() >= end:
                return None if HELPED.search(fold(window), m.start(), end) else m.start()
    return None


def _date(window: str, at: int, low: int, damaged: bool) -> tuple[When, int, int] | None:
    last = None
    for when, start, end in dates.find(window[:at], damaged):
        last = (when, low + start, low + end) if when.year and DATED.match(fold(window[end:at])) else None
    return last
