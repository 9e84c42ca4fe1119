from __future__ import annotations

from typing import Annotated

from ...model import Findings, Plan, Severity, Unit
from .. import Bad, Good, rule
from ..samples import plan as sample
from .untaken import findings

ABOVE = sample(
    "I. MỤC TIÊU", "Người dân được phục vụ nhanh hơn.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Sở Tư pháp",
    "- Là cơ quan thường trực, đôn đốc việc thực hiện Kế hoạch.",
    "- Chủ trì rà soát văn bản của hai tỉnh trước sắp xếp, công bố danh mục văn bản hết hiệu lực.",
    "2. Các sở, ban, ngành",
    "- Tiết kiệm chi hội nghị, tiếp khách ít nhất mười phần trăm.",
    number="Số: 16/KH-UBND",
    opening="UBND tỉnh Quảng Trị ban hành Kế hoạch với các nội dung sau:",
)  # fmt: skip


def _plan(work: str, body: str = "Sở Tư pháp") -> str:
    return sample(
        "I. NỘI DUNG", work, number="Số: 19/KH-STP", date="Quảng Trị, ngày 28 tháng 01 năm 2026",
        title="Cải cách hành chính năm 2026", opening=f"{body} ban hành Kế hoạch với các nội dung sau:",
    )  # fmt: skip


@rule(
    "KH502",
    "own-task-not-taken-up",
    Severity.WARNING,
    source="Nhiệm vụ giao đích danh đơn vị trong kế hoạch cấp trên",
    english="work that the parent gives to this very unit is nowhere in the plan",
    restored=True,
    bad=(Bad(_plan("Đào tạo công chức theo vị trí việc làm."), at="", parent=ABOVE),),
    good=(
        Good(_plan("Rà soát văn bản của hai tỉnh trước sắp xếp; công bố văn bản hết hiệu lực."), parent=ABOVE),
        Good(_plan("Đào tạo công chức theo vị trí việc làm.", "Sở Nội vụ"), parent=ABOVE),
    ),
)  # fmt: skip
def check(
    plan: Plan,
    parent: Plan,
    unit: Unit | None = None,
    *,
    most: Annotated[int, "số điều nhắc nhiều nhất trong một kế hoạch"] = 4,
) -> Findings:
    """Nhiệm vụ mà cấp trên giao đích danh đơn vị chưa có trong kế hoạch.

    So theo lời văn, kể cả khi viết lại: chỉ nhắc khi không đoạn nào nói tới việc đó.
    """
    yield from findings(plan, parent, unit, "name", most)
