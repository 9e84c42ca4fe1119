"""How a unit is called: in the header, in running text, in its number, over its signature."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from ..model import Unit
from ..patterns import lazy
from ..unit import Level, levels

_COMMITTEE = lazy(r"^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+", re.IGNORECASE)
# Where a long name is best broken: after its kind, before its place.
_BREAK = lazy(
    r" (?=(?:TỈNH|THÀNH PHỐ|QUẬN|HUYỆN|PHƯỜNG|XÃ|ĐẶC KHU) )|(?<=CƠ SỞ) |(?<=PHỔ THÔNG) (?!DÂN|CÓ|NHIỀU)"
    r"|(?<=TIỂU HỌC) (?!VÀ)|(?<=MẦM NON) "
)
# Widths of Times New Roman Bold letters, in thousandths of the size (Adobe Times-Bold metrics).
_WIDTHS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (
    722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000,
    722, 722, 667,
), strict=True)) | dict(zip("abcdefghijklmnopqrstuvwxyz", (
    500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722,
    500, 500, 444,
), strict=True)) | {" ": 250, ",": 250, ".": 250, "-": 333}  # fmt: skip


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


def measured(text: str, size: float) -> float:
    """The width of a line of bold text in points. Vietnamese letters are as wide as their bases."""
    bare = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return sum(_WIDTHS.get(letter, 500) for letter in bare if not unicodedata.combining(letter)) * size / 1000


def wrapped(text: str, width: float, size: float = 13) -> list[str]:
    """A name broken into as few lines as fit, about equally long."""
    words, lines = text.split(), 1
    for place in _BREAK.finditer(text):
        pair = [text[: place.start()], text[place.end() :]]
        if measured(text, size) > width and all(measured(one, size) <= width for one in pair):
            return pair
    while lines < len(words):
        share = measured(text, size) / lines
        rows: list[str] = []
        row = ""
        for word in words:
            longer = f"{row} {word}".strip()
            if row and len(rows) < lines - 1 and measured(row, size) + measured(word, size) / 2 > share:
                rows.append(row)
                row = word
            else:
                row = longer
        rows.append(row)
        if all(measured(one, size) <= width for one in rows):
            return rows
        lines += 1
    return words or [""]


def signing(unit: Names) -> tuple[str, ...]:
    """The lines over the signature: «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH».

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm b.
    """
    authority, position = unit.unit.signer.authority or "", unit.unit.signer.position or ""
    head = re.sub(r"^PHÓ\s+", "", position)
    lines = [f"TM. {unit.level.collective}"] if unit.level.collective and authority in ("", "KT.", "TM.", "Q.") else []
    if authority == "KT.":
        return (*lines, f"KT. {head}", position)
    if authority in ("TL.", "TUQ."):
        chief = unit.level.heads[0] if unit.level.heads else unit.words["head"].upper()
        return (*lines, f"{authority} {chief}", position)
    if authority == "Q.":
        return (*lines, f"Q. {position}")
    return (*lines, position)
