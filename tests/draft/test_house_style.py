"""However a parent sets its quotes, years and tones, the draft has one style."""

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

SOURCE = Path(__file__).parents[2] / "corpus" / "xa-hoi-hoc-tap" / "kh-ubnd-tinh.txt"

OTHER_TONES = {"ủy": "uỷ", "Ủy": "Uỷ", "ỦY": "UỶ", "hóa": "hoá", "HÓA": "HOÁ", "hòa nhập": "hoà nhập", "khỏe": "khoẻ"}
OTHER_QUOTES = {"“": '"', "”": '"'}
OTHER_YEARS = {r"(\d{4}) - (\d{4})": r"\1-\2"}

OTHER_SPACES = {r", (?=[a-zđ])": ",", r"(?<=[a-z]);": " ;"}
OTHER_LETTERS = {"theo quy định": "theo qui định"}
ALL = OTHER_TONES | OTHER_QUOTES | OTHER_YEARS | OTHER_SPACES | OTHER_LETTERS


def rewritten(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        text = re.sub(old, new, text)
    return text


def drafted(text: str) -> list[str]:
    made = drafting.draft(extract.plan(parse(text)), next(iter(UNITS.values())), ON)
    return [made.title, *(paragraph.text for paragraph in made.paragraphs)]


@pytest.mark.parametrize("changes", [OTHER_TONES, OTHER_QUOTES, OTHER_YEARS, OTHER_SPACES, OTHER_LETTERS, ALL])
def test_the_style_of_the_parent_does_not_show_in_the_draft(changes: dict[str, str]) -> None:
    source = SOURCE.read_text(encoding="utf-8")

    assert rewritten(source, changes) != source
    assert drafted(rewritten(source, changes)) == drafted(source)


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
