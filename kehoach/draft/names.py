"""How a unit is called: in the header, in running text, in its number, over its signature."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge import table
from ..model import Unit
from ..patterns import lazy
from ..unit import Level, levels
from .head import wrapped

_DEPUTY = lazy(r"^PHÓ\s+")
SCHOOLS = ("truong", "trung-tam")  # groups of units that teach: one body stands above each
FEWEST = 3  # words that name a body without its place: «Sở Y tế», not «Thanh tra»
_COMMITTEE = lazy(r"^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+", re.IGNORECASE)


class Names(Struct, frozen=True, dict=True):
    """The words that stand for one unit; `words` fill the braces of levels.toml and adapting.toml."""

    unit: Unit
    level: Level
    full: str  # «Ủy ban nhân dân phường Đông Sơn»
    area: str  # «phường Đông Sơn»; the name itself where the unit governs no area
    kind: str  # «phường»

    @cached_property
    def words(self) -> dict[str, str]:
        level = self.level
        own = {"name": self.full, "area": self.area, "kind": self.kind, "province": self.unit.province}
        own |= {"above": _COMMITTEE.sub("", self.unit.superior), "position": spoken(self)}
        above = self.unit.superior or "cấp trên trực tiếp"
        own |= {"superior": "chính quyền địa phương" if _COMMITTEE.match(above) else above}
        own |= {"above_kind": _kind(own["above"]), "local": _local(self.unit.superior)}
        own |= {"province_full": province(self.unit.province)}
        own |= {"province_kind": own["province_full"].removesuffix(f" {self.unit.province}")}
        own |= {"below": level.below.get(self.kind, ""), "members": level.members.get(self.kind, "hội viên")}
        fields = ("noun", "inside", "title_scope", "people", "staff", "parts", "leadership", "head", "body")
        return own | {field: getattr(level, field).format(**own) for field in fields}


def province(name: str) -> str:
    """«tỉnh Phú Thọ», «thành phố Huế»."""
    return f"{'thành phố' if name in table('provinces')['cities'] else 'tỉnh'} {name}"


def _local(superior: str) -> str:
    """The area whose committee a unit is under, at once or through its office: «xã Đồng Lâm», «cấp huyện»."""
    if _COMMITTEE.match(superior):
        return _COMMITTEE.sub("", superior)
    return "cấp huyện" if superior.startswith("Phòng") else ""


def names(unit: Unit) -> Names:
    level = levels()[unit.level]
    named = (changes for words, changes in level.variants.items() if words in unit.name.lower())
    level = replace(level, **next(named, {}))
    area = _COMMITTEE.sub("", unit.name)
    full = f"Ủy ban nhân dân {area}" if area != unit.name else unit.name
    named_kind = next((one for one in level.kinds if area.startswith(one)), "")
    kind = named_kind or (_kind(area) if area != unit.name else level.unnamed)
    return Names(unit, level, full, area, kind)


def _kind(area: str) -> str:
    """The kind of a place: «phường», «thành phố»."""
    return next((one for one in ("đặc khu", "thị xã", "thành phố") if area.startswith(one)), area.partition(" ")[0])


def spoken(unit: Names) -> str:
    """Who heads the unit, as said in a sentence: «Chánh Thanh tra» where the deputy signs «PHÓ CHÁNH THANH TRA»."""
    signer, known = unit.unit.signer, table("positions")["spoken"]
    position = re.sub(r"^PHÓ\s+", "", signer.position or "")
    if signer.authority in ("TL.", "TUQ.") or not position or (unit.level.heads and position not in unit.level.heads):
        position = next(iter(unit.level.heads), "THỦ TRƯỞNG CƠ QUAN")
    return str(known.get(position, position.capitalize()))


def header(unit: Names, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of superior and issuer, in capitals, none wider than `width` points at 13 points."""
    superior = _COMMITTEE.sub("UBND ", unit.unit.superior).upper() if unit.level.superior else ""
    if unit.level.collective and unit.area != unit.unit.name:
        issuer = [unit.level.collective, *wrapped(unit.area.upper(), width)]
    else:
        issuer = wrapped(_own_header(unit).upper(), width)
    return tuple(wrapped(superior, width)) if superior else (), tuple(issuer)


def _own_header(unit: Names) -> str:
    """The issuer's name; without the area that stands in the line above: «UBND TỈNH PHÚ THỌ», «SỞ Y TẾ»."""
    above = unit.words["above"]
    bare = unit.full.removesuffix(f" {above}") if unit.level.brief_header and above else unit.full
    few = bare != unit.full and len(bare.split()) < FEWEST  # «THANH TRA TỈNH»
    return f"{bare} {unit.words['above_kind']}" if few else bare


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
