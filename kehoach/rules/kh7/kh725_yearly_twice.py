from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_TWICE = lazy(r"\b[Hh][ằà]ng (năm|quý|tháng)\b[^.;\n]{5,400}?(?P<again> h[ằà]ng \1)\b")
_AGAIN = {(first, second) for first in ("hằng", "hàng") for second in ("năm", "quý", "tháng")}
_DAY = lazy(r"(?:ngày|tháng|quý|năm) [\d/IV]+(?: tháng \d+)?$|\d{1,2}/\d{1,2}$")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH725",
    "yearly-twice",
    Severity.INFO,
    source="Lối viết: chu kỳ báo cáo chỉ nói một lần trong câu",
    english="«hằng năm» is said twice in a sentence",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(_said("- Hằng năm, báo cáo kết quả về Phòng trước ngày 10 tháng 11 hàng năm."), at=" hàng năm",
            fixed=_said("- Hằng năm, báo cáo kết quả về Phòng trước ngày 10 tháng 11.")),
    ),
    good=(
        Good(_said("- Báo cáo hằng năm gửi trước ngày 10 tháng 11; báo cáo sơ kết hằng năm gửi sau.")),
        Good(_said("- Hằng năm, lựa chọn chủ đề cho Tuần lễ học tập hằng năm.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Câu đã mở đầu bằng «Hằng năm» thì không lặp lại «hằng năm» sau ngày gửi báo cáo."""
    here = prose(plan)
    for match in _TWICE.finditer(here.text) if _AGAIN & here.pairs else ():
        start = match.start("again")
        if _DAY.search(here.text[max(0, start - 30) : start]):
            span = here.span(start, match.end())
            yield Finding(span, "đã có «Hằng năm» ở đầu câu: bỏ chỗ lặp", Fix(span, "", safe=False))
