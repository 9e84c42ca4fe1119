"""An Excel workbook read as people fill it in: columns by name, in any order, cells merged or not."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from rapidfuzz import fuzz

from ..system import reason
from ..text import fold, nfc, squeeze
from .failure import DraftingError

MOST_ROWS = 20_000
HEAD = 10  # the first lines, among which that with the names of the columns may stand below a title
OLE = b"\xd0\xcf\x11\xe0"  # what an .xls begins with, and an .xlsx behind a password


class SheetError(DraftingError):
    """A workbook cannot be used; `errors` are Vietnamese sentences, each with its cell."""

    def __init__(self, errors: Sequence[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = tuple(errors)


class Grid(Struct):
    """One sheet, read: for each filled line its cells by column, the letters of the columns, and what is wrong."""

    name: str
    usual: bool = False  # the sheet that needs no naming
    lines: dict[int, dict[str, str]] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    uncounted: set[tuple[int, str]] = field(default_factory=set)  # formulas that no program has worked out
    errors: list[str] = field(default_factory=list)

    def error(self, line: int, column: str, said: str) -> None:
        page = "" if self.usual else f"trang «{self.name}», "
        cell = f"ô {self.letters[column]}{line}, " if column in self.letters else ""
        if (line, column) in self.uncounted:
            said = "công thức trong ô chưa được tính; hãy mở bằng Excel rồi lưu lại, hoặc ghi chữ thay công thức"
        self.errors.append(f"{page}{cell}hàng {line}, cột “{column}”: {said}")


def opened(path: Path) -> Any:
    """The workbook at `path`, with the values of its formulas. Raises SheetError."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of Excel's extensions that it does not keep
            return load_workbook(path, data_only=True)
    except PermissionError as error:
        said = f"không mở được «{path}»: không có quyền đọc, hoặc tệp đang mở trong chương trình khác"
        raise SheetError([said]) from error
    except Exception as error:  # openpyxl raises whatever its parts do for a file that is none of Excel's
        if isinstance(error, OSError) and error.errno is not None:
            raise SheetError([f"không mở được «{path}»: {reason(error)}"]) from error
        raise SheetError([f"«{path}» không phải tệp Excel (.xlsx) đọc được{_advice(path)}"]) from error


def _advice(path: Path) -> str:
    try:
        old = path.read_bytes()[:4] == OLE
    except OSError:
        return ""
    if old and path.suffix.lower() == ".xlsx":
        return "; tệp có mật khẩu hoặc là tệp .xls cũ, hãy bỏ mật khẩu và lưu lại thành .xlsx"
    if old or path.suffix.lower() in (".xls", ".csv", ".ods", ".xlsb"):
        return "; hãy mở bằng Excel và lưu lại thành .xlsx"
    return ""


def page(book: Any, name: str) -> Any | None:
    """The sheet of that name, however its letters are written."""
    return next((book[one] for one in book.sheetnames if fold(squeeze(nfc(one))) == fold(name)), None)


def grid(book: Any, name: str, columns: Sequence[str], optional: set[str], usual: bool = False) -> Grid:
    """The filled lines of a sheet; above them stands a line with the names of the columns, in any order."""
    from openpyxl.utils import get_column_letter

    found = Grid(name, usual)
    sheet = page(book, name)
    if sheet is None:
        found.errors.append(f"thiếu trang «{name}»; trang ấy có thể để trống nhưng không xóa hay đổi tên")
        return found
    filled = _merged(sheet)
    last = min(sheet.max_row, MOST_ROWS)
    rows = list(enumerate(sheet.iter_rows(max_row=last, values_only=True), 1))
    head = next((number for number, row in rows[:HEAD] if _named(row, columns) * 2 > len(columns)), 1)
    places: dict[int, str] = {}
    for place, title in enumerate(rows[head - 1][1] if rows else ()):
        words = squeeze(nfc(str(title))).rstrip(" *") if title is not None else ""
        column = _column(words, columns)
        letter = get_column_letter(place + 1)
        if column and column in places.values():
            found.error(head, words, f"cột này có hai lần (thêm ở cột {letter})")
        elif column:
            places[place] = column
            found.letters[column] = letter
        elif words:
            near = max(columns, key=lambda one: fuzz.ratio(fold(one), fold(words)))
            hint = f"; có phải là “{near}”?" if fuzz.ratio(fold(near), fold(words)) >= 60 else ""
            found.letters[words] = letter
            found.error(head, words, f"không có cột này trong bảng{hint}")
    for column in columns:
        if column not in places.values() and column not in optional:
            found.error(head, column, "thiếu cột này")
    for line, row in rows[head:]:
        values = {column: filled.get((line, place), row[place]) for place, column in places.items() if place < len(row)}
        cells = {column: _text(found, line, column, value) for column, value in values.items()}
        if any(cells.values()):
            found.lines[line] = cells
    if sheet.max_row > MOST_ROWS and any(_beyond(sheet)):
        found.errors.append(f"trang «{name}» dài quá {MOST_ROWS:,} hàng".replace(",", "."))
    return found


def _beyond(sheet: Any) -> Iterator[bool]:
    for row in sheet.iter_rows(min_row=MOST_ROWS + 1, values_only=True):
        yield any(value is not None for value in row)


def _named(row: Sequence[Any], columns: Sequence[str]) -> int:
    return sum(_column(squeeze(nfc(str(one))).rstrip(" *"), columns) is not None for one in row if one is not None)


def _column(words: str, columns: Sequence[str]) -> str | None:
    return next((one for one in columns if fold(one) == fold(words)), None) if words else None


def _merged(sheet: Any) -> dict[tuple[int, int], Any]:
    """What stands in merged cells, for each of them: one superior for ten units is written once."""
    return {
        (row, column - 1): sheet.cell(area.min_row, area.min_col).value
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }


def _text(found: Grid, line: int, column: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (bool, date, time)):
        found.error(line, column, f"phải là chữ, không phải {'đúng/sai' if isinstance(value, bool) else 'ngày giờ'}")
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = squeeze(nfc(str(value)))
    if text.startswith("#") and text.endswith(("!", "?", "/A")):
        found.error(line, column, f"công thức trong ô báo lỗi {text}")
    return text


def mark_formulas(path: Path, grids: Sequence[Grid]) -> None:
    """Note the formulas without a value: programs other than Excel write them so, and the cell looks empty."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path)
    for one in grids:
        sheet = page(book, one.name)
        columns = {letter: column for column, letter in one.letters.items()}
        for row in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS)) if sheet else ():
            for cell in row:
                column = columns.get(getattr(cell, "column_letter", ""))
                if cell.data_type == "f" and column and not one.lines.get(cell.row, {}).get(column):
                    one.uncounted.add((cell.row, column))
