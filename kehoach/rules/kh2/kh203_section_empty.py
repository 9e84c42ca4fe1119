from __future__ import annotations

from ...align.sections import HEADING
from ...model import Finding, Findings, Plan, Section, Severity
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH203",
    "section-empty",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm c, d (tiêu đề chỉ nội dung chính của mục)",
    english="a heading with nothing below it",
    bad=(
        Bad(sample("I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "Tập huấn."), at="MỤC ĐÍCH, YÊU CẦU"),
        Bad(sample("I. NỘI DUNG", "Tập huấn.", "II. KINH PHÍ THỰC HIỆN"), at="KINH PHÍ THỰC HIỆN"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Tập huấn.", "II. KINH PHÍ", "Theo dự toán.")),
        Good(sample("1. Nội dung: Tập huấn giáo viên.", "2. Kinh phí: Theo dự toán.", "3. Thời gian: Tháng 9.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Tiêu đề mục mà bên dưới không có nội dung gì.

    Có thể do bỏ sót nội dung khi soạn, hoặc do tiêu đề của mục cũ chưa xóa.
    """
    for section in plan.sections:
        if section.last_block == section.block and not section.children and _is_bare(plan, section):
            yield Finding(section.heading, f"mục «{section.title}» chưa có nội dung; viết nội dung hoặc bỏ mục này")


def _is_bare(plan: Plan, section: Section) -> bool:
    """Whether the block holds a heading alone, and not a sentence or a run-in heading with its text."""
    rest = plan.document.blocks[section.block].text[section.heading.end :].strip(" .:*")
    return not rest and section.heading.block == section.block and HEADING.fullmatch(section.title) is not None
