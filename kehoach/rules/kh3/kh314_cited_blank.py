from __future__ import annotations

import re

from ...align.citations import in_text
from ...align.kinds import named_before
from ...model import Finding, Findings, Plan, Severity, Span
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

_BLANK = re.compile(r"\bso\s*:?[\s.…_]*/\s*[a-z]{2,}(?:\s*-\s*[a-z]+)*")
_DATE = re.compile(r"\s*,?\s*ngay[\s.…_/]*(?:thang[\s.…_\d]*)?(?:nam[\s.…_\d]{0,6})?")
# Information about the plan itself on its appendices is filled in on paper only (Phụ lục I, Mục III, khoản 1 điểm c).
_ATTACHED = re.compile(r"kem theo")


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
    for number in range(plan.opening[0], plan.end or len(plan.document.blocks)):
        text = plan.document.blocks[number].text
        folded = fold(text)
        for m in _BLANK.finditer(folded):
            named = named_before(text, m.start())
            if named is None or _ATTACHED.search(folded[max(0, named[1] - 30) : named[1]]):
                continue
            date = _DATE.match(folded, m.end())
            end = m.end() + len(date[0].rstrip()) if date else m.end()
            yield Finding(Span(number, named[1], end), "văn bản được viện dẫn chưa có số; điền số và ngày ban hành")
    for found in in_text(plan):
        when = found.value.when
        if when and when.value.value is None and None in (when.value.day, when.value.month, when.value.year):
            yield Finding(when.span, "ngày của văn bản được viện dẫn chưa đủ; điền đủ ngày, tháng, năm")
