"""Sections compared: which roles a plan has, wherever they stand."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ..extract.sections import every
from ..knowledge import table
from ..model import Plan, Section, Span
from ..patterns import lazy
from ..text import fold

# What may stand before the first word of a paragraph: bullets, numerals, quotes, Markdown.
LEAD = lazy(r"[\W_]*(?:(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]\s*)?[\W_]*")

# A heading and no sentence: capitals throughout, or a few words without a stop.
HEADING = lazy(r"[^a-zà-ỹđ]+|[^.;!?]{1,60}")


def covers(plan: Plan, role: str) -> bool:
    """Whether a plan speaks to `role`: by a section of that role, by its words in a heading at any depth («KINH PHÍ VÀ
    TỔ CHỨC THỰC HIỆN»), or by a paragraph that opens with them («- Kinh phí: …»)."""
    if any(s.role == role for s in plan.sections):
        return True
    words = tuple(table("families")["roles"].get(role, {}).get("words", ()))
    if not words:
        return False
    if any(word in fold(section.title) for section in every(plan.sections) for word in words):
        return True
    end = plan.end or len(plan.document.blocks)
    return any(LEAD.sub("", fold(block.text), count=1).startswith(words) for block in plan.document.blocks[:end])


def names(role: str) -> str:
    """How a section of this role is usually headed: «KINH PHÍ THỰC HIỆN»."""
    return str(table("families")["roles"][role]["name"])


def family(plan: Plan) -> dict[str, Any] | None:
    """The family of knowledge/families.toml to which a plan belongs, by its title."""
    if plan.title is None:
        return None
    title = fold(plan.title.value)
    for known in table("families")["family"]:
        if all(pattern.search(title) for pattern in _patterns(known["name"])):
            return dict(known)
    return None


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    known = next(f for f in table("families")["family"] if f["name"] == name)
    return tuple(lazy(pattern) for pattern in known["title"])


def top_level(plan: Plan, role: str) -> Section | None:
    return next((section for section in plan.sections if section.role == role), None)


def section_at(plan: Plan, block: int) -> Section | None:
    """The top-level section in which a block stands."""
    return next((section for section in plan.sections if section.block <= block <= section.last_block), None)


def at_end(plan: Plan) -> Span:
    """An empty place after the last words of the text, before the sign-off."""
    blocks = plan.document.blocks
    last = min(max(plan.end - 1, 0), len(blocks) - 1)
    return Span(last, len(blocks[last].text), len(blocks[last].text)) if blocks else Span(0, 0, 0)


def before(section: Section) -> Span:
    """An empty place before a section."""
    return Span(section.block, 0, 0)
