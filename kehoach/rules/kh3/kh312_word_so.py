from __future__ import annotations

from ...align.citations import in_text
from ...align.kinds import named_before
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH312",
    "word-so",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b và cách viện dẫn trong chính Nghị định",
    english="the word «số» is missing before a number",
    needs=("clean",),
    together=True,
    restored=True,
    bad=(
        Bad(sample("I. NỘI DUNG", "Theo Kế hoạch 173/KH-UBND ngày 27/6/2022 của UBND tỉnh."), at="173/KH-UBND",
            fixed=sample("I. NỘI DUNG", "Theo Kế hoạch số 173/KH-UBND ngày 27/6/2022 của UBND tỉnh.")),
    ),
    good=(Good(sample("I. NỘI DUNG", "Theo Kế hoạch số 173/KH-UBND ngày 27/6/2022 của UBND tỉnh.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Giữa tên loại và số của văn bản được viện dẫn có chữ «số»."""
    for found in in_text(plan):
        code = found.value.code
        if not found.value.numbered and named_before(plan.document.blocks[code.block].text, code.start):
            yield Finding(
                code, "thêm chữ «số» trước số của văn bản", Fix(Span(code.block, code.start, code.start), "số ")
            )
