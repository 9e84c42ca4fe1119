from __future__ import annotations

from ...extract.appearance import figure
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..samples import plan as sample

NEAR = 2.0  # millimetres: drivers and converters round A4


@rule(
    "KH122",
    "paper",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 1",
    english="the paper is not A4",
    needs=("layout", "state"),
    bad=(Bad(sample(), at="", dress=(dress("", "khổ giấy Letter, 215,9 x 279,4 mm", width=215.9, height=279.4),)),),
    good=(Good(sample(), dress=()),),
)
def check(plan: Plan) -> Findings:
    """Văn bản hành chính dùng khổ giấy A4 (210 mm x 297 mm).

    Tệp tạo bằng Word bản nước ngoài thường ở khổ Letter (215,9 x 279,4 mm); in ra giấy A4 sẽ lệch lề.
    """
    right = table("presentation")["page"]
    for page in plan.document.pages:
        sides = sorted((page.width, page.height))
        if abs(sides[0] - right["width"]) > NEAR or abs(sides[1] - right["height"]) > NEAR:
            said = f"khổ giấy {figure(round(page.width, 1))} x {figure(round(page.height, 1))} mm"
            yield Finding(Span(page.first_block, 0, 0), f"{said}; đặt khổ A4 (210 mm x 297 mm)")
            return
