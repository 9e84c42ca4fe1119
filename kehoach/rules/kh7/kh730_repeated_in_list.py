from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose

FAR = 3  # items between the two


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH730",
    "repeated-in-list",
    Severity.WARNING,
    source="Lỗi soạn thảo: một việc được kể hai lần trong một chỗ liệt kê",
    english="one thing is named twice in an enumeration",
    needs=("clean",),
    bad=(
        Bad(_said("Kịp thời biểu dương, khen thưởng, tôn vinh, khen thưởng tập thể, cá nhân."),
            at="khen thưởng, tôn vinh, khen thưởng"),
        Bad(_said("Tăng cường kiểm tra, giám sát, kiểm tra việc thực hiện."), at="kiểm tra, giám sát, kiểm tra"),
    ),
    good=(
        Good(_said("Kiểm tra, giám sát; kiểm tra đột xuất, khen thưởng thường xuyên, khen thưởng đột xuất.")),
        Good(_said("Biểu dương, khen thưởng các tập thể, cá nhân.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Một việc kể hai lần trong cùng một chỗ liệt kê: «khen thưởng, tôn vinh, khen thưởng»."""
    here = prose(plan)
    for match in _pattern().finditer(here.low):
        if own(plan, match.start()):
            yield Finding(here.span(*match.span()), f"«{match['item']}» kể hai lần trong một chỗ liệt kê")


@cache
def _pattern() -> re.Pattern[str]:
    items = "|".join(table("wording")["listed"]["items"])
    return re.compile(
        rf"(?<![^\W_])(?P<item>{items})(?:, \w+ \w+){{1,{FAR}}}?,? (?:và )?(?P=item)"
        r"(?! (?:thường|đột|định|theo|lại)\b)(?!\w)"
    )
