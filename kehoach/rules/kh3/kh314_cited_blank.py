from __future__ import annotations

from ...align.blanks import blanks
from ...align.citations import in_text
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH314",
    "cited-blank",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b",
    english="the number or date of a cited document is left blank",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Thực hiện Kế hoạch số     /KH-UBND ngày     tháng 8 năm 2024 của UBND phường."),
            at="Kế hoạch số     /KH-UBND ngày     tháng 8 năm 2024"),
        Bad(sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 15/KH-UBND ngày     tháng 8 năm 2024 của UBND phường."),
            at="ngày     tháng 8 năm 2024"),
    ),
    good=(Good(sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/8/2024 của UBND phường.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Số hoặc ngày của văn bản được viện dẫn còn để trống.

    Điền số và ngày của văn bản đó; nếu nó chưa ban hành thì chưa viện dẫn được.
    """
    for blank in blanks(plan):
        yield Finding(blank.span, "văn bản được viện dẫn chưa có số; điền số và ngày ban hành")
    for found in in_text(plan):
        when = found.value.when
        if when and when.value.value is None and None in (when.value.day, when.value.month, when.value.year):
            yield Finding(when.span, "ngày của văn bản được viện dẫn chưa đủ; điền đủ ngày, tháng, năm")
