from __future__ import annotations

from collections.abc import Iterator

from ...extract import marks
from ...extract.appearance import extent
from ...model import Finding, Findings, Plan, Section, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample

RANK = {"part": 0, "roman": 1, "upper": 1, "decimal.": 2, "letter)": 3, "letter.": 3}
NAMES = {
    "roman": "mục I, II",
    "upper": "mục A, B",
    "decimal.": "khoản 1, 2",
    "letter)": "điểm a, b",
    "letter.": "điểm a, b",
}


@rule(
    "KH141",
    "numbering-order",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm c, đ và Mục V, STT 6b",
    english="a larger part stands inside a smaller one: «1.» below «a)»",
    needs=("typed", "state"),
    bad=(
        Bad(sample("I. NỘI DUNG", "a) Đối với giáo viên", "1. Đọc sách.", "2. Tự học.", "b) Đối với học sinh",
                   "1. Đọc sách.", "2. Tự học."), at="1."),
    ),
    good=(Good(sample("I. NỘI DUNG", "1. Đối với giáo viên", "a) Đọc sách;", "b) Tự học.", "2. Đối với học sinh",
                      "a) Đọc sách;", "b) Tự học.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Các phần đi từ lớn đến nhỏ: phần, mục (I), khoản (1), điểm (a).

    Dưới điểm a) không mở lại 1., 2.; những ý nhỏ hơn dùng gạch đầu dòng.
    """
    found = list(_inverted(plan, plan.sections, None))
    if found:
        spans = [span for span, _, _ in found]
        _, inner, outer = found[0]
        yield Finding(
            spans[0], f"{NAMES[inner]} đứng trong {NAMES[outer]}; đánh số từ lớn đến nhỏ{extent(plan, spans)}"
        )


def _inverted(plan: Plan, sections: tuple[Section, ...], above: str | None) -> Iterator[tuple[Span, str, str]]:
    for section in sections:
        block = plan.document.blocks[section.block]
        mark = marks.of(block)
        style = mark.style if mark else None
        if mark and style in RANK and above in RANK and RANK[style] < RANK[above]:
            yield Span(section.block, mark.start, mark.end and mark.start + len(mark.written) + 1), style, above
        yield from _inverted(plan, section.children, style or above)
