"""Who does what in the draft: the unit's head, its departments with tasks of their own, then the rest together."""

from __future__ import annotations

from typing import Any

from . import duties, report_days
from .context import Line
from .names import SCHOOLS, Names


def heads(own: Names) -> tuple[str, ...]:
    """Those who lead the unit, where its plan gives them tasks."""
    return (own.words["leadership"], own.words["head"]) if own.level.group in SCHOOLS else ()


def organised(
    own: Names, tasks: list[Line], context: dict[str, Any], front: list[Line], leads: dict[tuple[str, ...], str]
) -> dict[str, Any]:
    """What the wording of the last section needs; `front`: what the mass organisations are asked for.

    `leads`: the numbers of the sections of work by the departments that lead them, by nobody the head's own.
    """
    holder = str(context["lead"])
    leading = (own.words["leadership"], own.words["head"])  # they have a heading of their own
    departments = tuple(name for name in own.unit.departments if name not in leading)
    led = [task for task in tasks if heads(own) and duties.of_head(task.text, leading)]
    tasks = [task for task in tasks if task not in led]
    given = duties.shared(tasks, departments, holder)
    by_department = {who: numbers for who, numbers in leads.items() if who}
    points = {who: by_department.get(who, "") for who in (*given, *by_department)}
    given = {who: given.get(who, []) for who in points}
    busy = [
        {"name": (", " if not any("," in one for one in who) else "; ").join(who), "lines": lines, "point": points[who]}
        for who, lines in given.items()
        if (lines or points[who]) and who != (holder,)
    ]
    working = {name for who, lines in given.items() if lines or points[who] for name in who}
    idle = [name for name in departments if name not in working and name != holder]
    inside = report_days.inside(context["duties"])
    who = {
        "leader_lines": led,
        "leader_point": leads.get((), ""),
        "holder": holder,
        "holder_lines": given[(holder,)],
        "holder_point": points[(holder,)],
        "busy": busy,
        "idle": idle,
        "front": list(front),
    }
    return {"inside_day": f" {inside}" if inside else "", **who}
