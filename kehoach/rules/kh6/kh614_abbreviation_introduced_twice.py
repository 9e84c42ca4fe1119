from __future__ import annotations

from ...extract.abbreviations import Introduction, introductions
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH614",
    "abbreviation-introduced-twice",
    Severity.INFO,
    source="Thông lệ soạn thảo văn bản hành chính: mỗi chữ viết tắt giải thích một lần",
    english="an abbreviation is introduced twice",
    needs=("clean",),
    together=True,
    bad=(
        Bad(
            sample("I. MỤC ĐÍCH", "Về học tập suốt đời (HTSĐ).", "II. NỘI DUNG", "Đẩy mạnh học tập suốt đời (HTSĐ)."),
            at="HTSĐ",
        ),
    ),
    good=(Good(sample("I. MỤC ĐÍCH", "Về học tập suốt đời (HTSĐ).", "II. NỘI DUNG", "Đẩy mạnh HTSĐ.")),),
)
def check(plan: Plan) -> Findings:
    """Chữ viết tắt chỉ giải thích một lần, ở lần dùng đầu tiên; sau đó dùng thống nhất chữ viết tắt."""
    first: dict[str, Introduction] = {}
    for given in introductions(plan):
        if given.long is None:
            continue
        before = first.setdefault(given.short, given)
        if before is not given:
            where = plan.document.blocks[before.span.block].label
            yield Finding(
                given.span, f"«{given.short}» đã được giải thích ở {where}; ở đây chỉ cần viết «{given.short}»"
            )
