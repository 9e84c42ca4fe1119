from __future__ import annotations

from typing import Annotated

from ...extract.appearance import ITEMS, extent, figure
from ...extract.components import Component, components
from ...model import Block, Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..options import Range
from ..samples import FULL

CM = 72 / 2.54
NEAR = 0.04


@rule(
    "KH132",
    "first-line",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm e",
    english="the first line of paragraphs is not indented by 1 cm or 1.27 cm",
    needs=("exact", "state"),
    bad=(
        Bad(
            FULL,
            at="Nâng cao chất lượng dạy và học; từng bước đổi mới phương pháp dạy học, kiểm tra, đánh giá và "
            "quản lý trong nhà trường.",
            dress=(dress("Nâng cao", "không lùi đầu dòng", first=0.0),),
        ),
    ),
    good=(
        Good(FULL, dress=()),
        Good(FULL, dress=(dress("Nâng cao", "lùi 1,27 cm", first=36.0),)),
        Good(FULL, dress=(dress("Nâng cao", "lùi 1,5 cm", first=42.5),), options={"indent": (1.0, 1.5)}),
    ),
)
def check(
    plan: Plan,
    *,
    indent: Annotated[Range, "dòng đầu lùi vào từ … đến … cm"] = (1.0, 1.27),
) -> Findings:
    """Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

    Chỗ chữ đầu dòng bắt đầu được tính từ lề trái: lề của đoạn cộng với độ lùi của dòng đầu. Đoạn canh giữa không tính.
    """
    wrong = [line for line in components(plan).of(*ITEMS) if _is_off(plan.document.blocks[line.span.block], indent)]
    if not wrong:
        return
    spans = [line.span for line in wrong]
    begin = _start(plan, wrong[0])
    said = f"dòng đầu lùi {figure(round(begin, 2))} cm" if begin > NEAR else "dòng đầu không lùi vào"
    yield Finding(spans[0], f"{said}; lùi {_said(indent)} cm{extent(plan, spans)}")


def _start(plan: Plan, line: Component) -> float:
    look = plan.document.blocks[line.span.block].look
    return (look.left + look.first) / CM if look else 0.0


def _is_off(block: Block, indent: Range) -> bool:
    look = block.look
    if look is None or look.align in ("center", "right") or block.part != "body":
        return False
    return not indent[0] - NEAR <= (look.left + look.first) / CM <= indent[1] + NEAR


def _said(indent: Range) -> str:
    low, high = map(figure, indent)
    return low if low == high else f"{low} cm hoặc {high}"
