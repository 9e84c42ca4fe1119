"""Provinces in a text: where one is named, and which one a plan belongs to."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from .. import places
from ..knowledge import table
from ..model import Document, Plan, Unit
from ..patterns import lazy
from ..text import CAPITAL, fold, squeeze

# Bodies of the whole country have no province of their own.
CENTRAL = lazy(
    r"^(?:bo (?!chi huy)|chinh phu|thu tuong|tong|cuc|quoc hoi|uy ban trung uong|trung uong|hoc vien"
    r"|(?:truong )?(?:dai hoc|cao dang)|vien (?!kiem sat)|cong ty|tap doan|ngan hang)\b"
    r"|\b(?:viet nam|trung uong|quoc gia)$"
)
# A day on which there still were districts.
BEFORE = date(2025, 6, 1)
OFTEN = 3  # mentions from which on a province may be the plan's own
# A province that took a shorter name.
EARLIER = {"Huế": "Thừa Thiên Huế"}
DISTRICT = lazy(rf"(?<!\w)(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|[Tt]hành phố)\s+({CAPITAL}\w*(?:\s+{CAPITAL}\w*){{0,3}})")
_SPACED = lazy(r"\s*-\s*")
_TYPE = lazy(r"(?<!\w)(tinh|thanh pho|tp)\.?\s+$")


class Mention(Struct, frozen=True):
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
    known = table("provinces")
    names = {fold(name): name for name in (*known["now"], *known["merged"])}
    names |= {fold(old): name for name, old in EARLIER.items()}
    return {fold(variant): right for variant, right in known["variants"].items() if right in names.values()} | names


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(
        sorted(
            (re.escape(n).replace(r"\ ", r"\s+").replace(r"\s+\-\s+", r"\s*-\s*") for n in all_names()),
            key=len,
            reverse=True,
        )
    )
    return lazy(rf"(?<!\w)(?P<name>{names})(?!\w)")


def mentions(text: str) -> tuple[Mention, ...]:
    """Every province named in a text, its words written with capitals."""
    return _found(text)[0]


def half_capital(text: str) -> tuple[Mention, ...]:
    """Every province after «tỉnh», «thành phố» of whose name only the first word has its capital: «tỉnh Phú thọ»."""
    return _found(text)[1]


@lru_cache(maxsize=1024)
def _found(text: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    whole, half = [], []
    folded = fold(text)
    for m in _pattern().finditer(folded):
        written = text[m.start() : m.end()]
        capitals = [word[0].isupper() for word in re.findall(r"[^\W\d_]+", written)]
        if not capitals[0]:
            continue
        name = all_names()[_SPACED.sub(" - ", squeeze(m[0]))]
        type = _TYPE.search(folded, max(0, m.start() - 12), m.start())
        start = type.start() if type else m.start()
        mention = Mention(name, written, type[1] if type else "", start, m.start(), m.end())
        if all(capitals):
            whole.append(mention)
        elif type:
            half.append(mention)
    return tuple(whole), tuple(half)


@lru_cache(maxsize=8)
def of(document: Document) -> tuple[tuple[int, Mention], ...]:
    """Every province that a document names, with the number of its block."""
    return tuple((number, m) for number, block in enumerate(document.blocks) for m in mentions(block.text))


@lru_cache(maxsize=4096)
def is_place(name: str) -> bool:
    """Whether there is or was a province, district or commune of that name."""
    return any(places.find(name, None, when) for when in (places.CHANGE, BEFORE))


def well_spelt(mention: Mention) -> bool:
    """Whether a province is written as it should be; where the mark of tone stands does not matter («Hoà», «Hòa»)."""
    return places.key(mention.written) in (
        places.key(mention.name),
        places.key(EARLIER.get(mention.name, mention.name)),
    )


def same(one: str, other: str) -> bool:
    """Whether two names are one province, or one went into the other."""
    merged = table("provinces")["merged"]
    return (
        one == other
        or merged.get(one) == other
        or merged.get(other) == one
        or (one in merged and merged.get(one) == merged.get(other))
    )


@lru_cache(maxsize=16)
def own(plan: Plan, parent: Plan | None = None, unit: Unit | None = None) -> str | None:
    """The province that a plan is of: by the unit, its own head and title, its opening, or the parent's head."""
    if unit and (
        named := _only(f"tỉnh {unit.province}" if not unit.province.startswith(("tỉnh", "thành")) else unit.province)
    ):
        return named
    if plan.issuer and CENTRAL.search(fold(plan.issuer.value)):
        return None
    return (
        _of_head(plan)
        or _of_text(plan)
        or (_of_head(parent) if parent else None)
        or _of_district(plan)
        or _of_most(plan)
    )


def _of_head(plan: Plan) -> str | None:
    for body in (plan.issuer, plan.superior):
        if body and (found := _only(body.value, typed=True)):
            return found
    place = plan.place.value if plan.place else ""
    found = _only(place)
    if found is None or len(place.split()) > 4 or (plan.issuer is None and found == "Hà Nội"):
        return None  # who issues from Hà Nội may be of the whole country
    # A commune may bear the name of a province: «xã Hòa Bình».
    local = plan.issuer and re.search(
        rf"\b(?:xa|phuong|thi tran|huyen|quan)\s+{re.escape(fold(place))}", fold(plan.issuer.value)
    )
    return None if local else found


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


def _of_district(plan: Plan) -> str | None:
    """By the district that the head, the title or the opening names, if all of that name are in one province."""
    texts = [f.value for f in (plan.superior, plan.issuer, plan.title) if f]
    texts += [plan.document.blocks[n].text for n in range(*plan.opening)]
    for text in texts:
        for m in DISTRICT.finditer(text):
            words = m[1].split()
            for size in range(len(words), 1, -1):
                found = places.find(" ".join(words[:size]), None, BEFORE)
                homes = {p.province for p in found if p.kind in places.DISTRICTS}
                if homes:
                    return homes.pop() if len(homes) == 1 else None
    return None


def _of_most(plan: Plan) -> str | None:
    """The province that nearly all of the text speaks of, where the head is lost."""
    counts = Counter(m.name for _, m in of(plan.document) if m.type)
    name, most = counts.most_common(1)[0] if counts else ("", 0)
    return name if most >= OFTEN and most >= 0.75 * counts.total() else None
