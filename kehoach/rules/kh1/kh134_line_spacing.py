from __future__ import annotations

from ...extract.appearance import ITEMS, extent, figure
from ...extract.components import components
from ...model import Block, Finding, Findings, Look, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import FULL

LEAST, MOST = 1.0, 1.5
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
        Bad(FULL, at="Nâng cao chất lượng dạy và học; từng bước đổi mới phương pháp dạy học, kiểm tra, đánh giá và "
            "quản lý trong nhà trường.", dress=(dress("Nâng cao", "cách dòng 2 lines", line=2.0),)),
    ),
    good=(
        Good(FULL, dress=()),
        Good(FULL, dress=(dress("Nâng cao", "cách dòng đúng 18 pt", line=18.0, line_rule="exact"),)),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines.

    Đặt theo điểm (Exactly) thì quy ra: với cỡ chữ 14, dòng đơn khoảng 16 pt, 1,5 lines khoảng 24 pt.
    """
    blocks = plan.document.blocks
    wrong = [(line.span, lines) for line in components(plan).of(*ITEMS) if (lines := _lines(blocks[line.span.block]))]
    if wrong:
        spans = [span for span, _ in wrong]
        said = f"cách dòng {figure(round(wrong[0][1], 2))} lines"
        yield Finding(spans[0], f"{said}; đặt từ dòng đơn đến 1,5 lines{extent(plan, spans)}")


def _lines(block: Block) -> float | None:
    """The line spacing in lines where it is wrong."""
    look = block.look
    if look is None or block.part != "body":
        return None
    if look.line_rule == "auto":
        return None if LEAST - NEAR <= look.line <= MOST + NEAR else look.line
    lines = look.line / (LEADING * _size(look))
    # at least so much: the letters take what they need
    low = 0.0 if look.line_rule == "atLeast" else 0.9
    return None if low <= lines <= MOST + 0.08 else lines


def _size(look: Look) -> float:
    return max((letters.size or 14.0 for letters in look.letters), default=14.0)
