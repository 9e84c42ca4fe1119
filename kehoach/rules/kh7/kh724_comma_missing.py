from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose



@cache
def _rows() -> re.Pattern[str]:
    """Each of the fixed pairs, with a comma or without; the second name tells which pair it is."""
    return re.compile(
        "|".join(rf"\\b{first}(?P<m{i}>,?) {second}\\b" for i, (first, second) in enumerate(table("wording")["commas"]["pairs"])),
        re.I,
    )


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH724",
    "comma-missing",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản: giữa các thành phần liệt kê có dấu phẩy",
    english="a comma is missing in an enumeration that has it elsewhere in the plan",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Phổ biến cho cán bộ, giáo viên; nâng cao năng lực cho cán bộ giáo viên."), at="cán bộ giáo viên",
            fixed=_said("Phổ biến cho cán bộ, giáo viên; nâng cao năng lực cho cán bộ, giáo viên.")),
    ),
    good=(
        Good(_said("Phổ biến cho cán bộ, giáo viên và cán bộ quản lý giáo dục.")),
        Good(_said("Nâng cao năng lực cho cán bộ giáo viên, động viên cán bộ giáo viên.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trong một chỗ liệt kê («cán bộ, giáo viên») thiếu dấu phẩy mà chỗ khác của văn bản này vẫn có."""
    here = prose(plan)
    found = defaultdict(list)
    for match in _rows().finditer(here.text):
        found[match.lastgroup, bool(match[match.lastgroup or 0])].append(match)
    for (pair, comma), without in found.items():
        if comma or len(found.get((pair, True), ())) < len(without):
            continue
        for match in without:
            if own(plan, match.start()) and not match.group().isupper():
                span = here.span(*match.span())
                at = match.start(pair or 0) - match.start()
                right = f"{match.group()[:at]},{match.group()[at:]}"
                yield Finding(span, f"thiếu dấu phẩy: nơi khác viết «{right.lower()}»", Fix(span, right, safe=False))
