"""Every rule is tested by the examples that it documents itself with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kehoach.extract import plan
from kehoach.model import Document, Finding, Fix, Note, Plan, Unit
from kehoach.readers.text import parse
from kehoach.rules import NEEDS, RULES, Bad, Dress, Good, Rule
from kehoach.rules.dressing import dressed

BAD = [pytest.param(rule, e, id=f"{rule.id}-{i}") for rule in RULES.values() for i, e in enumerate(rule.bad)]
GOOD = [pytest.param(rule, e, id=f"{rule.id}-{i}") for rule in RULES.values() for i, e in enumerate(rule.good)]
FIXED = [p for p in BAD if isinstance(p.values[1], Bad) and p.values[1].fixed is not None]


def read(text: str, notes: tuple[Note, ...] = ()) -> Document:
    return replace(parse(text), notes=notes)


def found(
    rule: Rule,
    text: str,
    parent: str | None,
    notes: tuple[Note, ...] = (),
    dress: tuple[Dress, ...] | None = None,
    unit: Unit | None = None,
    options: Mapping[str, Any] | None = None,
) -> tuple[Plan, list[Finding]]:
    """What the rule says of an example; an example that the rule cannot evaluate proves nothing."""
    document = read(text, notes)
    subject = plan(document if dress is None else dressed(document, dress))
    above = plan(parse(parent, Path("<parent>"))) if parent else None
    results = list(rule.run({"plan": subject, "parent": above, "unit": unit}, options))
    findings = [result for result in results if isinstance(result, Finding)]
    assert len(findings) == len(results), f"not evaluated: {results}"
    return subject, findings


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_flags_the_bad_at_the_stated_words(rule: Rule, example: Bad) -> None:
    subject, findings = found(
        rule, example.text, example.parent, example.notes, example.dress, example.unit, example.options
    )

    assert [example.at] == [subject.document.text(f.span) for f in findings]
    assert (example.fixed is not None) == any(f.fix for f in findings)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_is_silent_on_the_good(rule: Rule, example: Good) -> None:
    assert (
        found(rule, example.text, example.parent, example.notes, example.dress, example.unit, example.options)[1] == []
    )


@pytest.mark.parametrize(("rule", "example"), FIXED)
def test_fix_gives_the_documented_text_and_settles(rule: Rule, example: Bad) -> None:
    subject, findings = found(
        rule, example.text, example.parent, dress=example.dress, unit=example.unit, options=example.options
    )
    fixed = apply(subject.document, [f.fix for f in findings if f.fix])

    assert example.fixed is not None
    assert fixed.split() == example.fixed.split()
    assert found(rule, example.fixed, example.parent, dress=example.dress, options=example.options)[1] == []


def apply(document: Document, fixes: list[Fix]) -> str:
    by_block: dict[int, list[Fix]] = defaultdict(list)
    for fix in fixes:
        by_block[fix.span.block].append(fix)
    lines = []
    for number, block in enumerate(document.blocks):
        text = block.text
        for fix in sorted(by_block[number], key=lambda f: f.span, reverse=True):
            text = text[: fix.span.start] + fix.text + text[fix.span.end :]
        lines.append(text)
    return "\n".join(lines)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_is_documented(rule: Rule) -> None:
    file = Path(rule.check.__code__.co_filename).stem

    assert rule.doc
    assert rule.source
    assert rule.english
    assert rule.bad
    assert rule.good
    assert set(rule.needs) <= set(NEEDS)
    assert f"{rule.id}_{rule.name}".lower().replace("-", "_") == file
    assert Path(rule.check.__code__.co_filename).parent.name == rule.id[:3].lower()
