"""How a unit is called: in the header, in running text, in its number, over its signature."""

from __future__ import annotations

import re

from msgspec import Struct

from ..model import Unit
from ..patterns import lazy
from ..unit import Level, levels
from .head import wrapped

_DEPUTY = lazy(r"^PHÓ\s+")
_COMMITTEE = lazy(r"^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+", re.IGNORECASE)


class Names(Struct, frozen=True):
    """The words that stand for one unit; `words` fill the braces of levels.toml and adapting.toml."""

    unit: Unit
    level: Level
    full: str  # «Ủy ban nhân dân phường Đông Sơn»
    area: str  # «phường Đông Sơn»; the name itself where the unit governs no area
    kind: str  # «phường»

    @property
    def words(self) -> dict[str, str]:
        level = self.level
        own = {"name": self.full, "area": self.area, "kind": self.kind, "province": self.unit.province}
        fields = ("noun", "inside", "title_scope", "people", "staff", "parts", "leadership", "head", "body")
        return own | {field: getattr(level, field).format(**own) for field in fields}


def names(unit: Unit) -> Names:
    level = levels()[unit.level]
    area = _COMMITTEE.sub("", unit.name)
    full = f"Ủy ban nhân dân {area}" if area != unit.name else unit.name
    kind = area.split()[0] if area != unit.name else ""
    kind = next((one for one in (*level.kinds, "đặc khu", "thị xã", "thành phố") if area.startswith(one)), kind)
    return Names(unit, level, full, area, kind)


def header(unit: Names, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of superior and issuer, in capitals, none wider than `width` points at 13 points."""
    superior = _COMMITTEE.sub("UBND ", unit.unit.superior).upper() if unit.level.superior else ""
    if unit.level.collective and unit.area != unit.unit.name:
        issuer = [unit.level.collective, *wrapped(unit.area.upper(), width)]
    else:
        issuer = wrapped(unit.full.upper(), width)
    return tuple(wrapped(superior, width)) if superior else (), tuple(issuer)


def signing(unit: Names) -> tuple[str, ...]:
    """The lines over the signature: «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH».

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm b.
    """
    authority, position = unit.unit.signer.authority or "", unit.unit.signer.position or ""
    head = _DEPUTY.sub("", position)
    lines = [f"TM. {unit.level.collective}"] if unit.level.collective and authority in ("", "KT.", "TM.", "Q.") else []
    if authority == "KT.":
        return (*lines, f"KT. {head}", position)
    if authority in ("TL.", "TUQ."):
        chief = unit.level.heads[0] if unit.level.heads else unit.words["head"].upper()
        return (*lines, f"{authority} {chief}", position)
    if authority == "Q.":
        return (*lines, f"Q. {position}")
    return (*lines, position)
