"""Redrafting a plan with an annex: its page comes and goes with it, its table is merged cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.finishing import finish
from kehoach.draft.render import lay, packed
from kehoach.draft.update import Updated, update
from kehoach.model import Plan
from kehoach.readers import read

from .conftest import UNITS

PARENT = Path(__file__).parents[2] / "corpus" / "duoi-nuoc" / "kh-ubnd-tinh.docx"
ON = date(2026, 3, 20)
COMMUNE = UNITS["ubnd-xa"]
WORK, LEAD, DAY = 1, 2, 4  # columns
Redraft = Callable[[Plan, Plan, Callable[[Any], None]], tuple[Any, Updated]]


@pytest.fixture(scope="module")
def province() -> Plan:
    return extract.plan(read(PARENT))


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The parent with a later day in its table."""
    document = docx.Document(str(PARENT))
    for cell in document.tables[-1]._cells:
        for run in cell.paragraphs[0].runs:
            run.text = run.text.replace("30/5/2026", "10/6/2026")
    path = tmp_path_factory.mktemp("cap-tren") / "sua-doi.docx"
    document.save(str(path))
    return extract.plan(read(path))


def without_table(plan: Plan) -> Plan:
    return replace(plan, tasks=tuple(one for one in plan.tasks if not plan.document.blocks[one.block].cell))


@pytest.fixture
def redraft(tmp_path: Path) -> Redraft:
    def redrafted(before: Plan, after: Plan, edit: Callable[[Any], None]) -> tuple[Any, Updated]:
        old = tmp_path / "cu.docx"
        old.write_bytes(drafting.render(drafting.draft(before, COMMUNE, ON)))
        document = docx.Document(str(old))
        edit(document)
        document.save(str(old))
        made = drafting.draft(after, COMMUNE, ON)
        laid = lay(made)
        finish(laid, made, {})
        result = update(old, laid, made)
        new = tmp_path / "moi.docx"
        new.write_bytes(packed(result.document))
        return docx.Document(str(new)), result

    return redrafted


def nothing(document: Any) -> None:
    """A clerk who has only opened the file."""


def tasks(document: Any) -> Any:
    return document.tables[-1]


def column(document: Any, number: int) -> list[str]:
    return [row.cells[number].text for row in tasks(document).rows[1:]]


def test_a_first_annex_brings_its_page(redraft: Redraft, province: Plan) -> None:
    document, _ = redraft(without_table(province), province, nothing)
    assert [one.orientation for one in document.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert len(column(document, WORK)) > 2


def test_an_annex_that_is_gone_takes_its_page_along(redraft: Redraft, province: Plan) -> None:
    document, _ = redraft(province, without_table(province), nothing)
    assert [one.orientation for one in document.sections] == [WD_ORIENT.PORTRAIT]


def test_what_a_clerk_wrote_on_the_page_of_the_annex_keeps_it(redraft: Redraft, province: Plan) -> None:
    document, _ = redraft(
        province, without_table(province), lambda one: one.add_paragraph("Danh sách do văn phòng lập.")
    )
    assert len(document.sections) == 2
    assert document.paragraphs[-1].text == "Danh sách do văn phòng lập."


def test_the_title_among_the_properties_follows_the_plan(redraft: Redraft, province: Plan) -> None:
    assert province.title is not None
    other = replace(province, title=replace(province.title, value="Dạy bơi cho trẻ em năm 2026"))
    document, _ = redraft(province, other, nothing)
    assert document.core_properties.title.startswith("Kế hoạch dạy bơi cho trẻ em năm 2026")


def test_a_title_that_somebody_gave_the_file_stays(redraft: Redraft, province: Plan, later: Plan) -> None:
    def named(document: Any) -> None:
        document.core_properties.title = "Bản trình lần 2"

    document, _ = redraft(province, later, named)
    assert document.core_properties.title == "Bản trình lần 2"


def test_a_cell_of_the_clerk_and_another_of_the_draft_go_together(
    redraft: Redraft, province: Plan, later: Plan
) -> None:
    def edit(document: Any) -> None:
        tasks(document).rows[3].cells[LEAD].paragraphs[0].runs[0].text = "Văn phòng (đ/c Lan)"

    document, result = redraft(province, later, edit)
    assert "Văn phòng (đ/c Lan)" in column(document, LEAD)
    assert "Trước ngày 25/5/2026" in column(document, DAY)
    assert result.conflicts == []


def test_a_cell_that_both_changed_is_marked_in_its_place(redraft: Redraft, province: Plan, later: Plan) -> None:
    def edit(document: Any) -> None:
        row = next(one for one in tasks(document).rows if one.cells[WORK].text.startswith("Rà soát, cắm biển"))
        row.cells[DAY].paragraphs[0].runs[0].text = "Trước ngày 01/5/2026"

    document, result = redraft(province, later, edit)
    (cell,) = [text for text in column(document, DAY) if "01/5/2026" in text]
    assert cell == "Trước ngày 01/5/2026\n[Xung đột: bản soạn mới viết: «Trước ngày 25/5/2026»]"
    assert len(result.conflicts) == 1


def test_rows_of_the_clerk_stay_and_the_rows_are_counted_again(redraft: Redraft, province: Plan, later: Plan) -> None:
    def edit(document: Any) -> None:
        first = tasks(document).rows[1]._tr
        first.addnext(deepcopy(first))
        tasks(document).rows[2].cells[WORK].paragraphs[0].runs[0].text = "Họp giao ban với các trường"
        tasks(document)._tbl.remove(tasks(document).rows[-1]._tr)

    document, result = redraft(province, later, edit)
    assert column(document, WORK)[1] == "Họp giao ban với các trường"
    assert column(document, 0) == [str(number) for number in range(1, len(column(document, 0)) + 1)]
    assert "Trước ngày 25/5/2026" in column(document, DAY)
    assert result.conflicts == []
