from __future__ import annotations

from ...align.numerals import slips
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample
from .kh205_numeral_skipped import place


@rule(
    "KH206",
    "numeral-repeated",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm đ",
    english="a numeral is used twice in a row",
    needs=("clean",),
    bad=(
        Bad(sample("I. MỤC ĐÍCH", "Nâng cao.", "II. NỘI DUNG", "Tập huấn.", "II. KINH PHÍ", "Theo dự toán."), at="II"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "* Học kỳ I", "1. Tập huấn.", "* Học kỳ II", "1. Tổng kết.", "II. KINH PHÍ", "Có.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Hai mục liền nhau mang cùng một số thứ tự.

    Đánh lại số từ mục thứ hai; nếu chỗ khác có viện dẫn số mục thì sửa theo.
    """
    for slip in slips(plan):
        if not slip.skipped:
            before = _short(slip.before.title)
            yield Finding(place(slip.section), f"số «{slip.section.numeral}» đã dùng cho «{before}»; đánh lại số")


def _short(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:59].rstrip()}…"
