"""What a draft says: the parent's words turned to the unit, nothing of others', nothing of a time gone by."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from kehoach import draft as drafting
from kehoach.model import Plan, Unit

from .conftest import ON, UNITS, words

Drafted = Callable[[str], drafting.Draft]
SECTIONS = [
    "I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG PHONG TRÀO THI ĐUA", "III. TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG",
    "IV. GIẢI PHÁP THỰC HIỆN", "V. TIẾN ĐỘ THỰC HIỆN", "VI. KINH PHÍ THỰC HIỆN", "VII. TỔ CHỨC THỰC HIỆN",
]  # fmt: skip


def test_a_movement_plan_has_the_seven_sections_in_order(drafted: Drafted, unit: Unit) -> None:
    headings = [paragraph.text for paragraph in drafted(unit.level).paragraphs if paragraph.heading1]
    assert headings == SECTIONS


def test_the_opening_cites_the_parent_and_what_the_parent_implements(drafted: Drafted, unit: Unit) -> None:
    paragraphs = drafted(unit.level).paragraphs
    assert paragraphs[0].basis
    assert paragraphs[0].text == (
        "Căn cứ Kế hoạch số 18/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân tỉnh Tây Ninh về phát triển văn hóa đọc."
    )
    assert paragraphs[1].text.startswith(
        "Thực hiện Kế hoạch số 52/KH-SGDĐT ngày 09/3/2026 của Sở Giáo dục và Đào tạo về việc phát động Phong trào thi "
        "đua “Mỗi nhà trường một thư viện mở giai đoạn 2024 - 2030” trên địa bàn tỉnh, "
    )


def test_people_and_places_become_the_units_own(drafted: Drafted) -> None:
    school = words(drafted("truong-thcs"))
    assert "Giúp cán bộ, giáo viên, nhân viên và học sinh có thói quen đọc sách." in school
    assert "Thi đua “Đọc sách mỗi ngày” trong nhà trường" in school
    assert "các tầng lớp Nhân dân" in words(drafted("ubnd-xa"))


def test_what_speaks_to_others_is_left_out_and_listed(drafted: Drafted) -> None:
    draft = drafted("truong-thcs")
    text = words(draft)
    for foreign in ("doanh nghiệp", "hộ gia đình", "cơ chế, chính sách", "Phòng Giáo dục và Đào tạo"):
        assert foreign not in text
    assert "Tổ chức ngày hội đọc sách." in text
    left = " ".join(one.text for one in draft.left_out)
    assert "Huy động doanh nghiệp, hộ gia đình tặng sách" in left
    assert "Kiểm tra 100% thư viện trường học" in left or "phòng Giáo dục và Đào tạo các huyện" in left


@pytest.mark.parametrize("level", sorted(UNITS))
def test_no_district_acts_after_the_reform(drafted: Drafted, level: str) -> None:
    cited = re.compile(r"Quyết định số 77/QĐ-UBND.*")
    text = cited.sub("", words(drafted(level)))
    assert not re.search(r"\b(?:huyện|thị xã|quận)\b", text)


def test_districts_stay_where_they_still_exist(parent: Plan) -> None:
    text = words(drafting.draft(parent, UNITS["ubnd-xa"], date(2024, 5, 20)))
    assert "các huyện, thị xã, thành phố chỉ đạo sâu sát" in text


def test_cited_documents_keep_their_issuer(drafted: Drafted) -> None:
    cited = "Quyết định số 77/QĐ-UBND ngày 05/01/2024 của Ủy ban nhân dân huyện Châu Thành"
    assert cited in words(drafted("truong-thpt"))


def test_what_is_over_is_not_planned_again(drafted: Drafted, unit: Unit) -> None:
    text = words(drafted(unit.level))
    assert "kiểm kê sách" not in text
    assert "2025" not in text
    assert "chia thành" not in text


def test_what_is_still_to_come_is_planned(drafted: Drafted) -> None:
    text = words(drafted("truong-thpt"))
    assert "Bổ sung sách mới vào tháng 9 năm 2027." in text
    assert "từ năm 2026 đến năm 2030" in text


def test_names_in_quotes_never_change(drafted: Drafted, unit: Unit) -> None:
    draft = drafted(unit.level)
    assert "“Mỗi nhà trường một thư viện mở giai đoạn 2024 - 2030”" in draft.title
    assert set(re.findall(r"“[^”]*”", words(draft))) <= {
        "“Mỗi nhà trường một thư viện mở giai đoạn 2024 - 2030”", "“Đọc sách mỗi ngày”",
    }  # fmt: skip


def test_tasks_go_to_the_departments_that_do_such_work(drafted: Drafted) -> None:
    paragraphs = drafted("truong-thcs").paragraphs
    first = next(i for i, paragraph in enumerate(paragraphs) if paragraph.text == "VII. TỔ CHỨC THỰC HIỆN")
    owner, given = "", {}
    for paragraph in paragraphs[first + 1 :]:
        owner = paragraph.text.split(". ", 1)[1] if paragraph.heading2 else owner
        given[paragraph.text] = owner
    assert (
        given["- Bố trí kinh phí mua sách, bàn ghế cho thư viện."] == "Ban Giám hiệu"
    )  # who leads the school gives the money
    assert not any("Xây dựng kế hoạch thực hiện" in text for text in given)  # this plan is that plan


def test_the_report_leaves_the_parent_time(drafted: Drafted) -> None:
    text = words(drafted("truong-thcs"))
    assert (
        "Trước ngày 25 tháng 11 hằng năm, nhà trường gửi báo cáo kết quả thực hiện Phong trào thi đua "
        "về Sở Giáo dục và Đào tạo." in text
    )
    assert "05 tháng 12" not in text


def test_what_only_a_person_knows_is_marked(drafted: Drafted) -> None:
    assert drafted("truong-thcs").marks == ("[họ và tên người ký]",)
    assert drafted("truong-thpt").marks == ()


def test_a_parent_without_a_report_day_leaves_a_mark(parent: Plan) -> None:
    silent = drafting.draft(_without_deadlines(parent), UNITS["truong-thpt"], ON)
    assert "[ngày, tháng báo cáo]" in silent.marks


def _without_deadlines(parent: Plan) -> Plan:
    from msgspec.structs import replace

    return replace(parent, deadlines=())


def test_every_paragraph_knows_where_it_came_from(drafted: Drafted, parent: Plan, unit: Unit) -> None:
    for paragraph in drafted(unit.level).paragraphs:
        origin = paragraph.origin
        if origin.kind == "parent":
            assert origin.block is not None
            assert origin.where == parent.document.blocks[origin.block].label
        else:
            assert origin.where.endswith(".txt")


def test_awards_are_the_units_own(drafted: Drafted) -> None:
    assert "nhà trường lựa chọn tập thể tiêu biểu" in words(drafted("truong-thcs"))


def test_titles_carry_the_units_scope(drafted: Drafted) -> None:
    name = "“Mỗi nhà trường một thư viện mở giai đoạn 2024 - 2030”"
    assert drafted("truong-thcs").title == f"Triển khai Phong trào thi đua {name} tại Trường THCS Trần Phú"
    assert drafted("ubnd-xa").title == f"Triển khai Phong trào thi đua {name} trên địa bàn phường Long Hoa"


@pytest.mark.parametrize(
    ("level", "superior", "issuer", "signing"),
    [
        ("so", ("UBND TỈNH TÂY NINH",), ("SỞ NỘI VỤ",), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("ubnd-xa", (), ("ỦY BAN NHÂN DÂN", "PHƯỜNG LONG HOA"),
         ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("truong-thcs", ("UBND PHƯỜNG LONG HOA",), ("TRƯỜNG THCS TRẦN PHÚ",), ("HIỆU TRƯỞNG",)),
    ],
)  # fmt: skip
def test_header_and_signature_follow_the_level(
    drafted: Drafted, level: str, superior: tuple[str, ...], issuer: tuple[str, ...], signing: tuple[str, ...]
) -> None:
    draft = drafted(level)
    assert " ".join(draft.superior) == " ".join(superior)
    assert " ".join(draft.issuer) == " ".join(issuer)
    assert draft.signing == signing


def test_number_and_day_are_blank_unless_given(parent: Plan, drafted: Drafted) -> None:
    assert drafted("truong-thcs").number == "Số:      /KH-THCSTP"
    assert drafted("truong-thcs").place_date == "Long Hoa, ngày      tháng 11 năm 2026"
    given = drafting.draft(parent, UNITS["truong-thcs"], date(2027, 2, 3), number="07", day=True)
    assert (given.number, given.place_date) == ("Số: 07/KH-THCSTP", "Long Hoa, ngày 03 tháng 02 năm 2027")
