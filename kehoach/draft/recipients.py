"""«Nơi nhận»: who is above, whom the unit names itself, its parts, the file copy."""

from __future__ import annotations

from datetime import date

from ..model import Plan
from ..patterns import lazy
from ..text import fold, squeeze
from .audience import abolished
from .duties import rank
from .names import Names
from .slips import renamed

_SHORT = lazy(r"\bubnd\b")


def recipients(parent: Plan, own: Names, on: date, reported: str = "") -> tuple[str, ...]:
    """«Nơi nhận»: the parent's issuer and the superior, the unit's own list, its parts, the file copy.

    `reported`: the bodies that reports go to.
    """
    given = list(own.unit.recipients)
    short = any("b/c" in (one.purpose or "") for one in given)
    report, carry = ("để b/c", "để t/h") if short else ("để báo cáo", "để thực hiện")
    above = [renamed(parent.issuer.value, on)] if parent.issuer and not abolished(parent.issuer.value, on) else []
    between = own.level.superior and above and 0 < rank(own.unit.superior) < rank(above[0])
    if between and above[0] not in reported:
        above = []  # the superior reports on
    if own.level.superior and own.unit.superior:
        above.append(own.unit.superior)
    rows = [(name, report) for name in above if not any(_same(name, one.name) for one in given)]
    if len(rows) == 2 and _same(rows[0][0], rows[1][0]):
        rows.pop()
    rows += [(one.name, one.purpose or "") for one in given]
    if not any(word in (purpose or "") for _, purpose in rows for word in ("t/h", "thực hiện", "th/h")):
        rows.append((own.words["parts"][:1].upper() + own.words["parts"][1:], carry))
    return (*(f"- {name} ({purpose});" if purpose else f"- {name};" for name, purpose in rows), "- Lưu: VT.")


def _same(a: str, b: str) -> bool:
    """Whether two recipients are one body: «UBND tỉnh» and «Ủy ban nhân dân tỉnh Phú Thọ»."""
    a, b = (_SHORT.sub("uy ban nhan dan", fold(squeeze(name))) for name in (a, b))
    return a == b or a.startswith(f"{b} ") or b.startswith(f"{a} ")
