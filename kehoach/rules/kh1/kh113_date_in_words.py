from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

WITHOUT_DAY = lazy(r",\s*(?P<day>\d{1,2}\s+tháng\s+\d)")
STOPPED = lazy(r"năm\s+\d{4}\s*(?P<stop>[.,;])$")
SHORT = lazy(r"(?:ngày\s*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})")


@rule(
    "KH113",
    "date-in-words",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm b",
    english="the date of issue is not written in full",
    needs=("clean", "state"),
    bad=(
        Bad(sample(date="Xuân Sơn, ngày 12/9/2024"), at="ngày 12/9/2024",
            fixed=sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024")),
        Bad(sample(date="Xuân Sơn, 12 tháng 9 năm 2024"), at="12 tháng 9",
            fixed=sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024")),
        Bad(sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024."), at=".",
            fixed=sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024")),
    ),
    good=(Good(sample()),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Thời gian ban hành viết đầy đủ «ngày … tháng … năm …», không viết tắt bằng gạch chéo.

    Trong phần viện dẫn, có thể viết 12/9/2024.
    """
    for line in components(plan).of("date"):
        if m := SHORT.search(line.text):
            day, month = f"{int(m['day']):02d}", int(m["month"])
            right = f"ngày {day} tháng {f'{month:02d}' if month < 3 else month} năm {m['year']}"
            span = Span(line.span.block, line.span.start + m.start(), line.span.start + m.end())
            yield Finding(span, f"thời gian ban hành viết đầy đủ: «{right}»", Fix(span, right))
        elif m := WITHOUT_DAY.search(line.text):
            span = Span(line.span.block, line.span.start + m.start("day"), line.span.start + m.end("day"))
            yield Finding(span, f"thiếu chữ «ngày»: «ngày {m['day']}»", Fix(span, f"ngày {m['day']}"))
        elif m := STOPPED.search(line.text.rstrip()):
            span = Span(line.span.block, line.span.start + m.start("stop"), line.span.start + m.end())
            yield Finding(span, f"bỏ dấu «{m['stop']}» sau năm", Fix(span, ""))
