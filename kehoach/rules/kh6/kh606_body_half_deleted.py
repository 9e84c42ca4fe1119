from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..samples import plan as sample

# What is left of «Sở», «Phòng», «Bộ», «Trường», «Tỉnh» after another word for a body, and a name behind it.
_REST = lazy(
    rf"(?<!\w)(?P<whole>(?:Phòng|Sở|Bộ|Ban|UBND|Trường|Ủy ban|Chi cục)\s+(?:ở|òng|hòng|ộ|rường|ường|ỉnh|an))"
    rf"(?=\s+{CAPITAL})"
)
_TWICE = lazy(rf"(?<!\w)(?P<whole>(?:Phòng|Sở|Bộ)\s+(?:Phòng|Sở|Bộ))(?=\s+(?!Chính trị){CAPITAL})")


@rule(
    "KH606",
    "body-half-deleted",
    Severity.WARNING,
    source="Tên cơ quan ghi đúng và đủ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2 điểm a",
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
                message = f"tên cơ quan bị sửa dở: «{m['whole']}»; hãy giữ một trong hai chữ"
                yield Finding(Span(number, *m.span("whole")), message)
