from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

_STOP = lazy(r"\w+(?P<stop>\.) “[^“”\n]{2,60}”(?:, “[^“”\n]{2,60}”| và “[^“”\n]{2,60}”)")
_NAMED = lazy(r"”[^“”.;:\n]{0,30}$")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH721",
    "stop-in-list",
    Severity.WARNING,
    source="Quy tắc dùng dấu câu: giữa các thành phần liệt kê là dấu phẩy",
    english="a full stop inside an enumeration",
    needs=("clean", "typed"),
    restored=True,
    bad=(
        Bad(_said("Công nhận “Cộng đồng học tập” cấp xã. “Đơn vị học tập”, “Gia đình học tập”."), at=".",
            fixed=_said("Công nhận “Cộng đồng học tập” cấp xã, “Đơn vị học tập”, “Gia đình học tập”.")),
    ),
    good=(
        Good(_said("Công nhận “Cộng đồng học tập” cấp xã, “Đơn vị học tập”. “Gia đình học tập” do thôn xét.")),
        Good(_said("Xét các danh hiệu theo quy định. “Đơn vị học tập”, “Gia đình học tập” do cấp xã công nhận.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Dấu chấm chen vào giữa một danh sách tên trong ngoặc kép: «“A” cấp xã. “B”, “C”»."""
    here = prose(plan)
    for match in _STOP.finditer(here.text) if ". “" in here.text else ():
        at = match.start("stop")
        if _NAMED.search(here.text[max(0, at - 60) : at]):
            span = here.span(at, at + 1)
            yield Finding(span, "dấu chấm giữa các tên được liệt kê: thay bằng dấu phẩy", Fix(span, ",", safe=False))
