"""docs/rules.md is what the rules say of themselves, and so is explain."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kehoach.cli import main
from kehoach.report.examples import right, wrong
from kehoach.report.explained import FAMILIES, fixable, markdown, text
from kehoach.rules import RULES, Rule, options
from kehoach.rules.options import accept, wanted

ROOT = Path(__file__).parents[1]


def test_the_page_is_fresh() -> None:
    command = [sys.executable, str(ROOT / "tools" / "build_rules_doc.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_what_why_source_wrong_and_right(rule: Rule) -> None:
    assert rule.id[:3] in FAMILIES
    for told in ("\n".join(text(rule, "vi")), "\n".join(markdown(rule))):
        assert rule.doc.splitlines()[0] in told
        assert rule.source in told
        assert "Sai:" in told
        assert "Đúng:" in told
        assert "Sửa tự động:" in told
        assert all(name in told for name in rule.options)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_examples_are_short_and_show_the_words(rule: Rule) -> None:
    for bad in rule.bad:
        lines = wrong(rule, bad)
        assert len(lines) <= 12
        assert bad.at in "\n".join(lines) or any(line in bad.at for line in lines)
        assert lines or bad.dress is not None or bad.notes
    for good in rule.good:
        assert len(right(rule, good)) <= 12


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.options], ids=lambda rule: rule.id)
def test_every_option_says_what_it_means(rule: Rule) -> None:
    for option in options.of(rule.check).values():
        assert option.meaning
        assert accept(option, as_toml(option.default)) == option.default, "the default is of the type that it says"
        assert wanted(option.kind)


def as_toml(value: Any) -> Any:
    """A value as a TOML file gives it."""
    return list(value) if isinstance(value, tuple) else value


def test_what_can_be_fixed_is_told_by_the_examples() -> None:
    assert fixable(RULES["KH114"]) == "safe"
    assert fixable(RULES["KH702"]) == "unsafe"
    assert fixable(RULES["KH205"]) == "none"


def test_rules_as_json_have_fixes_and_options(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rules", "--format", "json"])
    table = {row["rule"]: row for row in json.loads(capsys.readouterr().out)}
    assert table["KH114"]["fixable"] == "safe"
    assert table["KH407"]["options"]["phrases"]["default"] == []
    assert table["KH407"]["options"]["phrases"]["meaning"]
