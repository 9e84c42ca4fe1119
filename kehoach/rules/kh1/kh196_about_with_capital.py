from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_ABOUT = lazy(r"\s+(?P<word>Về)(?=\s+\w)")
FAR = 120  # letters between the number and «về»: the date and the issuer


@rule(
    "KH196",
    "about-with-capital",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b (viện dẫn); Phụ lục II (viết hoa)",
    english="«về» has a capital inside a citation",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 18/KH-UBND ngày 06/02/2024 của UBND xã Về chuyển đổi số."),
            at="Về",
            fixed=sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 18/KH-UBND ngày 06/02/2024 của UBND xã về chuyển đổi "
                         "số.")),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Thực hiện Kế hoạch số 18/KH-UBND ngày 06/02/2024 của UBND xã về chuyển đổi số. Về "
                    "kinh phí: theo dự toán.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Sau số, ngày và cơ quan ban hành của văn bản viện dẫn, «về», «về việc» viết thường."""
    for found in plan.citations:
        cited = found.value
        parts = [cited.code, cited.issuer_span, cited.when.span if cited.when else None]
        end = max(part.end for part in parts if part and part.block == cited.code.block)
        text = plan.document.blocks[cited.code.block].text
        if end - cited.code.end < FAR and (m := _ABOUT.match(text, end)) and not text.isupper():
            span = Span(cited.code.block, *m.span("word"))
            yield Finding(span, "viết «về» thay vì «Về»", Fix(span, "về"))
