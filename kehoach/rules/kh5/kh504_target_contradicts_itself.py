from __future__ import annotations

from ...align.goals import Goal, goals, same_thing
from ...model import Finding, Findings, Plan, Severity
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

FEWEST = 3  # words that tell what a target is of


def _plan(one: str, other: str) -> str:
    return sample("I. MỤC TIÊU", one, "II. NHIỆM VỤ", other)


PUPILS = "- Có {}% học sinh lớp 6 đọc thành thạo sách song ngữ."
SKILLS = "{} giáo viên hoàn thành bồi dưỡng kỹ năng số trong năm 2025."


@rule(
    "KH504",
    "target-contradicts-itself",
    Severity.WARNING,
    source="Chỉ tiêu phải thống nhất trong cả kế hoạch",
    english="one target has two figures in the plan",
    restored=True,
    bad=(Bad(_plan(SKILLS.format("Ít nhất 95%"), SKILLS.format("90%")), at="90%"),),
    good=(
        Good(_plan(SKILLS.format("95%"), SKILLS.format("95%"))),
        Good(_plan(SKILLS.format("95%"), SKILLS.format("90%").replace("giáo viên", "nhân viên"))),
        Good(_plan(SKILLS.format("95%"), SKILLS.format("80%").replace("2025", "2024"))),
        Good(sample("I. MỤC TIÊU", "1. Đến năm 2025", PUPILS.format(40), "2. Giai đoạn 2026-2030", PUPILS.format(75))),
        Good(_plan(f"a) Đối với tổ: {SKILLS.format('95%')}", f"b) Đối với trường: {SKILLS.format('90%')}")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Một chỉ tiêu, cùng đối tượng và mốc thời gian, mà hai chỗ trong kế hoạch ghi hai số khác nhau."""
    seen: list[Goal] = []
    for goal in goals(plan):
        block = plan.document.blocks[goal.span.block]
        if len(goal.about) < FEWEST or block.cell or "doi voi" in fold(block.text):
            continue
        first = next((one for one in seen if _same(one, goal)), None)
        if first is None:
            seen.append(goal)
        elif first.target.amount != goal.target.amount and first.span.block != goal.span.block:
            yield Finding(goal.span, f"ở chỗ khác kế hoạch ghi chỉ tiêu này là «{plan.document.text(first.span)}»")


def _same(one: Goal, other: Goal) -> bool:
    return one.said == other.said and one.year == other.year and same_thing(one, other)
