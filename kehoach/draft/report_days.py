"""The days of several reports in one phrase: for whom they go to, and for the departments that hand in theirs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from ..patterns import lazy
from .reports import Duty

_DAY_OF = lazy(r"trước (?P<day>ngày \d+ tháng \d+) (?P<of>năm \d{4}|hằng năm|6 tháng)")


def together(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Reports of one name to one body in one sentence: «trước ngày 05 tháng 6 và ngày 05 tháng 12 hằng năm»."""
    made: list[Duty] = []
    for duty in duties:
        before, here = (made and _DAY_OF.fullmatch(made[-1].when)), _DAY_OF.fullmatch(duty.when)
        same = made and (made[-1].what, made[-1].to) == (duty.what, duty.to)
        if before and here and same and before["of"] == here["of"]:
            made[-1] = replace(made[-1], when=f"trước {before['day']} và {here['day']} {here['of']}")
        else:
            made.append(duty)
    return tuple(made)


def inside(duties: Iterable[Duty]) -> str:
    """By when the departments hand in theirs: the days of the reports that come back, else of one year.

    «trước ngày 20 tháng 5 và ngày 20 tháng 11 năm 2026», «trước ngày 10 của tháng cuối quý (số liệu quý) và …»
    """
    days = [duty.inside for duty in duties if duty.inside and "báo cáo" in duty.what]
    found = [m for m in map(_DAY_OF.fullmatch, days) if m]
    every = [m for m in found if not m["of"].startswith("năm")]
    same = every or [m for m in found if found and m["of"] == found[0]["of"]]
    if not same:
        return days[0] if days else ""
    quarterly = next((f"{day} (số liệu quý) và " for day in days if day.endswith("của tháng cuối quý")), "")
    named = list(dict.fromkeys(m["day"] for m in same))
    listed = ", ".join(named[:-1]) + " và " + named[-1] if len(named) > 1 else named[0]
    return f"{quarterly}trước {listed} {'hằng năm' if every else same[0]['of']}"
