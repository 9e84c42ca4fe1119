"""Whom the words of a parent speak to, and which bodies are no more."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from ..knowledge import table
from ..patterns import lazy, needed
from ..text import fold
from .outline import Item


@cache
def _patterns(key: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    found = table("adapting")["reformed"]["gone"] if key == "gone" else table("adapting")["foreign"].get(key, [])
    return tuple((lazy(one, re.IGNORECASE), needed(one)) for one in found)


def speaks_of(key: str, text: str) -> bool:
    """Whether words do not belong to a level or group of units; «gone»: what went with the districts."""
    low = text.lower()
    for pattern, needs in _patterns(key):
        for one in needs:
            if one in low:
                break
        else:
            if needs:
                continue
        if pattern.search(text):
            return True
    return False


def abolished(body: str, on: date) -> bool:
    """Whether a body no longer exists on a day: districts and their offices since 1 July 2025."""
    return on >= table("adapting")["reformed"]["since"] and speaks_of("gone", body)


def addressed(item: Item) -> str:
    """The words of an item that say whom it speaks to: a heading, or «Đối với …:» at its beginning."""
    if item.title or item.items:
        return item.text
    return item.text.split(":", 1)[0] if item.text.startswith("Đối với") and ":" in item.text else ""


@cache
def audience(heading: str) -> frozenset[str]:
    """The kinds of unit a heading speaks to; empty if it names none."""
    plain = fold(heading)
    return frozenset(level for pattern, levels in _audiences() if pattern.search(plain) for level in levels)


@cache
def _audiences() -> tuple[tuple[re.Pattern[str], list[str]], ...]:
    return tuple((lazy(row["pattern"]), row["levels"]) for row in table("adapting")["audience"])


@cache
def persons(heading: str) -> bool:
    """Whether a heading speaks to persons, not to bodies: «Đối với cá nhân»."""
    return bool(_persons().search(fold(heading)))


@cache
def _persons() -> re.Pattern[str]:
    return lazy(table("adapting")["headings"]["persons"])
