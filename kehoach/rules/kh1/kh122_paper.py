from __future__ import annotations

from typing import Annotated

from ...extract.appearance import figure
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..options import Range
from ..samples import plan as sample

A4 = (210.0, 297.0)
NEAR = 2.0  # millimetres: drivers and converters round A4


@rule(
    "KH122",
    "paper",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 1",
    english="the paper is not A4",
    needs=("layout", "state"),
    bad=(Bad(sample(), at="", dress=(dress("", "khổ giấy Letter, 215,9 x 279,4 mm", width=215.9, height=279.4),)),),
    good=(
        Good(sample(), dress=()),
        Good(
            sample(),
            dress=(dress("", "khổ giấy A3", width=297, height=420),),
            options={"paper": (297.0, 420.0)},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    paper: Annotated[Range, "chiều ngắn và chiều dài của khổ giấy, tính bằng mm"] = A4,
) -> Findings:
    """Văn bản hành chính dùng khổ giấy A4 (210 mm x 297 mm).

    Tệp tạo bằng Word bản nước ngoài thường ở khổ Letter (215,9 x 279,4 mm); in ra giấy A4 sẽ lệch lề.
    """
    for page in plan.document.pages:
        sides = sorted((page.width, page.height))
        if abs(sides[0] - paper[0]) > NEAR or abs(sides[1] - paper[1]) > NEAR:
            said = f"khổ giấy {figure(round(page.width, 1))} x {figure(round(page.height, 1))} mm"
            yield Finding(Span(page.first_block, 0, 0), f"{said}; đặt khổ {_named(paper)}")
            return


def _named(paper: Range) -> str:
    size = f"{figure(paper[0])} mm x {figure(paper[1])} mm"
    return f"A4 ({size})" if paper == A4 else size
