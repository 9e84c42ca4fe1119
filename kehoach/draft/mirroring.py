"""Work that the parent gives to its own offices and every level does for itself: the unit's departments do it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..knowledge import table
from ..model import Plan, Task
from ..patterns import compiled, lazy
from ..text import fold, squeeze
from ..unit import Level, levels
from .adapt import Adapter
from .audience import audience
from .clauses import unmarked, without_planning
from .context import Line, Origin
from .duties import concerns, rank
from .mending import Mend
from .names import SCHOOLS
from .said import no_task

MOST = 6  # lines: the unit's own work, not a copy of the parent's offices
OFFICE = rank("Sở")  # of provincial bodies whose names tell no rank
_LED = lazy(
    r"^(?:chủ trì,?\s*)?(?:và\s*)?phối hợp với [^:;.]{3,160}?"
    r"(?::\s*|,?\s+(?=tham mưu |hướng dẫn|triển khai|tuyên truyền))",
    re.IGNORECASE,
)
# «Chỉ đạo các phòng giáo dục và đào tạo, các trường học …»: whoever directs the schools is the office.
_OFFICES = lazy(
    r"(?<=[Cc]hỉ đạo )(?:các )?[Pp]hòng (?:[Gg]iáo dục và [Đđ]ào tạo|GD&ĐT|GDĐT)(?:,| và) (?=(?:các )?(?:trường|cơ sở))"
)
# «Chỉ đạo các tổ chức thành viên vận động …»: the members themselves do it.
_MEMBERS = lazy(
    r"^(?:[Cc]hỉ đạo|[Hh]ướng dẫn) (?:các )?(?:tổ chức thành viên|cấp hội|tổ chức hội|cơ sở hội"
    r"|(?:Đoàn|Hội|Công đoàn|Mặt trận)[^;.:]{2,80}?(?= (?:các cấp|cơ sở|xã, phường)))(?: (?:các cấp|cơ sở|xã, phường))?"
    r" (?=[a-zà-ỹđ])"
)
_DAY = lazy(r"\bngày \d{1,2}\b")
_PARTS = lazy(r"(?<=[;.])\s+")


@cache
def _works(group: str) -> re.Pattern[str]:
    rows = table("mirroring")
    return compiled(rf"{rows['before']}(?:{'|'.join([*rows['works'], *rows['own'].get(group, ())])})")


@cache
def _foreign() -> re.Pattern[str]:
    return compiled("|".join(table("mirroring")["foreign"]))


@cache
def _directed(group: str) -> re.Pattern[str] | None:
    source = table("mirroring")["directed"].get(group)
    return compiled(source) if source else None


def of_front(owner: str) -> bool:
    """Whether a body is the Front or one of the mass organisations."""
    return bool(compiled(table("mirroring")["front"]["bodies"]).search(fold(owner)))


def _never(owner: str, group: str) -> bool:
    """Whether nobody but the body itself does its work: a village, the police."""
    return group != "ubnd" and bool(compiled(table("mirroring")["never"]["bodies"]).search(fold(owner)))


def _another_school(owner: str, level: Level) -> bool:
    """Whether work is given to schools of another kind: what those do is not this one's."""
    kinds = audience(owner)
    return (
        level.group in SCHOOLS
        and bool(kinds)
        and all(one in levels() and levels()[one].group in SCHOOLS for one in kinds)
    )


@cache
def _own_part() -> re.Pattern[str]:
    """Work of whoever directs others, after what it has them do: «…; bố trí kinh phí», «…; tự kiểm tra»."""
    return compiled(table("mirroring")["directing"]["own"])


def mirrored(
    parent: Plan, tasks: list[Task], adapter: Adapter, mend: Mend | None, directed: bool = False
) -> Iterator[tuple[Task, Line]]:
    """Lines for the unit's departments, from tasks that the parent gives to others, each with its task.

    `directed`: only what others are told to have units of this kind do.
    """
    level, found = adapter.names.level, 0
    departments = [fold(one) for one in adapter.names.unit.departments]
    front = level.group in ("ubnd", "doan-the") or any(
        compiled(table("mirroring")["front"]["own"]).search(one) for one in departments
    )
    for task in tasks:
        text = mend(task.text) if mend else task.text
        below = 0 < rank(task.owner) < (rank(adapter.names.full) or OFFICE * (level.group == "co-quan"))
        if (
            found >= MOST
            or not text
            or below
            or (of_front(task.owner) and not front)
            or _never(task.owner, level.group)
            or _another_school(task.owner, level)
        ):
            continue
        words = _OFFICES.sub("", squeeze(_LED.sub("", unmarked(squeeze(text)))))
        turned = list(_turned(words, task, adapter, level.like or level.group, directed))
        if not turned:
            continue
        found += 1
        said = "; ".join([turned[0], *(one[:1].lower() + one[1:] for one in turned[1:])])
        label = parent.document.blocks[task.block].label
        changed = (f"việc của {task.owner} ở cấp trên, chuyển cho bộ phận của đơn vị",)
        line = Line("-", f"{said[:1].upper()}{said[1:]}.", Origin("parent", label, task.block, changed))
        yield task, line


def _turned(words: str, task: Task, adapter: Adapter, group: str, only: bool) -> Iterator[str]:
    key = adapter.names.level.key
    ours, directed, works = False, _directed(key) or _directed(group), _works(group)
    asked_all = group == "ubnd" and of_front(task.owner)  # a commune asks of its own Front whatever is asked of that
    for part in _PARTS.split(_MEMBERS.sub("", words) if asked_all else words):
        part = part.rstrip(" ;./")
        asked = directed.match(part) if directed else None
        who = asked.groupdict().get("who") if asked else None
        if who and not concerns(who, adapter.names, adapter.parent):
            continue
        apart = works.match(fold(part)) or _own_part().match(fold(part))
        ours = bool(asked) or (ours and not apart)  # what follows is asked of the same
        if not ours and _DAY.search(part):
            continue  # by a day of theirs
        part = asked["rest"] if asked else part
        if (ours or (not only and (asked_all or works.match(fold(part))))) and (
            one := adapter.turned(part, task.block)
        ):
            one = without_planning(one[:1].upper() + one[1:])
            if one and not _foreign().search(one) and not no_task(one):
                yield one
