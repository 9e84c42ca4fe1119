"""Days before the parent's, and who does what."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach import extract
from kehoach.draft.context import Line, Origin
from kehoach.draft.duties import concerns, fit, lead, shared
from kehoach.draft.names import names
from kehoach.draft.report_days import inside
from kehoach.draft.reports import Duty, _before
from kehoach.model import Deadline
from kehoach.readers.text import parse

from .conftest import UNITS

ON = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("asked", "days", "said"),
    [
        (Deadline(day=5, month=12, every="year"), 10, "trước ngày 25 tháng 11 hằng năm"),
        (Deadline(day=5, month=1, every="year"), 10, "trước ngày 25 tháng 12 hằng năm"),
        (Deadline(day=1, month=3, every="year"), 10, "trước ngày 15 tháng 02 hằng năm"),
        (Deadline(day=29, month=9, year=2028, date=date(2028, 9, 29)), 10, "trước ngày 15 tháng 9 năm 2028"),
        (Deadline(day=1, month=12, year=2026, date=date(2026, 12, 1)), 10, "trước ngày 26 tháng 11 năm 2026"),
        (Deadline(day=20, every="month"), 10, "trước ngày 15 hằng tháng"),
        (Deadline(day=12, every="quarter"), 10, "trước ngày 05 của tháng cuối quý"),
        (Deadline(day=1, month=6, year=2026, date=date(2026, 6, 1)), 10, None),
        (Deadline(month=12, every="year"), 10, None),
    ],
)
def test_the_units_day_is_earlier_and_usual(asked: Deadline, days: int, said: str | None) -> None:
    assert _before(asked, days, ON) == said


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("day", [1, 5, 14, 28, 31])
def test_the_units_day_is_always_before_the_parents(day: int, month: int) -> None:
    said = _before(Deadline(day=day, month=month, every="year"), 10, ON)
    assert said is not None
    _, _, own_day, _, own_month, *_ = said.split()
    distance = (month * 31 + min(day, 28)) - (int(own_month) * 31 + int(own_day))
    assert 10 <= distance % (12 * 31) <= 25


def test_the_lead_follows_the_subject() -> None:
    departments = ("Văn phòng Sở", "Phòng Giáo dục thường xuyên", "Phòng Tài chính")
    assert lead(departments, "Phong trào xây dựng xã hội học tập") == "Phòng Giáo dục thường xuyên"
    assert lead(departments, "Phòng, chống tham nhũng") == "Văn phòng Sở"
    assert lead((), "gì cũng được") is None


def test_what_fits_nobody_goes_to_the_holder() -> None:
    task = Line("-", "Giữ gìn khuôn viên.", Origin("wording", "x.txt"))
    assert shared([task], ("Tổ Văn phòng", "Thư viện"), "Tổ Văn phòng")[("Tổ Văn phòng",)] == [task]


def test_an_office_that_directs_schools_beside_itself_directs_them() -> None:
    line = Line("-", "Chỉ đạo Phòng Giáo dục và Đào tạo, các trường học mở thư viện.", Origin("parent", "đoạn 1", 1))
    given = shared([line], ("Phòng Nội vụ", "Phòng Giáo dục và Đào tạo"), "Phòng Nội vụ")
    assert [one.text for one in given[("Phòng Giáo dục và Đào tạo",)]] == ["Chỉ đạo các trường học mở thư viện."]


def test_departments_by_level_of_schooling_do_the_schools_work_together() -> None:
    departments = ("Bộ phận Tài vụ", "Bộ phận Giáo dục mầm non", "Bộ phận Giáo dục tiểu học")
    assert fit(departments, "Chỉ đạo các trường học mở thư viện", "function") == departments[1:]


def test_departments_are_asked_for_their_quarters_too() -> None:
    quarter = Duty(
        "báo cáo quý", "Sở Nội vụ", "trước ngày 15 của tháng cuối quý", "trước ngày 10 của tháng cuối quý", 1
    )
    year = Duty("báo cáo năm", "Sở Nội vụ", "trước ngày 20 tháng 11 năm 2026", "trước ngày 15 tháng 11 năm 2026", 1)
    said = "trước ngày 10 của tháng cuối quý (số liệu quý) và trước ngày 15 tháng 11 năm 2026"
    assert inside([quarter, year]) == said


def test_the_name_of_an_office_is_not_taken_apart_at_its_and() -> None:
    parent = extract.plan(parse("KẾ HOẠCH\nMở lớp\nI. NỘI DUNG\nMở lớp."))
    own = names(UNITS["ubnd-xa"])
    assert concerns("Phòng Giáo dục và Đào tạo", own, parent)
    assert not concerns("Sở Giáo dục và Đào tạo", own, parent)
