from __future__ import annotations

from datetime import date
from typing import Annotated

from ... import places
from ...align.bygone import excused, no_earlier
from ...extract import provinces
from ...extract.quoted import is_cited, is_quoted
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity, Skip, Span, Unit
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample


@rule(
    "KH610",
    "province-merged",
    Severity.ERROR,
    source="Nghị quyết 202/2025/QH15 ngày 12/6/2025 (34 đơn vị hành chính cấp tỉnh từ 01/7/2025)",
    english="a province is named that no longer exists at the plan's date",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Báo cáo UBND tỉnh Sóc Trăng.", date="Cần Thơ, ngày 12 tháng 9 năm 2025"),
            at="tỉnh Sóc Trăng",
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Báo cáo UBND tỉnh Sóc Trăng.")),
        Good(sample("I. NỘI DUNG", "Hồ sơ của tỉnh Sóc Trăng (cũ).", date="Cần Thơ, ngày 12 tháng 9 năm 2025")),
        Good(
            sample(
                "I. NỘI DUNG",
                "Theo Kế hoạch số 9/KH-UBND ngày 02/3/2024 của UBND tỉnh Sóc Trăng.",
                date="Cần Thơ, ngày 12 tháng 9 năm 2025",
            )
        ),
        Good(
            sample("I. NỘI DUNG", "Báo cáo UBND tỉnh Sóc Trăng.", date="Cần Thơ, ngày 12 tháng 9 năm 2025"),
            options={"allowed": ("Sóc Trăng",)},
        ),
    ),
)
def check(
    plan: Plan,
    parent: Plan | None = None,
    unit: Unit | None = None,
    as_of: date | None = None,
    *,
    allowed: Annotated[Words, 'tên tỉnh cũ vẫn được dùng, ví dụ "Sóc Trăng"'] = (),
) -> Findings:
    """Tên tỉnh không còn từ 01/7/2025 (do sắp xếp) thì không dùng cho việc hiện tại của kế hoạch.

    Tên trong văn bản được viện dẫn, trong ngoặc kép, có chữ «(cũ)» hoặc nói về quá khứ thì không bị nhắc.
    """
    day = no_earlier(plan, as_of)
    if day is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    if day < places.CHANGE:
        return
    merged = table("provinces")["merged"]
    own = provinces.own(plan, parent, unit)
    for number, m in provinces.of(plan.document):
        span, text = Span(number, m.start, m.end), plan.document.blocks[number].text
        if m.type != "tinh" or m.name not in merged or (own and not provinces.same(m.name, own)):
            continue  # quite another province: KH601 tells
        if is_allowed(m.name, allowed):
            continue
        if is_quoted(plan.document, span) or is_cited(plan, span) or excused(text, span, "past"):
            continue
        became = merged[m.name]
        yield Finding(
            span,
            f"«{plan.document.text(span)}» không còn từ 01/7/2025; nay là {places.province_kind(became, day)} {became}",
        )
