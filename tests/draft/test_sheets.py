"""Workbooks as clerks fill them in, and as they break them: every fault told with its cell, nothing written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from kehoach.draft import sheet, workbook
from kehoach.draft.grid import SheetError

from .test_units import ROWS, draft, table

__all__ = ["table"]  # a fixture
Say = pytest.CaptureFixture[str]
Table = Callable[..., Path]


def changed(path: Path, change: Callable[[Any], None]) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def errors(path: Path) -> str:
    with pytest.raises(SheetError) as raised:
        sheet.read(path)
    return str(raised.value)


def test_columns_may_stand_in_any_order_below_a_title_with_empty_lines_between(table: Table) -> None:
    def change(book: Any) -> None:
        page = book["Đơn vị"]
        page.move_range("A1:A3", cols=20)
        page.insert_rows(1, 3)
        page["B1"] = "DANH SÁCH CÁC TRƯỜNG"
        page.insert_rows(6, 4)
        book["Bộ phận"].title = "Bo phan"

    rows = sheet.read(changed(table(), change))
    assert [row.unit.name for row in rows] == [row[0] for row in ROWS]
    assert rows[0].unit.departments == ("Tổ Văn phòng",)
    assert rows[1].line == 10


def test_merged_cells_hold_for_each_of_their_lines(table: Table) -> None:
    def change(book: Any) -> None:
        for line in (3, 4):
            book["Bộ phận"].cell(line, 1, None)
            book["Bộ phận"].cell(line, 2, f"Tổ số {line}")
        book["Bộ phận"].merge_cells("A2:A4")

    rows = sheet.read(changed(table(), change))
    assert rows[0].unit.departments == ("Tổ Văn phòng", "Tổ số 3", "Tổ số 4")


@pytest.mark.parametrize("name", ["Trường trung học cơ sở", "truong trung hoc co so", "truong-thcs"])
def test_a_level_may_be_called_by_its_name(table: Table, name: str) -> None:
    assert sheet.read(table(("Đơn vị", "C2", name)))[0].unit.level == "truong-thcs"


def test_the_beginning_of_a_levels_name_will_do(table: Table) -> None:
    assert sheet.read(table(("Đơn vị", "C2", "Trường mầm non")))[0].unit.level == "truong-mam-non"


def test_a_formula_that_nobody_has_worked_out_is_told_as_one(table: Table) -> None:
    said = errors(table(("Đơn vị", "E2", '="Xuân "&"Sơn"')))
    assert "ô E2, hàng 2, cột “Địa danh”: công thức trong ô chưa được tính" in said
    assert "chưa ghi; địa danh" not in said


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("J2", datetime(2026, 5, 1), "phải là chữ, không phải ngày giờ"),
        ("J2", 45.5, "«45.5» không phải số"),
        ("B2", "#N/A", "công thức trong ô báo lỗi #N/A"),
        ("A2", "Trường " + "Rất Dài " * 60, "dài"),
        ("L1", "Địa danh", "cột này có hai lần (thêm ở cột L)"),
        ("A3", "trường thcs xuân sơn", "đã có ở hàng 2"),
    ],
)
def test_what_does_not_belong_in_a_cell_is_told_with_it(table: Table, cell: str, value: Any, said: str) -> None:
    assert said in errors(table(("Đơn vị", cell, value)))


def test_a_row_of_an_unknown_level_is_still_checked_in_its_other_columns(table: Table) -> None:
    said = errors(table(("Đơn vị", "C2", "Trường đại học"), ("Đơn vị", "B2", "x y")))
    assert said.count("“Cấp”") == 1
    assert "có phải là «Trường" in said
    assert "ô B2, hàng 2, cột “Tên viết tắt”: “Tên viết tắt” là «x y»" in said


def test_a_department_written_twice_is_told(table: Table) -> None:
    said = errors(table(("Bộ phận", "A4", "Trường THPT Long Hoa"), ("Bộ phận", "B4", "tổ toán")))
    assert "trang «Bộ phận», ô B4, hàng 4, cột “Tên bộ phận”: «tổ toán» đã ghi" in said


def test_errors_of_all_sheets_are_counted_in_the_first_line(table: Table, capsys: Say) -> None:
    path = table(("Đơn vị", "A2", None), ("Bộ phận", "B3", None), ("Nơi nhận", "A2", "Trường nào"))
    assert draft(path) == 2
    first, *rest = capsys.readouterr().err.strip().splitlines()
    assert f"có {len(rest)} lỗi, chưa ghi kế hoạch nào" in first
    assert not (path.parent / "ra").exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("U.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "hãy mở bằng Excel và lưu lại thành .xlsx"),
        ("U.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "tệp có mật khẩu hoặc là tệp .xls cũ"),
        ("U.csv", "Tên đơn vị;Cấp\nTrường A;THCS\n".encode(), "hãy mở bằng Excel và lưu lại thành .xlsx"),
        ("U.xlsx", b"", "không phải tệp Excel"),
    ],
)
def test_other_kinds_of_table_are_sent_back(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert said in errors(tmp_path / name)


def test_a_word_file_with_the_name_of_a_workbook_is_sent_back(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "U.xlsx"))
    assert "không phải tệp Excel" in errors(tmp_path / "U.xlsx")


def test_a_workbook_without_the_sheet_or_without_units_is_told(tmp_path: Path) -> None:
    path = tmp_path / "U.xlsx"
    path.write_bytes(workbook.empty())
    assert "chưa có đơn vị nào" in errors(path)
    openpyxl.Workbook().save(path)
    assert "không có trang «Đơn vị»" in errors(path)


def test_a_sheet_under_another_name_is_missed(table: Table) -> None:
    def change(book: Any) -> None:
        book["Bộ phận"].title = "Phòng ban"

    assert "thiếu trang «Bộ phận»" in errors(changed(table(), change))


def test_a_thousand_rows_are_read(table: Table) -> None:
    def change(book: Any) -> None:
        for number in range(1000):
            name = f"Trường Tiểu học Hòa Long {number}"
            book["Đơn vị"].append((name, "TH", "truong-tieu-hoc", "UBND xã A", "A", "Huế", None, "HIỆU TRƯỞNG"))
            book["Bộ phận"].append((name, "Tổ Văn phòng"))

    rows = sheet.read(changed(table(), change))
    assert len(rows) == 1002
    assert len({row.file for row in rows}) == 1002
