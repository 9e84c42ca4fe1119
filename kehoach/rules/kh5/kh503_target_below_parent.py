from __future__ import annotations

from ...align.goals import Goal, goals, leaves_open, same_thing, weaker
from ...model import Finding, Findings, Plan, Related, Severity
from ...text import squeeze
from .. import Bad, Good, rule
from ..restored import sound
from ..samples import plan as sample

YEARS = "Thực hiện chuyển đổi số giai đoạn 2026 - 2030"


def _plan(*targets: str, title: str = YEARS) -> str:
    return sample("I. MỤC TIÊU", *targets, date="Xuân Sơn, ngày 12 tháng 01 năm 2026", title=title)


ONLINE = "Tỷ lệ hồ sơ nộp trực tuyến đạt từ {}% trở lên."
OWN = "Căn cứ điều kiện thực tế, các đơn vị xây dựng chỉ tiêu của mình."
LIBRARY = "Đến năm {}, 80% trường học có thư viện số."


@rule(
    "KH503",
    "target-below-parent",
    Severity.WARNING,
    source="Chỉ tiêu trong kế hoạch cấp trên",
    english="a target is lower, or due later, than the parent's for the same thing",
    restored=True,
    bad=(
        Bad(_plan(ONLINE.format(75)), at="đạt từ 75% trở lên", parent=_plan(ONLINE.format(85))),
        Bad(_plan(LIBRARY.format(2030)), at="80%", parent=_plan(LIBRARY.format(2028))),
        Bad(_plan("Giảm 10% chi hội nghị."), at="Giảm 10%", parent=_plan("Các đơn vị giảm 15% chi hội nghị.")),
        Bad(_plan("Tỷ lệ hộ nghèo còn dưới 4%."), at="dưới 4%", parent=_plan("Tỷ lệ hộ nghèo còn dưới 3%.")),
    ),
    good=(
        Good(_plan(ONLINE.format(90)), parent=_plan(ONLINE.format(85))),
        Good(_plan(ONLINE.format(60)), parent=_plan(ONLINE.format(85), OWN)),
        Good(_plan("Tỷ lệ hồ sơ đất đai nộp trực tuyến đạt từ 60% trở lên."), parent=_plan(ONLINE.format(85))),
        Good(_plan("Tỷ lệ hộ nghèo còn 3%."), parent=_plan("Tỷ lệ hộ nghèo còn 4%.")),
        Good(
            _plan("Đến năm 2028 có 70%, đến năm 2030 có 80% trường học có thư viện số."),
            parent=_plan(LIBRARY.format(2030)),
        ),
        Good(_plan(ONLINE.format(75), title="Chuyển đổi số năm 2026"), parent=_plan(ONLINE.format(85))),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan) -> Findings:
    """Chỉ tiêu của kế hoạch thấp hơn hoặc đạt muộn hơn chỉ tiêu của cấp trên về cùng một việc.

    Chỉ so khi hai bên nói cùng một đối tượng, cùng mốc thời gian. Không nhắc khi cấp trên để các đơn vị căn cứ
    điều kiện thực tế tự đặt chỉ tiêu.
    """
    ours = goals(plan)
    if not ours or leaves_open(above := sound(parent)):
        return
    for mine in ours:
        theirs = [goal for goal in goals(above) if same_thing(mine, goal)]
        if wanted := _missed(mine, theirs, ours):
            yield Finding(mine.span, _message(mine, wanted), related=Related(parent.document, wanted.span))


def _missed(mine: Goal, theirs: list[Goal], ours: tuple[Goal, ...]) -> Goal | None:
    """The parent's target that this one falls short of; none where another one of the plan reaches it in time."""
    same_year = [goal for goal in theirs if goal.year == mine.year]
    if same_year and all(weaker(mine, goal) for goal in same_year):
        return same_year[0]
    sooner = [goal for goal in theirs if goal.year and mine.year and goal.year < mine.year]
    if same_year or not sooner or any(goal.target.amount != mine.target.amount for goal in sooner):
        return None
    others = [goal for goal in ours if same_thing(goal, mine) and goal is not mine]
    return None if any((goal.year or 0) <= (sooner[0].year or 0) for goal in others) else sooner[0]


def _message(mine: Goal, wanted: Goal) -> str:
    if mine.target.amount == wanted.target.amount:
        return f"kế hoạch cấp trên đặt chỉ tiêu này cho năm {wanted.year}, ở đây là năm {mine.year}"
    said = "cao hơn mức tối đa" if wanted.target.relation == "at-most" else "thấp hơn chỉ tiêu"
    amount = f"{wanted.target.amount:g}".replace(".", ",")
    unit = "%" if wanted.target.unit == "%" else f" {squeeze(wanted.target.unit)}"
    return f"{said} của kế hoạch cấp trên ({amount}{unit})"
