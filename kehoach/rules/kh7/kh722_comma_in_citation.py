from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_COMMA = lazy(r"\b(ngày (?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}) ?),(?= của )")
# The Party writes «số 16-KH/TU, ngày …»; the State has a slash after the number and no comma.
_BEFORE_DATE = lazy(r"\b\d+/(?:20\d\d/)?[A-ZĐ][\w&]*-[\w&-]+(,) (?=ngày \d)")
_CODE = lazy(r"\d+ ?[/-][\w/&-]+ ?$")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH722",
    "comma-in-citation",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b (cách viện dẫn)",
    english="a comma between the date and the issuer of a cited document",
    needs=("clean",),
    together=True,
    restored=True,
    bad=(
        Bad(_said("Thực hiện Kế hoạch số 98/KH-UBND ngày 04/4/2024, của UBND thị xã."), at="ngày 04/4/2024,",
            fixed=_said("Thực hiện Kế hoạch số 98/KH-UBND ngày 04/4/2024 của UBND thị xã.")),
        Bad(_said("Thực hiện Kế hoạch số 98/KH-UBND, ngày 04/4/2024 của UBND thị xã."), at=",",
            fixed=_said("Thực hiện Kế hoạch số 98/KH-UBND ngày 04/4/2024 của UBND thị xã.")),
    ),
    good=(
        Good(_said("Thực hiện Kế hoạch số 16-KH/TU, ngày 04/4/2024 của Tỉnh ủy.")),
        Good(_said("Họp ngày 04/4/2024, của ai người ấy chuẩn bị; Kế hoạch số 98/KH-UBND ngày 04/4/2024 của tỉnh.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Khi viện dẫn, giữa ký hiệu và ngày, giữa ngày và «của» cơ quan ban hành không có dấu phẩy."""
    here = prose(plan)
    for match in _COMMA.finditer(here.text):
        if _CODE.search(here.text[max(0, match.start() - 30) : match.start()]):
            span = here.span(*match.span())
            yield Finding(span, "bỏ dấu phẩy giữa ngày ban hành và «của»", Fix(span, match[1].rstrip()))
    for match in _BEFORE_DATE.finditer(here.text):
        span = here.span(*match.span(1))
        yield Finding(span, "bỏ dấu phẩy giữa ký hiệu và ngày ban hành", Fix(span, ""))
