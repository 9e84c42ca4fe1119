from __future__ import annotations

from ...align.bygone import found, new
from ...align.issue import latest
from ...model import Finding, Findings, Plan, Severity, Skip
from ...text import short_date
from .. import Bad, Good, rule
from ..samples import plan as sample

# Days before a body begins in which plans already speak of it.
PREPARING = 80


@rule(
    "KH609",
    "body-too-early",
    Severity.WARNING,
    source="Nghị quyết 176/2025/QH15 (bộ mới từ 01/3/2025); "
    "Luật Tổ chức chính quyền địa phương 72/2025/QH15 (từ 01/7/2025)",
    english="a body acts that did not exist yet at the plan's date",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Phối hợp với Phòng Văn hóa - Xã hội."), at="Phòng Văn hóa - Xã hội"),
        Bad(
            sample("I. NỘI DUNG", "Theo hướng dẫn của Sở Nông nghiệp và Môi trường."), at="Sở Nông nghiệp và Môi trường"
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Theo hướng dẫn của Sở Nông nghiệp và Phát triển nông thôn.")),
        Good(sample("I. NỘI DUNG", "Phối hợp với Phòng Văn hóa - Xã hội.", date="Xuân Sơn, ngày 12 tháng 9 năm 2025")),
    ),
)
def check(plan: Plan) -> Findings:
    """Cơ quan chưa có tại ngày ban hành kế hoạch thì không thể được giao việc.

    Ngày của kế hoạch hoặc tên cơ quan bị ghi sai.
    """
    day = latest(plan)
    if day is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành")
        return
    for row in new():
        for span in found(plan, row, "coming") if (row.day - day).days > PREPARING else ():
            since = f"«{plan.document.text(span)}» chỉ có từ ngày {short_date(row.day)}"
            yield Finding(span, f"{since}, sau ngày của kế hoạch ({short_date(day)})")
