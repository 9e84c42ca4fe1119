from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

# Groups that are none of three digits in a sum of money, and two commas in a share.
_MONEY = lazy(r"(?<![\d.,/])(?P<number>\d{1,3}(?:\.\d+){2,})(?:,\d+)? ?(?:đồng|VNĐ|VND)\b")
_ONE = lazy(r"(?<![\d.,/])(?P<number>\d{1,3}\.(?:\d{1,2}|\d{4,})) (?:đồng|VNĐ|VND)\b")
_SHARE = lazy(r"(?<![\d.,/])(?P<number>\d+(?:,\d+){2,}|\d+,\d+\.\d+|\d+\.\d+,\d+) ?%")
_GROUPS = lazy(r"\d{1,3}(?:\.\d{3})+")


@rule(
    "KH514",
    "number-malformed",
    Severity.WARNING,
    source="Cách viết số: dấu chấm ngăn từng nhóm ba chữ số, một dấu phẩy trước phần thập phân",
    english="a number whose groups of digits cannot be",
    needs=("clean",),
    bad=(
        Bad(sample("I. KINH PHÍ", "Kinh phí 1.50.000 đồng."), at="1.50.000"),
        Bad(sample("I. MỤC TIÊU", "Giảm 10,5,2% số vụ."), at="10,5,2"),
    ),
    good=(Good(sample("I. KINH PHÍ", "Kinh phí 1.500.000 đồng, 12.500 đồng, 1,5 triệu đồng; giảm 10,5% số vụ.")),),
)
def check(plan: Plan) -> Findings:
    """Con số gõ thiếu hoặc thừa chữ số trong một nhóm: «1.50.000 đồng», «10,5,2%»."""
    for number, block in enumerate(plan.document.blocks):
        text = block.text
        for pattern in (_MONEY, _ONE) if "đồng" in text or "VN" in text else ():
            for m in pattern.finditer(text):
                if not _GROUPS.fullmatch(m["number"]):
                    yield Finding(Span(number, *m.span("number")), "các nhóm chữ số không đủ ba; xem lại con số")
        for m in _SHARE.finditer(text) if "%" in text else ():
            yield Finding(Span(number, *m.span("number")), "số viết thừa dấu ngăn; xem lại con số")
