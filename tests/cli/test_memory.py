"""What an earlier run found answers for a plan that did not change, and for no other."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kehoach import extract, kept
from kehoach.cli import memory
from kehoach.cli.batch import run
from kehoach.cli.jobs import Job
from kehoach.cli.opening import _opened
from kehoach.config import DEFAULT, Config
from kehoach.model import Plan, Severity
from kehoach.readers import read
from kehoach.report import REPORTERS, Results
from kehoach.rules.samples import PARENT, UNIT, plan

CHILD = plan(
    "I. MỤC ĐÍCH",
    "Nâng cao nhận thức về học tập  suốt đời của của học sinh.",
    opening="Thực hiện Kế hoạch số 21/KH-SGDĐT ngày 31/01/2024 của Sở Giáo dục và Đào tạo, nhà trường ban hành Kế hoạch.",
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.setattr(kept, "folder", lambda: tmp_path / "cache")
    return tmp_path / "cache" / "answers"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "parent.txt").write_text(PARENT, encoding="utf-8")
    return Job(DEFAULT, tmp_path / "parent.txt", UNIT, date(2024, 9, 12), remember=True)


@pytest.fixture
def child(tmp_path: Path) -> Path:
    path = tmp_path / "child.txt"
    path.write_text(CHILD, encoding="utf-8")
    return path


def said(files: Sequence[Path], job: Job) -> str:
    return REPORTERS["text"](Results(run(files, job).files))


def answers(cache: Path) -> int:
    return sum(1 for file in cache.rglob("*") if file.is_file())


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github"])
def test_the_second_run_says_what_the_first_said(cache: Path, job: Job, child: Path, form: str) -> None:
    first = REPORTERS[form](Results(run([child], job).files))
    once = answers(cache)
    second = REPORTERS[form](Results(run([child], job).files))

    assert (second, answers(cache)) == (first, once)
    assert "KH703" in first


def test_an_answer_is_taken_as_it_lies_there(cache: Path, job: Job, child: Path) -> None:
    """So the second run did not check: it repeats even what is not true."""
    found = run([child], job).files[0]
    key = memory.findings_key(job, child, job.above)
    memory.store(key, replace(memory.recall(key, child), checked=replace(found, fail_on=Severity.INFO)))

    assert run([child], job).files[0].fail_on == Severity.INFO
    assert run([child], replace(job, remember=False)).files[0].fail_on == Severity.ERROR


@pytest.mark.parametrize(
    "other",
    [
        {"unit": replace(UNIT, name="Trường THCS Hòa Bình")},
        {"unit": None},
        {"as_of": date(2025, 9, 12)},
        {"config": Config(select=("KH7",))},
        {"config": Config(severities={"KH7": Severity.ERROR})},
        {"above": None},
    ],
    ids=str,
)
def test_what_differs_is_checked_anew(cache: Path, job: Job, child: Path, other: dict[str, object]) -> None:
    run([child], job)
    once = answers(cache)
    fresh = said([child], replace(job, remember=False, **other))

    assert said([child], replace(job, **other)) == fresh
    assert answers(cache) > once


@pytest.mark.parametrize("changed", ["child.txt", "parent.txt"])
def test_a_file_that_changed_is_checked_anew(job: Job, child: Path, changed: str) -> None:
    before = {finding.rule for finding in run([child], job).files[0].report.findings}
    file = child.with_name(changed)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("21/KH", "12/KH") if changed == "child.txt" else text.replace("12/KH", "21/KH"), "utf-8"
    )
    after = {finding.rule for finding in run([child], job).files[0].report.findings}

    assert before - after == {"KH302"}


def test_a_plan_under_another_name_is_answered_under_that_name(cache: Path, job: Job, child: Path) -> None:
    twice = child.with_name("bản gửi lại.txt")
    twice.write_bytes(child.read_bytes())
    of_one = said([twice], replace(job, remember=False))
    both = run([child, twice], job).files

    assert [file.plan.document.path for file in both] == [child, twice]
    assert [[found.message for found in file.report.findings] for file in both] == [
        [found.message for found in both[0].report.findings]
    ] * 2
    assert answers(cache) == 2  # one of them is the parent
    assert said([twice], job) == of_one
    child.unlink()
    assert said([twice], job) == of_one


@pytest.mark.parametrize("name", ["parent.txt", "other.txt"])
def test_a_parent_that_an_earlier_run_has_read_is_not_read_again(job: Job, child: Path, name: str) -> None:
    parent = job.above
    assert parent
    run([child], job)
    now = parent.rename(parent.with_name(name))
    plan = memory.recall(memory.plan_key(now), now)

    assert isinstance(plan, Plan)
    assert plan.document.path == now
    assert repr(plan) == repr(extract.plan(read(now)))
    child.write_text(CHILD + "\n", encoding="utf-8")
    memory.store(memory.plan_key(now), replace(plan, number=None))
    _opened.cache_clear()
    assert ": KH302 " not in said([child], replace(job, above=now))
    assert ": KH302 " in said([child], replace(job, above=now, remember=False))


def test_the_parent_itself_among_the_plans_is_not_answered_by_a_copy_of_it(job: Job, tmp_path: Path) -> None:
    """Held against itself a plan has no parent; a copy of it has one."""
    copy = tmp_path / "copy.txt"
    copy.write_bytes((tmp_path / "parent.txt").read_bytes())
    files = [copy, tmp_path / "parent.txt"]
    found = [bool(file.parent) for file in run(files, job).files]

    assert found == [bool(file.parent) for file in run(files, replace(job, remember=False)).files] == [True, False]


def test_parents_are_found_among_remembered_plans(cache: Path, job: Job, tmp_path: Path) -> None:
    (tmp_path / "child.txt").write_text(CHILD.replace("21/KH", "12/KH"), encoding="utf-8")
    files, alone = sorted(tmp_path.glob("*.txt")), replace(job, above=None)
    first = said(files, alone)

    assert [file.parent and file.parent.document.path.name for file in run(files, alone).files] == ["parent.txt", None]
    assert said(files, alone) == first


def test_a_file_that_could_not_be_read_is_tried_again(cache: Path, job: Job, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 cut off")

    assert run([path], job).files[0].broken
    assert answers(cache) == 0


def test_a_spoilt_answer_is_no_answer(cache: Path, job: Job, child: Path) -> None:
    first = said([child], job)
    for file in cache.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-9])

    assert said([child], job) == first


def test_old_answers_make_room(cache: Path, job: Job, child: Path) -> None:
    run([child], job)
    outcome = memory.recall(memory.findings_key(job, child, job.above), child)
    for number in range(memory.FULL + 1):
        memory.store(f"aa{number:038}", outcome)

    left = sorted(file.name for file in (cache / "aa").iterdir())

    assert memory.FULL // 2 <= len(left) <= memory.FULL
    assert f"aa{memory.FULL:038}" in left


def test_to_repeat_an_answer_neither_rules_nor_extractors_are_loaded(tmp_path: Path, child: Path) -> None:
    """They take longer than all else that a plan which did not change needs."""
    command = [sys.executable, "-X", "importtime", "-m", "kehoach", "lint", str(child)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    first, second = (subprocess.run(command, env=environment, capture_output=True, text=True) for _ in range(2))

    assert first.stdout == second.stdout != ""
    assert "kehoach.extract" in first.stderr
    assert not re.search(r"kehoach\.(?:extract|align|rules\.)", second.stderr)
