from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import inner, prose

_DASH = lazy(r"(?m)^[ \t]*([-+–•])(?=[^\W\d_])")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH708",
    "list-dash-space",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm d (gạch đầu dòng) và cách trình bày chung",
    english="no space after the dash of a list item",
    needs=("clean", "typed"),
    together=True,
    bad=(
        Bad(_said("- Thực hiện tốt nhiệm vụ được giao.", "-Tích cực tuyên truyền trong nhà trường."), at="-",
            fixed=_said("- Thực hiện tốt nhiệm vụ được giao.", "- Tích cực tuyên truyền trong nhà trường.")),
    ),
    good=(Good(_said("- Thực hiện tốt nhiệm vụ được giao.", "+ Tích cực tuyên truyền trong nhà trường.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Sau dấu gạch đầu dòng (-) và dấu cộng (+) ở đầu ý có một dấu cách."""
    here = prose(plan)
    found = list(_DASH.finditer(here.text, *inner(plan)))
    for match in found:
        span = here.span(*match.span(1))
        yield Finding(span, f"thêm dấu cách sau dấu «{match[1]}» ở đầu dòng", Fix(span, f"{match[1]} "))
