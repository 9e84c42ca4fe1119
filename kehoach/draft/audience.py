"""Whom the words of a parent speak to, and which bodies are no more."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from ..knowledge import table
from ..patterns import lazy
from ..text import fold
from .outline import Item


@cache
def patterns(key: str) -> re.Pattern[str] | None:
    """What does not belong to a level or group of units; «gone»: what went with the districts."""
    found = table("adapting")["reformed"]["gone"] if key == "gone" else table("adapting")["foreign"].get(key, [])
    return lazy("|".join(f"(?:{one})" for one in found), re.IGNORECASE) if found else None


def abolished(body: str, on: date) -> bool:
    """Whether a body no longer exists on a day: districts and their offices since 1 July 2025."""
    gone = patterns("gone")
    return on >= table("adapting")["reformed"]["since"] and bool(gone and gone.search(body))


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
