from __future__ import annotations

from typing import Annotated, Literal

from ...extract.appearance import RUNNING, extent
from ...extract.components import Component, components
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import FULL
from ..samples import plan as sample

RIGHT = {"both": "canh đều cả hai lề", "left": "canh trái"}
LONG = 95  # a paragraph of one line looks the same justified and flush left
NAMES = {"left": "canh trái", "center": "canh giữa", "right": "canh phải", "both": "canh đều"}


@rule(
    "KH131",
    "body-alignment",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm e",
    english="paragraphs are not justified",
    needs=("exact", "state"),
    bad=(
        Bad(
            FULL,
            at="Nâng cao chất lượng dạy và học; từng bước đổi mới phương pháp dạy học, kiểm tra, đánh giá và "
            "quản lý trong nhà trường.",
            dress=(dress("Nâng cao", "canh trái", align="left"),),
        ),
    ),
    good=(Good(FULL, dress=()), Good(sample(), dress=(dress("Nâng cao", "một dòng, canh trái", align="left"),))),
)
def check(
    plan: Plan,
    *,
    align: Annotated[Literal["both", "left"], "canh đều hai lề (both) hay canh trái (left)"] = "both",
) -> Findings:
    """Nội dung văn bản được canh đều cả hai lề.

    Đoạn chỉ có một dòng không tính, vì canh trái hay canh đều đều như nhau.
    """
    wrong = [line for line in components(plan).of(*RUNNING, "basis") if _is_off(plan, line, align)]
    if wrong:
        look = plan.document.blocks[wrong[0].span.block].look
        said = NAMES.get(look.align if look else "", "chưa canh đều")
        spans = [line.span for line in wrong]
        yield Finding(spans[0], f"đoạn văn {said}; {RIGHT[align]}{extent(plan, spans)}")


def _is_off(plan: Plan, line: Component, align: str) -> bool:
    block = plan.document.blocks[line.span.block]
    return block.look is not None and block.look.align != align and len(line.text) > LONG and block.part == "body"
