from __future__ import annotations

from typing import Annotated

from ...extract.appearance import ITEMS, extent, figure
from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..samples import FULL

NEAR = 0.3  # points


@rule(
    "KH133",
    "paragraph-spacing",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm e",
    english="there is less than 6 points between paragraphs",
    needs=("exact", "state"),
    bad=(
        Bad(
            FULL,
            at="a) Xây dựng kế hoạch của tổ;",
            dress=(dress("1. Tổ", "sau đoạn 0 pt", after=0.0), dress("a) ", "trước đoạn 3 pt", before=3.0)),
        ),
    ),
    good=(
        Good(FULL, dress=()),
        Good(FULL, dress=(dress("1. Tổ", "sau đoạn 0 pt", after=0.0), dress("a) ", "trước đoạn 6 pt", before=6.0))),
        Good(
            FULL,
            dress=(dress("1. Tổ", "sau đoạn 0 pt", after=0.0), dress("a) ", "trước đoạn 3 pt", before=3.0)),
            options={"least": 3.0},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    least: Annotated[float, "khoảng cách tối thiểu giữa hai đoạn, tính bằng pt"] = 6.0,
) -> Findings:
    """Khoảng cách giữa các đoạn văn tối thiểu là 6 pt.

    Khoảng cách giữa hai đoạn là khoảng sau (After) của đoạn trên cộng khoảng trước (Before) của đoạn dưới, kể cả dòng
    trống ở giữa; đánh dấu «Don't add space between paragraphs of the same style» thì khoảng này bằng 0.
    """
    blocks = plan.document.blocks
    items = {line.span.block: line.span for line in components(plan).of(*ITEMS)}
    narrow: list[tuple[Span, float]] = []
    for number, span in items.items():
        above, here = blocks[number - 1].look if number - 1 in items else None, blocks[number].look
        if above and here and blocks[number - 1].cell == blocks[number].cell:
            gap = above.after + here.blank + here.before
            if gap < least - NEAR:
                narrow.append((span, gap))
    if narrow:
        spans = [span for span, _ in narrow]
        said = f"khoảng cách với đoạn trên {figure(round(narrow[0][1], 1))} pt"
        yield Finding(spans[0], f"{said}; đặt tối thiểu {figure(least)} pt{extent(plan, spans)}")
