"""What a province's plan says of schools, unions and firms, in the plans of units that are none of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.model import Plan, Signer, Unit
from kehoach.readers import read
from kehoach.readers.text import parse

from .conftest import UNITS, words

ON = date(2026, 4, 20)
PARENT = """\
ỦY BAN NHÂN DÂN
TỈNH TÂY NINH
Số: 61/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày 12 tháng 3 năm 2026
KẾ HOẠCH
Chăm sóc mắt cho trẻ em, học sinh, người lao động trên địa bàn tỉnh giai đoạn 2026 - 2029
UBND tỉnh ban hành Kế hoạch chăm sóc mắt cho trẻ em, học sinh, người lao động giai đoạn 2026 - 2029 như sau:
I. MỤC ĐÍCH
1. Nâng cao nhận thức của các cấp, các ngành, nhà trường, gia đình và cộng đồng về chăm sóc mắt cho trẻ em, học sinh.
2. Giảm mỏi mắt cho người làm việc với máy tính.
II. NHIỆM VỤ, GIẢI PHÁP
1. Các trường có phòng máy tính đo độ sáng mỗi học kỳ; thay bóng đèn hỏng trong ngày.
2. Công đoàn cơ sở thương lượng với người sử dụng lao động tăng giờ nghỉ mắt.
3. Tổ chức hội thi vẽ tranh về đôi mắt các cấp.
4. Tuyên truyền về chăm sóc mắt trên mạng xã hội.
III. TỔ CHỨC THỰC HIỆN
1. Sở Giáo dục và Đào tạo
Chỉ đạo các cơ sở giáo dục nghề nghiệp mở phòng tư vấn mắt.
2. UBND các xã, phường
a) Bố trí quỹ đất, kinh phí làm sân chơi ngoài trời.
b) Chỉ đạo các trường tiểu học, trung học cơ sở thuộc thẩm quyền quản lý đổi chỗ ngồi cho học sinh hằng tháng.
c) Tổ chức ngày hội đôi mắt; giao Phòng Văn hóa - Xã hội làm đầu mối tham mưu.
3. Chế độ báo cáo
Các cơ quan, đơn vị, địa phương gửi báo cáo kết quả về Sở Y tế trước ngày 05 tháng 12 hằng năm.
IV. PHÂN CÔNG NHIỆM VỤ
| TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |
|---|---|---|---|---|---|
| 1 | Khám mắt đầu năm học cho học sinh | Các cơ sở giáo dục | Sở Y tế | Tháng 9 hằng năm | Sổ theo dõi |
| 2 | Treo bảng thị lực ở hành lang | Các cơ sở giáo dục | Sở Y tế | Tháng 10 hằng năm | Bảng thị lực |
| 3 | Thăm công nhân mỏi mắt | Liên đoàn Lao động tỉnh | Doanh nghiệp | Hằng năm | Báo cáo |
Trên đây là Kế hoạch chăm sóc mắt cho trẻ em, học sinh, người lao động giai đoạn 2026 - 2029./.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Ngô Thị Lài
"""
SCHOOL = replace(
    UNITS["truong-thcs"],
    superior="UBND phường Tân Ninh",
    place="Tân Ninh",
    departments=("Tổ Tự nhiên", "Tổ Văn phòng", "Công đoàn", "Đoàn Thanh niên"),
)
INSPECTORS = Unit(
    "Thanh tra tỉnh Tây Ninh", "TTT", "co-quan-tinh", "UBND tỉnh Tây Ninh", "Tây Ninh", "Tây Ninh",
    Signer("", "CHÁNH THANH TRA", "Đào Thị Ngà"), ("Văn phòng", "Phòng Nghiệp vụ 1"),
)  # fmt: skip
WARD = Unit(
    "Ủy ban nhân dân phường Tân Ninh", "UBND", "ubnd-xa", "UBND tỉnh Tây Ninh", "Tân Ninh", "Tây Ninh",
    Signer("TM.", "CHỦ TỊCH", "Võ Thị Út"), ("Phòng Văn hóa - Xã hội", "Văn phòng"),
)  # fmt: skip


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    path: Path = tmp_path_factory.mktemp("parent") / "kh.md"
    rows = PARENT.replace("\n| TT", "\n\n| TT")
    path.write_text("\n".join(line if line.startswith("|") else f"\n{line}" for line in rows.splitlines()), "utf-8")
    return extract.plan(read(path))


def said(parent: Plan, unit: Unit) -> str:
    return words(drafting.draft(parent, unit, ON))


def test_what_follows_the_schools_work_is_the_schools_too(parent: Plan) -> None:
    text = said(parent, INSPECTORS)
    assert "phòng máy tính" not in text
    assert "bóng đèn" not in text
    assert "Tuyên truyền về chăm sóc mắt" in text


def test_nobody_but_a_union_bargains_for_workers(parent: Plan) -> None:
    for unit in (SCHOOL, INSPECTORS, WARD):
        assert "thương lượng" not in said(parent, unit)


def test_a_school_names_itself_once(parent: Plan) -> None:
    text = said(parent, SCHOOL)
    assert "nhận thức của nhà trường, gia đình và cộng đồng" in text
    assert "về chăm sóc mắt cho học sinh." in text
    assert "hội thi vẽ tranh về đôi mắt cấp trường" in text


def test_a_school_is_told_a_whole_task_and_no_other_kinds(parent: Plan) -> None:
    text = said(parent, SCHOOL)
    assert "Đổi chỗ ngồi cho học sinh hằng tháng" in text
    assert "Thuộc thẩm quyền" not in text
    assert "Nghề nghiệp" not in text
    assert "quỹ đất" not in text


def test_no_mass_organisation_leads_the_health_of_pupils(parent: Plan) -> None:
    (table,) = [one.table for one in drafting.draft(parent, SCHOOL, ON).paragraphs if one.table]
    assert {row[2] for row in table.rows} == {"Tổ Văn phòng"}


def test_a_call_to_everybody_sends_no_school_over_its_commune(parent: Plan) -> None:
    assert "báo cáo kết quả thực hiện Kế hoạch này về UBND phường Tân Ninh." in said(parent, SCHOOL)


def test_a_partner_of_firms_gives_the_commune_no_task(parent: Plan) -> None:
    text = said(parent, WARD)
    assert "công nhân mỏi mắt" not in text
    assert "làm đầu mối tham mưu" not in text


def test_of_a_list_below_all_offices_only_what_no_other_is_named_for_becomes_a_task() -> None:
    named = """\
4. Các cơ quan, đơn vị, địa phương có trách nhiệm:
a) Bố trí góc nghỉ mắt tại nơi làm việc.
b) Làm điểm việc đo độ sáng phòng làm việc tại các cơ quan như sau:
- Sở Xây dựng: phòng thẩm định thiết kế.
- Sở Tài chính: phòng quản lý ngân sách.
IV. PHÂN CÔNG"""
    parent = extract.plan(parse(PARENT.replace("IV. PHÂN CÔNG", named)))
    text = words(drafting.draft(parent, UNITS["ubnd-xa"], ON))

    assert "Bố trí góc nghỉ mắt tại nơi làm việc." in text
    assert "tại các cơ quan." in text
    assert "như sau." not in text
    assert "có trách nhiệm." not in text
    assert "Sở Xây dựng" not in text
    assert "thẩm định thiết kế" not in text
