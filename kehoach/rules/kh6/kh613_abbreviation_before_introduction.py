from __future__ import annotations

from typing import Annotated

from ...extract.abbreviations import Introduction, introductions, is_common, uses
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..options import Words
from ..samples import plan as sample
from .kh611_abbreviation_not_introduced import quoted


@rule(
    "KH613",
    "abbreviation-before-introduction",
    Severity.WARNING,
    source="Thông lệ soạn thảo văn bản hành chính: giải thích ở lần dùng đầu tiên",
    english="an abbreviation is used before it is introduced",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. MỤC ĐÍCH", "Nâng cao nhận thức về HTSĐ.", "II. NỘI DUNG", "Đẩy mạnh học tập suốt đời (HTSĐ)."),
            at="HTSĐ",
        ),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH", "Đẩy mạnh học tập suốt đời (HTSĐ).", "II. NỘI DUNG", "Đẩy mạnh HTSĐ.")),
        Good(sample("I. MỤC ĐÍCH", "Các trường THCS.", "II. NỘI DUNG", "Cấp trung học cơ sở (THCS) tổng kết.")),
        Good(
            sample("I. MỤC ĐÍCH", "Nâng cao nhận thức về HTSĐ.", "II. NỘI DUNG", "Đẩy mạnh học tập suốt đời (HTSĐ)."),
            options={"known": ("HTSĐ",)},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    known: Annotated[Words, "chữ viết tắt ai trong cơ quan cũng hiểu, không cần giải thích"] = (),
) -> Findings:
    """Chữ viết tắt phải được giải thích ở lần dùng đầu tiên, không phải về sau."""
    introduced: dict[str, Introduction] = {}
    for found in introductions(plan):
        introduced.setdefault(found.short, found)
    seen: set[str] = {*known}
    for use in uses(plan):
        if use.short not in introduced or use.short in seen or is_common(use.short) or quoted(plan, use):
            continue
        seen.add(use.short)
        given = introduced[use.short]
        if use.span < given.span:
            where = plan.document.blocks[given.span.block].label
            yield Finding(
                use.span, f"«{use.short}» được dùng ở đây nhưng đến {where} mới giải thích; hãy giải thích ở đây"
            )
