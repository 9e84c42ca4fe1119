"""What is left in a file, or left out of it, by whoever worked on it last: marks, hidden words, empty cells, numbering."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from .planting import LONG, Spoil, at, gone, letters, run_of, words

HEAD = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành")
FIRST = ("1", "Tập huấn kỹ năng số", "Tổ Tin học", "Tháng 3")


def hidden_words(document: Any) -> None:
    at(document, LONG).add_run(" Hỏi lại tổ Văn phòng.").font.hidden = True


def on_a_yellow_ground(document: Any) -> None:
    run_of(document, LONG).font.highlight_color = WD_COLOR_INDEX.YELLOW


def in_a_shade(document: Any) -> None:
    """The coloured ground of «Shading», which is no highlight to Word."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "FFFF00")):
        shade.set(qn(f"w:{name}"), value)
    run_of(document, LONG)._r.get_or_add_rPr().append(shade)


def on_the_ground_of_a_web_page(document: Any) -> None:
    """White behind the letters, as pasted text has it: nobody sees it."""
    in_a_shade(document)
    document.element.body.find(f".//{qn('w:shd')}").set(qn("w:fill"), "FEFEFE")


def table(*rows: tuple[str, ...], merged: bool = False) -> Spoil:
    """A table of tasks at the end of section II; `merged`: the owner of the first row holds for the second."""

    def spoil(document: Any) -> None:
        made = document.add_table(len(rows), len(HEAD))
        for line, cells in zip(made.rows, rows, strict=True):
            for cell, text in zip(line.cells, cells, strict=True):
                cell.paragraphs[0].add_run(text)
        if merged:
            made.cell(1, 2).merge(made.cell(2, 2))
        at(document, "III. KINH PHÍ")._p.addprevious(made._tbl)

    return spoil


def numbering(**values: str) -> Spoil:
    """What a section says of its page numbers: `start`, `fmt`."""

    def spoil(document: Any) -> None:
        element = OxmlElement("w:pgNumType")
        for name, value in values.items():
            element.set(qn(f"w:{name}"), value)
        document.sections[0]._sectPr.append(element)

    return spoil


def annex_counted_on(document: Any) -> None:
    element = document.sections[1]._sectPr.find(qn("w:pgNumType"))
    element.getparent().remove(element)


def columns_swapped(document: Any) -> None:
    (row,) = document.tables[0].rows
    row._tr.append(row.cells[0]._tc)


def date_in_a_row_below(document: Any) -> None:
    row = document.tables[0].add_row()
    row.cells[1].paragraphs[0]._p.addprevious(at(document, "Đồng Lâm, ngày")._p)


LEFT: dict[str, tuple[str, Spoil]] = {
    "hidden words": ("KH908", hidden_words),
    "a yellow ground": ("KH909", on_a_yellow_ground),
    "a yellow shade": ("KH909", in_a_shade),
    "crossed-out words": ("KH909", letters(LONG, strike=True)),
    "page numbers from 3": ("KH125", numbering(start="3")),
    "page numbers in Roman": ("KH125", numbering(fmt="lowerRoman")),
    "pages of the annex counted on": ("KH165", annex_counted_on),
    "Quốc hiệu at the left": ("KH109", columns_swapped),
    "the date in a row below the number": ("KH164", date_in_a_row_below),
    "no name below the office": ("KH108", gone("Nguyễn Thị")),
    "points in two brackets": ("KH140", words("a) Hồ sơ", "(a) Hồ sơ")),
    "a row of a table without owner": ("KH509", table(HEAD, FIRST, ("2", "Trang bị máy tính", "", "Tháng 4"))),
    "a row of a table without time": ("KH510", table(HEAD, FIRST, ("2", "Trang bị máy tính", "Tổ Văn phòng", ""))),
    "dots for an owner": ("KH509", table(HEAD, FIRST, ("2", "Trang bị máy tính", "......", "Tháng 4"))),
}
NOTHING_LEFT: dict[str, Spoil] = {
    "the white ground of a web page": on_the_ground_of_a_web_page,
    "page numbers said to start at 1": numbering(start="1", fmt="decimal"),
    "a table that is filled": table(HEAD, FIRST, ("2", "Trang bị máy tính", "Tổ Văn phòng", "Tháng 4")),
    "an owner for two rows": table(HEAD, FIRST, ("2", "Trang bị máy tính", "", "Tháng 4"), merged=True),
    "an owner for a group": table(HEAD, ("I", "Đào tạo", "Tổ Tin học", ""), ("1", "Tập huấn", "", "Tháng 3")),
    "a month for the rows below": table(
        HEAD, FIRST, ("2", "Trang bị máy tính", "Tổ Văn phòng", ""), ("3", "Rà soát phần mềm", "Tổ Tin học", "")
    ),
    "a group of rows": table(HEAD, ("I", "Đào tạo", "", ""), FIRST),
}
