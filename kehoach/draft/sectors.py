"""Work of another sector, or of communes of another kind, which is none of the unit's."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import table
from ..patterns import compiled, lazy
from ..text import fold
from .names import SCHOOLS, Names

OTHER_SECTOR = "việc của ngành khác"
_OFFICES = ("so", "co-quan-tinh", "phong-gddt")
_KINDS = lazy(r"[Mm]ỗi (?P<kinds>(?:xã|phường|đặc khu)(?:(?:,| và) (?:xã|phường|đặc khu))*) ")


def other_kind(text: str, own: Names) -> bool:
    """Whether words ask something of each commune of another kind: «mỗi xã …» in the plan of a ward."""
    found = _KINDS.match(text) if own.level.key == "ubnd-xa" else None
    return bool(found and own.words["kind"] not in found["kinds"])


def other_sector(text: str, own: Names) -> bool:
    """Whether words tell of work that one sector does, and the unit is of another: «Nông nghiệp: …», «bệnh án»."""
    office = own.level.key in _OFFICES
    if not office and own.level.group not in SCHOOLS:
        return False
    labels, theirs, ours, anyone = _sectors(own.full)
    if ":" in text and labels.match(text):
        return True
    return office and bool(theirs.search(text)) and not ours.search(text) and not anyone.search(text)


@cache
def _sectors(name: str) -> tuple[re.Pattern[str], ...]:
    """How others' work begins, words of theirs and of the unit's own sector, and what any sector may do."""
    plain, rows = fold(name), table("concerning")["sector"]
    mine = [compiled(row["body"]).search(plain) is not None for row in rows]
    labels = "|".join(row["label"] for row, own in zip(rows, mine, strict=True) if not own)
    theirs, ours = (
        "|".join(
            row[key]
            for row, own in zip(rows, mine, strict=True)
            for key in ("words", "also")[: 1 + said]
            if own is said and key in row
        )
        for said in (False, True)
    )
    common = table("concerning")["sectors"]
    labelled = common["labelled"].format(labels=labels)
    return tuple(
        re.compile(one, flags)
        for one, flags in ((labelled, re.I), (theirs, 0), (ours or r"(?!)", 0), (common["anyone"], re.I))
    )
