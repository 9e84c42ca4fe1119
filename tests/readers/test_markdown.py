"""Markdown is read without its marks, in a .md and in a .txt that is full of them."""

from __future__ import annotations

import pytest

from kehoach.model import Cell
from kehoach.readers.markdown import is_markdown
from kehoach.readers.text import parse


def texts(source: str) -> list[str]:
    return [block.text for block in parse(source, format="md").blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("## KẾ HOẠCH", "KẾ HOẠCH"),
        ("## **II. NỘI DUNG** ##", "II. NỘI DUNG"),
        ("***a) Khen thưởng***", "a) Khen thưởng"),
        (r"##### *\* Đối với cấp xã*", "* Đối với cấp xã"),
        ("> Trích **đoạn** này", "Trích đoạn này"),
        (r"1\. Mục đích", "1. Mục đích"),
        ("_Nơi nhận:_", "Nơi nhận:"),
        ("tệp ke_hoach_so.docx", "tệp ke_hoach_so.docx"),
        ("[Nghị định 30](https://vanban.vn/30) về", "Nghị định 30 về"),
        ("GD&amp;ĐT&nbsp;xã", "GD&ĐT xã"),
        ("- Như trên;", "- Như trên;"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("Mức `A`", "Mức A"),
        ("<u>gạch chân</u>", "gạch chân"),
    ],
)
def test_marks_are_taken_off(source: str, text: str) -> None:
    assert texts(source) == [text]


def test_headings_stand_alone_and_lines_keep_their_numbers() -> None:
    blocks = parse("# KẾ HOẠCH\n## Thực hiện phong trào\nnăm học mới\n\n\nThân bài", format="md").blocks
    assert [(b.text, b.line(0)) for b in blocks] == [
        ("KẾ HOẠCH", 1),
        ("Thực hiện phong trào", 2),
        ("năm học mới", 3),
        ("Thân bài", 6),
    ]


def test_emphasis_and_hard_breaks_over_lines() -> None:
    blocks = parse("**KT. CHỦ TỊCH  \nPHÓ CHỦ TỊCH**\n\n**Lê Văn A**<br>*(đã ký)*", format="md").blocks
    assert [(b.text, b.line(0)) for b in blocks] == [
        ("KT. CHỦ TỊCH", 1),
        ("PHÓ CHỦ TỊCH", 2),
        ("Lê Văn A", 4),
        ("(đã ký)", 4),
    ]


def test_tables_become_cells() -> None:
    source = "| TT | **Nhiệm vụ** |\n|---|:---:|\n| 1 | Tuyên truyền<br>phổ biến |\n\nSau bảng\n\n| x |\n| - |"
    blocks = parse(source, format="md").blocks
    assert [(b.text, b.cell, b.line(0)) for b in blocks] == [
        ("TT", Cell(1, 1, 1), 1),
        ("Nhiệm vụ", Cell(1, 1, 2), 1),
        ("1", Cell(1, 2, 1), 3),
        ("Tuyên truyền\nphổ biến", Cell(1, 2, 2), 3),
        ("Sau bảng", None, 5),
        ("x", Cell(2, 1, 1), 7),
    ]


def test_wrapped_lines_are_joined_as_in_plain_text() -> None:
    assert texts("Các đơn vị báo cáo kết quả về **Sở Nội\nvụ** trước ngày 05 tháng 12.") == [
        "Các đơn vị báo cáo kết quả về Sở Nội vụ trước ngày 05 tháng 12."
    ]


def test_a_text_file_is_taken_for_markdown_only_when_full_of_marks() -> None:
    assert is_markdown("## KẾ HOẠCH\n\n#### I. MỤC ĐÍCH\n")
    assert not is_markdown("* Đối với cấp xã\n# 1\n- Thực hiện ** tốt\n")
    assert parse("## KẾ HOẠCH\n\n## **I. MỤC ĐÍCH**").blocks[1].text == "I. MỤC ĐÍCH"
    assert parse("* Đối với cấp xã").blocks[0].text == "* Đối với cấp xã"
