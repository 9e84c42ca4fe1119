"""Excel workbooks that kehoach writes: the empty table of units, and the summary of many drafts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from ..unit import AUTHORITIES, levels
from . import sheet
from .grid import MOST_ROWS
from .render import settled

# openpyxl writes down when it saves, whatever it was told.
_NOW = re.compile(rb"(?<=W3CDTF\">)[^<]*(?=</dcterms:modified>)")
GUIDE, LISTS = "Hướng dẫn", "Danh mục"
EPOCH = datetime(2020, 3, 5)
_GUIDE = (
    "Mỗi hàng của trang «Đơn vị» là một đơn vị. Cột có dấu * phải ghi đủ.",
    "Trang «Bộ phận»: mỗi hàng một phòng, tổ, bộ phận của một đơn vị; bộ phận ghi trước là đầu mối.",
    "Trang «Nơi nhận»: những nơi nhận riêng của từng đơn vị, có thể bỏ trống cả trang.",
    "Tên đơn vị ở hai trang sau phải viết như ở trang «Đơn vị».",
    "Xong thì chạy: kehoach draft KẾ_HOẠCH_CẤP_TRÊN.docx --units UNITS.xlsx -o THƯ_MỤC",
    "Nếu bảng có lỗi, kehoach nêu tất cả lỗi kèm số hàng, tên cột và không ghi kế hoạch nào.",
)


def empty() -> bytes:
    """A table of units to be filled in, with explanations and drop-down lists."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    units = book.active
    units.title = sheet.UNITS
    explained = {name: meaning for name, (_, meaning) in sheet.COLUMNS.items()}
    _headed(units, explained)
    _headed(book.create_sheet(sheet.DEPARTMENTS), sheet.DEPARTMENT_COLUMNS)
    _headed(book.create_sheet(sheet.RECIPIENTS), sheet.RECIPIENT_COLUMNS)
    lists = book.create_sheet(LISTS)
    for number, level in enumerate(levels().values(), 1):
        lists.cell(number, 1, level.name)
    for number, authority in enumerate(filter(None, AUTHORITIES), 1):
        lists.cell(number, 2, authority)
    lists.sheet_state = "hidden"
    columns = {name: number for number, name in enumerate(sheet.COLUMNS, 1)}
    last = MOST_ROWS
    for name, source in (
        ("Cấp", f"'{LISTS}'!$A$1:$A${len(levels())}"),
        ("Quyền hạn ký", f"'{LISTS}'!$B$1:$B${len(AUTHORITIES) - 1}"),
    ):
        letter = units.cell(1, columns[name]).column_letter
        _listed(units, DataValidation, source, f"{letter}2:{letter}{last}")
    for other in (sheet.DEPARTMENTS, sheet.RECIPIENTS):
        _listed(book[other], DataValidation, f"'{sheet.UNITS}'!$A$2:$A$2000", f"A2:A{last}")
    guide = book.create_sheet(GUIDE, 0)
    guide.column_dimensions["A"].width = 110
    for number, words in enumerate(_GUIDE, 1):
        guide.cell(number, 1, words)
    book.active = 1
    for one in book:
        one.sheet_view.tabSelected = one.title == sheet.UNITS
    return _saved(book)


def _headed(page: Any, columns: dict[str, str]) -> None:
    """The first line: names of columns, each with what to write there; it stays when the page is scrolled."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, (name, meaning) in enumerate(columns.items(), 1):
        cell = page.cell(1, number, name if name in sheet.OPTIONAL else f"{name} *")
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F0")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.comment = Comment(meaning[:1].upper() + meaning[1:] + ".", "kehoach", width=260, height=80)
        page.column_dimensions[cell.column_letter].width = 34 if number == 1 else 22
    page.freeze_panes = "B2"


def _listed(page: Any, validation: Any, source: str, cells: str) -> None:
    rule = validation(type="list", formula1=f"={source}", allow_blank=True)
    rule.error, rule.errorTitle = "Hãy chọn một giá trị trong danh sách.", "Không có trong danh sách"
    rule.showErrorMessage = True
    page.add_data_validation(rule)
    rule.add(cells)


class Outcome(Struct, frozen=True):
    """One plan of many: for whom, its file, and what was left for people."""

    unit: str
    file: str
    paragraphs: int
    blank: tuple[str, ...]
    marks: tuple[str, ...]
    left_out: int
    warnings: tuple[str, ...] = ()


def summary(outcomes: Sequence[Outcome]) -> bytes:
    """`tong-hop.xlsx`: one row a plan, and one row a mark to be filled in."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = "Tổng hợp"
    _rows(
        page,
        (
            "STT",
            "Đơn vị",
            "Tệp",
            "Số đoạn",
            "Để trống",
            "Số chỗ cần điền",
            "Số đoạn của cấp trên không đưa vào",
            "Lưu ý",
        ),
        (
            (
                number,
                one.unit,
                one.file,
                one.paragraphs,
                ", ".join(one.blank),
                len(one.marks),
                one.left_out,
                "; ".join(one.warnings),
            )
            for number, one in enumerate(outcomes, 1)
        ),
        (6, 48, 40, 10, 22, 12, 18, 80),
    )
    _rows(
        book.create_sheet("Cần điền"),
        ("Đơn vị", "Tệp", "Cần điền"),
        ((one.unit, one.file, mark) for one in outcomes for mark in one.marks),
        (48, 40, 80),
    )
    return _saved(book)


def _rows(page: Any, titles: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[float]) -> None:
    from openpyxl.styles import Alignment, Font

    page.append(titles)
    for row in rows:
        page.append(row)
        for cell in page[page.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a name that begins with «=» is no formula
    for cell, width in zip(page[1], widths, strict=True):
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[cell.column_letter].width = width
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


def _saved(book: Any) -> bytes:
    """The file of a workbook, the same bytes for the same rows."""
    book.properties.creator = "kehoach"
    book.properties.created = book.properties.modified = EPOCH
    buffer = io.BytesIO()
    book.save(buffer)
    return settled(buffer.getvalue(), {"docProps/core.xml": _NOW})
