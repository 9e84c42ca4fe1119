"""UNITS.xlsx: many units in one workbook, one row each; every error told with its cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from rapidfuzz import fuzz

from ..model import Unit
from ..text import fold
from ..unit import build, level_named, levels, problems
from .grid import Grid, SheetError, grid, mark_formulas, opened, page

UNITS, DEPARTMENTS, RECIPIENTS = "Đơn vị", "Bộ phận", "Nơi nhận"
# Column → the key of UNIT.toml it fills («#…»: of this sheet alone), and what to write there.
COLUMNS = {
    "Tên đơn vị": ("name", "tên đầy đủ, ví dụ: Trường THCS Xuân Sơn"),
    "Tên viết tắt": ("short_name", "chữ viết tắt trong ký hiệu văn bản, ví dụ: THCSXS"),
    "Cấp": ("level", "chọn trong danh sách"),
    "Cơ quan chủ quản": ("superior", "cơ quan cấp trên trực tiếp, ví dụ: UBND phường Xuân Sơn"),
    "Địa danh": ("place", "địa danh ghi trước ngày, tháng, năm, ví dụ: Xuân Sơn"),
    "Tỉnh, thành phố": ("province", "tên tỉnh, thành phố, ví dụ: Quảng Ninh"),
    "Quyền hạn ký": ("signer.authority", "để trống, hoặc chọn KT., TM., TL., TUQ., Q."),
    "Chức vụ người ký": ("signer.position", "ví dụ: HIỆU TRƯỞNG"),
    "Họ và tên người ký": ("signer.name", "có thể để trống"),
    "Số kế hoạch": ("#number", "số của kế hoạch, có thể để trống"),
    "Tên tệp": ("#file", "tên tệp sẽ ghi, không có đuôi; để trống thì lấy theo tên đơn vị"),
}
DEPARTMENT_COLUMNS = {"Tên đơn vị": "như ở trang «Đơn vị»", "Tên bộ phận": "phòng, tổ, bộ phận; dòng đầu là đầu mối"}
RECIPIENT_COLUMNS = {
    "Tên đơn vị": "như ở trang «Đơn vị»", "Nơi nhận": "cơ quan, bộ phận", "Để làm gì": "ví dụ: để báo cáo",
}  # fmt: skip
OPTIONAL = {"Cơ quan chủ quản", "Quyền hạn ký", "Họ và tên người ký", "Số kế hoạch", "Tên tệp", "Để làm gì"}
LONGEST_FILE = 80
_LABELS = {key: name for name, (key, _) in COLUMNS.items()}


class Row(Struct, frozen=True):
    """One unit of the workbook: its number for the plan («» if none) and the name of its file, without suffix."""

    unit: Unit
    number: str
    file: str
    line: int


def read(path: Path) -> tuple[Row, ...]:
    """The units of a workbook. Raises SheetError with every error of the whole of it."""
    book = opened(path)
    if page(book, UNITS) is None:
        raise SheetError([f"«{path}» không có trang «{UNITS}»; lập bảng mới bằng «kehoach unit sheet -o …»"])
    grids = _grids(book)
    rows = tuple(_rows(*grids))
    if any(one.errors for one in grids):
        grids = _grids(book)
        mark_formulas(path, grids)  # to look for them takes as long as to read the book
        list(_rows(*grids))
        errors = [f"  {error}" for one in grids for error in one.errors]
        raise SheetError([f"«{path}» có {len(errors)} lỗi, chưa ghi kế hoạch nào:", *errors])
    return rows


def _grids(book: Any) -> tuple[Grid, Grid, Grid]:
    units = grid(book, UNITS, list(COLUMNS), OPTIONAL, usual=True)
    if not units.lines and not units.errors:
        units.errors.append(f"trang «{UNITS}» chưa có đơn vị nào")
    departments = grid(book, DEPARTMENTS, list(DEPARTMENT_COLUMNS), OPTIONAL)
    return units, departments, grid(book, RECIPIENTS, list(RECIPIENT_COLUMNS), OPTIONAL)


def _rows(units: Grid, departments: Grid, recipients: Grid) -> Iterator[Row]:
    seen: dict[str, int] = {}
    files: dict[str, int] = {}
    names = {fold(cells.get("Tên đơn vị", "")) for cells in units.lines.values()}
    parts = _by_unit(departments, names, "Tên bộ phận")
    places = _by_unit(recipients, names, "Nơi nhận")
    for line, cells in units.lines.items():
        name = cells.get("Tên đơn vị", "")
        data = _data(cells)
        data["departments"] = [{"name": one["Tên bộ phận"]} for one in parts.get(fold(name), [])]
        data["recipients"] = [
            {"name": one["Nơi nhận"], "purpose": one.get("Để làm gì", "")} for one in places.get(fold(name), [])
        ]
        wrong = _check(units, line, cells, data)
        if name and fold(name) in seen:
            units.error(line, "Tên đơn vị", f"«{name}» đã có ở hàng {seen[fold(name)]}")
        seen.setdefault(fold(name), line)
        file = _file(cells.get("Tên tệp") or name)
        if cells.get("Tên tệp") and file in files:
            units.error(line, "Tên tệp", f"«{file}» đã dùng ở hàng {files[file]}")
        while file in files:
            file = f"{file}-{line}"
        files[file] = line
        number = cells.get("Số kế hoạch", "")
        if number and not (number.isascii() and number.isdigit()):
            units.error(line, "Số kế hoạch", f"«{number}» không phải số")
        elif not wrong:
            yield Row(build(data), number.zfill(2) if number else "", file, line)


def _by_unit(sheet: Grid, names: set[str], wanted: str) -> dict[str, list[dict[str, str]]]:
    """The lines of a second sheet by the unit they belong to."""
    found: dict[str, list[dict[str, str]]] = {}
    for line, cells in sheet.lines.items():
        name = cells.get("Tên đơn vị", "")
        if not name:
            sheet.error(line, "Tên đơn vị", "chưa ghi đơn vị")
        elif fold(name) not in names:
            sheet.error(line, "Tên đơn vị", f"trang «{UNITS}» không có «{name}»")
        if not cells.get(wanted):
            sheet.error(line, wanted, "chưa ghi")
        own = found.setdefault(fold(name), [])
        if any(fold(one[wanted]) == fold(cells.get(wanted, "")) for one in own):
            sheet.error(line, wanted, f"«{cells.get(wanted, '')}» đã ghi cho «{name}»")
        own.append({wanted: "", **cells})
    return found


def _data(cells: dict[str, str]) -> dict[str, Any]:
    """A row as the data of a UNIT.toml; a level may be given by its name."""
    data: dict[str, Any] = {"signer": {}}
    for column, (key, _) in COLUMNS.items():
        value = cells.get(column, "")
        if key == "level":
            value = level_named(value)
        if key.startswith("signer."):
            data["signer"][key.removeprefix("signer.")] = value
        elif not key.startswith("#"):
            data[key] = value
    return data


def _check(sheet: Grid, line: int, cells: dict[str, str], data: dict[str, Any]) -> bool:
    """Tell what is wrong with a row, at its columns. Whether anything was."""
    wrong = False
    for column, (key, meaning) in COLUMNS.items():
        if not key.startswith("#") and column not in OPTIONAL and not cells.get(column):
            sheet.error(line, column, f"chưa ghi; {meaning}")
            wrong = True
    level = cells.get("Cấp", "")
    if level and data["level"] not in levels():
        said = fold(level).replace("-", " ")
        forms = ((one.name, form) for one in levels().values() for form in (fold(one.name), one.key.replace("-", " ")))
        near, _ = max(forms, key=lambda pair: fuzz.ratio(pair[1], said))
        sheet.error(line, "Cấp", f"không có «{level}»; có phải là «{near}»? Hãy chọn trong danh sách")
        wrong = True
    for error in problems(data):
        if error.startswith(("thiếu «", "«level» là ")):  # told above
            continue
        key = next((key for key in sorted(_LABELS, key=len, reverse=True) if f"«{key}»" in error), "")
        sheet.error(line, _LABELS.get(key, "Tên đơn vị"), _said(error))
        wrong = True
    return wrong


def _said(error: str) -> str:
    """An error of UNIT.toml in the words of the sheet: its columns for its keys."""
    return re.sub(r"«([a-z_.]+)»", lambda m: f"“{_LABELS[m[1]]}”" if m[1] in _LABELS else m[0], error)


def _file(name: str) -> str:
    """The name of a file for a unit: small letters without accents."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(one for one in plain if not unicodedata.combining(one)))
    return "-".join(words)[:LONGEST_FILE].strip("-") or "don-vi"
