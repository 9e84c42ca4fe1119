from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

LAW = lazy(
    r"\W*Căn cứ (?:Luật|Bộ luật|Pháp lệnh)\b[^;.]*?"
    r"(?P<number>\s*,?\s*\b(?:số\s*:?\s*)?\d+/(?:\d{4}/)?(?:QH|UBTVQH|PL-UBTVQH)\d+)"
)
ISSUE = "Trường THCS Xuân Sơn ban hành Kế hoạch với các nội dung sau:"


def _sample(basis: str) -> str:
    return sample(opening=f"{basis}\n{ISSUE}")


@rule(
    "KH117",
    "number-of-law",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a",
    english="a law among the legal bases has its number",
    needs=("typed", "state"),
    bad=(
        Bad(_sample("Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 14 tháng 6 năm 2019."), at="số 43/2019/QH14"),
    ),
    good=(
        Good(_sample("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.")),
        Good(_sample("Căn cứ Nghị quyết số 29/2025/QH15 của Quốc hội.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trong căn cứ ban hành, Luật và Pháp lệnh không ghi số, ký hiệu và cơ quan ban hành.

    Ví dụ: «Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;». Văn bản quy phạm pháp luật có cách ghi khác, nên nhiều nơi
    vẫn ghi số.
    """
    for line in components(plan).of("basis"):
        if m := LAW.match(line.text):
            start = line.span.start + m.start("number") + len(m["number"]) - len(m["number"].lstrip(" ,"))
            span = Span(line.span.block, start, line.span.start + m.end())
            yield Finding(span, "căn cứ là Luật, Pháp lệnh thì không ghi số, ký hiệu")
