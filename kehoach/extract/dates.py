"""Dates as administrative texts write them: «ngày 05 tháng 01 năm 2026», «05/01/2026», with blanks or past bad OCR.

>>> [(when.value.isoformat(), start, end) for when, start, end in find("từ ngày 05/01/2026 tới")]
[('2026-01-05', 3, 18)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import When
from ..patterns import lazy
from ..text import fold

DAY_WORD = r"(?:[Nn]g[àa]y|NG[ÀA]Y)"
MONTH_WORD = r"(?:[Tt]h[áa]ng|TH[ÁA]NG)"
YEAR_WORD = r"(?:[Nn][ăa]m|N[ĂA]M)"
# What stands for a number that is still to be written in: dots, an ellipsis, a line, or just space.
BLANK = r"[\s.…_]*"
# A year that is begun but not finished: «năm 20…», «năm 202…».
YEAR = r"(?:19|20)[0-9]{2}(?![0-9])|20[0-9]?(?=\s*[.…_])"

IN_WORDS = (
    rf"{DAY_WORD}{BLANK}(?P<day_a>[0-9]{{1,2}})?{BLANK}(?P<word_a>{MONTH_WORD}){BLANK}(?P<month_a>[0-9]{{1,2}}(?![0-9/]))?"
    rf"(?:[\s.…_,]*{YEAR_WORD}{BLANK}(?P<year_a>{YEAR})?[…_.]*(?<![.]))?"
)
IN_FIGURES = (
    rf"(?:{DAY_WORD}\s*)?(?<![0-9/.,-])(?P<day_b>[0-9]{{1,2}})\s*(?P<mark>[/.-])\s*(?P<month_b>[0-9]{{1,2}})\s*(?P=mark)"
    r"\s*(?P<year_b>(?:19|20)[0-9]{2})(?!\.?[0-9])"
)
# «Hà Nội, 05 tháng 01 năm 2026»: whole, it is a date without the word «ngày» too.
WORDLESS = (
    rf"(?<![0-9/.,-])(?P<day_f>[0-9]{{1,2}})\s+(?P<word_f>{MONTH_WORD})\s+(?P<month_f>[0-9]{{1,2}})"
    rf"[\s,]+{YEAR_WORD}\s+(?P<year_f>(?:19|20)[0-9]{{2}})(?![0-9])"
)
# Only the word «ngày» tells these from a fraction: «ngày 30/11», «ngày 5/9/24», «ngày …/…/2026».
SHORTENED = (
    rf"{DAY_WORD}{BLANK}(?P<day_c>[0-9]{{1,2}})?{BLANK}(?P<slash>[/-]){BLANK}(?P<month_c>[0-9]{{1,2}})?"
    rf"(?:{BLANK}(?P=slash){BLANK}(?P<year_c>[0-9]{{4}}|[0-9]{{2}})?(?![0-9]))?(?!\s*[/]?[0-9])"
)
DATE = lazy(rf"{IN_FIGURES}|{IN_WORDS}|{SHORTENED}|{WORDLESS}")

# In damaged text the words for day, month and year keep little more than their first letter and their length, and
# figures may be letters; the pattern runs on folded text.
FIGURE = "[0-9oil|]"
DAMAGED_DAY = r"n[gq9][^\s0-9]{1,5}"
DAMAGED = lazy(
    rf"(?:{DAMAGED_DAY}\s*)?(?<![0-9/.,-])(?P<day_b>{FIGURE}{{1,2}})\s*(?P<mark>[/.-])\s*(?P<month_b>{FIGURE}{{1,2}})"
    r"\s*(?P=mark)\s*(?P<year_b>(?:19|2[0o])[0-9oil]{2})(?![0-9])"
    rf"|(?:{DAMAGED_DAY}\s*)?(?<![0-9/.,-])(?P<day_a>{FIGURE}{{1,2}})\s+(?P<word_a>t[^\s0-9]{{3,5}})\s+(?P<month_a>{FIGURE}{{1,2}})"
    r"[\s,]+n[^\s0-9]{1,4}\s+(?P<year_a>(?:19|2[0o])[0-9oil]{2})(?![0-9])"
    rf"|{DAMAGED_DAY}\s*(?P<day_d>{FIGURE}{{1,2}})\s+th[^\s0-9]{{2,4}}\s+(?P<month_d>{FIGURE}{{1,2}})(?![0-9/])"
    rf"|{DAMAGED_DAY}\s*(?P<day_c>{FIGURE}{{1,2}})\s*/\s*(?P<month_c>{FIGURE}{{1,2}})(?!\s*[/0-9])"
    rf"|n[gq9][^\s0-9]{{1,3}}[\s.…_]+(?P<word_e>th[^\s0-9]{{2,4}}){BLANK}(?P<month_e>[0-9]{{1,2}})?[\s.…_,]+n[^\s0-9]{{1,3}}"
    r"\s+(?P<year_e>(?:19|2[0o])[0-9oil]{2})"
)
LOOKS = str.maketrans("oil|", "0111")


def find(text: str, damaged: bool = False) -> Iterator[tuple[When, int, int]]:
    """Each date with its offsets, «ngày» included; incomplete and impossible ones too, then without a value.

    A day and a month alone count only after the word «ngày»: elsewhere «1/3» may be a third.
    """
    last = 0
    for m in (DAMAGED if damaged else DATE).finditer(fold(text) if damaged else text):
        if found := _read(m, text):
            yield found
            last = m.end()
    if damaged and not last:
        yield from find(text)


def at(text: str, position: int, damaged: bool = False) -> tuple[When, int, int] | None:
    """The date that begins exactly at `position`, or None."""
    m = DATE.match(text, position)
    found = _read(m, text) if m else None
    if damaged and (found is None or found[0].value is None):
        m = DAMAGED.match(fold(text), position)
        return (_read(m, text) if m else None) or found
    return found


def made(day: int | None, month: int | None, year: int | None, text: str = "") -> When:
    """The date these parts make; without a value where a part is missing or no calendar has it."""
    value = None
    if day and month and year:
        try:
            value = date(year, month, day)
        except ValueError:
            value = None
    return When(value, day, month, year, text)


def _read(m: re.Match[str], text: str) -> tuple[When, int, int] | None:
    parts: dict[str, int | None] = {"day": None, "month": None, "year": None}
    for name, written in m.groupdict().items():
        part = name[:-2]
        if written and part in parts:
            parts[part] = int(written.translate(LOOKS))
    if parts["day"] is None and _is_no_date(m, text):
        return None
    year = parts["year"]
    if year is not None and year < 1900:
        parts["year"] = year + 2000 if m.groupdict().get("year_c") else None
    start, end = m.span()
    end = start + len(text[start:end].rstrip())
    return made(parts["day"], parts["month"], parts["year"], text[start:end]), start, end


def _is_no_date(m: re.Match[str], text: str) -> bool:
    """«10 ngày tháng 5», «ngày tháng năm sinh»: the words for day and month with no day meant."""
    return text[: m.start()].rstrip()[-1:].isdigit() or text[m.end() : m.end() + 5].strip().startswith("sinh")
