from __future__ import annotations

import re
from functools import cache

from ...extract.quoted import is_cited
from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH624",
    "title-level",
    Severity.INFO,
    source="Thông tư 24/2023/TT-BGDĐT và 25/2023/TT-BGDĐT (danh hiệu theo cấp xã, huyện, tỉnh)",
    english="a title is given by another level than its regulation knows",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(
            sample("I. TIÊU CHÍ", "Được công nhận “Cộng đồng học tập” cấp phường."),
            at="cấp phường",
            fixed=sample("I. TIÊU CHÍ", "Được công nhận “Cộng đồng học tập” cấp xã."),
        ),
    ),
    good=(
        Good(sample("I. TIÊU CHÍ", "Được công nhận “Cộng đồng học tập” cấp xã; tổng kết ở cấp phường.")),
        Good(sample("I. TIÊU CHÍ", "Được công nhận “Đơn vị học tập” cấp huyện, tỉnh.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Danh hiệu ghi theo cấp mà thông tư quy định: phường, thị trấn cũng là «cấp xã»; quận, thị xã là «cấp huyện»."""
    levels = table("official_names")["levels"]
    for number, block in enumerate(plan.document.blocks):
        for m in _pattern().finditer(block.text):
            span = Span(number, *m.span("level"))
            if not is_cited(plan, span):
                right = levels[m["unit"]]
                yield Finding(
                    span,
                    f"danh hiệu «{m['title']}» có cấp là «{right}», không phải «{m['level']}»",
                    Fix(span, right, safe=False),
                )


@cache
def _pattern() -> re.Pattern[str]:
    levels = table("official_names")["levels"]
    units = "|".join(unit for unit in levels if unit != "titles")
    return lazy(rf"[“\"](?P<title>{'|'.join(levels['titles'])})[”\"]\s+(?P<level>cấp\s+(?P<unit>{units}))(?!\w)")
