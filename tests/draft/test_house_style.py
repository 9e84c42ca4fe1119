"""However a parent is typed, the draft has one style."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.house_style import styled
from kehoach.readers.text import parse

from .conftest import ON, UNITS

SOURCES = sorted((Path(__file__).parents[2] / "corpus").glob("*/kh-ubnd-tinh.txt"))

# How else a plan can be typed that says the same: what is replaced, line by line, and by what.
OTHERWISE = {
    "tones": {"ủy": "uỷ", "Ủy": "Uỷ", "ỦY": "UỶ", "hóa": "hoá", "HÓA": "HOÁ", "hòa nhập": "hoà nhập", "khỏe": "khoẻ"},
    "straight quotes": {"[“”]": '"'},
    "tight years": {r"(\d{4}) - (\d{4})": r"\1-\2"},
    "long dashes": {" - ": " – ", r"^- ": "– "},
    "no space after a comma": {r", (?=[a-zđ])": ","},
    "a space before a semicolon": {r"(?<=[a-z]);": " ;"},
    "two spaces": {r"(?<=[.,]) ": "  "},
    "unbreakable spaces": {" ngày ": "\u00a0ngày\u00a0"},
    "qui": {"theo quy định": "theo qui định"},
    "hàng năm": {"hằng năm": "hàng năm", "Hằng năm": "Hàng năm"},
    "a.": {r"^([a-zđ])\) ": r"\1. "},
    "1/": {r"^(\d+)\. ": r"\1/ "},
    "1.Text": {r"^(\d+)\. (?=[^\W\d])": r"\1."},
    "stars": {r"^- ": "* "},
    "colons behind headings": {r"^([IVX]+\. .+)$": r"\1:"},
}
OTHERWISE["all of this"] = {
    old: new for name, changes in OTHERWISE.items() if name not in ("long dashes", "1/") for old, new in changes.items()
}


def rewritten(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        text = re.sub(old, new, text, flags=re.MULTILINE)
    return text


def drafted(text: str) -> list[str]:
    made = drafting.draft(extract.plan(parse(text)), UNITS["ubnd-xa"], ON)
    return [made.title, *(f"{paragraph.number} {paragraph.words}" for paragraph in made.paragraphs)]


@pytest.mark.parametrize("changes", OTHERWISE.values(), ids=OTHERWISE)
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parent.name)
def test_how_a_parent_is_typed_does_not_show_in_the_draft(source: Path, changes: dict[str, str]) -> None:
    text = source.read_text(encoding="utf-8")

    assert drafted(rewritten(text, changes)) == drafted(text)


def test_every_way_to_type_changes_some_parent() -> None:
    texts = [source.read_text(encoding="utf-8") for source in SOURCES]

    assert all(any(rewritten(text, changes) != text for text in texts) for changes in OTHERWISE.values())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('Đề án "Xây dựng mô hình "Công dân học tập" giai đoạn 2021-2030"',
         "Đề án “Xây dựng mô hình “Công dân học tập” giai đoạn 2021 - 2030”"),
        ('Chương trình"Sóng và máy tính"; màn hình 24"', 'Chương trình“Sóng và máy tính”; màn hình 24"'),
        ("“Văn hoá đọc” ở huyện Quỳ Hợp, bà Nguyễn Thị Thuý", "“Văn hóa đọc” ở huyện Quỳ Hợp, bà Nguyễn Thị Thuý"),
        ("cấp uỷ, Uỷ viên, UỶ BAN, quý I", "cấp ủy, Ủy viên, ỦY BAN, quý I"),
        ("Quyết định số 12/2021-2030/QĐ; năm 2026–2030; ngày 01/01/2026-2027",
         "Quyết định số 12/2021-2030/QĐ; năm 2026 - 2030; ngày 01/01/2026-2027"),
        ('"Điều 5. Quỹ gồm vốn góp của "hội viên" và', '"Điều 5. Quỹ gồm vốn góp của "hội viên" và'),  # it goes on
    ],
)  # fmt: skip
def test_quotes_years_and_tones_are_set_in_one_way(text: str, meant: str) -> None:
    assert styled(text) == meant


@given(st.text(alphabet='aẻ uỷhoá"“” 20216-–', max_size=60))
def test_what_is_styled_stays_as_it_is(text: str) -> None:
    once = styled(text)

    assert styled(once) == once
