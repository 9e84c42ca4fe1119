from __future__ import annotations

from ...extract.components import components
from ...extract.marks import in_capitals
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import but

FOR = {"KT": "thay", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền", "TM": "thay mặt tập thể"}
MISPLACED = lazy(r"KT\W+(?:PHÓ|P\.)\s|TM\W+(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG PHÒNG)")


@rule(
    "KH152",
    "position-missing",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 điểm g và Phụ lục I, Phần I, Mục II, khoản 7 điểm c, đ",
    english="the signer's position is missing above the name",
    needs=("typed", "state"),
    bad=(
        Bad(but(("HIỆU TRƯỞNG\n", "")), at=""),
        Bad(but(("HIỆU TRƯỞNG\n", "KT. HIỆU TRƯỞNG\n")), at="KT. HIỆU TRƯỞNG"),
        Bad(but(("HIỆU TRƯỞNG\n", "TL. HIỆU TRƯỞNG\n")), at="TL. HIỆU TRƯỞNG"),
    ),
    good=(Good(but()), Good(but(("HIỆU TRƯỞNG\n", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n")))),
)
def check(plan: Plan) -> Findings:
    """Phía trên họ tên người ký phải có chức vụ: «HIỆU TRƯỞNG», «KT. CHỦ TỊCH / PHÓ CHỦ TỊCH»."""
    found = components(plan)
    name = found.first("name")
    if name is None or found.first("position") or any(in_capitals(line.text) for line in found.of("foot-other")):
        return  # a line in capitals may be an office that is not in the table
    authority = found.last("authority")
    if authority is None:
        before = Span(name.span.block, name.span.start, name.span.start)
        yield Finding(before, f"thiếu chức vụ của người ký phía trên họ tên {name.text}")
    elif not MISPLACED.match(authority.text):  # «KT. PHÓ …» is KH153's
        mark = authority.text.split()[0]
        if signs_for := FOR.get(mark.strip(".,;:")):
            yield Finding(authority.span, f"thiếu dòng chức vụ của người ký {signs_for}, phía dưới «{mark} …»")
