from __future__ import annotations

import re
from collections.abc import Callable

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_TO = r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?"
# From one month to another of the same year, which is said once, behind the second.
_MONTHS = lazy(
    rf"(?<!\w)[Tt](?:háng|hg)\s+(?P<first>\d{{1,2}}){_TO}(?:tháng\s+)?(?P<last>\d{{1,2}})(?:/|\s+năm\s+)(?=20\d\d)"
)
_DAYS = lazy(
    rf"(?<!\w)[Tt]ừ\s+(?:ngày\s+)?(?P<d1>\d{{1,2}})(?:/(?P<m1>\d{{1,2}})(?:/(?P<y1>20\d\d))?)?"
    rf"{_TO}(?:ngày\s+)?(?P<d2>\d{{1,2}})/(?P<m2>\d{{1,2}})(?:/(?P<y2>20\d\d))?(?![\d/])"
)
_AGES = lazy(rf"(?<!\w)[Tt]ừ\s+(?:đủ\s+)?(?P<first>\d{{1,2}})(?:\s+tuổi)?{_TO}(?:dưới\s+)?(?P<last>\d{{1,2}})\s+tuổi")
_SHARES = lazy(rf"(?<!\w)[Tt]ừ\s+(?P<first>\d{{1,3}})%{_TO}(?P<last>\d{{1,3}})%")
_FALLS = ("giảm", "hạ", "xuống", "miễn")


def _two(m: re.Match[str]) -> bool:
    return int(m["first"]) > int(m["last"])


def _two_days(m: re.Match[str]) -> bool:
    """Whether the first day is later; what the first lacks it takes from the second."""
    said_to_be_days = m["y2"] or "ngày" in m.group()  # «từ 1/3 đến 1/2 dòng»
    if not said_to_be_days or (m["y1"] and not m["y2"]):
        return False
    year = int(m["y2"] or 0)
    first = int(m["y1"] or year), int(m["m1"] or m["m2"]), int(m["d1"])
    return first > (year, int(m["m2"]), int(m["d2"]))


_SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (_MONTHS, _two),
    (_DAYS, _two_days),
    (_AGES, _two),
    (_SHARES, _two),
)
_JOINTS = ("đến ", "tới ", "-", "–")


@rule(
    "KH413",
    "span-reversed",
    Severity.WARNING,
    source="Khoảng thời gian, khoảng số ghi từ mốc đầu đến mốc cuối",
    english="a span whose end comes before its beginning",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Mở lớp: Tháng 8 - 6/2026."), at="Tháng 8 - 6/"),
        Bad(sample("I. NỘI DUNG", "Tập huấn từ ngày 25/5/2026 đến ngày 15/5/2026."),
            at="từ ngày 25/5/2026 đến ngày 15/5/2026"),
        Bad(sample("I. NỘI DUNG", "Dạy bơi cho trẻ em từ 16 đến dưới 6 tuổi."), at="từ 16 đến dưới 6 tuổi"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Tập huấn từ ngày 25 đến ngày 28/5/2026; từ tháng 10/2025 đến tháng 5 năm 2026.")),
        Good(sample("I. NỘI DUNG", "Từ ngày 28/12/2025 đến 05/01/2026; trực từ ngày 28/12 đến ngày 05/01/2026.")),
        Good(sample("I. NỘI DUNG", "Đường kẻ dài từ 1/2 đến 1/3 dòng chữ; trẻ em từ 6 đến dưới 16 tuổi.")),
        Good(sample("I. NỘI DUNG", "Giảm từ 10% đến 5% chi phí.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Khoảng ghi ngược: «Tháng 8 - 6/2026», «từ ngày 25/5 đến ngày 15/5», «từ 16 đến dưới 6 tuổi»."""
    for number, block in enumerate(plan.document.blocks):
        if not any(joint in block.text for joint in _JOINTS):
            continue
        for pattern, turned in _SPANS:
            for m in pattern.finditer(block.text):
                falls = pattern is _SHARES and any(word in block.text[: m.start()].lower() for word in _FALLS)
                if turned(m) and not falls and not _over_new_year(m):
                    yield Finding(Span(number, *m.span()), "mốc cuối đứng trước mốc đầu; xem lại các con số")


def _over_new_year(m: re.Match[str]) -> bool:
    """«từ ngày 28/12 đến ngày 05/01/2026»: the year behind is that of the second day alone."""
    said = m.groupdict()
    return bool(said.get("m1")) and not said.get("y1") and int(said["m1"]) - int(said["m2"]) > 3
