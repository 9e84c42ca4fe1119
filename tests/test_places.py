"""Provinces, districts and communes before and from 1 July 2025."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

import kehoach
from kehoach import places
from kehoach.knowledge import table

LAST = date(2025, 6, 30)
FIRST = date(2025, 7, 1)
ROOT = Path(kehoach.__file__).parent.parent
TABLE = ROOT / "kehoach" / "knowledge" / "places.txt"


def full(found: list[places.Place]) -> list[str]:
    return [place.full for place in found]


@pytest.mark.parametrize(
    ("day", "count", "there", "gone"),
    [
        (FIRST, 34, "Tuyên Quang", "Hà Giang"),
        (LAST, 63, "Hà Giang", "Thừa Thiên Huế"),
        (date(2024, 12, 31), 63, "Thừa Thiên Huế", "Huế"),
        (date(2008, 7, 31), 64, "Hà Tây", "Huế"),
    ],
)
def test_the_provinces_of_a_day(day: date, count: int, there: str, gone: str) -> None:
    names = places.provinces(day)
    assert len(names) == len(set(names)) == count
    assert there in names
    assert gone not in names


def test_the_numbers_of_units_are_those_of_the_resolutions() -> None:
    old, new = TABLE.read_text(encoding="utf-8").split("\n== ", 1)
    lines = [line for line in new.splitlines() if line.startswith(("P ", "X ", "ĐK "))]
    assert [sum(line.startswith(f"{kind} ") for line in lines) for kind in ("X", "P", "ĐK")] == [2621, 687, 13]
    assert sum(line.startswith("- ") for line in old.splitlines()) == 696
    assert sum(line.startswith(("P ", "X ", "TT ")) for line in old.splitlines()) == 10035


def test_a_province_becomes_a_city_on_its_day() -> None:
    day = table("provinces")["later_cities"]["Đồng Nai"]
    assert places.province_kind("Đồng Nai", day - timedelta(days=1)) == "tỉnh"
    assert places.province_kind("Đồng Nai", day) == "thành phố"
    assert places.province_kind("Bình Dương", FIRST) is None


@pytest.mark.parametrize(
    ("name", "kind", "day", "there"),
    [
        ("Đông Triều", "thành phố", LAST, True),
        ("Đông Triều", "thành phố", FIRST, False),
        ("Đông Triều", "phường", FIRST, True),
        ("Hồng Bàng", "quận", LAST, True),
        ("Hồng Bàng", "quận", FIRST, False),
        ("Cô Tô", "huyện", LAST, True),
        ("Cô Tô", "đặc khu", FIRST, True),
        ("Cô Tô", "đặc khu", LAST, False),
        ("Cao Bằng", "tỉnh", FIRST, True),
        ("Cao Bằng", "thành phố", FIRST, False),
        ("Cao Bằng", "thành phố", LAST, True),
        ("Hà Nội", "thành phố", FIRST, True),
        ("Chín Tầng Mây", None, FIRST, False),
        ("Chín Tầng Mây", None, date(2019, 1, 1), None),
        ("Hồng Bàng", "quận", date(2019, 1, 1), True),
        ("Hà Nội", "vương quốc", FIRST, False),
    ],
)
def test_whether_a_unit_exists_on_a_day(name: str, kind: str | None, day: date, there: bool | None) -> None:
    assert places.exists(name, kind, day) is there


@pytest.mark.parametrize(
    "written", ["thủy nguyên", "THỦY NGUYÊN", "Thuỷ Nguyên", "Thu\u0309y Nguyên", " Thủy  Nguyên "]
)
def test_a_name_is_known_however_it_is_written(written: str) -> None:
    assert places.exists(written, "thành phố", LAST)


def test_numbers_hyphens_and_apostrophes_do_not_matter() -> None:
    assert places.exists("01", "phường", LAST, "Hồ Chí Minh")
    assert places.exists("Phan Rang-Tháp Chàm", "thành phố", LAST)
    assert places.exists("Bà Rịa – Vũng Tàu", "tỉnh", LAST)
    assert places.exists("M’Drắk", "xã", FIRST, "Đắk Lắk")


def test_a_province_narrows_a_name_that_many_have() -> None:
    assert len(places.province_of("Tân Thành", "xã", LAST)) > 10
    assert places.exists("Đông Triều", "phường", FIRST, "Quảng Ninh")
    assert places.exists("Đông Triều", "phường", FIRST, "Hải Phòng") is False


def test_what_became_of_a_commune() -> None:
    (now,) = places.became("Mỹ Khánh", "xã", "Cần Thơ", "Phong Điền")
    assert now == places.Place("phường", "An Bình", "Cần Thơ")


def test_the_old_and_the_new_province_both_tell_which_commune() -> None:
    assert places.became("Mạo Khê", "phường", "Quảng Ninh") == places.became("Mạo Khê", "phường")
    assert places.became("Thanh Thủy", "xã", "Hà Giang")
    assert set(places.became("Thanh Thủy", "xã", "Hà Giang")) <= set(places.became("Thanh Thủy", "xã", "Tuyên Quang"))


def test_what_became_of_a_district() -> None:
    assert full(places.became("Bỉm Sơn", "thị xã")) == ["phường Bỉm Sơn", "phường Quang Trung"]
    assert full(places.became("Lý Sơn", "huyện")) == ["đặc khu Lý Sơn"]
    assert {place.province for place in places.became("Châu Thành", "huyện", "Long An")} == {"Tây Ninh"}


def test_the_last_district_does_not_run_into_the_new_units() -> None:
    old = TABLE.read_text(encoding="utf-8").split("\n== ", 1)[0]
    name = old.rsplit("\n- ", 1)[1].splitlines()[0].partition(" ")[2]
    communes = {
        part for line in old.rsplit("\n- ", 1)[1].splitlines()[1:] for part in line.partition(" > ")[2].split(", ")
    }
    province = old.rsplit("\n= ", 1)[1].splitlines()[0].partition(" > ")[0]
    assert len(places.became(name, None, province)) >= len(communes) > 0
    assert {p.name for p in places.became(name, None, province) if p.kind != "tỉnh"} >= {
        c.partition(" ")[2] for c in communes
    }


@pytest.mark.parametrize(
    ("name", "now"),
    [("Hà Giang", "tỉnh Tuyên Quang"), ("Bình Dương", "thành phố Hồ Chí Minh"), ("Hà Tây", "thành phố Hà Nội")],
)
def test_what_became_of_a_province(name: str, now: str) -> None:
    assert full(places.became(name, "tỉnh")) == [now]


@pytest.mark.parametrize(
    ("slip", "day", "right"),
    [
        ("Bim Sơn", FIRST, "Bỉm Sơn"),
        ("Đăk Lăk", FIRST, "Đắk Lắk"),
        ("Đắc Lắc", FIRST, "Đắk Lắk"),
        ("Bắc Cạn", LAST, "Bắc Kạn"),
        ("Quãng Ninh", FIRST, "Quảng Ninh"),
        ("Đông Triêu", FIRST, "Đông Triều"),
        ("Hai Phong", FIRST, "Hải Phòng"),
    ],
)
def test_a_slip_is_near_the_right_name(slip: str, day: date, right: str) -> None:
    assert right in places.near(slip, day)


def test_a_right_name_and_no_name_are_near_nothing() -> None:
    assert places.near("Đông Triều", FIRST) == ()
    assert places.near("Hoà Bình", LAST) == ()
    assert places.near("Chín Tầng Mây", FIRST) == ()
    assert places.near("Bắc Cạn", FIRST) == ()


def test_every_name_of_the_table_is_found_by_its_own_spelling() -> None:
    for part, day in zip(TABLE.read_text(encoding="utf-8").split("\n== ", 1), (LAST, FIRST), strict=True):
        lines = [
            line for line in part.splitlines() if line.removeprefix("- ").startswith(("TP ", "Q ", "H ", "TX ", "ĐK "))
        ]
        for line in lines + part.splitlines()[200:9000:150]:
            code, _, name = line.removeprefix("- ").partition(" > ")[0].partition(" ")
            if kind := places.KINDS.get(code.lower()):
                assert any(place.name == name for place in places.find(name, kind, day)), line


def test_the_data_are_small_and_carry_their_notice() -> None:
    assert TABLE.stat().st_size < 400_000
    head = TABLE.read_text(encoding="utf-8")[:3000]
    assert "Copyright (c) 2025 Tran Ngoc Minh Hieu" in head
    assert "MIT License" in head
