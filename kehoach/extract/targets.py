"""Targets a plan sets: «100% các xã», «đạt tỷ lệ tối thiểu 80%», «giảm 10%», «ít nhất 20 lớp», with unit and year.

>>> from kehoach.readers.text import parse
>>> found = next(find(parse("Phấn đấu đến năm 2030, ít nhất 80% gia đình được công nhận “Gia đình học tập”.")))
>>> found.value.amount, found.value.unit, found.value.relation, found.value.year, found.value.what
(80.0, '%', 'at-least', 2030, 'gia đình được công nhận “Gia đình học tập”')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Bound, Document, Found, Span, Target
from ..patterns import lazy
from ..text import squeeze

AT_LEAST = r"tối thiểu|ít nhất|trên|hơn|từ|đạt từ|không dưới|không thấp hơn"
AT_MOST = r"tối đa|không quá|dưới|không vượt quá"
AMOUNT = r"(?P<amount>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)"
PERCENT = lazy(
    rf"(?:(?P<change>tăng|giảm)\s+(?:thêm\s+)?)?(?:(?P<least>{AT_LEAST})\s+|(?P<most>{AT_MOST})\s+)?"
    rf"(?<![\d/.,-])(?:\d+(?:,\d+)?%?\s?[-–]\s?)?{AMOUNT}\s*%(?P<more>\s+trở lên)?(?P<fewer>\s+trở xuống)?",
    re.IGNORECASE,
)
# Counts are targets only where a word says so; «02 giai đoạn» is none.
COUNT = lazy(
    rf"(?P<least>tối thiểu|ít nhất|không dưới)\s+{AMOUNT}(?!\s*%)\s+"
    r"(?P<unit>[^\W\d_]+(?:\s+(?:cán bộ|viên|bộ|học|đề))?)"
    rf"|(?P<most>tối đa|không quá)\s+(?P<amount_most>\d+(?:,\d+)?)(?!\s*%)\s+(?P<unit_most>[^\W\d_]+)",
    re.IGNORECASE,
)
SIGNS = ("%", "nhất", "ối thiểu", "ối đa", "ông quá", "ông dưới")
YEAR = lazy(
    r"(?:đến|trong|vào|hết|cuối)\s+(?:hết\s+|cuối\s+)?năm\s+(?P<year>20\d\d)|(?<!so với )năm\s+(?P<bare>20\d\d)", re.I
)
# What follows a figure and is not what it counts: «lên 85% vào cuối năm», «1,5%/năm».
WHEN = lazy(r"/|(?:vào|trong|mỗi|hằng|hàng|so với|trở)\s")
OBJECT_END = lazy(r"[.;:]|,\s|\s(?:đến năm|trong năm|vào năm)\s|$")


def find(document: Document) -> Iterator[Found[Target]]:
    """Targets in reading order. Damaged text is read too: figures and the percent sign survive."""
    for number, block in enumerate(document.blocks):
        text = block.text
        if block.part in ("header", "footer") or not any(sign in text for sign in SIGNS):
            continue
        for m in sorted((*PERCENT.finditer(text), *COUNT.finditer(text)), key=lambda m: m.start()):
            yield Found(_target(text, m), Span(number, m.start(), m.end()))


def _target(text: str, m: re.Match[str]) -> Target:
    parts = m.groupdict()
    written = parts.get("amount") or parts["amount_most"]
    amount = float(written.replace(".", "").replace(",", "."))
    after = text[m.end() :]
    stop = OBJECT_END.search(after)
    what = squeeze(after[: stop.start() if stop else len(after)])
    unit = "%" if m.re.pattern == PERCENT.pattern else parts.get("unit") or parts["unit_most"]
    if not what or (unit == "%" and WHEN.match(what)):
        what = _before(text[: m.start()]) or what
    return Target(amount, unit, _bound(parts), what, _year(text, m.start()))


def _bound(parts: dict[str, str | None]) -> Bound:
    if change := parts.get("change"):
        return "increase" if change.lower() == "tăng" else "decrease"
    if parts.get("least") or parts.get("more"):
        return "at-least"
    return "at-most" if parts.get("most") or parts.get("fewer") else "exactly"


def _before(text: str) -> str:
    """What a figure at the end of its clause is about: «Tỷ lệ hồ sơ đúng hạn đạt 98%»."""
    clause = re.split(r"[.;:]\s|,\s", text)[-1]
    return squeeze(re.sub(r"\b(?:đạt|là|phấn đấu|tỷ lệ|lên)\s*$", "", clause.rstrip())).lstrip("-+ ")


def _year(text: str, at: int) -> int | None:
    """The year in the sentence around a place; the nearest before it wins."""
    start = max(text.rfind(". ", 0, at), text.rfind("; ", 0, at)) + 1
    end = min((i for i in (text.find(". ", at), text.find("; ", at)) if i >= 0), default=len(text))
    years = [(abs(m.start() + start - at), int(m["year"] or m["bare"])) for m in YEAR.finditer(text[start:end])]
    return min(years)[1] if years else None
