from __future__ import annotations

from itertools import pairwise

from ...align.periods import phases, title_period, whole
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import SEVEN, emulation


def _with(period: str, first: str, second: str) -> str:
    lines = (f"Thực hiện {period}, chia thành 02 giai đoạn:", f"1. {first}", "Triển khai.", f"2. {second}", "Tổng kết.")
    return emulation(*SEVEN[:9], *lines, *SEVEN[10:])


RIGHT = "từ năm 2023 đến năm 2030", "Giai đoạn 1 (từ năm 2023 - 2025)", "Giai đoạn 2 (từ năm 2026 - 2030)"


@rule(
    "KH406",
    "period-inconsistent",
    Severity.ERROR,
    source="Một kế hoạch chỉ có một thời gian thực hiện: trích yếu, tiến độ và các giai đoạn phải khớp nhau",
    english="title, schedule and phases disagree on the years",
    bad=(
        Bad(_with("từ năm 2023 đến năm 2035", *RIGHT[1:]), at="2023 đến năm 2035"),
        Bad(_with(*RIGHT[:2], "Giai đoạn 2 (từ năm 2027 - 2030)"), at="2027 - 2030"),
    ),
    good=(
        Good(_with(*RIGHT)),
        Good(_with(RIGHT[0].replace("2023", "2024"), RIGHT[1].replace("2023", "2024"), RIGHT[2])),
    ),
)
def check(plan: Plan) -> Findings:
    """Các năm trong trích yếu, trong tiến độ và trong từng giai đoạn phải khớp nhau.

    Bắt đầu muộn hơn giai đoạn ghi trong tên phong trào là được; kết thúc khác năm, hở năm hoặc chồng năm giữa hai
    giai đoạn là sai.
    """
    title, schedule, parts = title_period(plan), whole(plan), phases(plan)
    if title and schedule and schedule.last != title.last:
        said = f"trích yếu ghi giai đoạn {title.first} - {title.last}"
        yield Finding(schedule.span, f"{said}, ở đây lại kết thúc năm {schedule.last}")
    for before, after in pairwise(parts):
        if after.first != before.last + 1:
            said = f"giai đoạn {before.index} kết thúc năm {before.last}"
            yield Finding(after.span, f"{said} nên giai đoạn {after.index} phải bắt đầu từ năm {before.last + 1}")
    period = title or schedule
    if parts and period and parts[-1].last != period.last:
        where = "trích yếu" if title else "phần trên"
        yield Finding(parts[-1].span, f"giai đoạn cuối phải kết thúc năm {period.last} như đã ghi ở {where}")
