"""What of a parent concerns the unit: who leads an item, where it is, and whether the parent speaks to the unit at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.concern import others_work
from kehoach.draft.names import names
from kehoach.model import Plan
from kehoach.readers.text import parse

from .conftest import UNITS, words

ON = date(2026, 11, 21)
HEAD = """\
ỦY BAN NHÂN DÂN TỈNH TÂY NINH
Số: 71/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày 05 tháng 5 năm 2026
KẾ HOẠCH
{title}
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
"""
TAIL = """\
Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh, đề nghị các cơ quan, đơn vị thực hiện./.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Sách
"""
FAIR = """\
I. MỤC ĐÍCH
Giới thiệu sản vật của địa phương với Nhân dân trong tỉnh.
II. NỘI DUNG
1. Lễ khai mạc
- Đơn vị chủ trì: Sở Công Thương.
- Đơn vị phối hợp: Công an tỉnh.
2. Trưng bày sản vật
- Đơn vị chủ trì: Sở Nông nghiệp và Môi trường.
- Đơn vị phối hợp: UBND các xã, phường.
- Kinh phí: ngân sách tỉnh.
3. Vận động người dân tham gia hội chợ; trang trí cổng chào tại các xã, phường.
4. Trồng cây ven sông Vàm Cỏ và ở phường Ninh Thạnh; dọn vệ sinh khu dân cư.
III. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương
- Đẩy mạnh tuyên truyền về hội chợ trên trang thông tin điện tử.
- Trình Ủy ban nhân dân tỉnh cấp kinh phí in giấy mời.
2. UBND các xã, phường
- Cử người tham gia gian hàng.
"""


def plan(body: str, title: str = "Tổ chức Hội chợ sản vật năm 2027") -> Plan:
    return extract.plan(parse(HEAD.format(title=title) + body + TAIL, Path("cap-tren.txt")))


@pytest.fixture(scope="module")
def fair() -> drafting.Draft:
    return drafting.draft(plan(FAIR), UNITS["ubnd-xa"], ON)


def test_an_item_that_others_lead_is_left_out(fair: drafting.Draft) -> None:
    assert "khai mạc" not in words(fair)
    assert ("Lễ khai mạc", "do Sở Công Thương chủ trì") in [(one.text, one.reason) for one in fair.left_out]


def test_an_item_that_the_unit_helps_with_becomes_its_part(fair: drafting.Draft) -> None:
    text = words(fair)
    assert "Phối hợp với Sở Nông nghiệp và Môi trường tổ chức trưng bày sản vật" in text
    assert "chủ trì: Sở" not in text
    assert "ngân sách tỉnh" not in text


def test_places_that_have_names_of_their_own_are_left_out(fair: drafting.Draft) -> None:
    text = words(fair)
    assert "Vàm Cỏ" not in text
    assert "Ninh Thạnh" not in text
    assert "Dọn vệ sinh khu dân cư." in text


def test_what_every_level_does_for_itself_goes_to_the_units_departments(fair: drafting.Draft) -> None:
    made = [one for one in fair.paragraphs if "tuyên truyền về hội chợ" in one.text]
    assert len(made) == 1
    assert made[0].origin.changed == ("việc của Sở Công Thương ở cấp trên, chuyển cho bộ phận của đơn vị",)
    assert "giấy mời" not in words(fair)


def test_a_parent_that_does_not_speak_to_the_unit_gives_only_the_common_part() -> None:
    made = drafting.draft(plan(FAIR), UNITS["truong-thcs"], ON)
    assert made.title.startswith("Thực hiện Kế hoạch số 71/KH-UBND")
    assert "sản vật với Nhân dân" not in words(made)
    assert "[nội dung cụ thể của đơn vị]" in made.marks
    assert any("không nói tới loại đơn vị này" in one for one in made.warnings)
    assert {"Lễ khai mạc", "Trưng bày sản vật"} <= {one.text for one in made.left_out}


def test_a_parent_of_another_province_is_drafted_from_with_a_warning() -> None:
    far = replace(UNITS["ubnd-xa"], province="Cà Mau", superior="UBND tỉnh Cà Mau")
    made = drafting.draft(plan(FAIR), far, ON)
    assert [one for one in made.warnings if "Tây Ninh" in one and "Cà Mau" in one]
    assert made.paragraphs


def test_a_parent_of_the_same_province_is_no_cause_for_a_warning(fair: drafting.Draft) -> None:
    assert fair.warnings == ()


@pytest.mark.parametrize(
    ("on", "said"),
    [(date(2025, 9, 1), "sau ngày của bản soạn (01/9/2025)"), (date(2031, 3, 1), "chỉ đến năm"), (ON, "")],
)
def test_a_day_that_does_not_fit_the_parent_is_warned_of(on: date, said: str) -> None:
    parent = plan("I. NỘI DUNG\n1. Các xã, phường tổ chức tập huấn cho công chức.\n", "Tập huấn kỹ năng số năm 2027")
    made = drafting.draft(parent, UNITS["ubnd-xa"], on)

    assert [one for one in made.warnings if "bản soạn" in one and "phần chung" not in one] == [
        one for one in made.warnings if said and said in one
    ]
    assert any(said in one for one in made.warnings) or not said


def test_a_unit_is_warned_of_its_own_plan_as_a_parent(fair: drafting.Draft) -> None:
    own = plan(FAIR)
    assert own.issuer
    itself = replace(UNITS["co-quan-tinh"], name=own.issuer.value)

    assert any("do chính" in one for one in drafting.draft(own, itself, ON).warnings)
    assert not any("do chính" in one for one in fair.warnings)


def test_slips_of_the_parent_are_mended_or_marked() -> None:
    body = (
        "I. NỘI DUNG\n1. Cán bộ, công chức, viên chức xã, phường thực hiện tốt nhiêm vụ; Tổ chức tập huấn về DVC.\n"
        "2. Cán bộ, công chức các xã, phường hướng dẫn người dân dùng KQX; cập nhật KQX hằng quý.\n"
        "3. Phối hợp với Sở Thông tin và Truyền thông tập huấn cho các xã, phường.\n"
    )
    text = words(drafting.draft(plan(body, "Tập huấn kỹ năng số năm 2027"), UNITS["ubnd-xa"], ON))
    assert "nhiêm [nhiệm?] vụ; tổ chức tập huấn về dịch vụ công" in text
    assert "KQX [viết đủ chữ viết tắt]" in text
    assert "Sở Khoa học và Công nghệ" in text


def test_a_clause_that_leaned_on_one_that_is_gone_goes_with_it() -> None:
    body = "I. NỘI DUNG\n1. 100% xã, phường có cổng dữ liệu; học sinh giỏi; tổ chức học hai buổi cho học sinh.\n"
    body += "2. Giáo viên tổ chức câu lạc bộ, hoạt động trải nghiệm cho học sinh vào buổi thứ hai trong ngày.\n"
    text = words(drafting.draft(plan(body, "Dạy học hai buổi năm 2027"), UNITS["truong-thcs"], ON))
    assert "ọc sinh giỏi" not in text
    assert "Tổ chức học hai buổi cho học sinh." in text


def test_to_report_is_not_the_work_of_a_newspaper() -> None:
    parent = extract.plan(parse(HEAD.format(title="Hội chợ sản vật") + FAIR + TAIL, Path("cap-tren.txt")))
    own = names(UNITS["so"])
    said = "Báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện"
    assert others_work(said, own, parent) == (said, "")
    assert others_work("Báo Tây Ninh tổ chức tuyên truyền", own, parent)[1] == "Báo Tây Ninh"
