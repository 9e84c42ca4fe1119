from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

ZERO = lazy(r"\btháng\s+(?P<month>0[3-9])(?=\s+năm)")


@rule(
    "KH148",
    "needless-zero",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm b và Mục V, STT 4 (ví dụ minh họa)",
    english="the month of issue has a zero, which only the months 1 and 2 take",
    needs=("typed", "state"),
    bad=(
        Bad(sample(date="Xuân Sơn, ngày 12 tháng 09 năm 2024"), at="09",
            fixed=sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024")),
    ),
    good=(Good(sample()), Good(sample(date="Xuân Sơn, ngày 05 tháng 02 năm 2024"))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trong thời gian ban hành, chỉ tháng 1 và tháng 2 ghi thêm số 0; các tháng 3 đến 9 thì không: «tháng 9».

    Ví dụ của Nghị định: «ngày 05 tháng 01 năm 2020», «ngày 29 tháng 6 năm 2019».
    """
    for line in components(plan).of("date"):
        for m in ZERO.finditer(line.text):
            span = Span(line.span.block, line.span.start + m.start("month"), line.span.start + m.end("month"))
            right = m["month"][1]
            yield Finding(span, f"viết «tháng {right}», không thêm số 0 trước các tháng 3 đến 9", Fix(span, right))
