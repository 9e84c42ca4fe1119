"""What is drafted, for whatever unit and on whatever layout of ours, keeps to Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.layout import LAYOUT
from kehoach.lint import lint
from kehoach.model import Plan, Signer, Unit
from kehoach.readers import read

from .conftest import ON, UNITS

OFFICE = Unit(
    "Phòng Giáo dục và Đào tạo huyện Bến Cầu", "PGDĐT", "phong-gddt", "UBND huyện Bến Cầu", "Bến Cầu", "Tây Ninh",
    Signer("", "TRƯỞNG PHÒNG", "Phạm Thị Nga"), ("Bộ phận Trung học cơ sở",),
)  # fmt: skip
WRITTEN = [*((unit, ON) for unit in UNITS.values()), (OFFICE, date(2025, 3, 14))]  # none of its level is left today


@pytest.mark.parametrize("layout", sorted(path.name for path in LAYOUT.parent.glob("*.docx")))
@pytest.mark.parametrize(("unit", "on"), WRITTEN, ids=[unit.level for unit, _ in WRITTEN])
def test_a_draft_has_no_finding_of_presentation(
    unit: Unit, on: date, layout: str, parent: Plan, tmp_path: Path
) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(drafting.render(drafting.draft(parent, unit, on, "45", True), LAYOUT.parent / layout))

    findings = lint(extract.plan(read(path))).findings

    assert [finding.message for finding in findings if finding.rule.startswith("KH1")] == []
