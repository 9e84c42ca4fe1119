from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample


@cache
def _sector() -> re.Pattern[str]:
    names = "|".join(f"[{name[0]}{name[0].upper()}]{name[1:]}" for name in table("capitals")["sectors"]["names"])
    return lazy(rf"(?<!\w)[Nn]gành (?P<name>{names})(?!\w)")


def _text(*sentences: str) -> str:
    return sample("I. NỘI DUNG", *sentences)


@rule(
    "KH194",
    "sector-two-ways",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản",
    english="the name of a sector has a capital in one place and none in another",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(_text("Thực hiện trong ngành giáo dục của xã.", "Khen thưởng của ngành Giáo dục.", "Toàn ngành Giáo dục."),
            at="giáo dục",
            fixed=_text("Thực hiện trong ngành Giáo dục của xã.", "Khen thưởng của ngành Giáo dục.",
                        "Toàn ngành Giáo dục.")),
    ),
    good=(
        Good(_text("Thực hiện trong ngành giáo dục và ngành y tế.", "Khen thưởng của ngành giáo dục.")),
        Good(_text("Thực hiện trong ngành Giáo dục và ngành Y tế.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên ngành viết một cách trong cả văn bản: «ngành Giáo dục» hoặc «ngành giáo dục»."""
    seen: dict[str, list[tuple[Span, str]]] = {}
    for passage in passages(plan):
        for m in _sector().finditer(passage.text) if "nganh " in passage.folded else ():
            if not passage.quoted(m.start()):
                start, end = m.span("name")
                seen.setdefault(m["name"].lower(), []).append((Span(passage.number, start, end), m["name"]))
    for uses in seen.values():
        small = [(span, name) for span, name in uses if name[0].islower()]
        large = [(span, name) for span, name in uses if name[0].isupper()]
        if small and large:
            # the rarer way is the slip
            capital = len(small) <= len(large)
            span, name = small[0] if capital else large[0]
            right = (name[0].upper() if capital else name[0].lower()) + name[1:]
            fix = Fix(span, right) if min(len(small), len(large)) == 1 else None
            yield Finding(span, f"ở chỗ khác viết «ngành {right}»; nên thống nhất một cách", fix)
