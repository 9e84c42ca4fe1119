from __future__ import annotations

from ...extract.components import components
from ...extract.foot import AUTHORITY
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import but

RIGHT = lazy(r"(?:TM|KT|TL|TUQ|Q)\. (?=\S)")


@rule(
    "KH150",
    "authority-form",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm b, đ",
    english="the abbreviation of the signer's authority is miswritten",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(but(("HIỆU TRƯỞNG", "KT HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")), at="KT",
            fixed=but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))),
        Bad(but(("HIỆU TRƯỞNG", "K/T HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")), at="K/T",
            fixed=but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))),
        Bad(but(("HIỆU TRƯỞNG", "K.T HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")), at="K.T",
            fixed=but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))),
        Bad(but(("HIỆU TRƯỞNG", "KT.HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")), at="KT.",
            fixed=but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))),
    ),
    good=(Good(but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))), Good(but())),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Quyền hạn của người ký viết in hoa, có dấu chấm và cách chữ: «KT. », «TM. ».

    TM. (thay mặt), KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa ủy quyền), Q. (quyền). T/M, K/T là cách viết của văn bản
    Đảng.
    """
    for line in components(plan).of("authority"):
        found = AUTHORITY.match(line.text)
        if found and not RIGHT.match(line.text):
            mark = found[0].rstrip()
            right = "".join(c for c in mark if c.isalpha()) + "."
            span = Span(line.span.block, line.span.start, line.span.start + len(mark))
            spaced = right if line.text[len(mark) : len(mark) + 1] == " " else f"{right} "
            yield Finding(span, f"viết «{right}», sau đó cách chữ", Fix(span, spaced))
