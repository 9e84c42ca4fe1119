from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ...align.reports import in_time, pairs
from ...model import Finding, Findings, Plan, Related, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample

ABOVE = sample(
    "I. TỔ CHỨC THỰC HIỆN", "Trước ngày 05 tháng 12 hằng năm, các trường báo cáo kết quả về Sở Giáo dục và Đào tạo."
)
HERE = "Các tổ chuyên môn báo cáo kết quả về nhà trường trước ngày {} hằng năm."


@rule(
    "KH402",
    "deadline-not-before-parent",
    Severity.ERROR,
    source="Thời hạn báo cáo trong kế hoạch cấp trên; Nghị định 09/2019/NĐ-CP (chế độ báo cáo)",
    english="a report is due no earlier than the report that the parent wants",
    bad=(
        Bad(
            sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("10 tháng 12")),
            at="trước ngày 10 tháng 12 hằng năm",
            parent=ABOVE,
        ),
        Bad(
            sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("05 tháng 12")),
            at="trước ngày 05 tháng 12 hằng năm",
            parent=ABOVE,
        ),
        Bad(
            sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("01 tháng 12")),
            at="trước ngày 01 tháng 12 hằng năm",
            parent=ABOVE,
            options={"days": 5},
        ),
    ),
    good=(
        Good(sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("25 tháng 11")), parent=ABOVE),
        Good(
            sample("I. TỔ CHỨC THỰC HIỆN", HERE.format("20 tháng 12")),
            parent=ABOVE.replace("05 tháng 12", "10 tháng 01"),
        ),
    ),
)
def check(
    plan: Plan,
    parent: Plan,
    *,
    days: Annotated[int, Meta(ge=1), "phải sớm hơn thời hạn của cấp trên ít nhất bấy nhiêu ngày"] = 1,
) -> Findings:
    """Thời hạn báo cáo của kế hoạch phải sớm hơn thời hạn mà kế hoạch cấp trên đặt ra.

    Nhận báo cáo của các bộ phận xong còn phải tổng hợp rồi mới gửi lên trên: nên sớm hơn ít nhất 5 ngày.
    """
    least = f" ít nhất {days} ngày so với" if days > 1 else ""
    for mine, theirs in pairs(plan, parent):
        if not in_time(mine.value, theirs.value, days):
            due = theirs.value
            said = f"{due.day:02}/{due.month:02}" if due.day and due.month else ""
            message = f"thời hạn báo cáo phải sớm hơn{least} thời hạn của kế hoạch cấp trên ({said})"
            yield Finding(mine.span, message, related=Related(parent.document, theirs.span))
