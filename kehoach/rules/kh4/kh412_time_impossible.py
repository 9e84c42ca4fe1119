from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

# «48 giờ» alone is a length of time; with minutes it is a time of the day.
_TIME = lazy(r"(?<![\d.,])(?P<hour>\d{1,2})\s?(?:giờ|h|g)\s?(?P<minute>\d{2})(?!\d|\s*(?:ngày|tháng|giờ|km|người|%))")
_HOURS, _MINUTES = 24, 59


@rule(
    "KH412",
    "time-impossible",
    Severity.ERROR,
    source="Một ngày có 24 giờ, một giờ có 60 phút",
    english="a time of day that no clock shows",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Khai mạc lúc 7 giờ 75 phút tại hội trường."), at="7 giờ 75"),
        Bad(sample("I. NỘI DUNG", "Gửi danh sách trước 25h30 cùng ngày."), at="25h30"),
    ),
    good=(Good(sample("I. NỘI DUNG", "Từ 07h30 đến 24h00; báo nhanh trong 48 giờ; 8 giờ 00 phút.")),),
)
def check(plan: Plan) -> Findings:
    """Giờ ghi trong kế hoạch không có trên đồng hồ: «7 giờ 75 phút», «25h30»."""
    for number, block in enumerate(plan.document.blocks):
        for m in _TIME.finditer(block.text):
            if int(m["hour"]) > _HOURS or int(m["minute"]) > _MINUTES:
                yield Finding(Span(number, *m.span()), f"không có giờ «{m.group()}»; xem lại các con số")
