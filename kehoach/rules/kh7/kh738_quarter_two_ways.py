from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose

_QUARTER = lazy(r"\b[Qq]uý (?P<which>I{1,3}|IV|[1-4])(?![\w.,]\w|\w| ?%)")
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH738",
    "quarter-two-ways",
    Severity.INFO,
    source="Cách viết thống nhất trong một văn bản; thông lệ ghi quý bằng chữ số La Mã",
    english="quarters are numbered in two ways",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Hoàn thành trong quý II năm 2025.", "Sơ kết trong quý 3 năm 2025."), at="3",
            fixed=_said("Hoàn thành trong quý II năm 2025.", "Sơ kết trong quý III năm 2025.")),
    ),
    good=(Good(_said("Hoàn thành trong quý II/2025; sơ kết quý III/2025.")), Good(_said("Trong quý 2; trong quý 3."))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trong một văn bản chỉ ghi quý bằng một cách: «quý II», «quý III» (chữ số La Mã)."""
    here = prose(plan)
    if "quý" not in here.words:
        return
    found = [match for match in _QUARTER.finditer(here.text) if own(plan, match.start())]
    arabic = [match for match in found if match["which"].isdigit()]
    if arabic and len(arabic) < len(found):
        span = here.span(*arabic[0].span("which"))
        right = _ROMAN[arabic[0]["which"]]
        fix = Fix(span, right) if len(arabic) == 1 else None
        yield Finding(span, f"ghi quý bằng hai cách trong một văn bản; nên viết «quý {right}»", fix)
