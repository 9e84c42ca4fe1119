"""Whom a parent gives work to: the unit by its name, or units of its kind («các cơ sở giáo dục», «UBND các xã»)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Literal

from msgspec import Struct

from ..knowledge import table
from ..model import Plan, Unit
from ..patterns import lazy
from .bodies import body_key

Addressed = Literal["name", "kind"]
# Bodies of which a superior has one of a name: what follows is the place. Communes and schools are told by theirs.
_SINGLE = lazy(
    r"^(?P<base>(?:so|thanh tra|ban|van phong|cuc|chi cuc|dai|bao|hoi|lien doan|trung tam) .+?) (?:tinh|tp)\b"
)
# «Hội Khuyến học các xã»: the same name, another level.
_LOWER = lazy(r" (?:cac|cap|xa|phuong|huyen|quan|tx)\b")
_DISTRICT = lazy(r"ubnd (?:huyen|quan|tx)\b")
_OTHER_DEPARTMENT = lazy(r"so (?!gddt\b)")
_LIST = lazy(r"\s*[,;]\s*|\s+và\s+")
_PLACE = lazy(r"\s+(?:trên địa bàn|tại|ở|diễn ra)\s.*", re.S)


class Addressee(Struct, frozen=True):
    """A unit as its superiors see it: the key of its name, and its kind (knowledge/levels.toml) where that is known."""

    name: str
    kind: str | None


def addressee(plan: Plan, unit: Unit | None = None) -> Addressee | None:
    """Who issues the plan."""
    name = unit.name if unit else plan.issuer.value if plan.issuer else ""
    return Addressee(body_key(name), unit.level if unit else _kind(body_key(name))) if name else None


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str], dict[str, Any]], ...]:
    return tuple((row["name"], lazy(row["own"]), row) for row in table("addressees")["kind"])


@lru_cache(maxsize=256)
def _kind(name: str) -> str | None:
    return next((kind for kind, own, _ in _kinds() if own.search(name)), None)


@lru_cache(maxsize=2048)
def addressed(owner: str, whom: Addressee, by: str) -> Addressed | None:
    """How work of `owner` in the plan of the body `by` is this unit's: by its name, by its kind, or not at all."""
    said, above = body_key(owner), body_key(by)
    if whom.name == above:
        return None
    parts = [body_key(part) for part in _LIST.split(_PLACE.sub("", owner)) if part.strip()]
    several = whom.kind == "phong-gddt" and not _DISTRICT.match(above)  # a province has one in each district
    if not several and _named({said, *parts, *map(body_key, owner.split(","))}, whom.name):
        return "name"
    row = next((row for kind, _, row in _kinds() if kind == whom.kind), None)
    if row is None or said.startswith(above):
        return None
    whole = body_key(_PLACE.sub("", owner))
    if any(_pattern("everybody", "called").search(part) for part in parts):
        own = _OTHER_DEPARTMENT.match(above)  # «các đơn vị» of Sở Y tế are hospitals
        return None if own or _pattern("everybody", "but").search(whole) else "kind"
    if row.get("school"):
        return "kind" if _schools(parts, whole, row, above) else None
    return "kind" if any(lazy(row["called"]).search(part) for part in (whole, *parts)) else None


@cache
def _pattern(group: str, name: str) -> re.Pattern[str]:
    return lazy(table("addressees")[group][name])


def _named(parts: set[str], name: str) -> bool:
    """Whether one of several bodies is the unit, with or without its province."""
    single = _SINGLE.match(name)
    if f"{name} " in {f"{part} " for part in parts}:
        return True
    base = single["base"] if single else name
    return any(f"{part} ".startswith(f"{base} ") and not _LOWER.match(part[len(base) :]) for part in parts)


def _schools(parts: list[str], whole: str, row: dict[str, Any], above: str) -> bool:
    rows = table("addressees")["schools"]
    if _pattern("schools", "attached").search(whole):
        near = rows["to_department"] if above.startswith("so ") else rows["to_commune"]
        if row["name"] not in near or above.startswith(("ubnd tinh", "ubnd tp", "bo ")):
            return False
        if any(_pattern("schools", "attached_called").search(part) for part in parts):
            return True
    if not any(_pattern("schools", "called").search(part) for part in parts):
        return False
    return bool(lazy(row["levels"]).search(whole)) or not _pattern("schools", "levels").search(whole)
