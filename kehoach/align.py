"""Which part of the child answers which part of the parent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .model import Citation, Deadline, Found, Plan, Role, Section, Span
from .text import fold, squeeze


def key(number: str, symbol: str) -> str:
    """What makes two documents the same by their codes, however they are written."""
    return Citation(None, number, symbol).key


def own_key(plan: Plan) -> str | None:
    """The plan's own code, None where its number or symbol is blank."""
    code = plan.number.value if plan.number else None
    return key(code.number, code.symbol) if code and code.number and code.symbol else None


def cites(citation: Citation, other: Plan) -> bool:
    """Whether a citation means `other`: the same number and symbol, and no other date."""
    if citation.key != own_key(other):
        return False
    return citation.date is None or other.issued is None or citation.date == other.issued


def parent_of(plan: Plan, others: Iterable[Plan]) -> Plan | None:
    """Among `others`, the plan that this one says it implements."""
    if plan.parent is None:
        return None
    found = [o for o in others if o.document.path != plan.document.path and cites(plan.parent.value, o)]
    return found[0] if len(found) == 1 else None


# --- names of bodies --------------------------------------------------------------------------------------------

_SHORT = (
    (re.compile(r"\bu[yỷ]? ?ban nhan dan\b"), "ubnd"),
    (re.compile(r"\bhoi dong nhan dan\b"), "hdnd"),
    (re.compile(r"\bgiao duc (?:va|&) dao tao\b|\bgd ?(?:&|va) ?dt\b|\bgddt\b"), "gddt"),
    (re.compile(r"\btruong trung hoc pho thong\b"), "truong thpt"),
    (re.compile(r"\btruong trung hoc co so\b"), "truong thcs"),
    (re.compile(r"\bthanh pho\b|\btp\.?(?=\s)"), "tp"),
)
_JOINTS = re.compile(r"[\s,;.&–-]+")


def body_key(name: str) -> str:
    """A name of a body without case, accents and usual abbreviation: «Sở GD&ĐT» and «Sở Giáo dục và Đào tạo» are one."""
    folded = squeeze(fold(name))
    for pattern, short in _SHORT:
        folded = pattern.sub(short, folded)
    return _JOINTS.sub(" ", folded).strip()


def same_body(one: str, other: str) -> bool:
    """Whether two names may mean the same body: equal, or one is the other with more said («Sở GDĐT tỉnh Đắk Lắk»).

    «UBND» alone is any people's committee; a name of another kind or level is another body.
    """
    a, b = body_key(one), body_key(other)
    if not a or not b:
        return True
    return a == b or f"{a} ".startswith(f"{b} ") or f"{b} ".startswith(f"{a} ")


# --- sections ---------------------------------------------------------------------------------------------------


def every(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections with all below them, in reading order."""
    for section in sections:
        yield section
        yield from every(section.children)


def has_role(plan: Plan, role: Role, words: Iterable[str] = ()) -> bool:
    """Whether a section answers `role`: by its own role, or by one of the (folded) `words` in a heading at any depth."""
    wanted = tuple(words)
    return any(
        (section.role == role and section.level == 1) or any(word in fold(section.title) for word in wanted)
        for section in every(plan.sections)
    )


def section_at(plan: Plan, block: int) -> Section | None:
    """The top-level section in which a block stands."""
    return next((s for s in plan.sections if s.block <= block <= s.last_block), None)


# --- deadlines --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pair:
    """A deadline of the child and the one of the parent that it answers."""

    child: Found[Deadline]
    parent: Found[Deadline]


def upward(plan: Plan) -> list[Found[Deadline]]:
    """The report deadlines of a plan that name a day and a month."""
    return [d for d in plan.deadlines if d.value.subject == "report" and d.value.day and d.value.month]


def report_pairs(child: Plan, parent: Plan) -> Iterator[Pair]:
    """Report deadlines that answer each other: the same rhythm, for one-off reports the same year.

    A rhythm with several deadlines of the parent (one per level) is answered by the latest of them that is not after
    the child's, so that only a child later than every one of them is late.
    """
    for mine in upward(child):
        same = [theirs for theirs in upward(parent) if comparable(mine.value, theirs.value)]
        if same:
            yield Pair(mine, max(same, key=lambda d: (d.value.month or 0, d.value.day or 0)))


def comparable(mine: Deadline, theirs: Deadline) -> bool:
    if mine.every or theirs.every:
        return mine.every == theirs.every
    return mine.year == theirs.year


# --- where something absent should stand ------------------------------------------------------------------------


def at_end(plan: Plan) -> Span:
    """An empty place at the end of the text of the plan, before the sign-off."""
    blocks = plan.document.blocks
    last = min(max(plan.end - 1, 0), len(blocks) - 1)
    return Span(last, len(blocks[last].text), len(blocks[last].text)) if blocks else Span(0, 0, 0)


def at_opening(plan: Plan) -> Span:
    """An empty place where the opening starts (else at the top)."""
    first = plan.opening[0] if plan.opening[1] > plan.opening[0] else 0
    return Span(first, 0, 0)


def same_file(one: Path, other: Path) -> bool:
    return one == other or one.resolve() == other.resolve()
