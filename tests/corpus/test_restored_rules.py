"""Damaged plans are looked at with their accents back: quiet where nothing is wrong, exact about the words in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_damage import ruin

from kehoach.extract import plan
from kehoach.lint import lint
from kehoach.model import Finding, Plan
from kehoach.readers.text import parse
from kehoach.rules import RULES
from kehoach.rules.samples import plan as sample

CORPUS = Path(__file__).parents[2] / "corpus"
CLEAN = [path for path in sorted(CORPUS.glob("*/*.txt")) if path.parent.name not in {"loi", "nguon", "hinh-thuc"}]
RESTORED = {rule.id for rule in RULES.values() if rule.restored}
# Enough of it for a text to count as damaged, and for the restorer to know what it is about.
AROUND = (
    "Nang cao chat luong day va hoc trong nha truong, phat huy vai tro cua to chuc doan the.",
    "Tang cuong cong tac tuyen truyen, nang cao nhan thuc cua can bo, giao vien, hoc sinh.",
)


def damaged(*lines: str) -> Plan:
    subject = plan(parse(sample("I. MUC DICH, YEU CAU", *AROUND, *lines, *AROUND, title="", opening="")))
    assert subject.document.damaged
    return subject


def told(subject: Plan, *rules: str) -> list[Finding]:
    return [finding for finding in lint(subject).findings if finding.rule in rules]


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_clean_plan_that_lost_its_accents_has_nothing_to_say_about(path: Path) -> None:
    subject = plan(parse(ruin(path.read_text(encoding="utf-8"))))
    assert subject.document.damaged
    assert [(f.rule, subject.document.text(f.span)) for f in told(subject, *RESTORED)] == []


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        ("Nang cao vai tro, trach nhiém cua cia ngudi dung dau cap uy.", "KH703", "cua cia"),
        ("Tuyen truyen rong rai trong cac tang lop nhan dan.", "KH171", "nhan dan"),
        ("Giai doan 1 (tir 2023 - 2025).", "KH720", "tir 2023 - 2025"),
        ("Thuc hien Thong tu 24/2023/TT-BGDDT ngay 11/12/2023.", "KH312", "24/2023/TT-BGDDT"),
    ],
)
def test_points_at_the_words_as_they_stand_in_the_file(line: str, rule: str, words: str) -> None:
    subject = damaged(line)
    (finding,) = told(subject, rule)
    assert subject.document.text(finding.span) == words
    assert finding.fix is None
    assert finding.message.endswith("(theo chữ đã khôi phục dấu)")


def test_a_rule_of_single_letters_is_not_evaluated() -> None:
    blind = {skipped.rule for skipped in lint(damaged()).not_evaluated}
    assert {"KH701", "KH702", "KH705"} <= blind
