from __future__ import annotations

import re
from functools import cache

from ...extract.quoted import is_quoted
from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

# Every wrong name begins with one of these: most paragraphs have none and need not be searched.
_HEADS = ("Hội đồng ", "Sở ", "Bộ ", "Phòng ", "Luật ")


@rule(
    "KH625",
    "body-name",
    Severity.INFO,
    source="Tên chính thức của cơ quan, tổ chức (bảng official_names.toml của kehoach)",
    english="a well-known body is not called by its official name",
    needs=("clean",),
    together=True,
    restored=True,
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Trình Hội đồng thi đua, khen thưởng nhà trường."),
            at="Hội đồng thi đua, khen thưởng",
            fixed=sample("I. NỘI DUNG", "Trình Hội đồng Thi đua - Khen thưởng nhà trường."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Báo cáo Sở Giáo dục - Đào tạo."),
            at="Sở Giáo dục - Đào tạo",
            fixed=sample("I. NỘI DUNG", "Báo cáo Sở Giáo dục và Đào tạo."),
        ),
        Bad(
            sample("I. NỘI DUNG", "Phổ biến Luật Phòng chống thiên tai."),
            at="Luật Phòng chống",
            fixed=sample("I. NỘI DUNG", "Phổ biến Luật Phòng, chống thiên tai."),
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Trình Hội đồng Thi đua - Khen thưởng; Sở Văn hóa, Thể thao và Du lịch.")),
        Good(sample("I. NỘI DUNG", "Theo quy định của pháp luật về thi đua, khen thưởng.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Tên cơ quan, tổ chức, luật ghi đúng tên chính thức: «Hội đồng Thi đua - Khen thưởng», «Luật Phòng, chống …»."""
    for number, block in enumerate(plan.document.blocks[: plan.end or None]):
        if not any(head in block.text for head in _HEADS):
            continue
        for pattern, right in _names():
            for m in pattern.finditer(block.text):
                span, name = Span(number, *m.span()), right.format(**m.groupdict())
                if m[0] != name and not is_quoted(plan.document, span):
                    yield Finding(span, f"tên chính thức là «{name}»", Fix(span, name, safe=False))


@cache
def _names() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((lazy(rf"(?<!\w){row['wrong']}(?!\w)"), row["right"]) for row in table("official_names")["name"])
