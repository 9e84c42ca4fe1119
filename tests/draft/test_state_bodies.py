"""What a province asks of its departments, its offices and its communes, told by each in its own plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.calming import calmed
from kehoach.draft.context import Line, Origin
from kehoach.draft.duties import shared
from kehoach.draft.said import no_task
from kehoach.model import Plan, Signer, Unit
from kehoach.readers.text import parse

from .conftest import UNITS, words

ON = date(2026, 4, 6)
PARENT = """\
ỦY BAN NHÂN DÂN
TỈNH TÂY NINH
Số: 214/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày 23 tháng 3 năm 2026
KẾ HOẠCH
Tổ chức Phong trào thi đua “Công sở xanh, phục vụ nhanh” giai đoạn 2026 - 2030 trên địa bàn tỉnh
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao nhận thức của các cấp, các ngành, cán bộ, công chức, viên chức, người lao động và các tầng lớp Nhân dân.
2. Yêu cầu
- Các sở, ban, ngành, hội, đoàn thể tỉnh, UBND các xã, phường, đặc khu coi đây là việc làm thường xuyên.
II. NỘI DUNG THI ĐUA
1. Cải thiện chỉ số hài lòng về công sở (ISPX); hưởng ứng Ngày toàn dân trồng cây.
2. Lực lượng Cảnh sát, Bộ đội Biên phòng tăng cường tuần tra; lập hồ sơ người vi phạm.
3. Chỉ số ISPX năm 2026 của tỉnh đạt từ 82% trở lên; công khai xin lỗi người dân khi trả hồ sơ muộn.
III. TIÊU CHÍ THI ĐUA
1. Đối với các sở, ban, ngành; UBND các xã, phường, đặc khu
- Có ít nhất 02 sáng kiến làm xanh công sở.
2. Đối với cá nhân
- Giữ nơi làm việc gọn gàng, sạch đẹp.
IV. HÌNH THỨC KHEN THƯỞNG
1. Khi tổng kết, Chủ tịch UBND tỉnh tặng Bằng khen cho tập thể, cá nhân xuất sắc.
2. Giám đốc các sở, Chủ tịch UBND các xã, phường tặng Giấy khen theo thẩm quyền.
V. THỜI GIAN THỰC HIỆN
Từ năm 2026 đến năm 2030, tổng kết vào năm 2030.
VI. KINH PHÍ
Từ ngân sách nhà nước theo phân cấp.
VII. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành; UBND các xã, phường, đặc khu
- Báo cáo kết quả về Sở Nội vụ trước ngày 20/11 hằng năm.
Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Bưởi
"""


@pytest.fixture(scope="module")
def parent() -> Plan:
    return extract.plan(parse(PARENT, Path("parent.txt")))


@pytest.fixture(scope="module")
def department(parent: Plan) -> str:
    return words(drafting.draft(parent, UNITS["so"], ON))


def test_a_list_of_the_provinces_bodies_is_the_units_own_parts_once(parent: Plan, department: str) -> None:
    assert "- Các phòng, đơn vị thuộc Sở coi đây là việc làm thường xuyên." in department
    assert "Đối với các phòng, đơn vị thuộc Sở\n" in department
    commune = words(drafting.draft(parent, UNITS["ubnd-xa"], ON))
    assert "đặc khu" not in commune
    assert ", Ủy ban nhân dân xã coi đây" not in commune


def test_staff_are_named_once(department: str) -> None:
    assert "của cán bộ, công chức, viên chức và người lao động." in department


def test_a_department_proposes_what_only_the_province_may_give(department: str) -> None:
    assert "Hình thức khen thưởng" in department
    assert "đề nghị Chủ tịch UBND tỉnh tặng Bằng khen" in department
    assert "Giám đốc Sở tặng Bằng khen" not in department
    assert "Giám đốc Sở tặng Giấy khen theo thẩm quyền" in department


def test_work_of_others_goes_with_all_that_they_do(department: str) -> None:
    assert "tuần tra" not in department
    assert "lập hồ sơ người vi phạm" not in department.lower()


def test_a_name_in_letters_that_is_used_again_keeps_its_meaning(department: str) -> None:
    assert "chỉ số hài lòng về công sở (ISPX)" in department


def test_the_provinces_figure_is_one_to_which_the_unit_adds(department: str) -> None:
    assert "Góp phần để Chỉ số ISPX năm 2026 của tỉnh đạt từ 82% trở lên" in department


def test_a_day_keeps_its_name_and_the_people_served_stay_the_people(department: str) -> None:
    assert "Ngày toàn dân trồng cây" in department
    assert "xin lỗi người dân" in department


def test_who_is_told_to_do_it_does_it() -> None:
    line = Line("-", "Chỉ đạo Công an phường rà soát, lập danh sách.", Origin("parent", "đoạn 1", 1))
    given = shared([line], ("Văn phòng", "Công an phường"), "Văn phòng")
    assert [one.text for one in given[("Công an phường",)]] == ["Rà soát, lập danh sách."]


def test_a_policy_is_no_book() -> None:
    line = Line("-", "Thực hiện chính sách bảo hiểm y tế.", Origin("parent", "đoạn 1", 1))
    given = shared([line], ("Văn phòng", "Phòng Văn hóa - Xã hội"), "Văn phòng")
    assert given[("Phòng Văn hóa - Xã hội",)]


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Quản lý đô thị và các phòng có liên quan.",
        "Công ty cổ phần Xây dựng và Thương mại Sao Vàng.",
        "Các phòng tổ chức triển khai một số nhiệm vụ cụ thể.",
    ],
)
def test_a_name_alone_is_no_task(text: str) -> None:
    assert no_task(text)


def test_an_office_in_capitals_is_no_district() -> None:
    assert calmed("SỰ PHỤC VỤ CỦA CƠ QUAN HÀNH CHÍNH NHÀ NƯỚC") == "Sự phục vụ của cơ quan hành chính nhà nước"
    assert calmed("TRÊN ĐỊA BÀN QUẬN HOÀN KIẾM") == "Trên địa bàn quận Hoàn Kiếm"


def test_a_district_office_has_its_committee_give_the_awards() -> None:
    text = PARENT.replace("2026", "2024").replace("UBND các xã, phường, đặc khu", "UBND các huyện, thành phố")
    office = Unit(
        "Phòng Giáo dục và Đào tạo huyện Sơn Kỳ", "PGDĐT", "phong-gddt", "UBND huyện Sơn Kỳ", "Sơn Kỳ", "Tây Ninh",
        Signer("", "TRƯỞNG PHÒNG", "Tô Thị Na"), ("Bộ phận Tổng hợp", "Bộ phận Mầm non"),
    )  # fmt: skip
    said = words(drafting.draft(extract.plan(parse(text, Path("parent.txt"))), office, date(2024, 4, 8)))
    assert "đề nghị Chủ tịch Ủy ban nhân dân huyện tặng Giấy khen" in said
    assert "của cán bộ, giáo viên, nhân viên và học sinh." in said
    assert "thành phố" not in said


def test_two_phases_that_share_a_year_are_asked_about(parent: Plan) -> None:
    text = PARENT.replace(
        "Từ năm 2026 đến năm 2030, tổng kết vào năm 2030.",
        "1. Giai đoạn 1 (2026 - 2028): phát động, sơ kết.\n2. Giai đoạn 2 (2028 - 2030): tổng kết.",
    )
    said = words(drafting.draft(extract.plan(parse(text, Path("parent.txt"))), UNITS["so"], ON))
    assert "Giai đoạn 2 (2029 - 2030 [cấp trên ghi 2028 - 2030])" in said


def test_a_wards_learning_centre_and_its_society_have_work_of_their_own() -> None:
    text = PARENT.replace("Công sở xanh, phục vụ nhanh", "Nhà nhà khuyến học, cùng xây xã hội học tập")
    ward = Unit(
        "Ủy ban nhân dân phường Long Hoa", "UBND", "ubnd-xa", "UBND tỉnh Tây Ninh", "Long Hoa", "Tây Ninh",
        Signer("TM.", "CHỦ TỊCH", ""),
        ("Phòng Văn hóa - Xã hội", "Trung tâm học tập cộng đồng", "Hội Khuyến học phường"),
    )  # fmt: skip
    said = words(drafting.draft(extract.plan(parse(text, Path("parent.txt"))), ward, ON))
    assert "2. Trung tâm học tập cộng đồng\n- Hướng dẫn đăng ký, tự đánh giá, công nhận “Gia đình học tập”" in said
    assert "3. Hội Khuyến học phường\n- Phát triển tổ chức, hội viên, quỹ khuyến học" in said
