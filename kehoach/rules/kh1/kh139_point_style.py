from __future__ import annotations

from operator import attrgetter

from ...extract.appearance import extent, where
from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import but

STYLES = {"in đậm": attrgetter("bold"), "in nghiêng": attrgetter("italic")}
POINT = ("a) Xây dựng kế hoạch của tổ;\n", "a) Kế hoạch của tổ\nMỗi tổ lập một kế hoạch.\n")


@rule(
    "KH139",
    "point-style",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm đ và Mục V, STT 6b",
    english="the heading of a point is bold or italic",
    needs=("layout", "state"),
    bad=(Bad(but(POINT), at="a) Kế hoạch của tổ", dress=(dress("a) ", "chữ đậm", bold=True),)),),
    good=(Good(but(POINT), dress=()),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Điểm a), b), c) trình bày chữ đứng, không đậm, kể cả khi có tiêu đề.

    Theo Nghị định, in đậm dừng ở tiêu đề khoản (1, 2, 3); điểm in như phần lời văn.
    """
    for said, styled in STYLES.items():
        found = [seen[0] for line in components(plan).of("point-title") if (seen := where(plan, line.span, styled))]
        if found:
            yield Finding(found[0], f"tiêu đề điểm {said}; trình bày chữ đứng, không đậm{extent(plan, found)}")
