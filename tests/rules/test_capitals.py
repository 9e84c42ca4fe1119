"""Capitals by Phụ lục II: what is right passes, what is wrong is found at its words and put right."""

from __future__ import annotations

import re

import pytest

from kehoach.extract import plan as understand
from kehoach.model import Finding, Plan
from kehoach.readers.text import parse
from kehoach.rules import RULES
from kehoach.rules.samples import plan as sample

from .capital_letters import RIGHT, WRONG

CAPITALS = [rule for identity, rule in RULES.items() if "KH170" <= identity <= "KH189" and identity != "KH181"]
MARKED = re.compile(r"\{(?P<wrong>.+?) → (?P<right>.+?)\}")


def found(sentence: str) -> tuple[Plan, list[Finding]]:
    plan = understand(parse(sample("I. NỘI DUNG", sentence)))
    results = [found for rule in CAPITALS for found in rule.run({"plan": plan})]
    return plan, [each for each in results if isinstance(each, Finding)]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_sentence_passes(sentence: str) -> None:
    assert [finding.message for finding in found(sentence)[1]] == []


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_capital_is_found_at_its_words_and_put_right(sentence: str) -> None:
    (marked,) = MARKED.finditer(sentence)
    plan, findings = found(MARKED.sub(lambda m: m["wrong"], sentence))

    told = [(plan.document.text(each.span), each.fix.text if each.fix else "") for each in findings]
    assert told == [(marked["wrong"], marked["right"])]


@pytest.mark.parametrize("sentence", WRONG)
def test_what_was_put_right_passes(sentence: str) -> None:
    assert [finding.message for finding in found(MARKED.sub(lambda m: m["right"], sentence))[1]] == []


def test_enough_sentences_are_tried() -> None:
    assert len(RIGHT) + len(WRONG) >= 100
