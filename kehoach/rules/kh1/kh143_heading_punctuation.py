from __future__ import annotations

from collections.abc import Iterator

from ...extract import marks
from ...extract.components import HEADING_LONGEST
from ...model import Finding, Findings, Fix, Plan, Section, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH143",
    "heading-punctuation",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, ô số 6 (ví dụ minh họa tiêu đề)",
    english="a heading ends with a punctuation mark",
    needs=("typed", "state"),
    bad=(
        Bad(sample("I. MỤC ĐÍCH:", "Nâng cao chất lượng."), at=":", fixed=sample("I. MỤC ĐÍCH", "Nâng cao chất lượng.")),
        Bad(sample("I. TỔ CHỨC", "1. Tổ chuyên môn", "- Dạy học.", "2. Văn phòng", "- Tổng hợp.", "3. Đoàn trường:",
                   "- Vận động."), at=":",
            fixed=sample("I. TỔ CHỨC", "1. Tổ chuyên môn", "- Dạy học.", "2. Văn phòng", "- Tổng hợp.",
                         "3. Đoàn trường", "- Vận động.")),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH", "1. Nâng cao:", "- Chất lượng dạy;", "- Chất lượng học.", "2. Đổi mới:", "- Quản lý.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Cuối tiêu đề của mục, khoản không có dấu chấm, dấu hai chấm.

    Với khoản, chỉ báo khi các tiêu đề cùng cấp trong mục đó đều không có dấu.
    """
    for section in plan.sections:
        if _is_roman(plan, section) and _short(plan, section):
            yield from _ends(plan, section, ".:;")
        children = section.children
        bare = [child for child in children if _short(plan, child) and _last(plan, child).isalnum()]
        if len(bare) >= 2 and len(bare) > len(children) / 2:
            for child in children:
                if _short(plan, child):
                    yield from _ends(plan, child, ":")


def _last(plan: Plan, section: Section) -> str:
    return plan.document.blocks[section.block].text.rstrip()[-1:]


def _short(plan: Plan, section: Section) -> bool:
    return len(plan.document.blocks[section.block].text) <= HEADING_LONGEST


def _is_roman(plan: Plan, section: Section) -> bool:
    mark = marks.of(plan.document.blocks[section.block])
    return mark is not None and mark.style == "roman"


def _ends(plan: Plan, section: Section, signs: str) -> Iterator[Finding]:
    text = plan.document.blocks[section.block].text.rstrip()
    if text[-1:] in signs and len(text) > 3:
        span = Span(section.block, len(text) - 1, len(text))
        yield Finding(span, f"bỏ dấu «{text[-1]}» ở cuối tiêu đề", Fix(span, ""))
