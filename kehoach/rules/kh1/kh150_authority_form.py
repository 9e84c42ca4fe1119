from __future__ import annotations

from ...extract.components import components
from ...extract.persons import AUTHORITY
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..samples import but

RIGHT = lazy(r"(?:TM|KT|TL|TUQ|Q)\. (?=\S)")
IN_WORDS = {"QUYỀN": "Q.", "KÝ THAY": "KT.", "THAY MẶT": "TM.", "THỪA LỆNH": "TL.", "THỪA ỦY QUYỀN": "TUQ."}
WORDS = lazy(rf"(?P<words>{'|'.join(IN_WORDS)})\s+(?={CAPITAL}{{2,}})")
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
        Bad(but(("HIỆU TRƯỞNG", "QUYỀN HIỆU TRƯỞNG")), at="QUYỀN", fixed=but(("HIỆU TRƯỞNG", "Q. HIỆU TRƯỞNG"))),
        Bad(but(("HIỆU TRƯỞNG", "KT.HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG")), at="KT.",
            fixed=but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))),
    ),
    good=(Good(but(("HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"))), Good(but())),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Quyền hạn của người ký viết in hoa, có dấu chấm và cách chữ: «KT. », «TM. ».

    TM. (thay mặt), KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa ủy quyền), Q. (quyền); không viết bằng chữ «QUYỀN GIÁM
    ĐỐC». T/M, K/T là cách viết của văn bản Đảng.
    """
    for line in components(plan).of("position", "foot-other"):
        if m := WORDS.match(line.text):
            span = Span(line.span.block, line.span.start, line.span.start + m.end("words"))
            right = IN_WORDS[m["words"]]
            yield Finding(span, f"viết tắt «{right}» thay vì «{m['words']}»", Fix(span, right))
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
