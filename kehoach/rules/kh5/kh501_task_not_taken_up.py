from __future__ import annotations

from typing import Annotated

from ...model import Findings, Plan, Severity, Unit
from .. import Bad, Good, rule
from ..samples import plan as sample
from .untaken import findings

ABOVE = sample(
    "I. MỤC ĐÍCH", "Đưa sách đến gần học sinh.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Văn hóa - Xã hội", "- Theo dõi, tổng hợp kết quả.",
    "2. Các trường học trên địa bàn",
    "- Xây dựng kế hoạch, báo cáo kết quả về UBND phường.",
    "- Mở cửa thư viện phục vụ người dân vào chiều thứ Bảy hằng tuần.",
    "- Tổ chức ngày hội trao đổi sách cũ, đồ dùng học tập giữa các lớp.",
    number="Số: 12/KH-UBND",
    opening="UBND phường Xuân Sơn ban hành Kế hoạch với các nội dung sau:",
)  # fmt: skip
LIBRARY = "Thư viện mở cửa phục vụ người dân chiều thứ Bảy hằng tuần, có giáo viên trực."
FAIR = "Liên đội tổ chức ngày hội trao đổi sách cũ giữa các lớp."


@rule(
    "KH501",
    "task-not-taken-up",
    Severity.INFO,
    source="Nhiệm vụ giao các đơn vị cùng loại trong kế hoạch cấp trên",
    english="work that the parent gives to units of this kind is nowhere in the plan",
    restored=True,
    bad=(
        Bad(sample("I. NỘI DUNG", LIBRARY), at="", parent=ABOVE),
        Bad(sample("I. NỘI DUNG", FAIR), at="", parent=ABOVE),
    ),
    good=(
        Good(sample("I. NỘI DUNG", LIBRARY, FAIR), parent=ABOVE),
        Good(sample("I. NỘI DUNG", "Học sinh trao đổi sách cũ tại ngày hội của trường.", LIBRARY), parent=ABOVE),
        Good(sample("I. NỘI DUNG", "Bồi dưỡng giáo viên."), parent=ABOVE.replace("Các trường học", "Các tổ dân phố")),
    ),
)  # fmt: skip
def check(
    plan: Plan,
    parent: Plan,
    unit: Unit | None = None,
    *,
    most: Annotated[int, "số điều nhắc nhiều nhất trong một kế hoạch"] = 4,
) -> Findings:
    """Việc mà cấp trên giao các đơn vị cùng loại («các trường học», «UBND các xã, phường») chưa có trong kế hoạch.

    So theo lời văn, kể cả khi viết lại: chỉ nhắc khi không đoạn nào nói tới việc đó. Việc lập kế hoạch, báo cáo,
    sơ kết, tổng kết có quy tắc riêng. Nếu đơn vị không phải làm việc đó thì bỏ qua.
    """
    yield from findings(plan, parent, unit, "kind", most)
