"""The lines below a plan: what each of them is, in one column or in two."""

from __future__ import annotations

import pytest

from kehoach.extract import plan
from kehoach.extract.components import components
from kehoach.readers.text import parse
from kehoach.rules.samples import FULL, but

FOOT = ("recipients-label", "recipient", "filed", "authority", "position", "name", "foot-other")


def foot(text: str) -> list[tuple[str, str]]:
    return [(line.name, line.text) for line in components(plan(parse(text))).of(*FOOT)]


def test_each_line_of_the_foot_is_known() -> None:
    assert foot(FULL) == [
        ("recipients-label", "Nơi nhận:"),
        ("recipient", "- UBND phường (để b/c);"),
        ("recipient", "- Các tổ chuyên môn (để t/h);"),
        ("filed", "- Lưu: VT."),
        ("position", "HIỆU TRƯỞNG"),
        ("name", "Nguyễn Thị Minh"),
    ]


def test_the_list_of_recipients_ends_with_the_file_copy() -> None:
    assert foot(but(("HIỆU TRƯỞNG", "- Bản này có 05 trang.\nHIỆU TRƯỞNG")))[4] == (
        "foot-other",
        "- Bản này có 05 trang.",
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("KT. HIỆU TRƯỞNG", "authority"),
        ("K.T HIỆU TRƯỞNG", "authority"),
        ("P. HIỆU TRƯỞNG", "position"),
        ("PHÓ HIỆU TRƯỞNG", "position"),
        ("ThS. Nguyễn Thị Minh", "name"),
        ("Thiếu tá Nguyễn Văn Minh", "name"),
        ("NGUYỄN THỊ MINH", "name"),
        ("Y-Biêr Niê", "name"),
        ("Đã ký", "foot-other"),
        ("Nguyễn thị Minh", "foot-other"),
    ],
)
def test_who_signs_is_told_by_how_the_line_is_written(line: str, name: str) -> None:
    assert (name, line) in foot(but(("Nguyễn Thị Minh", line)))
