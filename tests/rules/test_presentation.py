"""One defect of presentation at a time in a plan that is right: found by its rule, and by no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kehoach.extract import plan as understand
from kehoach.extract.components import components
from kehoach.lint import lint
from kehoach.model import Plan
from kehoach.readers import read

from .planfile import RECIPIENTS, plan
from .planting import PLANTED, every_fifth_word


def understood(document: Any, folder: Path) -> Plan:
    path = folder / "ke-hoach.docx"
    document.save(path)
    return understand(read(path))


def test_a_right_plan_has_no_finding(tmp_path: Path) -> None:
    assert lint(understood(plan(), tmp_path)).findings == ()


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_defect_is_found_by_its_rule_and_by_no_other(name: str, tmp_path: Path) -> None:
    wanted, spoil = PLANTED[name]
    document = plan()
    spoil(document)

    found = lint(understood(document, tmp_path)).findings

    assert [finding.rule for finding in found] == [wanted], [finding.message for finding in found]


def test_enough_kinds_are_planted() -> None:
    assert len(PLANTED) >= 60


def test_mixed_formatting_is_reported_once_with_its_extent(tmp_path: Path) -> None:
    document = plan()
    every_fifth_word(document)

    (finding,) = lint(understood(document, tmp_path)).findings

    assert "ở 8 đoạn" in finding.message


def test_every_line_of_a_right_plan_is_known_for_what_it_is(tmp_path: Path) -> None:
    names = [line.name for line in components(understood(plan(), tmp_path)).lines]

    assert "head-other" not in names
    assert "foot-other" not in names
    assert names.count("recipient") == len(RECIPIENTS) - 1
    assert {"superior", "issuer", "motto", "slogan", "authority", "position", "name", "annex-title"} <= set(names)
