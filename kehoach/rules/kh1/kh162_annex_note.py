from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import but

ANNEX = "Nguyễn Thị Minh\nPhụ lục\nDANH MỤC NHIỆM VỤ\n{}Dạy học trực tuyến."
REFERENCE = ("kế hoạch của tổ;", "kế hoạch của tổ (Phụ lục kèm theo);")
NOTE = "(Kèm theo Kế hoạch số 34/KH-THCSXS ngày 12 tháng 9 năm 2024)\n"


@rule(
    "KH162",
    "annex-note",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm c",
    english="an appendix does not say which document it belongs to",
    needs=("exact", "state"),
    bad=(Bad(but(("Nguyễn Thị Minh", ANNEX.format("")), REFERENCE), at="Phụ lục", dress=()),),
    good=(Good(but(("Nguyễn Thị Minh", ANNEX.format(NOTE)), REFERENCE), dress=()),),
)
def check(plan: Plan) -> Findings:
    """Dưới tên mỗi phụ lục có dòng chỉ dẫn «(Kèm theo Kế hoạch số … ngày … của …)».

    Trên văn bản điện tử không phải điền số và ngày, nhưng vẫn có dòng này.
    """
    lines = components(plan).lines
    for position, line in enumerate(lines):
        if line.name != "annex":
            continue
        following = [other.name for other in lines[position + 1 : position + 5]]
        if "annex-note" not in following:
            yield Finding(line.span, "phụ lục chưa có dòng «(Kèm theo Kế hoạch số … ngày …)» dưới tên")
