"""Provinces in a text: where one is named, and which one a plan belongs to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from ..knowledge import table
from ..model import Plan, Unit
from ..text import fold, squeeze

# Bodies of the whole country have no province of their own.
CENTRAL = re.compile(r"^(?:bo|chinh phu|thu tuong|tong|cuc|quoc hoi|uy ban trung uong|trung uong|hoc vien|dai hoc)\b")
TWO_LEVELS = date(2025, 7, 1)
_TYPE = r"(?:(?P<type>tinh|thanh pho|tp)\.?\s+)?"


@dataclass(frozen=True, slots=True)
class Mention:
    """A province named in a text: its right name, how it is written, the word before («tỉnh»), and the offsets.

    `start` is where the word before begins, `name_at` where the name itself does.
    """

    name: str
    written: str
    type: str
    start: int
    name_at: int
    end: int


@cache
def all_names() -> dict[str, str]:
    """The names of provinces before and after 1 July 2025 by their folded form, with other usual spellings."""
    places = table("provinces")
    names = {fold(name): name for name in (*places["now"], *places["merged"])}
    names |= {"thua thien hue": "Huế", "thua thien - hue": "Huế", "ba ria-vung tau": "Bà Rịa - Vũng Tàu", "dac lac": "Đắk Lắk", "dac nong": "Đắk Nông"}
    return names | {"daklak": "Đắk Lắk", "dak nong": "Đắk Nông", "bac can": "Bắc Kạn", "kontum": "Kon Tum", "gialai": "Gia Lai"}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(n).replace(r"\ ", r"\s+").replace(r"\s+\-\s+", r"\s*-\s*") for n in all_names()), key=len, reverse=True))
    return re.compile(rf"(?<!\w){_TYPE}(?P<name>{names})(?!\w)")


def mentions(text: str) -> Iterator[Mention]:
    """Every province named in a text, its words written with capitals."""
    for m in _pattern().finditer(fold(text)):
        written = text[slice(*m.span("name"))]
        if not all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", written)):
            continue
        name = all_names()[re.sub(r"\s*-\s*", " - " if " - " in m["name"] else "-", squeeze(m["name"]))] if "-" in m["name"] else all_names()[squeeze(m["name"])]
        yield Mention(name, written, m["type"] or "", m.start(), m.start("name"), m.end())


@cache
def spelling(name: str) -> tuple[str, ...]:
    """A name word by word, without case and without regard to where the mark of tone stands: «Hoà» is «Hòa»."""
    return tuple(_letters(word) for word in re.findall(r"[^\W\d_]+", name))


def _letters(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.lower())
    tone = "".join(sorted(c for c in apart if c in "\u0300\u0301\u0303\u0309\u0323"))
    return unicodedata.normalize("NFC", "".join(c for c in apart if c not in "\u0300\u0301\u0303\u0309\u0323")) + tone


def well_spelt(mention: Mention) -> bool:
    wanted = {mention.name, "Thừa Thiên Huế"} if mention.name == "Huế" else {mention.name}
    return spelling(mention.written) in {spelling(name) for name in wanted}


def same(one: str, other: str) -> bool:
    """Whether two names are one province, or one went into the other."""
    merged = table("provinces")["merged"]
    return one == other or merged.get(one) == other or merged.get(other) == one or (
        one in merged and merged.get(one) == merged.get(other)
    )


@lru_cache(maxsize=16)
def own(plan: Plan, parent: Plan | None = None, unit: Unit | None = None) -> str | None:
    """The province that a plan is of: by the unit, its own head and title, its opening, or the parent's head."""
    if unit and (named := _only(f"tỉnh {unit.province}" if not unit.province.startswith(("tỉnh", "thành")) else unit.province)):
        return named
    if plan.issuer and CENTRAL.match(fold(plan.issuer.value)):
        return None
    return _of_head(plan) or _of_text(plan) or (_of_head(parent) if parent else None)


def _of_head(plan: Plan) -> str | None:
    for body in (plan.issuer, plan.superior):
        if body and (found := _only(body.value, typed=True)):
            return found
    place = plan.place.value if plan.place else ""
    found = _only(place)
    # A commune may bear the name of a province: «xã Hòa Bình».
    local = plan.issuer is not None and re.search(rf"\b(?:xa|phuong|thi tran|huyen|quan)\s+{re.escape(fold(place))}", fold(plan.issuer.value))
    return found if found and not local and len(place.split()) <= 4 else None


def _of_text(plan: Plan) -> str | None:
    """By the title («… tỉnh Đắk Lắk», «Đắk Lắk thi đua …»), then by the opening."""
    if plan.title:
        for m in mentions(plan.title.value):
            if m.type or re.match(r"\s+(?:thi dua|chung tay|chung suc)", fold(plan.title.value[m.end :])):
                return m.name
    found = {m.name for n in range(*plan.opening) for m in mentions(plan.document.blocks[n].text) if m.type}
    return found.pop() if len(found) == 1 else None


def _only(text: str, typed: bool = False) -> str | None:
    """The one province that a text names."""
    found = {m.name for m in mentions(text) if m.type or not typed}
    return found.pop() if len(found) == 1 else None
