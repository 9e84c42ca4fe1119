"""Dates in every form that plans write them, complete or not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.extract import dates


def parts(text: str, damaged: bool = False) -> list[tuple[int | None, int | None, int | None]]:
    return [(when.day, when.month, when.year) for when, _, _ in dates.find(text, damaged)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 05 tháng 01 năm 2026", date(2026, 1, 5)),
        ("Hà Nội, ngày 28\n\ntháng 4\n\nnăm 2026", date(2026, 4, 28)),
        ("Đồng Xoài, ngày 14 tháng5 năm 2008", date(2008, 5, 14)),
        ("ngày 29/12/2023", date(2023, 12, 29)),
        ("từ 01/ 7 /2004", date(2004, 7, 1)),
        ("ngày 5-6-2020", date(2020, 6, 5)),
        ("ngày 5.6.2020", date(2020, 6, 5)),
        ("ngày 12/9/24", date(2024, 9, 12)),
        ("NGÀY 01 THÁNG 9 NĂM 2025", date(2025, 9, 1)),
    ],
)
def test_a_whole_date_is_read_in_each_form(text: str, day: date) -> None:
    assert [when.value for when, _, _ in dates.find(text)] == [day]


def test_the_place_of_a_date_holds_the_word_for_day() -> None:
    text = "Kế hoạch số 337/KH-UBND ngày 29/12/2023 của UBND"
    [(when, start, end)] = dates.find(text)
    assert text[start:end] == when.text == "ngày 29/12/2023"


def test_an_impossible_date_keeps_its_parts_and_has_no_value() -> None:
    [(when, _, _)] = dates.find("ngày 31/02/2026")
    assert (when.value, when.day, when.month, when.year) == (None, 31, 2, 2026)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đông Sơn, ngày tháng 5 năm 2024", (None, 5, 2024)),
        ("Phú Thọ, ngày    tháng 12 năm 2011", (None, 12, 2011)),
        ("Hà Nội, ngày … tháng … năm 2026", (None, None, 2026)),
        ("ngày ..... tháng ..... năm 20…", (None, None, None)),
        ("ngày /4/2026 của UBND", (None, 4, 2026)),
        ("ngày …/…/2026", (None, None, 2026)),
    ],
)
def test_a_blank_is_found_and_never_filled(text: str, found: tuple[int | None, int | None, int | None]) -> None:
    assert parts(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ 1/3, 24/7, năm học 2023/2024, 2/3 số phiếu",
        "ghi rõ ngày tháng năm sinh",
        "trong 10 ngày tháng 5",
        "mục 1.2.3 và 2.1.2025.4, 163/KH-SGDĐT",
        "5 tháng 2 năm liền",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("S6:163 /KH-SGDPT Hai Phong, ngay 31 thang 01 nam 2024", date(2024, 1, 31)),
        ("24/2023/TT-BGDDT ngg‘ty 11/12/2023 cua", date(2023, 12, 11)),
        ("ngay 16 thang 01 ndm 2024 cia", date(2024, 1, 16)),
        ("ngay l0/O5/2019", date(2019, 5, 10)),
    ],
)
def test_a_damaged_date_is_read(text: str, day: date) -> None:
    assert [when.value for when, _, _ in dates.find(text, damaged=True)] == [day]


GAP = st.sampled_from(["", " ", "  ", "\n", "\u00a0"])


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), GAP, GAP, st.sampled_from("/-"))
def test_spaces_inside_a_date_change_nothing(day: date, before: str, after: str, mark: str) -> None:
    gap = f"{before}{mark}{after}"
    figures = f"ngày {day.day:02}{gap}{day.month}{gap}{day.year}"
    words = f"ngày {before}{day.day} {after}tháng {before}{day.month:02} {after}năm{after} {day.year}"
    assert [when.value for when, _, _ in dates.find(figures)] == [day]
    assert [when.value for when, _, _ in dates.find(words)] == [day]


@given(st.text(alphabet="ngàytháăm0123456789/.-… \n", max_size=60), st.booleans())
def test_no_text_breaks_the_reading(text: str, damaged: bool) -> None:
    for when, start, end in dates.find(text, damaged):
        assert 0 <= start < end <= len(text)
        assert when.text == text[start:end]
