from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import but

LIST = "Nơi nhận:\n- UBND phường (để b/c);\n- Các tổ chuyên môn (để t/h);\n- Lưu: VT.\n"
SIGNED = "HIỆU TRƯỞNG\nNguyễn Thị Minh\n"


@rule(
    "KH167",
    "recipients-level",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm d và Mục IV",
    english="«Nơi nhận» stands below the signature, not beside it",
    needs=("exact", "state"),
    bad=(Bad(but((LIST, ""), (SIGNED, SIGNED + LIST)), at="Nơi nhận:", dress=()),),
    good=(Good(but(), dress=()),),
)
def check(plan: Plan) -> Findings:
    """Từ «Nơi nhận» ngang hàng với dòng quyền hạn, chức vụ của người ký, ở bên trái.

    Chỉ báo khi nơi nhận nằm hẳn dưới phần ký, ngoài bảng và ngoài khung chữ.
    """
    found = components(plan)
    label, signer = found.first("recipients-label"), found.last("authority", "position", "name")
    if label is None or signer is None or label.span < signer.span:
        return
    blocks = plan.document.blocks
    if all(blocks[line.span.block].cell is None and blocks[line.span.block].part == "body" for line in (label, signer)):
        yield Finding(label.span, "nơi nhận ở dưới phần ký; đặt ngang hàng với chức vụ của người ký, bên trái")
