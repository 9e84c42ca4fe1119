"""Work that the parent gives to its own offices and every level does for itself: the unit's departments do it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..knowledge import table
from ..model import Plan, Task
from ..patterns import compiled, lazy
from ..text import fold, squeeze
from .adapt import Adapter
from .context import Line, Origin
from .mending import Mend

MOST = 6  # lines: the unit's own work, not a copy of the parent's offices
_LED = lazy(
    r"^(?:chủ trì,?\s*)?(?:và\s*)?phối hợp với [^:;.]{3,160}?"
    r"(?::\s*|,?\s+(?=tham mưu |hướng dẫn|triển khai|tuyên truyền))",
    re.IGNORECASE,
)
_LISTED = lazy(r"^(?:[-–+•*]\s*|[a-zđ]\)\s*|\d+(?:\.\d+)*\.\s+)")
_PARTS = lazy(r"(?<=[;.])\s+")


@cache
def _works() -> re.Pattern[str]:
    rows = table("mirroring")
    return compiled(rf"{rows['before']}(?:{'|'.join(rows['works'])})")


@cache
def _foreign() -> re.Pattern[str]:
    return compiled("|".join(table("mirroring")["foreign"]))


def mirrored(parent: Plan, tasks: list[Task], adapter: Adapter, mend: Mend | None) -> Iterator[Line]:
    """Lines for the unit's departments, from tasks that the parent gives to others."""
    found = 0
    for task in tasks:
        text = mend(task.text) if mend else task.text
        if found >= MOST or not text:
            continue
        words = squeeze(_LED.sub("", _LISTED.sub("", squeeze(text))))
        kept = [part.rstrip(" ;.") for part in _PARTS.split(words) if _works().match(fold(part))]
        turned = [one for part in kept if (one := adapter.turned(part, task.block)) and not _foreign().search(one)]
        if not turned:
            continue
        found += 1
        said = "; ".join([turned[0], *(one[:1].lower() + one[1:] for one in turned[1:])])
        label = parent.document.blocks[task.block].label
        changed = (f"việc của {task.owner} ở cấp trên, chuyển cho bộ phận của đơn vị",)
        yield Line("-", f"{said[:1].upper()}{said[1:]}.", Origin("parent", label, task.block, changed))
