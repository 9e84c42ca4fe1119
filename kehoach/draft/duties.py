"""Whom the parent's words mean, a usual day before the parent's, and which of the unit's departments does what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from msgspec.structs import replace

from ..knowledge import table
from ..model import Plan
from ..patterns import compiled, lazy
from ..text import fold
from .audience import audience
from .context import Line
from .names import Names

ROUND_DAYS = (25, 20, 15, 10, 5)  # days of the month that offices set
WHAT = 110  # characters of a task that say what it is about; what follows is how and with whom
_SHORT = lazy(r"\bubnd\b")
_ANYONE = lazy(r"(?:cac )?don vi|(?:cac )?co quan|thu truong.*")


# How high bodies stand, told by how their names begin.
_RANKS = tuple(
    (lazy(pattern), rank)
    for rank, pattern in enumerate(
        (
            r"(?:nha )?truong |trung tam |phong (?:van hoa - xa hoi|kinh te)\b",  # of a commune
            r"(?:ubnd|uy ban nhan dan) (?:cac )?(?:xa|phuong|dac khu|cap xa)", r"phong ",
            r"(?:ubnd|uy ban nhan dan) (?:huyen|quan|thi xa)", r"so(?: |$)",
            r"(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho)", r"thu tuong |chinh phu|bo ",
        ),
        1,
    )
)  # fmt: skip


def rank(body: str) -> int:
    """How high a body stands, 0 if its name does not tell."""
    plain = fold(body)
    return next((rank for pattern, rank in _RANKS if pattern.match(plain)), 0)


def concerns(body: str, unit: Names, parent: Plan) -> bool:
    """Whether a body named by the parent is this unit or a kind of unit that it belongs to; no name speaks to all."""
    if not body.strip():
        return True
    plain = fold(body)
    issuer = fold(parent.issuer.value) if parent.issuer else ""
    whole = _SHORT.sub("uy ban nhan dan", plain)
    if issuer and (whole.startswith(issuer) or issuer.startswith(f"{whole} ")):
        return False
    if is_unit(body, unit):
        return True
    if unit.level.group == "doan-the" and _of_superior(plain, unit):
        return True
    kinds = ", ".join(part for part in _PARTS.split(body) if not _ONE_BODY.match(fold(part)))
    if not kinds:
        return False
    anyone = _ANYONE.fullmatch(plain)
    if unit.level.group == "cong-dong":  # it is no school
        return bool(anyone) or "hoc tap cong dong" in plain
    if unit.level.key == "trung-tam" and _SCHOOLS.match(plain) and _speaks_to_centres(parent):
        return False  # what is asked of schools is theirs where centres are spoken to apart
    return unit.level.key in audience(kinds) or bool(anyone) or _of_several(kinds, unit)


_SCHOOLS = lazy(r"(?:cac )?truong\b(?!.*(?:trung tam|gdnn|gdtx|truc thuoc))")


def _speaks_to_centres(parent: Plan) -> bool:
    """Whether the parent gives tasks to centres by that name."""
    return any(_CENTRE.search(fold(task.owner)) for task in parent.tasks)


_CENTRE = lazy(r"\b(?:gdnn|gdtx|giao duc (?:thuong xuyen|nghe nghiep))\b")


def _of_several(kinds: str, unit: Names) -> bool:
    """Whether a school of several levels is of a kind that is named, as «Trường Tiểu học và THCS» says of itself."""
    own = audience(unit.unit.name) - {"trung-tam"} if unit.level.key == "truong-lien-cap" else frozenset()
    return bool(audience(kinds) & own)


def _of_superior(plain: str, unit: Names) -> bool:
    """Whether a list names the body above a union or a society: what it is asked to do its members do."""
    above = fold(unit.unit.superior).removesuffix(f" {fold(unit.unit.province)}")
    return len(above.split()) >= FEWEST and above in plain


def is_unit(body: str, unit: Names) -> bool:
    """Whether a body is this very unit, with or without the name of its province."""
    plain, own = fold(body), fold(unit.unit.name)
    province = fold(unit.unit.province)
    short = own.replace(f" tinh {province}", "").replace(f" thanh pho {province}", "")
    inside = _OF_COMMUNE.sub("", own) if unit.level.group != "ubnd" else own  # «Trung tâm học tập cộng đồng»
    if own in plain or (len(short.split()) > 1 and short in plain) or (inside != own and inside == plain):
        return True
    if _GRASSROOTS.match(plain) and _GRASSROOTS.match(own):
        return True
    return any(_begins(own, part) for part in _LIST.split(plain))


# «Công đoàn cơ sở các trường, đơn vị trực thuộc»: each of them.
_GRASSROOTS = lazy(r"(?:cac )?cong doan (?:co so|truong)\b")


def _begins(own: str, part: str) -> bool:
    """Whether a part of a list is how the unit's name begins: «Công đoàn cơ sở», «Hội Khuyến học các xã, phường»."""
    communes = _COMMUNES.search(part)
    part = _COMMUNES.sub("", part).strip(" .:")
    few = len(part.split()) < (FEWEST - 1 if communes else FEWEST)
    if few or not own.startswith(f"{part} "):
        return False
    return not communes or bool(_OF_COMMUNE.search(own))


FEWEST = 3  # words of a name that tell whom it means
_LIST = lazy(r"[,;]\s+|\s+va\s+")
# «Phòng Giáo dục và Đào tạo» is one body.
_PARTS = lazy(
    r"[,;]\s+|\s+và\s+"
    r"(?!(?i:đào tạo|môi trường|du lịch|truyền thông|công nghệ|phát triển nông thôn|xã hội|thông tin|đô thị|nhà ở)\b)"
)
_COMMUNES = lazy(r" (?:cac )?(?:xa|phuong|dac khu|cap xa)$")


_OF_COMMUNE = lazy(r" (?:xa|phuong|dac khu) .*")


# How the name of one body begins: it is no kind of unit, so only that body itself is meant.
_ONE_BODY = lazy(
    r"(?!phong (?:gd|giao duc va dao tao))(?!hoi (?:thi|nghi|thao|dong)\b)"
    r"(?!trung tam (?:(?:gdnn|gdtx|giao duc nghe nghiep|giao duc thuong xuyen)(?:\s*[-–]\s*|$))+$)"
    r"(?:phong|van phong|so|ban|hoi|doan|tinh doan|thanh doan|cong an|bao|dai"
    r"|trung tam|mat tran|uy ban mat tran|bo|lien doan|kho bac|thanh tra|cuc|chi cuc|cong doan|to|bo phan|vu) "
)


def earlier(asked: date, lead: int, on: date) -> date | None:
    """A usual day `lead` days before the parent's, half of what is left if that is too late; None if it is over."""
    if asked <= on + timedelta(days=1):
        return None
    early = rounded(asked - timedelta(days=lead))
    return early if early > on else on + (asked - on) // 2


def rounded(day: date) -> date:
    """The last usual day on or before a day."""
    usual = next((one for one in ROUND_DAYS if one <= day.day), None)
    return day.replace(day=usual) if usual else (day.replace(day=1) - timedelta(days=1)).replace(day=25)


def month(month: int) -> str:
    """Months 1 and 2 with a nought: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4, điểm b."""
    return f"{month:02}" if month < 3 else str(month)


@cache
def _functions(key: str) -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...], bool], ...]:
    rows = table("functions")[key]
    return tuple((lazy(row["work"]), tuple(map(lazy, row["bodies"])), row.get("together", False)) for row in rows)


def lead(departments: tuple[str, ...], subject: str) -> str | None:
    """The department that holds the threads of a plan about `subject`; None if the unit names no department."""
    best = fit(departments, subject, "lead") or departments
    return best[0] if best else None


def fit(departments: tuple[str, ...], work: str, key: str) -> tuple[str, ...]:
    """The departments that do such work: the first of the fittest, or all where they do it together."""
    plain = fold(work)
    for wanted, bodies, together in _functions(key):
        if wanted.search(plain):
            for body in bodies:  # the fittest first
                if found := tuple(one for one in departments if body.search(fold(one))):
                    return found if together else found[:1]
    return ()


def of_head(work: str, leading: tuple[str, ...]) -> bool:
    """Whether work is done by those who lead the unit: it begins with their name, or is theirs by its nature."""
    plain = fold(work)
    return work.startswith(leading) or any(compiled(row["work"]).search(plain) for row in table("functions")["head"])


_TELLING = lazy(r"(?:chi dao|giao|yeu cau|phan cong) (?:cac )?")


def _told(text: str, departments: tuple[str, ...]) -> tuple[str, str] | None:
    """The department that is told to do a task, and its work: «Chỉ đạo Công an phường rà soát …» → «Rà soát …»."""
    plain = fold(text)
    if m := _TELLING.match(plain):
        for name in departments:
            if plain.startswith((f"{fold(name)}, ", f"{fold(name)} va cac "), m.end()):  # it directs the others with us
                rest = text[m.end() + len(name) :].removeprefix(",").strip().removeprefix("và ")
                return name, f"Chỉ đạo {rest}"
            if plain.startswith(f"{fold(name)} ", m.end()):
                rest = text[m.end() + len(name) :].strip()
                return name, rest[:1].upper() + rest[1:]
    return None


def shared(tasks: Iterable[Line], departments: tuple[str, ...], holder: str) -> dict[tuple[str, ...], list[Line]]:
    """Who does what, in the order of the departments, the holder first; what fits nobody goes to the holder."""
    given: dict[tuple[str, ...], list[Line]] = {(department,): [] for department in (holder, *departments)}
    for task in tasks:
        if own := _told(task.text, departments):
            given[(own[0],)].append(replace(task, text=own[1]))
            continue
        given.setdefault(fit(departments, task.text[:WHAT], "function") or (holder,), []).append(task)
    return given
