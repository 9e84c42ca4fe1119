from __future__ import annotations

from collections import defaultdict

from ...extract.sections import every
from ...model import Finding, Findings, Fix, Plan, Section, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample

THREE = ("1. Tổ chuyên môn", "- Xây dựng kế hoạch của tổ.", "2. Văn phòng", "- Chuẩn bị kinh phí.")


@rule(
    "KH723",
    "heading-colon",
    Severity.INFO,
    source="Cách trình bày thống nhất: các đề mục cùng cấp kết thúc như nhau",
    english="one heading ends with a colon, its siblings do not",
    needs=("clean", "typed"),
    bad=(
        Bad(sample("I. TỔ CHỨC THỰC HIỆN", *THREE, "3. Công đoàn:", "- Vận động đoàn viên."), at=":",
            fixed=sample("I. TỔ CHỨC THỰC HIỆN", *THREE, "3. Công đoàn", "- Vận động đoàn viên.")),
    ),
    good=(
        Good(sample("I. TỔ CHỨC THỰC HIỆN", *THREE, "3. Công đoàn", "- Vận động đoàn viên.")),
        Good(sample("I. TỔ CHỨC THỰC HIỆN", *(f"{line}:" if line[0].isdigit() else line for line in THREE))),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Các đề mục cùng cấp trong một phần kết thúc như nhau: một đề mục có dấu hai chấm thì các đề mục khác cũng có."""
    siblings: dict[int, list[Section]] = defaultdict(list)
    for section in every(plan.sections):
        for child in section.children:
            siblings[section.block].append(child)
    siblings[-1].extend(plan.sections)
    for group in siblings.values():
        with_colon = [section for section in group if _colon(plan, section)]
        if len(group) >= 3 and len(with_colon) == 1:
            span = _colon(plan, with_colon[0])
            if span and _stands_alone(plan, group):
                yield Finding(span, "chỉ đề mục này có dấu hai chấm, các đề mục cùng cấp không có", Fix(span, ""))


def _colon(plan: Plan, section: Section) -> Span | None:
    """Where a heading ends with a colon, as the last character of its paragraph."""
    text = plan.document.blocks[section.block].text.rstrip().rstrip("*_ ")
    return Span(section.block, len(text) - 1, len(text)) if text.endswith(":") else None


def _stands_alone(plan: Plan, group: list[Section]) -> bool:
    """Whether the other headings have their paragraphs for themselves, without text or full stop behind them."""
    ends = [plan.document.blocks[section.block].text.rstrip().rstrip("*_ ")[-1:] for section in group]
    return sum(end in ".;," for end in ends) == 0
