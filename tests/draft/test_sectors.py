"""A plan of a province for every sector, told by an office of one: other sectors' work stays theirs, its own people theirs."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach import draft as drafting
from kehoach import extract
from kehoach.model import Plan, Signer, Unit
from kehoach.readers.text import parse

from .conftest import words

HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH TÂY NINH
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày 05 tháng 3 năm 2026
"""
PARENT = """\
KẾ HOẠCH
Phát triển dịch vụ số tỉnh Tây Ninh năm 2026
I. MỤC TIÊU
- 90% hồ sơ công việc cấp tỉnh, 75% cấp xã được xử lý trên mạng.
- Chỉ số dịch vụ số của tỉnh thuộc nhóm 15 tỉnh, thành phố dẫn đầu cả nước.
- Kinh tế số chiếm 22% GRDP.
- Mỗi xã có 02 điểm phát sóng miễn phí; mỗi phường có 05 điểm phát sóng miễn phí.
II. NHIỆM VỤ
1. Con người
a) Mỗi cơ quan, đơn vị cử 01 người phụ trách.
b) Tập huấn cho tuyên truyền viên thôn, tổ dân phố.
2. Các lĩnh vực
a) Y tế: lập sổ sức khỏe điện tử cho người dân.
b) Nông nghiệp: đưa nông sản lên mạng.
c) Dán mã tra cứu tại bến xe; công khai thủ tục.
d) Tổ chức lễ phát động cấp tỉnh tại quảng trường; tặng quà 250 hộ đi đầu.
3. Bộ máy
Thực hiện tự chủ của đơn vị sự nghiệp công lập; làm rõ thẩm quyền giữa UBND tỉnh với các sở, ngành và UBND cấp xã.
III. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành; UBND các xã, phường
a) Xây dựng kế hoạch trước ngày 20/3/2026; gửi về Sở Khoa học và Công nghệ để theo dõi.
b) Định kỳ 6 tháng (trước ngày 10/6), năm (trước ngày 05/12) báo cáo kết quả về Sở Khoa học và Công nghệ.
c) Dọn dẹp, sắp xếp lại trụ sở, nơi làm việc.
đ) Chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để lộ dữ liệu.
d) Lập danh sách máy tính; đăng ký với Công an tỉnh trước ngày 30/4/2026.
2. Sở Y tế
Hướng dẫn các cơ sở y tế khám sức khỏe từ xa.
3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
Chỉ đạo các tổ chức thành viên giúp người cao tuổi cài đặt ứng dụng.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lâm Quốc An
"""
DIRECTIVE = """\
CHỈ THỊ
Về việc chuẩn bị mùa khô năm 2026
Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành, UBND các xã, phường:
1. Các sở, ban, ngành tỉnh
Kiểm tra bể nước; lập danh sách người trực, gửi Ban Chỉ huy quân sự xã, phường nơi đóng trụ sở trước ngày 20/3/2026.
2. UBND các xã, phường
Nạo vét kênh trên địa bàn.
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Lâm Quốc An
"""
ON = date(2026, 3, 12)
HEALTH = Unit(
    "Sở Y tế tỉnh Tây Ninh", "SYT", "so", "UBND tỉnh Tây Ninh", "Tây Ninh", "Tây Ninh", Signer("", "GIÁM ĐỐC", ""),
    ("Văn phòng Sở", "Phòng Nghiệp vụ Y", "Chi cục Dân số, Trẻ em"),
)  # fmt: skip
COMMUNE = Unit(
    "Ủy ban nhân dân xã Long Thuận", "UBND", "ubnd-xa", "UBND tỉnh Tây Ninh", "Long Thuận", "Tây Ninh",
    Signer("TM.", "CHỦ TỊCH", ""), ("Phòng Kinh tế", "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội"),
)  # fmt: skip


def read(body: str, number: str = "61/KH-UBND") -> Plan:
    return extract.plan(parse(HEAD.format(number=number) + body))


@pytest.fixture(scope="module")
def health() -> str:
    return words(drafting.draft(read(PARENT), HEALTH, ON))


@pytest.fixture(scope="module")
def commune() -> str:
    return words(drafting.draft(read(PARENT), COMMUNE, ON))


def test_another_sectors_work_stays_with_it(health: str, commune: str) -> None:
    assert "nông sản" not in health
    assert "bến xe" not in health
    assert "công khai thủ tục" in health.lower()
    assert "nông sản" in commune
    assert "bến xe" in commune


def test_the_people_whom_an_office_serves_stay_the_people(health: str) -> None:
    assert "sổ sức khỏe điện tử cho người dân" in health


def test_every_level_keeps_its_own_share(health: str, commune: str) -> None:
    assert "90% hồ sơ công việc được xử lý" in health
    assert "75% hồ sơ công việc được xử lý" in commune
    assert "GRDP" not in health + commune


def test_a_rank_of_the_province_is_one_to_which_the_unit_adds(health: str) -> None:
    assert "Góp phần đưa Chỉ số dịch vụ số của tỉnh vào nhóm 15 tỉnh" in health


def test_each_office_stays_each_and_the_villages_people_stay_below(health: str) -> None:
    assert "Mỗi phòng, đơn vị cử 01 người phụ trách" in health
    assert "tuyên truyền viên cơ sở" in health


def test_a_public_service_unit_keeps_its_name_and_powers_of_the_province_are_left_out(health: str) -> None:
    assert "tự chủ của đơn vị sự nghiệp công lập" in health
    assert "thẩm quyền giữa" not in health


def test_nothing_is_left_of_a_plan_to_send_or_of_report_days(health: str) -> None:
    assert "để theo dõi" not in health
    assert "Định kỳ 6 tháng" not in health


def test_rooms_are_the_offices_and_patients_the_doctors(health: str) -> None:
    office, doctors = health.index("1. Văn phòng Sở"), health.index("2. Phòng Nghiệp vụ Y")
    assert office < health.index("sắp xếp lại trụ sở") < doctors < health.index("khám sức khỏe từ xa")


def test_a_commune_asks_its_front_whatever_the_province_asks_of_its_own(commune: str) -> None:
    assert "- Giúp người cao tuổi cài đặt ứng dụng." in commune


def test_what_is_to_be_registered_elsewhere_keeps_its_day(health: str) -> None:
    assert "đăng ký với Công an tỉnh trước ngày 30 tháng 4 năm 2026" in health


def test_the_provinces_own_ceremony_and_its_number_are_not_the_communes(commune: str) -> None:
    assert "cấp tỉnh tại quảng trường" not in commune
    assert "Tặng quà hộ đi đầu" in commune


def test_what_each_commune_of_its_kind_has_the_commune_has(commune: str) -> None:
    assert "- Xã Long Thuận có 02 điểm phát sóng miễn phí." in commune
    assert "05 điểm" not in commune


def test_to_answer_to_the_chairman_is_no_task_of_a_department(commune: str, health: str) -> None:
    assert "nếu để lộ dữ liệu" not in commune + health


def test_a_directive_of_the_chairman_is_his_and_names_the_plan_of_an_office() -> None:
    draft = drafting.draft(read(DIRECTIVE, "07/CT-UBND"), HEALTH, ON)
    assert draft.title.startswith(
        "Thực hiện Chỉ thị số 07/CT-UBND ngày 05/3/2026 của Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh về việc chuẩn bị"
    )
    assert drafting.draft(read(DIRECTIVE, "07/CT-UBND"), COMMUNE, ON).title.startswith("Chuẩn bị mùa khô")


def test_a_list_for_the_communes_guards_is_work_with_its_day() -> None:
    text = words(drafting.draft(read(DIRECTIVE, "07/CT-UBND"), HEALTH, ON))
    assert "gửi Ban Chỉ huy quân sự xã, phường nơi đóng trụ sở trước ngày 20 tháng 3 năm 2026" in text
