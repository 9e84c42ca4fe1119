"""Where the parent's issuer acts in the parent's own words: «Sở lựa chọn …», «UBND tỉnh khen thưởng …»."""

from __future__ import annotations

import re
from functools import cache

from ..patterns import lazy
from ..text import fold

_COMMITTEE = lazy(r"uy ban nhan dan (\w+(?: pho)?)")


@cache
def _named(issuer: str) -> re.Pattern[str]:
    """An issuer by its whole or its short name; `issuer` is folded."""
    short = "so|giam doc so" if issuer.startswith("so ") else ""
    if committee := _COMMITTEE.match(issuer):
        short = rf"(?:chu tich )?(?:ubnd|uy ban nhan dan) {committee[1]}"
    forms = "|".join(form for form in (re.escape(issuer), short) if form)
    return re.compile(rf"(?:{forms})\b(?! (?:va|,)|,)(?! trong viec)" if forms else r"(?!)")


def acts(issuer: str, clause: str, start: int = 0) -> re.Match[str] | None:
    """The issuer at the head of a clause. Accents are not compared, but «sơ kết» is no «Sở»."""
    found = _named(issuer).match(fold(clause), start)
    return None if found and found[0].startswith("so") and clause[start : start + 2].lower() != "sở" else found
