"""Many units in one workbook: all rows checked first, every error with its cell, then every plan and a summary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kehoach.draft import sheet, workbook
from kehoach.draft.grid import SheetError
from kehoach.extract import plan as understood
from kehoach.readers import read
from kehoach.unit import levels

from .conftest import PARENT
from .test_command import run

Say = pytest.CaptureFixture[str]
ROWS = (
    ("Trường THCS Xuân Sơn", "THCSXS", "Trường trung học cơ sở", "UBND phường Xuân Sơn", "Xuân Sơn", "Tây Ninh", None,
     "HIỆU TRƯỞNG", "Lê Thị A", 45, None),
    ("Trường THPT Long Hoa", "THPTLH", "truong-thpt", "Sở Giáo dục và Đào tạo", "Long Hoa", "Tây Ninh", "KT.",
     "PHÓ HIỆU TRƯỞNG", None, None, "ban-rieng"),
)  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """A filled workbook; each change is (sheet, cell, value)."""

    def made(*changes: tuple[str, str, Any]) -> Path:
        (tmp_path / "cap-tren.txt").write_text(PARENT, encoding="utf-8")
        path = tmp_path / "UNITS.xlsx"
        path.write_bytes(workbook.empty())
        book = openpyxl.load_workbook(path)
        for row in ROWS:
            book["Đơn vị"].append(row)
        book["Bộ phận"].append(("Trường THCS Xuân Sơn", "Tổ Văn phòng"))
        book["Bộ phận"].append(("Trường THPT Long Hoa", "Tổ Toán"))
        book["Nơi nhận"].append(("Trường THPT Long Hoa", "Hội Khuyến học", "để phối hợp"))
        for page, cell, value in changes:
            book[page][cell] = value
        book.save(path)
        return path

    return made


def draft(path: Path, *more: object) -> int:
    return run("draft", path.parent / "cap-tren.txt", "--units", path, "-o", path.parent / "ra", *more)


def test_an_empty_sheet_explains_itself(tmp_path: Path, capsys: Say) -> None:
    assert run("unit", "sheet", "-o", tmp_path / "U.xlsx") == 0
    book = openpyxl.load_workbook(tmp_path / "U.xlsx")
    assert book.sheetnames == ["Hướng dẫn", "Đơn vị", "Bộ phận", "Nơi nhận", "Danh mục"]
    head = book["Đơn vị"][1]
    assert [str(cell.value).rstrip(" *") for cell in head] == list(sheet.COLUMNS)
    assert all(cell.comment for cell in head)
    rules = book["Đơn vị"].data_validations.dataValidation
    assert [str(rule.sqref).split(":")[0] for rule in rules] == ["C2", "G2"]
    listed = [cell.value for cell in book["Danh mục"]["A"]]
    assert listed == [level.name for level in levels().values()]
    assert run("unit", "sheet", "-o", tmp_path / "U.xlsx") == 2
    assert "--force" in capsys.readouterr().err


def test_an_empty_sheet_is_the_same_file_each_time() -> None:
    assert workbook.empty() == workbook.empty()


def test_every_row_becomes_a_plan_and_a_summary_tells_what_is_left(table: Callable[..., Path], capsys: Say) -> None:
    path = table()
    assert draft(path) == 0
    out = path.parent / "ra"
    assert sorted(one.name for one in out.iterdir()) == [
        "ban-rieng.docx", "tong-hop.xlsx", "truong-thcs-xuan-son.docx",
    ]  # fmt: skip
    plan = understood(read(out / "truong-thcs-xuan-son.docx"))
    assert plan.number is not None
    assert (plan.number.value.number, plan.number.value.symbol) == ("45", "KH-THCSXS")
    lines = [block.text for block in read(out / "ban-rieng.docx").blocks]
    assert "- Hội Khuyến học (để phối hợp);" in lines
    assert "[họ và tên người ký]" in lines
    book = openpyxl.load_workbook(out / "tong-hop.xlsx")
    rows = list(book["Tổng hợp"].iter_rows(min_row=2, values_only=True))
    assert [row[1:3] for row in rows] == [
        ("Trường THCS Xuân Sơn", "truong-thcs-xuan-son.docx"), ("Trường THPT Long Hoa", "ban-rieng.docx"),
    ]  # fmt: skip
    assert [row[4] for row in rows] == ["ngày ban hành", "số, ngày ban hành"]
    marks = list(book["Cần điền"].iter_rows(min_row=2, values_only=True))
    assert ("Trường THPT Long Hoa", "ban-rieng.docx", "[họ và tên người ký]") in marks
    assert "đã soạn 2 kế hoạch" in capsys.readouterr().err


def test_warnings_about_the_parent_are_told_once_and_stand_in_the_summary(
    table: Callable[..., Path], capsys: Say
) -> None:
    path = table(("Đơn vị", "F3", "Hà Giang"))
    assert draft(path) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "lưu ý" in line]
    assert len(told) == 1
    assert told[0].startswith("  lưu ý: Trường THPT Long Hoa: kế hoạch cấp trên là của Tây Ninh, đơn vị ở Hà Giang")
    page = openpyxl.load_workbook(path.parent / "ra" / "tong-hop.xlsx")["Tổng hợp"]
    assert [bool(row[7]) for row in page.iter_rows(min_row=2, values_only=True)] == [False, True]


def test_drafts_of_many_units_can_be_checked_at_once(table: Callable[..., Path], capsys: Say) -> None:
    assert draft(table(), "--check") == 0
    out, err = capsys.readouterr()
    assert " lỗi: " not in out
    assert "tự kiểm tra: " in err
    assert "trong 2 tệp" in err


def test_all_errors_are_told_with_their_cells_and_nothing_is_written(table: Callable[..., Path], capsys: Say) -> None:
    path = table(
        ("Đơn vị", "C2", "Trường THC"), ("Đơn vị", "B3", "a b"), ("Đơn vị", "A4", "Trường THCS B"),
        ("Đơn vị", "J3", "ba"), ("Bộ phận", "A3", "Trường nào"), ("Nơi nhận", "B2", None),
    )  # fmt: skip
    assert draft(path) == 2
    told = capsys.readouterr().err
    for said in (
        "ô C2, hàng 2, cột “Cấp”: không có «Trường THC»; có phải là «Trường trung học cơ sở»?",
        "hàng 3, cột “Tên viết tắt”: “Tên viết tắt” là «a b»",
        "hàng 3, cột “Số kế hoạch”: «ba» không phải số",
        "hàng 4, cột “Cấp”: chưa ghi",
        "trang «Bộ phận», ô A3, hàng 3, cột “Tên đơn vị”: trang «Đơn vị» không có «Trường nào»",
        "trang «Nơi nhận», ô B2, hàng 2, cột “Nơi nhận”: chưa ghi",
    ):
        assert said in told
    assert not (path.parent / "ra").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("Đơn vị", "A1", "Tên đơn vi"), None),
        (("Đơn vị", "C1", "Loại hình"), "hàng 1, cột “Cấp”: thiếu cột này"),
        (("Đơn vị", "B1", "Tên viết tăt x"), "có phải là “Tên viết tắt”?"),
        (("Đơn vị", "A3", "Trường THCS Xuân Sơn"), "hàng 3, cột “Tên đơn vị”: «Trường THCS Xuân Sơn» đã có ở hàng 2"),
        (("Đơn vị", "H3", "HIỆU TRƯỞNG"), "phải là cấp phó"),
        (("Đơn vị", "E2", True), "phải là chữ"),
    ],
)
def test_a_wrong_table_is_told(table: Callable[..., Path], change: tuple[str, str, Any], said: str | None) -> None:
    path = table(change)
    if said is None:  # a column is known without its accents
        assert len(sheet.read(path)) == 2
        return
    with pytest.raises(SheetError) as raised:
        sheet.read(path)
    assert any(said in error for error in raised.value.errors), raised.value.errors


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "U.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(SheetError, match="không phải tệp Excel"):
        sheet.read(path)


def test_a_clerks_work_in_the_folder_is_not_overwritten(table: Callable[..., Path], capsys: Say) -> None:
    path = table()
    assert draft(path) == 0
    kept = path.parent / "ra" / "ban-rieng.docx"
    kept.write_bytes(b"worked on")
    assert draft(path) == 2
    assert "thêm --force" in capsys.readouterr().err
    assert kept.read_bytes() == b"worked on"
    assert draft(path, "--force") == 0
    assert kept.read_bytes() != b"worked on"


def test_a_layout_that_cannot_be_used_leaves_nothing_behind(table: Callable[..., Path], capsys: Say) -> None:
    path = table()
    (path.parent / "hong.docx").write_bytes(b"no zip")
    assert draft(path, "--layout", path.parent / "hong.docx") == 2
    assert "không phải tệp Word" in capsys.readouterr().err
    assert not (path.parent / "ra").exists()


def test_several_processes_write_the_same_files(table: Callable[..., Path]) -> None:
    path = table()
    assert draft(path, "--jobs", 1) == 0
    once = {one.name: one.read_bytes() for one in (path.parent / "ra").iterdir()}
    assert draft(path, "--jobs", 2, "--force") == 0
    assert {one.name: one.read_bytes() for one in (path.parent / "ra").iterdir()} == once


@pytest.mark.parametrize("option", [("--set", "name=A"), ("--trace", "t.html"), ("--number", "5")])
def test_options_for_one_unit_are_refused(table: Callable[..., Path], capsys: Say, option: tuple[str, str]) -> None:
    assert draft(table(), *option) == 2
    assert "chỉ dùng với --unit" in capsys.readouterr().err
