from __future__ import annotations

from ...extract.phrases import listed_twice
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose


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
    for match in listed_twice().finditer(here.low):
        if own(plan, match.start()):
            yield Finding(here.span(*match.span()), f"«{match['item']}» kể hai lần trong một chỗ liệt kê")
