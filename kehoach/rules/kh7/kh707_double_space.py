from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import inner, prose

_WIDE = lazy(r"(?<=[\w,;:.)”])[ \xa0]{2,4}(?=[\w(“])")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH707",
    "double-space",
    Severity.INFO,
    source="Cách gõ văn bản: giữa hai chữ có một dấu cách",
    english="more than one space between two words",
    needs=("clean", "typed"),
    together=True,
    bad=(Bad(_said("Các tổ  chuyên môn thực hiện."), at="  ", fixed=_said("Các tổ chuyên môn thực hiện.")),),
    good=(Good(_said("Các tổ chuyên môn thực hiện.")),),
)
def check(plan: Plan) -> Findings:
    """Giữa hai chữ chỉ có một dấu cách.

    Khoảng cách dùng để canh chữ ở phần đầu, phần ký và trong bảng không bị xét.
    """
    if plan.document.format == "pdf":  # its spaces are guessed from the gaps on paper
        return
    here = prose(plan)
    for match in _WIDE.finditer(here.text, *inner(plan)):
        span = here.span(*match.span())
        if plan.document.blocks[span.block].cell is None:
            yield Finding(span, "thừa dấu cách", Fix(span, " "))
