"""Slips of clerks planted one at a time in plans that have none."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from kehoach.extract import plan
from kehoach.model import Finding, Plan
from kehoach.readers.text import parse
from kehoach.rules import RULES

from .slips import SLIPS

ROOT = Path(__file__).parents[2]
SLIP = re.compile("⟦(.*?)⟧", re.DOTALL)


@cache
def text(name: str) -> str:
    return (ROOT / "corpus" / f"{name}.txt").read_text(encoding="utf-8")


def findings(written: str, rule: str) -> tuple[Plan, list[Finding]]:
    read = plan(parse(written))
    return read, [result for result in RULES[rule].run({"plan": read}) if isinstance(result, Finding)]


@pytest.mark.parametrize(("name", "rule", "right", "wrong"), SLIPS, ids=lambda part: str(part)[:40])
def test_a_slip_is_seen_on_its_words(name: str, rule: str, right: str, wrong: str) -> None:
    slip = SLIP.findall(wrong)[0]
    assert text(name).count(right) >= 1

    read, found = findings(text(name).replace(right, wrong.replace("⟦", "").replace("⟧", ""), 1), rule)

    touched = [read.document.text(finding.span) for finding in found]
    assert any(words in slip or slip in words or _shares(words, slip) for words in touched if words), touched


@pytest.mark.parametrize("name", sorted({name for name, *_ in SLIPS}))
def test_without_the_slip_the_plan_is_right(name: str) -> None:
    for rule in sorted({rule for where, rule, *_ in SLIPS if where == name}):
        assert findings(text(name), rule)[1] == []


def _shares(words: str, slip: str) -> bool:
    """Whether a finding begins before the slip, or ends behind it, with two letters of it at least."""
    return any(slip.startswith(words[at:]) or slip.endswith(words[:-at]) for at in range(1, len(words) - 1))
