from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import but
from ..samples import plan as sample

SMALL = lazy(r"\bngày\s+(?P<day>[1-9])(?=\s+tháng\s+\d)|\bngày\s+\d{1,2}\s+tháng\s+(?P<month>[12])(?=\s+năm\s+\d{4})")


@rule(
    "KH111",
    "zero-in-text",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm b; cách ghi ngày, tháng ở Nghị định này",
    english="a date in the text is written without the zero that the date of issue must have",
    needs=("typed", "state"),
    bad=(
        Bad(but(("ngày 25 tháng 5 năm 2025", "ngày 5 tháng 6 năm 2025")), at="5",
            fixed=but(("ngày 25 tháng 5 năm 2025", "ngày 05 tháng 6 năm 2025"))),
        Bad(but(("ngày 25 tháng 5 năm 2025", "ngày 25 tháng 2 năm 2025")), at="2",
            fixed=but(("ngày 25 tháng 5 năm 2025", "ngày 25 tháng 02 năm 2025"))),
    ),
    good=(Good(but()), Good(sample("I. NỘI DUNG", "Học sinh nghỉ trong 5 tháng 2 năm liền được hỗ trợ."))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Nên ghi ngày nhỏ hơn 10 và tháng 1, tháng 2 trong nội dung có số 0 ở trước, như ở thời gian ban hành.

    Nghị định chỉ quy định cách ghi thời gian ban hành; trong nội dung cũng ghi như vậy thì thống nhất và khó bị sửa.
    """
    head = {line.span.block for line in components(plan).of("date")}
    for number, block in enumerate(plan.document.blocks):
        for m in () if number in head else SMALL.finditer(block.text):
            part = m.lastgroup or ""
            span = Span(number, *m.span(part))
            yield Finding(span, f"viết «0{m[part]}» thay vì «{m[part]}»", Fix(span, f"0{m[part]}"))
