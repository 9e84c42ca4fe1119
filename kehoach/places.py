"""The gazetteer: provinces, districts and communes before and from 1 July 2025, and what became of each.

Its table (knowledge/places.txt) is not parsed: each question finds its own lines in the text of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct
from rapidfuzz.distance import OSA

from .knowledge import HERE, table
from .patterns import lazy
from .text import TONES_MOVED, fold, nfc, squeeze

# From this day there are no districts, 34 provinces and 3,321 communes.
CHANGE = date(2025, 7, 1)
# The old units are those of their last day; not all that went before this day are known.
KNOWN_FROM = date(2025, 3, 1)
CODES = {
    "tỉnh": "t", "thành phố": "tp", "quận": "q", "huyện": "h", "thị xã": "tx",
    "phường": "p", "xã": "x", "thị trấn": "tt", "đặc khu": "đk",
}  # fmt: skip
KINDS = {code: kind for kind, code in CODES.items()}
PROVINCES = ("tỉnh", "thành phố")
DISTRICTS = ("quận", "huyện", "thị xã", "thành phố")
COMMUNES = ("phường", "xã", "thị trấn", "đặc khu")

_HYPHEN = lazy(r"\s*[-–]\s*")
_LEADING_ZERO = lazy(r"\b0+(?=\d)")
# The resolutions put the tone of these on the first vowel (Hòa Bình), many plans on the second (Hoà Bình).
_OPEN = lazy(rf"(?<!q)(?:{'|'.join(TONES_MOVED)})(?![^\W\d_])")
_UNIT = lazy(r"^(- )?(t|tp|q|h|tx|p|x|tt|đk) ([^>\n]+?)(?: > |$)", re.MULTILINE)


class Place(Struct, frozen=True):
    """A unit. `district` is empty for provinces, districts and communes from 1 July 2025."""

    kind: str
    name: str
    province: str
    district: str = ""

    @property
    def full(self) -> str:
        return f"{self.kind} {self.name}"


@lru_cache(maxsize=2048)
def key(name: str) -> str:
    """What two spellings of one name have in common: «Hoà Bình» and «HÒA BÌNH», «Phường 01» and «phường 1».

    >>> key("Hoà Bình"), key("Bà Rịa-Vũng Tàu"), key("Quý Lộc")
    ('hòa bình', 'bà rịa - vũng tàu', 'quý lộc')
    """
    plain = squeeze(nfc(name)).lower().translate({ord("’"): "'", ord("‘"): "'"})
    plain = _LEADING_ZERO.sub("", _HYPHEN.sub(" - ", plain))
    return _OPEN.sub(lambda found: TONES_MOVED[found[0]], plain)


def provinces(when: date) -> tuple[str, ...]:
    """The names of the provinces and centrally run cities on a day."""
    known = table("provinces")
    if when >= CHANGE:
        return tuple(known["now"])
    names = {*known["now"], *known["merged"]}
    for name, fate in known["earlier"].items():
        if when <= fate["until"]:
            names -= {fate["into"]} if fate["renamed"] else set()
            names |= {name}
    return tuple(sorted(names))


def province_kind(name: str, when: date) -> str | None:
    """«tỉnh» or «thành phố»; None for what is no province on that day."""
    right = next((each for each in provinces(when) if key(each) == key(name)), None)
    if right is None:
        return None
    known = table("provinces")
    later = known["later_cities"].get(right)
    return "thành phố" if right in known["cities"] or (later and when >= later) else "tỉnh"


def find(name: str, kind: str | None, when: date) -> list[Place]:
    """The provinces, districts and communes of that name on a day; of any kind with None."""
    return list(_found(name, kind, when))


@lru_cache(maxsize=4096)
def _found(name: str, kind: str | None, when: date) -> tuple[Place, ...]:
    of_province = province_kind(name, when)
    found = []
    if of_province and kind in (None, of_province):
        right = next(each for each in provinces(when) if key(each) == key(name))
        found.append(Place(of_province, right, right))
    lines = _new(name, kind) if when >= CHANGE else _old(name, kind)
    return (*found, *(place for place, _ in lines))


def exists(name: str, kind: str | None, when: date, province: str | None = None) -> bool | None:
    """Whether there is such a unit on that day; None where that cannot be told, before March 2025.

    `kind` is a word such as «xã», None for any; `province` is one of that day.
    """
    if any(province is None or key(place.province) == key(province) for place in find(name, kind, when)):
        return True
    return False if when >= KNOWN_FROM else None


def province_of(name: str, kind: str | None, when: date) -> tuple[str, ...]:
    """The provinces that have a unit of that name on a day."""
    return tuple(dict.fromkeys(place.province for place in find(name, kind, when)))


def became(name: str, kind: str | None = None, province: str | None = None, district: str | None = None) -> list[Place]:
    """What an old unit is since 1 July 2025: for a district or commune, the communes that have its area.

    Of a commune that was divided, the one with the largest part comes first. `province`, old or new, and `district`
    tell units of one name apart; all that are meant are given together.
    """
    found: list[Place] = []
    into = _successor(name) if kind in (None, *PROVINCES) and province is None else None
    if into:
        found.append(Place(province_kind(into, CHANGE) or "", into, into))
    for place, start in _old(name, kind):
        here = (key(place.province), key(_successor(place.province) or ""))
        if (province is None or key(province) in here) and (district is None or key(district) == key(place.district)):
            found += _targets(place, start)
    return list(dict.fromkeys(found))


def near(name: str, when: date, kind: str | None = None) -> tuple[str, ...]:
    """The right spellings that `name` may be a slip of, by its accents; none if it is right or like no name at all.

    >>> near("Bim Sơn", date(2026, 1, 1)), near("Đăk Lăk", date(2026, 1, 1)), near("Hà Nội", date(2026, 1, 1))
    (('Bỉm Sơn',), ('Đắk Lắk',), ())
    """
    if find(name, kind, when):
        return ()
    of_provinces = provinces(when) if kind in (None, *PROVINCES) else ()
    variants = table("provinces")["variants"]
    known = {key(variant): right for variant, right in variants.items() if right in of_provinces}
    if key(name) in known:
        return (known[key(name)],)
    bare = fold(key(name))
    same = [each for each in of_provinces if fold(key(each)) == bare]
    return tuple(dict.fromkeys((*same, *_by_bare(when >= CHANGE, kind).get(bare, ()))))


def one_letter_off(name: str, when: date, kind: str) -> tuple[str, ...]:
    """The right spellings of the units of a kind whose letters are those of `name` but for one.

    >>> one_letter_off("Đô Lươg", date(2024, 1, 1), "huyện")
    ('Đô Lương',)
    """
    bare = fold(key(name))
    known = _by_bare(when >= CHANGE, kind)
    found = [
        each for each in known if abs(len(each) - len(bare)) <= 1 and OSA.distance(each, bare, score_cutoff=1) <= 1
    ]
    return tuple(dict.fromkeys(right for each in found for right in known[each]))


def _successor(name: str) -> str | None:
    """The province that an old one, or one that stayed, is in now."""
    known = table("provinces")
    fates = {**{each: each for each in known["now"]}, **known["merged"]}
    fates |= {earlier: fate["into"] for earlier, fate in known["earlier"].items()}
    return next((into for each, into in fates.items() if key(each) == key(name)), None)


@cache
def _texts() -> tuple[str, str, int]:
    """The table, the same in small letters, and where its second part (the new units) begins."""
    text = (HERE / "places.txt").read_text(encoding="utf-8")
    return text, text.lower(), text.index("\n== ")


def _old(name: str, kind: str | None) -> Iterator[tuple[Place, int]]:
    """Old districts and communes of that name, each with where its line begins."""
    text, _, end = _texts()
    for each in (kind,) if kind else (*DISTRICTS, *COMMUNES):
        mark = "- " if each in DISTRICTS else ""
        for start in _lines(f"{mark}{CODES.get(each, '?')} {key(name)}", 0, end):
            province = _value(text, text.rindex("\n= ", 0, start) + len("\n= "))
            district = "" if mark else _value(text, text.rindex("\n- ", 0, start) + len("\n- ")).partition(" ")[2]
            written = _value(text, start + len(mark)).partition(" ")[2]
            yield Place(each, written, province, district), start


def _new(name: str, kind: str | None) -> Iterator[tuple[Place, int]]:
    """Communes of that name from 1 July 2025, each with where its line begins."""
    text, _, begin = _texts()
    for each in (kind,) if kind else COMMUNES:
        for start in _lines(f"{CODES.get(each, '?')} {key(name)}", begin, len(text)):
            province = _value(text, text.rindex("\n== ", 0, start) + len("\n== "))
            yield Place(each, _value(text, start).partition(" ")[2], province), start


def _lines(wanted: str, begin: int, end: int) -> Iterator[int]:
    """Where the lines begin that say `wanted`, and maybe what became of it."""
    _, small, _ = _texts()
    at = small.find(f"\n{wanted}", begin, end)
    while at >= 0:
        behind = at + 1 + len(wanted)
        if small.startswith(("\n", " > "), behind):
            yield at + 1
        at = small.find(f"\n{wanted}", behind, end)


def _value(text: str, start: int) -> str:
    """A line from `start`, up to what became of it."""
    return text[start : text.index("\n", start)].partition(" > ")[0]


def _targets(place: Place, start: int) -> Iterator[Place]:
    """The communes in the line of an old commune, or in all lines of an old district."""
    text, _, end = _texts()
    stop = text.index("\n", start)
    if place.kind in DISTRICTS:
        stop = min(at for mark in ("\n- ", "\n= ", "\n== ") if (at := text.find(mark, start, end + 4)) >= 0)
    province = _successor(place.province) or place.province
    for line in text[start:stop].split("\n"):
        for target in filter(None, line.partition(" > ")[2].split(", ")):
            code, _, name = target.partition(" ")
            yield Place(KINDS[code.lower()], name, province)


@cache
def _by_bare(new: bool, kind: str | None) -> dict[str, tuple[str, ...]]:
    """The names of districts and communes by what is left of them without accents."""
    text, small, border = _texts()
    begin, end = (border, len(text)) if new else (0, border + 1)
    found: dict[str, dict[str, None]] = {}
    for unit in _UNIT.finditer(small, begin, end):
        if kind in (None, KINDS[unit[2]]):
            found.setdefault(fold(unit[3]), {})[text[unit.start(3) : unit.end(3)]] = None
    return {bare: tuple(names) for bare, names in found.items()}
