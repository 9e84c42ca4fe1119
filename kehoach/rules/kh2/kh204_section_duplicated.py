from __future__ import annotations

from ...model import Finding, Findings, Plan, Section, Severity
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH204",
    "section-duplicated",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm d (tiêu đề chỉ nội dung chính của mục)",
    english="two sections have the same heading",
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Tập huấn.", "II. KINH PHÍ", "Theo dự toán.", "III. NỘI DUNG", "Hội thảo."),
            at="NỘI DUNG",
        ),
    ),
    good=(Good(sample("I. NỘI DUNG", "Tập huấn.", "II. NỘI DUNG CHI TIẾT", "Hội thảo.")),),
)
def check(plan: Plan) -> Findings:
    """Hai mục lớn có cùng tiêu đề.

    Gộp lại thành một mục, hoặc đổi tiêu đề cho đúng nội dung của từng mục.
    """
    seen: dict[str, Section] = {}
    for section in plan.sections:
        title = squeeze(fold(section.title)).strip(" .:")
        if first := seen.get(title):
            where = f"mục {first.numeral}" if first.numeral else "một mục ở trên"
            yield Finding(section.heading, f"tiêu đề «{section.title}» đã dùng ở {where}; gộp hai mục hoặc đổi tiêu đề")
        elif title:
            seen[title] = section
