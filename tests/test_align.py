"""Parent and child compared: bodies, numerals, periods, report deadlines."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.align import library, parent_of
from kehoach.align.bodies import same_body
from kehoach.align.citations import mistaken
from kehoach.align.issue import earliest, latest
from kehoach.align.numerals import numeral, shown, slips
from kehoach.align.periods import phases, reviews, title_period
from kehoach.align.reports import pairs
from kehoach.align.sections import covers, family
from kehoach.extract import plan
from kehoach.model import Plan
from kehoach.readers.text import parse
from kehoach.rules.samples import PARENT, SEVEN, emulation
from kehoach.rules.samples import plan as sample


def read(text: str, name: str = "<text>") -> Plan:
    return plan(parse(text, Path(name)))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo", True),
        ("Sở Giáo dục và Đào tạo tỉnh Đắk Lắk", "Sở GDĐT", True),
        ("UBND TP Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng", True),
        ("Uỷ ban nhân dân tỉnh", "UBND tỉnh Quảng Ninh", True),
        ("Bộ trưởng Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo", True),
        ("Phòng Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo", False),
        ("UBND tỉnh", "UBND thị xã Bỉm Sơn", False),
        ("Sở Nội vụ", "Sở Tài chính", False),
    ],
)
def test_names_of_one_body_are_known(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same


def test_numerals_read_and_written() -> None:
    for written in ("I", "IV", "IX", "XIV", "7", "2.3", "đ", "y", "B"):
        read_back = numeral(written)
        assert read_back is not None
        assert shown(read_back, read_back.value) == written


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        ("I II III IV", []),
        ("I II IV V", [("IV", True)]),
        ("I II II III", [("II", False)]),
        ("I II II IV", [("II", False)]),
        ("I III III IV", [("III", True)]),
    ],
)
def test_one_wrong_numeral_is_one_slip(headings: str, told: list[tuple[str, bool]]) -> None:
    names = ("MỤC ĐÍCH", "NỘI DUNG", "KINH PHÍ", "TỔ CHỨC THỰC HIỆN")
    body = [
        line for n, name in zip(headings.split(), names, strict=True) for line in (f"{n}. {name}", "Nội dung mục này.")
    ]
    assert [(slip.section.numeral, slip.skipped) for slip in slips(read(sample(*body)))] == told


def test_years_of_a_plan_are_found_in_title_and_schedule() -> None:
    lines = (
        "1. Giai đoạn 1 (từ năm 2023 - 2025)",
        "Tiến hành sơ kết, đánh giá vào năm 2025.",
        "2. Giai đoạn 2 (từ 2026 - 2030)",
        "Trên cơ sở sơ kết giai đoạn 1, tiếp tục triển khai và tổng kết vào năm 2030.",
    )
    subject = read(emulation(*SEVEN[:9], *lines, *SEVEN[10:]))
    title = title_period(subject)
    assert title is not None
    assert (title.first, title.last) == (2023, 2030)
    assert [(p.index, p.first, p.last) for p in phases(subject)] == [(1, 2023, 2025), (2, 2026, 2030)]
    assert [(r.what, r.year) for r in reviews(subject)] == [("so ket", 2025), ("tong ket", 2030)]


def test_the_family_is_told_by_the_title() -> None:
    known = family(read(emulation(*SEVEN)))
    assert known is not None
    assert known["name"] == "emulation"
    for title in ("Triển khai chuyển đổi số năm 2026", "Phát động phong trào thi đua chào mừng ngày 20/11"):
        assert family(read(sample(title=title))) is None


def test_a_matter_counts_as_covered_wherever_it_stands() -> None:
    for body in (
        ("I. NỘI DUNG", "Tập huấn.", "II. KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN", "Theo dự toán."),
        ("I. NỘI DUNG", "1. Tập huấn.", "2. Kinh phí: Theo dự toán.", "II. TỔ CHỨC THỰC HIỆN", "Các tổ."),
        ("I. NỘI DUNG", "Tập huấn.", "- Kinh phí thực hiện theo dự toán."),
    ):
        assert covers(read(sample(*body)), "funding")
    assert not covers(read(sample("I. NỘI DUNG", "Huy động kinh phí xã hội hóa.")), "funding")


def test_the_deadline_addressed_to_the_childs_kind_is_the_one_to_keep() -> None:
    above = read(
        sample(
            "I. TỔ CHỨC THỰC HIỆN",
            "1. Các trường báo cáo kết quả về Sở Giáo dục và Đào tạo trước ngày 25 tháng 11 hằng năm.",
            "2. Văn phòng Sở tổng hợp, báo cáo UBND tỉnh trước ngày 15 tháng 12 hằng năm.",
        )
    )
    child = read(sample("I. TỔ CHỨC", "Các tổ báo cáo kết quả về nhà trường trước ngày 30 tháng 11 hằng năm."))
    assert [theirs.value.day for _, theirs in pairs(child, above)] == [25]


def test_a_day_set_for_one_other_office_is_nobody_elses() -> None:
    above = read(
        sample(
            "I. TỔ CHỨC",
            "1. Các sở, ban, ngành",
            "Báo cáo năm (trước ngày 10 tháng 12) về Sở Nội vụ.",
            "2. Sở Y tế",
            "Gửi báo cáo khảo sát về Sở Nội vụ trước ngày 05 tháng 11 năm 2026.",
        )
    )
    child = read(sample("I. TỔ CHỨC", "Trước ngày 20 tháng 11 năm 2026, nhà trường gửi báo cáo về Sở Nội vụ."))
    assert all(theirs.value.day != 5 for _, theirs in pairs(child, above))


def test_what_others_send_to_the_child_is_due_before_its_own_report() -> None:
    child = read(sample("I. TỔ CHỨC", "Trước ngày 05 tháng 12 năm 2026, nhà trường gửi báo cáo về Sở Nội vụ."))
    assert child.issuer is not None
    asked = f"Các tổ dân phố gửi báo cáo về {child.issuer.value} trước ngày 30 tháng 11 năm 2026."
    assert not list(pairs(child, read(sample("I. TỔ CHỨC", asked))))
    assert list(pairs(child, read(sample("I. TỔ CHỨC", asked.replace(child.issuer.value, "Sở Nội vụ")))))


def test_the_parent_is_the_one_plan_that_the_opening_cites() -> None:
    opening = (
        "Thực hiện Kế hoạch số 12/KH-SGDĐT ngày 31/01/2024 của Sở Giáo dục và Đào tạo, nhà trường ban hành kế hoạch:"
    )
    child = read(sample(opening=opening), "child.txt")
    parent, other = read(PARENT, "parent.txt"), read(PARENT.replace("12/KH", "13/KH"), "other.txt")
    assert parent_of(child, library([child, other, parent])) is parent
    assert parent_of(child, library([child, other])) is None
    assert parent_of(child, library([parent, read(PARENT, "copy.txt")])) is None


CITED = "Thực hiện {kind} số {code} ngày {day} của {issuer} về {title}, Trường THCS Xuân Sơn ban hành Kế hoạch như sau:"
ABOVE = {
    "kind": "Kế hoạch", "code": "12/KH-SGDĐT", "day": "31/01/2024", "issuer": "Sở Giáo dục và Đào tạo",
    "title": "thực hiện Phong trào “Thi đua xây dựng xã hội học tập giai đoạn 2023 - 2030”",
}  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ({"code": "21/KH-SGDĐT"}, True),
        ({"code": "21/KH-SGDĐT", "day": "01/02/2024"}, True),  # symbol and title are those of the parent
        ({"code": "12/KH-UBND", "day": "01/02/2024"}, True),  # so are number and title
        ({"code": "21/KH-SGDĐT", "title": "cải cách hành chính năm 2024"}, True),
        ({"code": "12/KH-UBND", "day": "01/02/2024", "title": "cải cách hành chính"}, False),
        ({"code": "21/KH-SGDĐT", "day": "01/02/2024", "title": "cải cách hành chính"}, False),
        ({"kind": "Quyết định", "code": "12/QĐ-SGDĐT"}, False),
        ({"code": "21/KH-SGDĐT", "issuer": "Sở Nội vụ"}, False),
    ],
)
def test_a_citation_with_a_slip_means_the_parent_by_what_else_it_says(wrong: dict[str, str], meant: bool) -> None:
    child = read(sample("I. MỤC ĐÍCH", "Nâng cao nhận thức.", opening=CITED.format(**(ABOVE | wrong))))
    assert (mistaken(child, read(PARENT)) is not None) is meant


def test_a_parent_without_a_number_line_is_not_mistaken() -> None:
    child = read(sample("I. MỤC ĐÍCH", "Nâng cao nhận thức.", opening=CITED.format(**ABOVE)))
    assert mistaken(child, read(PARENT.partition("\n")[2])) is None


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("Xuân Sơn, ngày 12 tháng 9 năm 2024", "2024-09-12", "2024-09-12"),
        ("Xuân Sơn, ngày     tháng 02 năm 2024", "2024-02-01", "2024-02-29"),
        ("Xuân Sơn, ngày     tháng     năm 2024", "2024-01-01", "2024-12-31"),
        ("Xuân Sơn, ngày 31 tháng 02 năm 2024", None, None),
        ("", None, None),
    ],
)
def test_a_plan_whose_day_is_blank_was_issued_in_its_month_or_year(
    date: str, first: str | None, last: str | None
) -> None:
    issued = read(sample("I. MỤC ĐÍCH", "Nâng cao nhận thức.", date=date))
    assert [day and day.isoformat() for day in (earliest(issued), latest(issued))] == [first, last]


def test_a_name_that_is_not_there_may_mean_any_body() -> None:
    assert same_body("", "Sở Y tế")
    assert same_body("Sở Y tế", "")
