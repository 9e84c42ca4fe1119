"""Targets compared: the same thing to be reached, by how much and by when, in a plan and in its parent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from ..knowledge import table
from ..model import Found, Plan, Span, Target
from ..patterns import lazy
from ..text import fold
from .periods import title_period

LONGEST_LIST = 12  # items, above which nobody remembers the line that led to it
_END = re.compile(r"[.;:](?=\s|$)|\n|\|")
_YEAR = lazy(r"\b(?:den|trong|vao|het|cuoi|nam)\s+(?:het\s+|cuoi\s+)*(?:nam\s+)?(?P<year>20\d\d)\b")
_WHEN = lazy(
    r"\b(?:phan dau|tu nay|so voi|den|trong|vao|het|cuoi)\b[^,;.]{0,16}\bnam\s+20\d\d\b"
    r"|\bnam (?:hoc )?20\d\d(?:\s*-\s*20\d\d)?\b"
)
_WORD = lazy(r"[a-z]{2,}")
_AMONG = lazy(r",?\s*(?:trong do|rieng)\b")


class Goal(Struct, frozen=True):
    """A target and what it is of: `about` are the words that tell one from another, `said` all of them."""

    target: Target
    span: Span
    about: frozenset[str]
    said: tuple[str, ...]
    year: int | None


@lru_cache(maxsize=4)
def goals(plan: Plan) -> tuple[Goal, ...]:
    """The plan's targets with what they are of, in reading order."""
    found: list[Goal] = []
    by_block: dict[int, list[Found[Target]]] = {}
    for target in plan.targets:
        by_block.setdefault(target.span.block, []).append(target)
    for number, targets in by_block.items():
        found += _in_block(plan, number, targets)
    return tuple(found)


def _in_block(plan: Plan, number: int, targets: list[Found[Target]]) -> Iterator[Goal]:
    text = fold(plan.document.blocks[number].text)
    for at, target in enumerate(targets):
        start, end = _clause(text, target.span)
        before = max([start, *(t.span.end for t in targets[:at] if t.span.end > start)])
        after = min([end, *(t.span.start for t in targets[at + 1 :] if t.span.start < end)])
        words = _words(text[target.span.end : after])
        if not _told(words):  # «tỷ lệ hồ sơ đúng hạn đạt 98%», or «đến năm 2028 có 90%, đến năm 2030 có 100% đơn vị»
            words = _words(text[before : target.span.start])
            if not _told(words) and after < end:
                following = targets[at + 1]
                stop = min([end, *(t.span.start for t in targets[at + 2 :] if t.span.start < end)])
                words = _words(text[following.span.end : stop])
        if _AMONG.search(text[before : target.span.start]) or not _told(words):
            continue
        year = _year(text, before, target.span.start, after) or _above(plan, number)
        yield Goal(target.value, target.span, _told(words), tuple(words), year)


def _clause(text: str, span: Span) -> tuple[int, int]:
    start = max((m.end() for m in _END.finditer(text, 0, span.start)), default=0)
    end = _END.search(text, span.end)
    return start, end.start() if end else len(text)


def _words(text: str) -> list[str]:
    return _WORD.findall(_WHEN.sub(" ", text))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(table("goals")["fillers"])


def _told(words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in _fillers())


def _year(text: str, start: int, at: int, end: int) -> int | None:
    """The year of a figure: the last before it in its clause, else the first behind it."""
    before = [int(m["year"]) for m in _YEAR.finditer(text, start, at)]
    behind = _YEAR.search(text, at, end)
    return before[-1] if before else int(behind["year"]) if behind else None


def _above(plan: Plan, number: int) -> int | None:
    """The year that the line above a list gives («Phấn đấu đến hết năm 2030, toàn tỉnh:»), else that of the title."""
    blocks = plan.document.blocks
    if blocks[number].text.lstrip().startswith(("-", "+", "•")):
        near = range(number - 1, max(number - LONGEST_LIST, -1), -1)
        above = next((n for n in near if blocks[n].text.rstrip().endswith(":")), None)
        if above is not None and (years := _YEAR.findall(fold(blocks[above].text))):
            return int(years[-1])
    return _of_title(plan)


@lru_cache(maxsize=4)
def _of_title(plan: Plan) -> int | None:
    if period := title_period(plan):
        return period.last
    years = set(re.findall(r"\bnam (?:hoc 20\d\d\s*-\s*)?(20\d\d)", fold(plan.title.value) if plan.title else ""))
    return int(years.pop()) if len(years) == 1 else None


def same_thing(mine: Goal, theirs: Goal) -> bool:
    """Whether two targets are of the same thing: the same words but for places and fillers, and one sense."""
    one, other = mine.target, theirs.target
    return mine.about == theirs.about and one.unit == other.unit and _sense(one) == _sense(other)


def weaker(mine: Goal, theirs: Goal) -> bool:
    """Whether a target asks for less than another of the same thing; where that cannot be told, it does not."""
    one, other = mine.target, theirs.target
    if one.unit != "%" and not {"moi", "tung"} & set(theirs.said):
        return False  # so many in the whole province are not so many in each commune
    if other.relation == "exactly" and lazy(table("goals")["bad"]).search(" ".join(theirs.said)):
        return False  # «tỷ lệ hộ nghèo còn 2%»: less is more
    return one.amount > other.amount if other.relation == "at-most" else one.amount < other.amount


def _sense(target: Target) -> str:
    return {"at-least": "least", "exactly": "least"}.get(target.relation, target.relation)


@lru_cache(maxsize=4)
def leaves_open(parent: Plan) -> bool:
    """Whether the parent has its units set targets of their own: «căn cứ điều kiện thực tế, xây dựng chỉ tiêu»."""
    pattern = lazy(table("goals")["own"])
    return any(pattern.search(fold(block.text)) for block in parent.document.blocks[: parent.end or None])
