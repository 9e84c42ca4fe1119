from __future__ import annotations

from ...extract.appearance import ITEMS, extent, figure
from ...extract.components import components
from ...model import Block, Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import FULL

# Word's own templates give 1.08 and 1.15 lines, which the eye takes for single.
MOST = 1.2
WIDEST = 1.52  # of the text
LEADING = 1.15  # one line of Times New Roman takes so many times its size
HEAD = ("motto", "slogan", "superior", "issuer")


@rule(
    "KH166",
    "head-spacing",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1 điểm c, khoản 2 điểm b",
    english="the national name and motto, or the names of the bodies, are not single-spaced",
    needs=("exact", "state"),
    bad=(
        Bad(FULL, at="Độc lập - Tự do - Hạnh phúc", dress=(dress("Độc lập", "cách dòng 1,5 lines", line=1.5),)),
    ),
    good=(Good(FULL, dress=()), Good(FULL, dress=(dress("Độc lập", "cách dòng đúng 16 pt", line=16.0,
                                                        line_rule="exact"),))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Quốc hiệu và Tiêu ngữ, tên cơ quan chủ quản và tên cơ quan ban hành trình bày cách nhau dòng đơn."""
    blocks = plan.document.blocks
    # what the text has too, and should not have either, is told there (KH134)
    text = {_lines(blocks[line.span.block]) for line in components(plan).of(*ITEMS)}
    told = {lines for lines in text if lines > WIDEST}
    wide = [
        line.span
        for line in components(plan).of(*HEAD)
        if (lines := _lines(blocks[line.span.block])) > MOST and lines not in told
    ]
    if wide:
        said = f"cách dòng {figure(round(_lines(blocks[wide[0].block]), 2))} lines"
        yield Finding(wide[0], f"{said}; Quốc hiệu, Tiêu ngữ và tên cơ quan đặt dòng đơn{extent(plan, wide)}")


def _lines(block: Block) -> float:
    look = block.look
    if look is None:
        return 1.0
    if look.line_rule == "auto":
        return look.line
    size = max((letters.size or 14.0 for letters in look.letters), default=14.0)
    return look.line / (LEADING * size)
