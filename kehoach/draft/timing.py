"""Whether words speak of a time gone by; how a day is written."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from ..model import Plan
from ..patterns import lazy

_WHEN = lazy(
    r"(?:(?:ngày\s+)?(?P<day>\d{1,2})(?:\s+tháng\s+|\s*[/.]\s*))?"
    r"(?:(?:tháng\s+)?(?P<month>\d{1,2})(?:\s+năm\s+|\s*[/.]\s*))?\b(?P<year>20\d\d)\b"
)
# Dates that are no time to do anything: of a cited document, of an earlier year that is compared with.
_COMPARED = lazy(
    r"số\s+\d\S*(?:\s+[A-ZĐ]+/[A-ZĐ]+)?\s*,?\s+ngày\s+[\d/]+(?:\s+tháng\s+\d+\s+năm\s+\d+)?"
    r"|so với (?:cùng kỳ )?(?:năm )?\d{4}|\bsinh (?:từ )?(?:năm|ngày) [\d/]+"
    r"|\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)(?: (?!(?:năm|ngày)\b)[^\s;.\d]+){1,16}"
    r" (?:năm|ngày) \d[\d/]*(?: tháng \d+ năm \d{4})?"
)


def past(text: str, on: date) -> str | None:
    """Why a clause comes too late: the last day, month or year that it names is over, or was never there."""
    text = _COMPARED.sub("", text)
    found = list(_WHEN.finditer(text))
    days = [(int(m["year"]), int(m["month"] or 12), int(m["day"] or 1)) for m in found]
    if any(not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1] for year, month, day in days):
        return "ngày không có trong lịch"
    ends = [(y, m, d if one["day"] else 31) for (y, m, d), one in zip(days, found, strict=True)]
    return "thời hạn đã qua" if ends and max(ends) < (on.year, on.month, on.day) else None


# The last day of something: «đến hết ngày 15/5/2026», «trong tháng 6/2026».
_LAST = lazy(
    r"\b(?:đến|tới)(?: hết)?(?: ngày)? (?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:/| năm )(?P<year>20\d\d)\b"
    r"|\btháng (?P<whole>\d{1,2})(?:/| năm )(?P<of>20\d\d)\b"
)


def last_day(parent: Plan, asked: date | None, lead: int) -> date | None:
    """The last day of the parent's work, if a report `lead` days before the one asked for would come before it."""
    if asked is None or parent.document.damaged:
        return None
    near = [end for end in _ends(parent) if asked - timedelta(days=lead + 5) <= end < asked]
    return max(near, default=None)


@lru_cache(maxsize=4)
def _ends(parent: Plan) -> tuple[date, ...]:
    ends: list[date] = []
    for block in parent.document.blocks[parent.opening[1] : parent.end]:
        for m in _LAST.finditer(block.text):
            year, month = int(m["year"] or m["of"]), int(m["month"] or m["whole"])
            if 1 <= month <= 12 and 1 <= int(m["day"] or 1) <= monthrange(year, month)[1]:
                ends.append(date(year, month, int(m["day"] or monthrange(year, month)[1])))
    return tuple(ends)


_CODE = r"(?:\d[^\s;,]*/[A-ZĐ][^\s;,]*|\d+-[A-ZĐ]+/TW|\bLuật [^;.\d]{3,80}?)"
_CITED = lazy(rf"(?P<code>{_CODE},?\s+ngày )(?P<day>\d{{1,2}}) tháng (?P<month>\d{{1,2}}) năm (?P<year>\d{{4}})")
# «từ ngày 01/9 đến hết ngày 14/12/2026», «từ ngày 15/4 đến 15/5/2026»
_SPAN = lazy(
    r"\b(?P<since>[Tt]ừ )ngày (?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))? (?P<until>đến (?:hết )?)"
    r"(?:ngày )?(?P<last>\d{1,2})/(?P<end>\d{1,2})(?:/(?P<of>\d{4}))?(?![\d/])"
)
_SHORT = lazy(rf"(?P<code>{_CODE},?\s+)?\bngày (?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d{{4}})\b")


def uniform(text: str) -> str:
    """One style of dates: short in citations, long where something has to be done.

    >>> uniform("Luật Trẻ em ngày 05 tháng 4 năm 2016; hoàn thành trước ngày 9/2/2026")
    'Luật Trẻ em ngày 05/4/2016; hoàn thành trước ngày 09 tháng 02 năm 2026'
    """
    if "ngày" not in text:
        return text
    text = _CITED.sub(lambda m: f"{m['code']}{_figures(m)}", text)
    text = _SPAN.sub(_long_span, text)
    return _SHORT.sub(lambda m: m[0] if m["code"] else f"ngày {_figures(m, ' tháng ', ' năm ')}", text)


def _long_span(m: re.Match[str]) -> str:
    first, last = _long(m["day"], m["month"], m["year"]), _long(m["last"], m["end"], m["of"])
    return f"{m['since']}ngày {first} {m['until']}ngày {last}"


def _long(day: str, month: str, year: str | None) -> str:
    figures = f"{int(day):02} tháng {int(month):02}" if int(month) < 3 else f"{int(day):02} tháng {int(month)}"
    return f"{figures} năm {year}" if year else figures


def _figures(m: re.Match[str], first: str = "/", second: str = "/") -> str:
    day, month, year = int(m["day"]), int(m["month"]), m["year"]
    return f"{day:02}{first}{month:02}{second}{year}" if month < 3 else f"{day:02}{first}{month}{second}{year}"
