from __future__ import annotations

from ...extract.components import components
from ...model import Block, Cell, Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import FULL

LEFT = dress("Số: 34", "ở hàng 2 của bảng, cột trái", cell=Cell(1, 2, 1))
BESIDE = dress("Xuân Sơn, ngày", "ở hàng 2, cột phải", cell=Cell(1, 2, 2))
BELOW = dress("Xuân Sơn, ngày", "ở hàng 3, cột phải", cell=Cell(1, 3, 2))


@rule(
    "KH164",
    "number-and-date",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm c",
    english="the place and date do not stand on one line with the number",
    needs=("exact", "state"),
    bad=(Bad(FULL, at="Xuân Sơn, ngày 12 tháng 9 năm 2024", dress=(LEFT, BELOW)),),
    good=(Good(FULL, dress=(LEFT, BESIDE)), Good(FULL, dress=())),
)
def check(plan: Plan) -> Findings:
    """Địa danh và thời gian ban hành ở trên cùng một dòng với số, ký hiệu.

    Chỉ kết luận khi phần đầu văn bản nằm trong bảng mà hai thành phần này ở hai hàng khác nhau.
    """
    found = components(plan)
    number, date = found.first("number"), found.first("date")
    if number is None or date is None:
        return
    blocks = plan.document.blocks
    if _are_apart(blocks[number.span.block], blocks[date.span.block]):
        said = f"không cùng dòng với «{number.text}»; đặt địa danh, thời gian ngang với số, ký hiệu"
        yield Finding(date.span, said)


def _are_apart(one: Block, other: Block) -> bool:
    if "box" in (one.part, other.part):
        return False
    here, there = one.cell, other.cell
    if here is None or there is None:
        return here is not there  # one of them stands outside the table that holds the head
    if here.table != there.table:
        return False
    # a cell over two rows reaches down to the second
    return here.row + here.rows <= there.row or there.row + there.rows <= here.row
