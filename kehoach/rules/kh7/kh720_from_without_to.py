from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_FROM = lazy(r"\b([Tt]ừ)( năm)? ((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)\b")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH720",
    "from-without-to",
    Severity.INFO,
    source="Cách viết khoảng thời gian: «từ … đến …»",
    english="«từ» with a hyphen: it wants «đến»",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(_said("1. Giai đoạn 1 (từ 2023 - 2025)", "Triển khai."), at="từ 2023 - 2025",
            fixed=_said("1. Giai đoạn 1 (từ năm 2023 đến năm 2025)", "Triển khai.")),
    ),
    good=(Good(_said("Giai đoạn 2023 - 2025: từ năm 2023 đến năm 2025; từ năm học 2023 - 2024.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Đã viết «từ» thì viết «đến»: «từ năm 2023 đến năm 2025», không viết «từ 2023 - 2025»."""
    here = prose(plan)
    for match in _FROM.finditer(here.text):
        span = here.span(*match.span())
        right = f"{match[1]} năm {match[3]} đến năm {match[4]}"
        yield Finding(span, f"đã viết «từ» thì viết «đến»: «{right}»", Fix(span, right, safe=False))
