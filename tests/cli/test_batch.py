"""Many plans at once: the same in one process and in two, parents found among them, nothing kept that no report shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.cli.batch import run
from kehoach.cli.checking import BLANK
from kehoach.cli.jobs import Job
from kehoach.config import DEFAULT
from kehoach.rules.samples import PARENT, plan

CHILD = plan(
    "I. MỤC ĐÍCH",
    "Nâng cao nhận thức về học tập suốt đời.",
    opening="Thực hiện Kế hoạch số 12/KH-SGDĐT ngày 31/01/2024 của Sở Giáo dục và Đào tạo, nhà trường ban hành Kế hoạch.",
)


@pytest.fixture
def plans(tmp_path: Path) -> list[Path]:
    (tmp_path / "parent.txt").write_text(PARENT, encoding="utf-8")
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(CHILD.replace("34/KH", f"{50 + number}/KH"), encoding="utf-8")
    return sorted(tmp_path.iterdir())


def test_two_processes_find_what_one_finds(plans: list[Path]) -> None:
    one, two = (run(plans, Job(DEFAULT), processes).files for processes in (1, 2))

    assert [(file.plan.document.path, file.report) for file in one] == [
        (file.plan.document.path, file.report) for file in two
    ]


def test_each_plan_is_held_against_the_one_it_cites(plans: list[Path]) -> None:
    for file in run(plans, Job(DEFAULT), 2).files:
        child = file.plan.document.path.name != "parent.txt"

        assert (file.parent and file.parent.document.path.name) == ("parent.txt" if child else None)


def test_only_blocks_that_a_finding_points_at_are_kept(plans: list[Path]) -> None:
    for file in run(plans, Job(DEFAULT)).files:
        shown = {span.block for f in file.report.findings for span in (f.span, *((f.fix.span,) if f.fix else ()))}

        assert {number for number, block in enumerate(file.plan.document.blocks) if block is not BLANK} == shown


def test_a_file_that_cannot_be_read_stops_no_other(plans: list[Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 cut off")

    assert [file.broken for file in run([broken, *plans], Job(DEFAULT), 2).files] == [True, *(False for _ in plans)]
