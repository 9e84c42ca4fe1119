"""Times as plans write them: days, months, quarters, years, periods; each a place with what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from ..model import Every, Relation
from ..patterns import lazy
from ..text import fold
from . import dates

YEAR = "(?:19|20)[0-9]{2}(?![0-9])"
DAY = "[0-9]{1,2}"
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "l": 1, "il": 2, "ll": 2, "lll": 3}
EVERY: dict[str, Every] = {"nam": "year", "quy": "quarter", "thang": "month", "tuan": "week", "6 thang": "half-year"}
FIRST_WORDS = {
    **dict.fromkeys(("truoc",), "before"),
    **dict.fromkeys(("den", "het", "cham", "han"), "by"),
    **dict.fromkeys(("tu", "sau", "ke"), "after"),
    **dict.fromkeys(("trong",), "during"),
}
MONTHLY = {"rhythm5", "rhythm7"}
# Folded words of time and how they may be written.
WORDS = {"thang": ("tháng",), "ngay": ("ngày",), "quy": ("quý", "quí"), "nam": ("năm",)}
IN_FIGURES = lazy(r"[0-9]{1,2}\s*[/.-]\s*[0-9]|(?:19|20)[0-9]{2}")
BY_WORD = lazy(r"(?:thang|ngay|quy)\s+[0-9i]")
# «từ ngày 20 tháng 11 đến ngày 05 tháng 12»: the 11 is no day.
MONTH_BEFORE = lazy(r"t(?!ruoc)\S{4}\s*$")
# «từ 2023 - 2025»: a year behind a dash closes a period only where «từ» opens it.
OPENED = lazy(rf"t[^\s]{{1,2}}\s+(?:n[^\s]{{1,3}}\s+)?{YEAR}\s*-\s*$")


class Moment(Struct, frozen=True):
    """A time with its offsets. Of a period, `until` is the last part and the rest the first."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    quarter: int | None = None
    every: Every | None = None
    relation: Relation = "on"
    until: Moment | None = None


# What a vowel with its accents is read as; no scan makes these consonants of one: «ban chi đạo» is no «báo cáo».
LOOSE = dict.fromkeys("aeiouy", r"[^\s0-9/,.;:()bcghkmnpqvx]") | {" ": r"\s+", "d": "[dpbq4]"}


def loose(word: str, damaged: bool) -> str:
    """A pattern for a folded word; in damaged text vowels may be any letter and «đ» one of those it is read as."""
    if not damaged:
        return re.escape(word).replace(r"\ ", r"\s+")
    return "".join(LOOSE.get(c, re.escape(c)) for c in word)


class Grammar(Struct, frozen=True):
    """The patterns, over folded text."""

    point: re.Pattern[str]
    days_before: re.Pattern[str]
    lead: re.Pattern[str]
    rhythm: re.Pattern[str]
    join: re.Pattern[str]
    also: re.Pattern[str]
    more: re.Pattern[str]


@cache
def grammar(damaged: bool) -> Grammar:
    def any_of(*words: str) -> str:
        return "(?:" + "|".join(loose(word, damaged) for word in sorted(words, key=len, reverse=True)) + ")"

    day_word = dates.DAMAGED_DAY if damaged else r"ngay(?:\s+m[uo]ng)?"
    month_word, quarter_word = any_of("thang"), any_of("quy")
    year_word = "n[^\\s0-9,.;:)]{1,3}" if damaged else "nam"
    to, start, every = any_of("den", "toi"), any_of("tu", "tir") if damaged else "(?:ke\\s+)?tu", any_of("hang", "moi")
    limits = any_of("truoc", "den", "het", "tu", "sau", "cham nhat", "vao", "han") + r"(?:\s+(?:la|het|vao|ngay))?"
    joined = any_of("va", "den")
    week = "".join(rf"|(?<={word}\s[0-9]\s)" for word in ("tuan", "thu"))
    points = (
        rf"(?:{day_word}\s*)?(?<![0-9/.])(?:(?<!,)|(?<=/[0-9],)|(?<=/[0-9]{{2}},))(?P<d1>{DAY})\s*(?P<mark>[/.-])\s*(?P<m1>{DAY})\s*(?P=mark)\s*(?P<y1>{YEAR})",
        rf"(?:{day_word}\s*|(?<!\w){start}\s+|(?<!\w){to}\s+)(?P<d2>{DAY})\s*(?:cua\s+)?{month_word}\s*(?P<m2>{DAY})(?![0-9/])(?:[\s,]*{year_word}\s*(?P<y2>{YEAR}))?",
        rf"(?<![0-9/.,-])(?P<d3>{DAY})\s+{month_word}\s+(?P<m3>{DAY})[\s,]*{year_word}\s*(?P<y3>{YEAR})",
        rf"(?:(?<=,\s)|(?<=va\s)|(?<=-\s)|(?<=[0-9]-))(?P<d8>{DAY})\s+{month_word}\s+(?P<m8>{DAY})(?![0-9/])",
        # «ngày 14, 15/10»
        rf"(?:(?<!\w){limits}\s+)?{day_word}\s*(?P<list>(?:{DAY}\s*(?:,|;|-|{joined})\s*)+)(?P<d14>{DAY})\s*/\s*(?P<m14>1[0-2]|0?[1-9])(?!\s*[/-]?\s*[0-9])(?![0-9%])",
        rf"(?:{day_word}\s*|(?<!\w){limits}\s+)(?P<d4>{DAY})\s*[/-]\s*(?P<m4>{DAY})(?:\s*/\s*(?P<y4>[0-9]{{2}}))?"
        rf"(?!\s*[/-]?\s*[0-9])(?![0-9%])",
        # «15/5 - 30/6/2026»: the first half of a period
        rf"(?:{day_word}\s*|(?<!\w){start}\s+|(?<![0-9/.,-]))(?P<d9>{DAY})\s*/\s*(?P<m9>{DAY})"
        rf"(?=\s*(?:-|{to})\s*(?:{any_of('het', 'ngay')}\s+)*{DAY}\s*/\s*{DAY}(?:\s*/\s*{YEAR}|(?![0-9/])))",
        # «- 20/11: Mít tinh»: a line of a timetable
        rf"(?:(?<=^)|(?<=^[-+*]\s))(?P<d13>{DAY})/(?P<m13>1[0-2]|0?[1-9])(?=\s*:\s)",
        # «03/3 và 17/3/2024»: a list that ends with a whole date
        rf"(?<![0-9/.,-])(?P<d12>{DAY})/(?P<m12>{DAY})(?=(?:\s*(?:,|{any_of('va')})\s*{DAY}/{DAY})+/{YEAR})",
        rf"{day_word}\s*(?P<d5>{DAY})\s*(?:{any_of('cua')}\s+)?(?:{every}\s+(?P<rhythm5>{month_word}|{quarter_word})"
        rf"|{month_word}\s+{any_of('cuoi cung', 'cuoi', 'dau tien', 'dau')}\s+(?:{any_of('cua', 'moi', 'hang')}\s+)*"
        rf"(?P<rhythm6>{quarter_word}|{any_of('ky')})"
        rf"|(?P<rhythm7>{month_word}\s+bao cao)"
        rf"|{month_word}\s+(?P<next>{any_of('lien ke', 'ke tiep', 'tiep theo', 'sau')}))",
        # «Tháng 9 - 10/2026»
        rf"(?<!\w){month_word}\s*(?P<m10>1[0-2]|0?[1-9])\s*(?:[-,]|{to})\s*(?:1[0-2]|0?[1-9])\s*/\s*(?P<y14>{YEAR})",
        # «Ngày Nhà giáo Việt Nam 20/11»: a day that has a name
        rf"{day_word}(?P<called>(?:\s+[^\W\d]+){{2,7}})\s*\(?(?P<d11>{DAY})/(?P<m11>{DAY})(?!\s*[/-]?\s*[0-9])(?![0-9%])",
        rf"(?:(?<![0-9]\s){week})(?<!\w){month_word}\s*(?P<m7>1[0-2]|0?[1-9])(?![0-9])"
        rf"(?:\s*/\s*(?P<y7>{YEAR})|[\s,]*{year_word}\s*(?P<y8>{YEAR}))?",
        rf"(?<!\w){quarter_word}\s*(?P<q>iv|i{{1,3}}|[1-4]|l{{1,3}}|il)(?!\w)"
        rf"(?:[\s,]*(?:[/-]|{year_word})\s*(?P<y9>{YEAR}))?",
        rf"(?<!\w){any_of('trong', 'vao', 'den', 'het', 'tu', 'tir', 'cuoi', 'dau', 'truoc', 'sau')}\s+"
        rf"{year_word}\s*(?P<y10>{YEAR})",
        rf"(?<=-\s)(?:{year_word}\s*)?(?P<y11>{YEAR})",
        rf"(?<!\w){start}\s+(?P<y12>{YEAR})",
        rf"(?<={any_of('den')}\s)(?P<y13>{YEAR})",
    )
    before = r"|tr(?!ong|ung|en|ai|ao)[^\s0-9]{2,4}" if damaged else ""
    limit = any_of(
        *("cham nhat", "muon nhat", "han chot", "han cuoi", "den het", "den", "het", "khong qua", "thoi han"),
    )
    hour = r"(?:[0-9]{1,2}\s*(?:h|g|gio|:)\s*[0-9]{0,2}(?:\s*phut|')?[\s,]*)?"
    return Grammar(
        # a time begins with a figure or one of a few letters at the beginning of a word: most places fail at once
        point=lazy(rf"(?:(?=[0-9])|(?<!\w)(?=[ntqdhscvkmpb]))(?:{'|'.join(points)})"),
        days_before=lazy(
            rf"(?P<opened>{day_word}\s*)?(?<![0-9/])(?P<days>(?:{DAY}\s*(?:,|;|-|{joined})\s*)+)(?:{day_word}\s*)?$"
        ),
        lead=lazy(
            rf"(?<!\w)(?:(?P<before>{any_of('truoc', 'xong truoc')}{before})|(?P<by>{limit})"
            rf"|(?P<during>{any_of('trong', 'trong thoi gian')})|(?P<after>{any_of('tu', 'tir', 'ke tu', 'sau')})"
            rf"|(?P<on>{any_of('vao')}))[\s:]*"
            rf"(?:{any_of('la', 'vao', 'den', 'truoc', 'het', 'thoi diem', 'den het', 'tu')}[\s:]*)*{hour}"
            r"(?:cuoi\s+|dau\s+|giua\s+|tuan\s+(?:thu\s+)?[0-9]\s*,?\s*)?$"
        ),
        rhythm=lazy(
            rf"[\s,/(]*(?:{any_of('cua')}\s+)?(?:(?:{every}|{any_of('tung')})\s+(?P<unit>{year_word}|{quarter_word}|{month_word})"
            rf"|(?P<years>{any_of('cac nam', 'nam bao cao', 'nam lien ke', 'nam sau', 'nam ke tiep')}))(?!\w)"
        ),
        join=lazy(
            rf"\s*(?:\([^)]*\)\s*)?(?:-|{to}(?:\s+{any_of('het', 'ngay')})?)?\s*(?:{any_of('den', 'toi', 'het')}\s+)*$"
        ),
        also=lazy(rf"\s*(?:,|;|{any_of('va')})\s*(?:{any_of('ca')}\s+)?$"),
        more=lazy(rf"\s*(?:,|{any_of('va')})\s+(?P<d4>{DAY})\s*[/-]\s*(?P<m4>{DAY})(?!\s*[/-]?\s*[0-9])(?![0-9%])"),
    )


def find(written: str, damaged: bool = False) -> Iterator[Moment]:
    """The times in a text, periods as one, in reading order."""
    text = fold(written)
    if not damaged and not _hinted(text):
        return
    rules = grammar(damaged)
    points: list[Moment] = []
    for m in rules.point.finditer(text):
        if points and m.start() < points[-1].end:
            continue  # read already, as one more of a list
        if m["called"]:
            if not written[m.start("called") : m.end("called")].lstrip()[:1].isupper():
                continue
        elif not damaged and not _says_so(written[m.start() : m.end()].lower(), m[0]):
            continue
        if moment := _point(m, text, rules):
            points.append(moment)
            while moment.day and moment.month and (next_day := rules.more.match(text, moment.end)):
                later = _point(next_day, text, rules)
                if later is None:
                    break
                moment = replace(later, start=next_day.start("d4"), relation=moment.relation)
                points.append(moment)
    number = 0
    while number < len(points):
        moment = points[number]
        following = points[number + 1] if number + 1 < len(points) else None
        if following and _is_period(moment, following, text, rules):
            yield _period(moment, following)
            number += 2
            continue
        if following and rules.also.match(text[moment.end : following.start]):
            points[number + 1], moment = _alike(following, moment), _alike(moment, following)
        number += 1
        yield moment


def _hinted(text: str) -> bool:
    """Whether a text can hold a time at all; most blocks cannot, and this is ten times faster than to look for one."""
    by_word = ("thang " in text or "ngay " in text or "quy " in text) and BY_WORD.search(text)
    return bool(by_word or IN_FIGURES.search(text))


def _says_so(written: str, folded: str) -> bool:
    """Whether the words are those meant and not others without their accents: «thẳng 08» is no month."""
    return all(any(right in written for right in rights) for bare, rights in WORDS.items() if bare in folded)


def _alike(moment: Moment, other: Moment) -> Moment:
    """A time that borrows year, rhythm and relation from the one it is listed with: «28/12 và cả ngày 29/12/2011»."""
    if moment.every or moment.year or not (moment.month or moment.quarter):
        return moment if moment.relation != "on" else replace(moment, relation=other.relation)
    relation = other.relation if moment.relation == "on" and other.relation in ("before", "by") else moment.relation
    return replace(moment, year=other.year, every=other.every, relation=relation)


def _point(m: re.Match[str], text: str, rules: Grammar) -> Moment | None:
    parts = {name: written for name, written in m.groupdict().items() if written}

    def value(letter: str) -> int | None:
        return next((int(written) for name, written in parts.items() if name[0] == letter and name[1:].isdigit()), None)

    day, month, year = value("d"), value("m"), value("y")
    if year and year < 100:
        year += 2000
    if (day and day > 31) or (month and month > 12 and "y1" not in parts):
        return None
    start, end, until = m.start(), m.end(), None
    before = text[max(0, start - 24) : start]
    if ("y11" in parts or "y13" in parts) and not OPENED.search(before):
        return None
    if "m7" in parts and before.rstrip(" .…_").endswith("ngay"):
        return None
    while text[start] in " \t":
        start += 1
    every: Every | None = "quarter" if "rhythm6" in parts else "month" if parts.keys() & MONTHLY else None
    if "rhythm5" in parts and loose_unit(parts["rhythm5"]) == "quy":
        every = "quarter"
    days = rules.days_before.search(text, max(0, start - 40), start) if day and month else None
    if days and not days["opened"] and text[start] == "n":
        days = None  # «Thứ 2, ngày 05/9»
    if "list" in parts:
        until, day = Moment(start, end, day, month, year), int(re.findall("[0-9]+", parts["list"])[0])
    elif days and not MONTH_BEFORE.search(text, 0, days.start()):
        first = int(re.findall("[0-9]+", days["days"])[0])
        if 0 < first <= 31:
            until = Moment(start, end, day, month, year)
            day, start = first, days.start() + len(days[0]) - len(days[0].lstrip())
    lead = rules.lead.search(text, max(0, start - 48), start)
    said = lead or rules.lead.search(text, start, start + len(m[0]) - len(m[0].lstrip("trucdenhsvoa ")))
    relation = next((name for name, words in said.groupdict().items() if words), "on") if said else _own_relation(m[0])
    if lead:
        start = lead.start()
    if until is None and "d8" in parts:
        return None
    if rhythm := rules.rhythm.match(text, end):
        end = rhythm.end()
        every = every or ("year" if rhythm["years"] else EVERY[loose_unit(rhythm["unit"])])
    if until:
        relation = "during" if relation in ("on", "after", "during") else relation
    elif relation == "on" and day is None:
        relation = "during"
    quarter = QUARTERS.get(parts.get("q", ""))
    return Moment(start, end, day, month, year, quarter, every, cast(Relation, relation), until)


def _own_relation(words: str) -> str:
    """The relation that the first word of a point says, as in «trước 15/12» or «đến năm 2030»."""
    return next((relation for start, relation in FIRST_WORDS.items() if words.startswith(start)), "on")


def loose_unit(word: str) -> str:
    """«nam», «quy» or «thang» from how it stands in the text, damaged or not."""
    return "thang" if len(word) >= 4 else "quy" if word[:1] == "q" else "nam"


def _is_period(first: Moment, last: Moment, text: str, rules: Grammar) -> bool:
    gap = text[first.end : last.start]
    if first.until or len(gap) > 40 or (first.every and not last.every):
        return False
    joined = rules.join.match(gap) is not None and (bool(gap.strip()) or last.relation == "by")
    return joined and first.relation in ("after", "during", "on") and last.relation != "before"


def _period(first: Moment, last: Moment) -> Moment:
    year = first.year
    if year is None and last.year and (first.month or first.quarter):
        backwards = bool(first.month and last.month and (first.month, first.day or 0) > (last.month, last.day or 99))
        year = last.year - backwards
    month = first.month or (last.month if first.day else None)
    every = first.every or last.every
    return replace(first, end=last.end, year=year, month=month, relation="during", until=last, every=every)
