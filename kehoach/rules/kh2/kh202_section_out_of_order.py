from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding, Findings, Plan, Section, Severity
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

# What everybody expects: why, then what, then who does it. Everything else may stand where it likes.
# «Cơ quan chỉ đạo, tổ chức» in the plan of an event may stand first; «tổ chức thực hiện» may not.
_DOING = lazy(r"\W*(?:to chuc (?:thuc hien|trien khai)|phan cong)")
STAGES = {"purpose": 1, "content": 2, "solutions": 2, "implementation": 3}


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
    for section, other, side in misplaced(plan):
        yield Finding(section.heading, f"mục này phải đứng {side} mục «{other.title}»")


def misplaced(plan: Plan) -> Iterator[tuple[Section, Section, str]]:
    """Sections that stand on the wrong side of another, with that one and the side on which they belong."""
    staged = [
        s for s in plan.sections if s.role in STAGES and (s.role != "implementation" or _DOING.match(fold(s.title)))
    ]
    middle = [s for s in staged if STAGES[s.role] == 2]
    for section in staged:
        stage = STAGES[section.role]
        if stage == 1 and (before := [s for s in staged if s.block < section.block and STAGES[s.role] > 1]):
            yield section, before[0], "trước"
        elif stage == 3 and (after := [s for s in middle if s.block > section.block]):
            yield section, after[-1], "sau"
