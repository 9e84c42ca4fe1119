"""Targets compared: the same thing to be reached, by how much and by when, in a plan and in its parent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from ..extract import marks
from ..knowledge import table
from ..model import Block, Found, Plan, Span, Target
from ..patterns import lazy
from ..text import fold
from .periods import RANGE, title_period

FARTHEST = 40  # paragraphs above a target where the heading of its year may stand
LONGEST_LEAD = 160  # letters of a line that leads to others; a longer one is a paragraph of its own
ROMAN, BULLET, NO_MARK = 1, 6, 8
_RANKS = {
    "part": 0,
    "roman": ROMAN,
    "upper": 2,
    "decimal.": 3,
    "decimal)": 3,
    "decimal/": 3,
    "decimal2": 4,
    "decimal3": 4,
    "bullet": BULLET,
}  # letters and numerals in brackets stand between
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
    """The year of what a target stands under («2. Mục tiêu đến năm 2030», «Đến năm 2030:»), else that of the title."""
    blocks = plan.document.blocks
    rank = _rank(blocks[number])
    for above in range(number - 1, max(number - FARTHEST, -1), -1):
        text = blocks[above].text.rstrip()
        higher = _rank(blocks[above])
        leads = text.endswith(":") and rank >= BULLET and higher >= rank
        if not text or len(text) > LONGEST_LEAD or not (higher < rank or leads):
            continue
        folded = fold(text)
        if years := [int(m["year"]) for m in _YEAR.finditer(folded)]:
            return years[-1]
        if period := RANGE.search(folded):
            return int(period["last"])
        rank = min(rank, higher)
        if rank <= ROMAN:
            break
    return _of_title(plan)


def _rank(block: Block) -> int:
    """How high the mark of a paragraph stands: a Roman numeral above a number above a letter above a dash."""
    mark = marks.of(block)
    if mark is None:
        return NO_MARK
    return _RANKS.get(mark.style, 5) + (mark.written == "+")


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
