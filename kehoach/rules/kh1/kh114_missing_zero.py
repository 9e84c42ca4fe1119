from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

SMALL = lazy(r"\bngày\s+(?P<day>[1-9])(?=\s+tháng)|\btháng\s+(?P<month>[12])(?=\s+năm)")


@rule(
    "KH114",
    "missing-zero",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm b",
    english="the date of issue lacks the zero before a day under 10 or the months 1 and 2",
    needs=("typed", "state"),
    bad=(
        Bad(sample(date="Hà Nội, ngày 5 tháng 11 năm 2026"), at="5",
            fixed=sample(date="Hà Nội, ngày 05 tháng 11 năm 2026")),
        Bad(sample(date="Huế, ngày 20 tháng 2 năm 2026"), at="2", fixed=sample(date="Huế, ngày 20 tháng 02 năm 2026")),
    ),
    good=(
        Good(sample(date="Huế, ngày 05 tháng 3 năm 2026")),
        Good(sample("I. NỘI DUNG", "Hỗ trợ học sinh trong 5 tháng 2 năm liền.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trong thời gian ban hành, ngày nhỏ hơn 10 và tháng 1, tháng 2 phải có số 0 ở trước.

    Số 0 giữ cho con số không bị sửa sau khi ký. Các tháng 3 đến 9 không thêm số 0.
    """
    for line in components(plan).of("date"):
        for m in SMALL.finditer(line.text):
            part = m.lastgroup or ""
            span = Span(line.span.block, line.span.start + m.start(part), line.span.start + m.end(part))
            yield Finding(span, f"viết «0{m[part]}» thay vì «{m[part]}»", Fix(span, f"0{m[part]}"))
