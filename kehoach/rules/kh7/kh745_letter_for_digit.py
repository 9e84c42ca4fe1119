from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

# «1O%», «2O26», «3l/3»: a letter among digits; «2O» alone may be a name.
_MIXED = lazy(
    r"(?<![\w.@/])(?P<number>\d+[Oo]\d*(?=%)|\d+[Oo]\d+|[lI]\d(?=/\d)|\d[lI](?=/\d{1,2}(?:/\d{4}|\b)))(?![^\W\d_])"
)
_DIGITS = str.maketrans("OolI", "0011")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH745",
    "letter-for-digit",
    Severity.WARNING,
    source="Lỗi gõ: chữ cái O, l thay cho chữ số 0, 1",
    english="a letter stands for a digit",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Giảm ít nhất 1O% số vụ."), at="1O", fixed=_said("Giảm ít nhất 10% số vụ.")),
        Bad(_said("Hoàn thành trước ngày 3l/3/2025."), at="3l", fixed=_said("Hoàn thành trước ngày 31/3/2025.")),
    ),
    good=(Good(_said("Giảm 10% số vụ; 2 lít, 5l; khu O2; nhóm 2O.")),),
)
def check(plan: Plan) -> Findings:
    """Gõ chữ O thay số 0, chữ l thay số 1: «1O%», «3l/3/2025»."""
    here = prose(plan)
    for match in _MIXED.finditer(here.text):
        span, right = here.span(*match.span("number")), match["number"].translate(_DIGITS)
        yield Finding(span, f"chữ cái thay chữ số; viết «{right}»", Fix(span, right))
