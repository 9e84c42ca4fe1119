"""What a sentence says of one level of schooling: kept where the school teaches it, gone where it does not."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import table
from ..patterns import compiled, lazy
from .names import Names
from .shielding import SIGN

CENTRES = frozenset(("gdtx",))
PUPILS = "học sinh"  # of whatever level: the unit's own
_JOINT = r"(?:,| và| hoặc)\s+"


@cache
def _names() -> dict[str, re.Pattern[str]]:
    return {name: lazy(rf"\b(?:{words})\b") for name, words in table("adapting")["school_levels"]["names"].items()}


@cache
def _any() -> str:
    names = "|".join(table("adapting")["school_levels"]["names"].values())
    return rf"(?:{names})\b"


def _words(*keys: str) -> str:
    return "|".join(table("adapting")["school_levels"]["words"][key] for key in keys)


def _levels(before: str) -> str:
    """One level or several: «tiểu học, trung học cơ sở», «học sinh THPT, học viên giáo dục thường xuyên»."""
    return rf"(?P<levels>(?:{_any()})(?:{_JOINT}(?:(?:{before}) )?(?:{_any()}))*)"


@cache
def _led() -> re.Pattern[str]:
    """«Đối với giáo dục mầm non: …», «Ở cấp học mầm non: …» at the head of a sentence."""
    kinds = _words("places", "kinds", "people")
    lead = r"(?:Đối với|Ở|Tại|Riêng(?: đối với)?|Với)"
    alone = rf"(?P<alone>{_words('alone')}(?:{_JOINT}(?:{_any()}))*)\s*:"  # «Mầm non, lớp 1, lớp 6: …»
    return compiled(rf"^(?:{lead} (?:các )?(?:(?:{kinds}) )?{_levels(kinds)}\s*[:,]|{alone})\s+")


@cache
def _universal() -> re.Pattern[str]:
    """«Phổ cập giáo dục tiểu học mức độ 3: 98% …»: a target that belongs to one level."""
    return compiled(rf"^[Pp]hổ cập giáo dục (?P<level>{_any()})[^:;.]{{0,40}}:\s")


@cache
def _subject() -> re.Pattern[str]:
    """«Các trường tiểu học, trung học cơ sở tổ chức …», «100% trường …»: the schools that do it, by their level."""
    who = r"(?:[Tt]rường|[Cc]ơ sở giáo dục)"
    verb = r"(?!có điều kiện|trên|trực thuộc|công lập|tại|ở|của|và|hoặc)[a-zà-ỹđ]"
    return compiled(rf"^(?:100\s?% (?:số )?)?(?:(?:[Cc]ác|[Mm]ỗi|[Nn]hững) )?{who} {_levels('trường')} (?={verb})")


@cache
def _entered() -> re.Pattern[str]:
    """«Tuyển sinh vào lớp 6», «… vào mầm non»: said of the level that is entered."""
    return compiled(rf"\bvào (?:các )?(?:(?:{_words('places')}) )?{_levels('lớp')}$")


@cache
def _valued() -> re.Pattern[str]:
    """«“A” ở cấp tiểu học», «10% ở cấp trung học»: a value for one level, one of several."""
    value = rf"(?:{SIGN}|\d[\d.,]*\s?(?:%|[^\s,;]+(?: [^\s,;]+){{0,2}})?)"
    place = rf"(?:ở|đối với|tại) (?:các )?(?:{_words('places')})"
    return compiled(rf"(?P<value>{value}) {place} (?P<level>{_any()})(?P<joint>{_JOINT})?")


@cache
def _listed() -> re.Pattern[str]:
    """«phổ cập giáo dục tiểu học», one of several in a row."""
    ages = r"(?: cho trẻ (?:em )?(?:từ )?\d(?:(?:,| đến| và)? \d)* tuổi)?"
    return compiled(rf"phổ cập giáo dục (?P<level>{_any()}){ages}(?P<joint>{_JOINT})?")


@cache
def _last() -> re.Pattern[str]:
    """A clause that is said of one level: «… ở cấp học mầm non», «… cho học sinh trung học phổ thông»."""
    kinds = rf"(?:ở|tại|đối với|cho|của|trong|với) (?:các )?(?:{_words('places')})|(?P<people>{_words('people')})"
    return compiled(rf"\b(?:{kinds}|môn [^;.]{{2,40}} cấp) {_levels(_words('places', 'people'))}$")


@cache
def _people() -> re.Pattern[str]:
    """«100% học sinh tiểu học, trung học cơ sở, trung học phổ thông ký cam kết»: people of one level or several."""
    people = _words("people")
    return compiled(rf"\b(?P<people>(?i:{people})) {_levels(people)}")


@cache
def taught(key: str, name: str) -> frozenset[str]:
    """The levels of a school, by its kind and by what its own name says; none for a unit that is no school."""
    known = table("adapting")["school_levels"]["schools"].get(key)
    if known is None:
        return frozenset()
    said = [level for level, pattern in _names().items() if pattern.search(name)]
    if key == "truong-lien-cap":
        said = said or ["thcs", "thpt"]
        return frozenset((*known, *said, *(f"lop-{one}" for one in said)))
    return frozenset(known)


def of(own: Names) -> frozenset[str]:
    return taught(own.level.key, own.unit.name) if own.level.group != "cong-dong" else frozenset()


def _ours(levels: str, own: frozenset[str]) -> bool:
    return any(pattern.search(levels) for name, pattern in _names().items() if name in own)


def led(sentence: str, own: frozenset[str]) -> str | None:
    """A sentence without the level it is led by, if the school teaches it; None if it speaks of another level."""
    found = _led().match(sentence) if own else None
    if not found:
        return sentence
    named = found["levels"] or found["alone"]
    if not _ours(named if named[:2].isupper() else named[0].lower() + named[1:], own):
        return None
    rest = sentence[found.end() :]
    return rest[:1].upper() + rest[1:]


def clause(text: str, own: frozenset[str]) -> str | None:
    """A clause with what is said of the school's own levels; None if it is said of other levels only."""
    if not own:
        return text
    if (target := _universal().match(text)) and not _ours(target["level"], own):
        return None
    if school := _subject().match(text):
        taught_apart = CENTRES & own and not _ours(school["levels"], CENTRES)  # what schools do, no centre
        if taught_apart or not _ours(school["levels"], own):
            return None
        text = f"Nhà trường {text[school.end() :]}"
    parts = list(_valued().finditer(text))
    if parts:
        mine = [_ours(one["level"], own) for one in parts]
        if not any(mine):
            return None
        if not all(mine):
            for one, kept in reversed(list(zip(parts, mine, strict=True))):
                text = text[: one.start()] + (one["value"] if kept else "") + text[one.end() :]
            return text.rstrip(" ,")
    members = list(_listed().finditer(text))
    mine = [_ours(one["level"], own) for one in members]
    if any(mine) and not all(mine):
        for one, kept in reversed(list(zip(members, mine, strict=True))):
            text = text if kept else text[: one.start()] + text[one.end() :]
        return text.rstrip(" ,")
    for one in reversed(list(_people().finditer(text))):
        several = any(joint in one["levels"] for joint in (",", " và "))
        if (several or one.start() == 0) and not _ours(one["levels"], own):
            return None
        if several:
            text = f"{text[: one.start()]}{_pupils(one['levels'], own)}{text[one.end() :]}"
    found = _last().search(text) or _entered().search(text)
    return None if found and not _ours(found["levels"], own) else text


def _pupils(levels: str, own: frozenset[str]) -> str:
    """The unit's own pupils, of the classes that are named: «học sinh lớp 9» of «học sinh lớp 9, lớp 12»."""
    classes = [one for one in re.split(_JOINT, levels) if one.startswith("lớp ") and _ours(one, own)]
    return f"{PUPILS} {', '.join(classes)}".rstrip()
