from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample
from .kh205_numeral_skipped import neighbours, place


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
    for before, section, last, now in neighbours(plan):
        # A second «1.» opens a new list below a heading without a numeral.
        if now.value == last.value and (now.value > 1 or section.level == 1):
            yield Finding(place(section), f"số «{section.numeral}» đã dùng cho «{_short(before.title)}»; đánh lại số")


def _short(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:59].rstrip()}…"
