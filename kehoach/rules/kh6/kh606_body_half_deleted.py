from __future__ import annotations

import re

from ...model import Finding, Findings, Plan, Severity, Span
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..samples import plan as sample

# What is left of «Sở», «Phòng», «Bộ», «Trường», «Tỉnh» after another word for a body, and a name behind it.
_REST = re.compile(
    rf"(?<!\w)(?P<whole>(?P<head>Phòng|Sở|Bộ|Ban|UBND|Trường|Ủy ban|Chi cục)\s+(?:ở|òng|hòng|ộ|rường|ường|ỉnh|an)\s+(?={CAPITAL}))"
)
_TWICE = re.compile(rf"(?<!\w)(?P<whole>(?P<first>Phòng|Sở|Bộ)\s+(?P<head>Phòng|Sở|Bộ)\s+(?={CAPITAL}))(?!Chính trị)")


@rule(
    "KH606",
    "body-half-deleted",
    Severity.WARNING,
    source="Tên cơ quan ghi đúng và đủ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2",
    english="a word for a body is left over from another one",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Báo cáo về Phòng ở Giáo dục và Đào tạo."), at="Phòng ở"),
        Bad(sample("I. NỘI DUNG", "Báo cáo về Phòng Sở Giáo dục và Đào tạo."), at="Phòng Sở"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Báo cáo về Phòng Giáo dục và Đào tạo.", "Phòng ở của học sinh nội trú sạch sẽ.")),
        Good(sample("I. NỘI DUNG", "Các phòng, Sở Giáo dục và Đào tạo, Bộ Nội vụ.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Tên cơ quan bị sửa dở, còn sót chữ của tên cũ: «Phòng ở Giáo dục và Đào tạo» (từ «Sở Giáo dục và Đào tạo»)."""
    for number, block in enumerate(plan.document.blocks):
        for pattern in (_REST, _TWICE):
            for m in pattern.finditer(block.text):
                span = Span(number, m.start(), m.end("whole") - (len(m["whole"]) - len(m["whole"].rstrip())))
                rest = plan.document.text(span)
                yield Finding(span, f"tên cơ quan bị sửa dở: «{rest}»; hãy giữ một trong hai chữ")
