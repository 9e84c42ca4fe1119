"""Citations whose number is left blank: «Kế hoạch số     /KH-UBND ngày     tháng 8 năm 2026»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ..model import Plan, Span
from ..patterns import lazy
from ..text import fold
from .kinds import named_before

_NUMBER = lazy(r"\bso\s*:?[\s.…_]*/\s*(?P<symbol>[a-z]{2,}(?:\s*-\s*[a-z&]+)*)")
_DATE = lazy(r"\s*,?\s*ngay[\s.…_/]+thang[\s.…_\d]*(?:nam[\s.…_\d]{0,6})?")
# Information about the plan itself on its appendices is filled in on paper only (Phụ lục I, Mục III, khoản 1 điểm c).
_ATTACHED = lazy(r"kem theo")


class Blank(Struct, frozen=True):
    """A citation without its number. `symbol` is folded and without spaces."""

    kind: str
    symbol: str
    span: Span


def blanks(plan: Plan) -> Iterator[Blank]:
    for number in range(plan.opening[0], plan.end or len(plan.document.blocks)):
        text = plan.document.blocks[number].text
        folded = fold(text)
        for m in _NUMBER.finditer(folded):
            named = named_before(text, m.start())
            if named is None or _ATTACHED.search(folded[max(0, named[1] - 30) : named[1]]):
                continue
            date = _DATE.match(folded, m.end())
            end = m.end() + len(date[0].rstrip()) if date else m.end()
            yield Blank(named[0], re.sub(r"\s", "", m["symbol"]), Span(number, named[1], end))
