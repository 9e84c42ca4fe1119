"""«Nơi nhận»: who is above, who takes in the reports, the unit's own list or the usual one, the file copy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..model import Plan
from ..patterns import lazy
from ..text import fold, squeeze
from .audience import abolished
from .names import Names
from .reports import Duty, skips
from .slips import renamed

_SHORT = lazy(r"\bubnd\b")
_TWO = lazy(r" và (?=(?:Bộ|Sở|Ủy ban|UBND|Hội|Ban|Phòng) )")
_CARRY = ("t/h", "thực hiện", "th/h")


def recipients(parent: Plan, own: Names, on: date, duties: Iterable[Duty]) -> tuple[str, ...]:
    """The lines of «Nơi nhận»: those above first."""
    given = [(one.name, one.purpose or "") for one in own.unit.recipients]
    short = any("b/c" in purpose for _, purpose in given)
    report, carry = ("để b/c", "để t/h") if short else ("để báo cáo", "để thực hiện")
    duties, above = list(duties), []
    issuer = renamed(parent.issuer.value, on) if parent.issuer and not abolished(parent.issuer.value, on) else ""
    if issuer and (not skips(parent, own) or any(_same(issuer, duty.to) for duty in duties)):
        above.append(issuer)
    if own.unit.superior and (own.level.superior or skips(parent, own)):
        above.append(own.unit.superior)
    if not given:
        above += [body for duty in duties for body in _bodies(duty)]
        given = [_parted(line.format(**own.words)) for line in own.level.receivers]
    rows: list[tuple[str, str]] = []
    for name in above:
        if not any(_same(name, other) for other, _ in (*rows, *given)):
            rows.append((name, report))
    rows += given
    if not any(word in purpose for _, purpose in rows for word in _CARRY):
        parts = own.words["parts"]
        rows.append((parts[:1].upper() + parts[1:], carry))
    return (*(f"- {name} ({purpose});" if purpose else f"- {name};" for name, purpose in rows), "- Lưu: VT.")


def _bodies(duty: Duty) -> list[str]:
    """Who gets a report: «UBND tỉnh (qua Sở Nội vụ)» are two."""
    found = re.fullmatch(r"(?P<to>[^()]+?)(?: \(qua (?P<office>[^()]+)\))?", duty.to)
    if found is None or "[" in duty.to:
        return []
    # an office of the body itself gets it there: «Sở (qua Phòng …)»
    office = found["office"] if found["office"] and not found["office"].startswith("Phòng") else None
    return [*_TWO.split(found["to"]), *([office] if office else [])]


def _parted(line: str) -> tuple[str, str]:
    name, _, purpose = line.rpartition(" (")
    return name, purpose.rstrip(")")


def _same(a: str, b: str) -> bool:
    """Whether two recipients are one body: «UBND tỉnh» and «Ủy ban nhân dân tỉnh Phú Thọ»."""
    a, b = (_SHORT.sub("uy ban nhan dan", fold(squeeze(name))) for name in (a, b))
    return a == b or a.startswith(f"{b} ") or b.startswith(f"{a} ")
