from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from ...align.bygone import bygone, no_earlier
from ...model import Finding, Findings, Plan, Severity, Skip
from ...text import short_date
from .. import Bad, Good, rule
from ..options import Words, is_allowed
from ..samples import plan as sample

NOW = "Xuân Sơn, ngày 12 tháng 9 năm 2025"


@rule(
    "KH607",
    "body-abolished",
    Severity.ERROR,
    source="Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị định 142/2025/NĐ-CP, 143/2025/NĐ-CP; "
    "Nghị quyết 176/2025/QH15; Luật Thanh tra 84/2025/QH15",
    english="a body acts that no longer exists at the plan's date",
    needs=("clean",),
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Báo cáo kết quả về Phòng Giáo dục và Đào tạo.", date=NOW),
            at="Phòng Giáo dục và Đào tạo",
        ),
        Bad(
            sample("I. NỘI DUNG", "Phối hợp với Sở Thông tin và Truyền thông.", date=NOW),
            at="Sở Thông tin và Truyền thông",
        ),
        Bad(sample("I. NỘI DUNG", "UBND huyện Sơn Kỳ chỉ đạo các trường.", date=NOW), at="UBND huyện"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Báo cáo kết quả về Phòng Giáo dục và Đào tạo, UBND huyện.")),
        Good(sample("I. NỘI DUNG", "Hồ sơ của Phòng Giáo dục và Đào tạo (cũ) do UBND xã tiếp nhận.", date=NOW)),
        Good(sample("I. NỘI DUNG", "Theo Kế hoạch số 9/KH-UBND ngày 02/3/2024 của UBND huyện Sơn Kỳ.", date=NOW)),
        Good(sample("I. NỘI DUNG", "Sở Nội vụ, Phòng Văn hóa - Xã hội phối hợp thực hiện.", date=NOW)),
        Good(
            sample("I. NỘI DUNG", "Phối hợp với Sở Thông tin và Truyền thông.", date=NOW),
            options={"allowed": ("Sở Thông tin và Truyền thông",)},
        ),
    ),
)
def check(
    plan: Plan,
    as_of: date | None = None,
    *,
    allowed: Annotated[Words, "tên cơ quan vẫn được dùng, viết như trong kế hoạch"] = (),
) -> Findings:
    """Cơ quan không còn tại ngày ban hành kế hoạch thì không thể được giao việc, nhận báo cáo.

    Từ 01/3/2025 các bộ, sở được sắp xếp lại; từ 01/7/2025 không còn cấp huyện, Phòng Giáo dục và Đào tạo, thanh tra sở.
    Tên cơ quan cũ trong văn bản được viện dẫn, trong ngoặc kép, có chữ «(cũ)», «trước đây» hoặc nói về quá khứ thì
    không bị nhắc.
    """
    day = no_earlier(plan, as_of)
    if day is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    for row, span in bygone(plan, "body", day):
        if is_allowed(plan.document.text(span), allowed):
            continue
        message = f"«{plan.document.text(span)}» không còn từ ngày {_after(row.day)}; nay là {row.became}"
        yield Finding(span, message)


def _after(day: date) -> str:
    return short_date(day + timedelta(days=1))
