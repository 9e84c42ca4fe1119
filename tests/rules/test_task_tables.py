"""Empty cells of a table of tasks: which of them somebody forgot, and for which a cell above or beside speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.model import Block, Cell, Document, Plan
from kehoach.rules.kh5.blanks import rows_without

HEAD = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành")
DONE = ("1", "Tập huấn", "Tổ Tin học", "Tháng 3")
OPEN = ("2", "Mua máy tính", "", "Tháng 4")
LAST = ("3", "Rà soát phần mềm", "", "Tháng 5")
Merged = dict[tuple[int, int], tuple[int, int]]  # by row and column (from 1), how many of each the cell spans


def table(*rows: tuple[str, ...], merged: Merged | None = None) -> Plan:
    """A plan that is a table; an empty cell has no block, nor has what a merged cell covers."""
    merged = merged or {}
    covered = {
        (row + down, column + across)
        for (row, column), (tall, wide) in merged.items()
        for down in range(tall)
        for across in range(wide)
        if down or across
    }
    blocks = [
        Block(text, "", cell=Cell(1, row, column, (), *merged.get((row, column), (1, 1))))
        for row, texts in enumerate((HEAD, *rows), 1)
        for column, text in enumerate(texts, 1)
        if text and (row, column) not in covered
    ]
    return Plan(Document(Path("plan.docx"), "docx", tuple(blocks)))


def left_out(plan: Plan) -> list[str]:
    return [plan.document.text(span) for span in rows_without(plan, "owner")]


@pytest.mark.parametrize("empty", ["", "…", ".....", "___"])
def test_a_row_without_owner_is_told(empty: str) -> None:
    assert left_out(table(DONE, ("2", "Mua máy tính", empty, "Tháng 4"))) == ["Mua máy tính"]


def test_a_cell_above_speaks_for_several_empty_ones_but_not_for_one() -> None:
    assert left_out(table(DONE, OPEN, LAST)) == []
    assert left_out(table(OPEN, LAST)) == ["Mua máy tính", "Rà soát phần mềm"]


def test_a_merged_cell_fills_all_the_rows_and_columns_that_it_covers() -> None:
    assert left_out(table(DONE, OPEN, merged={(2, 3): (2, 1)})) == []
    assert left_out(table(DONE, OPEN, LAST, DONE, merged={(2, 3): (2, 1)})) == ["Rà soát phần mềm"]
    assert left_out(table(DONE, ("2", "Mua máy tính", "", "Tháng 4"), merged={(3, 2): (1, 2)})) == []


def test_a_row_whose_time_stands_in_a_merged_cell_is_a_task() -> None:
    assert left_out(table(DONE, ("2", "Mua máy tính", "", ""), merged={(2, 4): (2, 1)})) == ["Mua máy tính"]


def test_the_heading_of_a_group_speaks_for_its_rows_if_it_has_an_owner() -> None:
    owned, bare = ("I", "Đào tạo", "Tổ Tin học", ""), ("II", "Trang thiết bị", "", "")
    assert left_out(table(owned, OPEN)) == []
    assert left_out(table(owned, DONE, bare, OPEN)) == ["Mua máy tính"]
    assert left_out(table(DONE, bare, OPEN, LAST)) == ["Mua máy tính", "Rà soát phần mềm"]


def test_the_heading_of_a_group_itself_needs_no_owner() -> None:
    assert left_out(table(("I", "Đào tạo", "", "Năm 2026"), DONE)) == []


def test_a_row_in_which_all_is_empty_but_the_work_is_no_task() -> None:
    assert left_out(table(DONE, ("2", "Các hoạt động khác", "", ""))) == []
