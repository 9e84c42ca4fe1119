from __future__ import annotations

import re

from ...model import Finding, Findings, Fix, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample

_SPLIT = re.compile(
    r"[“\"](?P<kind>(?:Phong trào(?: thi đua)?|Cuộc vận động|Đề án|Chương trình|Cuộc thi))[”\"]\s*,?\s*"
    r"(?=[“\"]\w[^“”\"]{15,}[”\"])"
)


@rule(
    "KH626",
    "name-split",
    Severity.WARNING,
    source="Tên phong trào, đề án, chương trình ghi đúng theo văn bản phát động, phê duyệt",
    english="quotation marks split the name of a movement from the word for it",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Lồng ghép với “Phong trào thi đua”, “Toàn dân đoàn kết xây dựng đời sống văn hóa”."),
            at="“Phong trào thi đua”,",
            fixed=sample(
                "I. NỘI DUNG", "Lồng ghép với Phong trào thi đua “Toàn dân đoàn kết xây dựng đời sống văn hóa”."
            ),
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Phong trào thi đua “Toàn dân đoàn kết xây dựng đời sống văn hóa”.")),
        Good(sample("I. NỘI DUNG", "Danh hiệu “Gia đình học tập”, “Toàn dân đoàn kết xây dựng đời sống văn hóa”.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Chữ «Phong trào thi đua» đứng trước tên phong trào thì không đặt trong ngoặc kép riêng.

    Dấu ngoặc kép và dấu phẩy làm một phong trào thành hai; thường do thay thế hàng loạt.
    """
    for number, block in enumerate(plan.document.blocks):
        for m in _SPLIT.finditer(block.text):
            span = Span(number, m.start(), m.start() + len(m[0].rstrip()))
            message = f"dấu ngoặc kép tách «{m['kind']}» khỏi tên phong trào, thành hai tên; bỏ ngoặc kép và dấu phẩy"
            yield Finding(span, message, Fix(span, m["kind"], safe=False))
