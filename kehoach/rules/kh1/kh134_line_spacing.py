from __future__ import annotations

from typing import Annotated

from ...extract.appearance import ITEMS, extent, figure
from ...extract.components import components
from ...model import Block, Finding, Findings, Look, Plan, Severity
from .. import Bad, Good, dress, rule
from ..options import Range
from ..samples import FULL

NEAR = 0.02
# One line of Times New Roman takes 1.15 times its size.
LEADING = 1.15


@rule(
    "KH134",
    "line-spacing",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm e",
    english="the line spacing is not between single and 1.5 lines",
    needs=("exact", "state"),
    bad=(
        Bad(
            FULL,
            at="Nâng cao chất lượng dạy và học; từng bước đổi mới phương pháp dạy học, kiểm tra, đánh giá và "
            "quản lý trong nhà trường.",
            dress=(dress("Nâng cao", "cách dòng 2 lines", line=2.0),),
        ),
    ),
    good=(
        Good(FULL, dress=()),
        Good(FULL, dress=(dress("Nâng cao", "cách dòng đúng 18 pt", line=18.0, line_rule="exact"),)),
        Good(FULL, dress=(dress("Nâng cao", "cách dòng 2 lines", line=2.0),), options={"lines": (1.0, 2.0)}),
    ),
)
def check(
    plan: Plan,
    *,
    lines: Annotated[Range, "cách dòng từ … đến … lines"] = (1.0, 1.5),
) -> Findings:
    """Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines.

    Đặt theo điểm (Exactly) thì quy ra: với cỡ chữ 14, dòng đơn khoảng 16 pt, 1,5 lines khoảng 24 pt.
    """
    blocks = plan.document.blocks
    items = components(plan).of(*ITEMS)
    wrong = [(line.span, wide) for line in items if (wide := _wrong(blocks[line.span.block], lines))]
    if wrong:
        spans = [span for span, _ in wrong]
        said = f"cách dòng {figure(round(wrong[0][1], 2))} lines"
        yield Finding(spans[0], f"{said}; đặt từ {_said(lines)}{extent(plan, spans)}")


def _wrong(block: Block, right: Range) -> float | None:
    """The line spacing in lines where it is wrong."""
    look = block.look
    if look is None or block.part != "body":
        return None
    if look.line_rule == "auto":
        return None if right[0] - NEAR <= look.line <= right[1] + NEAR else look.line
    lines = look.line / (LEADING * _size(look))
    # at least so much: the letters take what they need
    low = 0.0 if look.line_rule == "atLeast" else right[0] - 0.1
    return None if low <= lines <= right[1] + 0.08 else lines


def _size(look: Look) -> float:
    return max((letters.size or 14.0 for letters in look.letters), default=14.0)


def _said(lines: Range) -> str:
    low, high = map(figure, lines)
    return f"{'dòng đơn' if low == '1' else low} đến {high} lines"
