from __future__ import annotations

from ...extract.components import components
from ...extract.foot import AUTHORITY
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..samples import but

RIGHT = lazy(r"(?:TM|KT|TL|TUQ|Q)\. (?=\S)")
# On one line with «Nơi nhận», where columns were read across.
_ACROSS = lazy(rf"(?<=: )(?:TM|KT|TL|TUQ)[;:,](?= {CAPITAL}{{2,}} {CAPITAL}{{2,}})")


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
    for number, block in enumerate(plan.document.blocks[plan.end :], plan.end):
        if across := _ACROSS.search(block.text):
            right = f"{across[0][:-1]}."
            yield Finding(
                Span(number, *across.span()),
                f"viết «{right}», sau đó cách chữ",
                Fix(Span(number, *across.span()), right),
            )
