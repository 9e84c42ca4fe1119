from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding, Findings, Plan, Section, Severity
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

# What everybody expects: why, then what, then who does it. Everything else may stand where it likes.
# «Cơ quan chỉ đạo, tổ chức» in the plan of an event may stand first; «tổ chức thực hiện» may not.
_DOING = re.compile(r"\W*(?:to chuc (?:thuc hien|trien khai)|phan cong)")
STAGES = {"purpose": 1, "content": 2, "solutions": 2, "implementation": 3}
STAGE_NAMES = {1: "mục đích, yêu cầu", 2: "nội dung, giải pháp", 3: "tổ chức thực hiện"}


@rule(
    "KH202",
    "section-out-of-order",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm c (theo một trình tự nhất định)",
    english="a section stands before what it builds on",
    bad=(
        Bad(
            sample("I. NỘI DUNG", "Tập huấn.", "II. MỤC ĐÍCH, YÊU CẦU", "Nâng cao.", "III. TỔ CHỨC", "Các tổ."),
            at="MỤC ĐÍCH, YÊU CẦU",
        ),
    ),
    good=(
        Good(
            sample("I. MỤC ĐÍCH, YÊU CẦU", "Nâng cao.", "II. NỘI DUNG", "Tập huấn.", "III. TỔ CHỨC THỰC HIỆN", "Tổ.",
                   "IV. KINH PHÍ", "Theo dự toán.")
        ),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Mục đích, yêu cầu đứng trước nội dung và giải pháp; tổ chức thực hiện đứng sau.

    Các mục khác (kinh phí, tiến độ, tiêu chí, chế độ báo cáo) được đặt ở chỗ hợp lý tùy kế hoạch.
    """
    for section, later in misplaced(plan):
        message = f"mục {STAGE_NAMES[STAGES[section.role]]} phải đứng trước mục «{later.title}»"
        yield Finding(section.heading, message)


def misplaced(plan: Plan) -> Iterator[tuple[Section, Section]]:
    """Sections of an earlier stage, each with the section of a later stage that it stands behind."""
    reached: Section | None = None
    for section in plan.sections:
        stage = STAGES.get(section.role)
        if stage is None or (stage == 3 and not _DOING.match(fold(section.title))):
            continue
        if reached and stage < STAGES[reached.role]:
            yield section, reached
        else:
            reached = section
