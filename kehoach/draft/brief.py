"""When little of the parent's content is the unit's: how much there is, and the plan that does with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from ..model import Plan
from ..patterns import lazy
from . import outline
from .adapt import OTHER_LEVEL, Adapter
from .concern import FEWEST_KEPT
from .context import LeftOut, Line
from .sections import OWN
from .wording import Wording

MANY_LINES = 8  # of any parent, which make a plan however much is left out
FEWEST_BESIDE = 3  # of those that speak of the unit, in a plan for others
FEWEST_LINES = 5  # of a long parent, below which they make no plan


def share(parent: Plan, body: list[Line], left_out: list[LeftOut]) -> float:
    """How much of the parent's content sections stands in a draft's body: characters kept of those there were.

    What is said to other levels of schooling was never said to the unit.
    """
    apart = sum(len(one.text) for one in left_out if one.reason == OTHER_LEVEL)
    blocks = [
        number
        for section in parent.sections
        if section.role not in (*OWN, "situation", "purpose")
        for number in range(section.block + 1, section.last_block + 1)
        if parent.document.blocks[number].part == "body"
    ]
    there = sum(len(parent.document.blocks[number].text) for number in blocks) - apart
    kept = sum(len(line.text) for line in body if line.origin.block in blocks)
    return kept / there if there > 0 else 1.0


def enough(parent: Plan, body: list[Line], adapter: Adapter) -> bool:
    """Whether what was taken over makes a plan; of a long parent a few paragraphs do."""
    if adapter.beside:
        return len(points(parent, body)) >= FEWEST_BESIDE
    if adapter.narrow:
        return sum(line.origin.kind == "parent" and not line.marker.startswith("#") for line in body) >= FEWEST_LINES
    return share(parent, body, adapter.left_out) >= FEWEST_KEPT or len(points(parent, body)) >= MANY_LINES


def brief(parent: Plan, adapter: Adapter, wording: Wording, context: dict[str, Any], reason: str) -> list[Line]:
    """The sections of a plan whose parent holds next to no content for the unit; what is left out is listed."""
    adapter.left_out[:] = []
    kept = {line.origin.block for line in context["lines"]}
    for section in parent.sections:
        if section.role not in OWN:
            items = _every(outline.items(parent, section))
            adapter.left_out += [
                LeftOut(one.text, reason, one.block) for one in items if one.text and one.block not in kept
            ]
    bare = context | {"lines": []}
    return [*wording.lines("muc-dich", bare), *wording.lines("noi-dung", context), *wording.lines("kinh-phi", bare)]


def points(parent: Plan, body: list[Line]) -> list[Line]:
    """What little of the parent's content is the unit's, as points of one list."""
    content = [section for section in parent.sections if section.role not in (*OWN, "situation", "purpose")]
    blocks = {number for section in content for number in range(section.block + 1, section.last_block + 1)}
    mine = (line for line in body if line.origin.block in blocks and not line.marker.startswith("#"))
    return [replace(line, marker="*") for line in mine if line.marker != "|" and not _BARE.match(line.text)]


_BARE = lazy(r"[“\"«][^”\"»]*[”\"»][.;]?$|(?:Thời gian|Địa điểm)\b[^:]{0,20}:|.*:$")  # a slogan, a day: no point


def _every(items: list[outline.Item]) -> Iterator[outline.Item]:
    for item in items:
        yield item
        yield from _every(item.items)
