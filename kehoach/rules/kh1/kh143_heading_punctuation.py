from __future__ import annotations

from ...extract import marks
from ...extract.appearance import extent
from ...extract.components import HEADING_LONGEST
from ...model import Finding, Findings, Fix, Plan, Section, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH143",
    "heading-punctuation",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, STT 6b (ví dụ minh họa tiêu đề mục)",
    english="the heading of a section ends with a punctuation mark",
    needs=("typed", "state"),
    bad=(
        Bad(
            sample("I. MỤC ĐÍCH.", "Nâng cao chất lượng."), at=".", fixed=sample("I. MỤC ĐÍCH", "Nâng cao chất lượng.")
        ),
        Bad(sample("I. MỤC ĐÍCH:", "Nâng cao chất lượng.", "II. NỘI DUNG:", "Đổi mới quản lý."), at=":"),
    ),
    good=(Good(sample("I. MỤC ĐÍCH", "1. Nâng cao:", "- Chất lượng dạy;", "- Chất lượng học.")),),
)
def check(plan: Plan) -> Findings:
    """Cuối tiêu đề của mục (I, II, III) không có dấu chấm, dấu hai chấm.

    Chỉ một tiêu đề có dấu hai chấm, các tiêu đề khác không có: xem KH723.
    """
    ended = [section for section in plan.sections if _is_heading(plan, section) and _last(plan, section) in ".;:"]
    colons = [section for section in ended if _last(plan, section) == ":"]
    for section in ended:
        if section not in colons:
            span = _end(plan, section)
            yield Finding(span, f"bỏ dấu «{_last(plan, section)}» ở cuối tiêu đề", Fix(span, ""))
    if len(colons) > 1:
        spans = [_end(plan, section) for section in colons]
        yield Finding(spans[0], f"bỏ dấu «:» ở cuối tiêu đề mục{extent(plan, spans)}")


def _last(plan: Plan, section: Section) -> str:
    return plan.document.blocks[section.block].text.rstrip()[-1:] or " "


def _end(plan: Plan, section: Section) -> Span:
    end = len(plan.document.blocks[section.block].text.rstrip())
    return Span(section.block, end - 1, end)


def _is_heading(plan: Plan, section: Section) -> bool:
    block = plan.document.blocks[section.block]
    mark = marks.of(block)
    return mark is not None and mark.style == "roman" and len(block.text) <= HEADING_LONGEST
