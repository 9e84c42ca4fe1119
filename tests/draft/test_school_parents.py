"""Letters, tables of tasks and union plans, read for a school of each kind, a centre and a union."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.context import Draft
from kehoach.model import Plan, Unit
from kehoach.readers import read
from kehoach.readers.text import parse

from .conftest import UNITS, words

ON = date(2026, 4, 20)
LETTER = """\
UBND TỈNH TÂY NINH
SỞ GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 911/SGDĐT-CTHSSV
V/v phòng tránh ong đốt cho trẻ em, học sinh năm 2026
Tây Ninh, ngày 14 tháng 4 năm 2026
Kính gửi:
- UBND các xã, phường;
- Các trường trực thuộc Sở.
Sở Giáo dục và Đào tạo yêu cầu các trường thực hiện các nội dung sau:
1. Rà soát tổ ong trong khuôn viên trường, hoàn thành trước ngày 10/5/2026.
2. Kiện toàn tổ xử lý sự cố; phân công lãnh đạo phụ trách.
3. Tổ chức cho 100% học sinh tiểu học, trung học cơ sở, trung học phổ thông ký cam kết không chọc phá tổ ong.
4. Đối với các trường có vườn cây: thuê người có chuyên môn di dời tổ ong.
5. Đối với cơ sở giáo dục mầm non: không cho trẻ chơi gần lùm cây.
6. Phối hợp với Hội Phụ nữ xã, phường vận động phát quang bụi rậm.
7. Khi có trẻ bị ong đốt, báo tin cho Sở (qua Phòng Công tác học sinh, sinh viên) trong ngày.
8. Báo cáo kết quả về Sở Giáo dục và Đào tạo trước ngày 15/9/2026.
Sở yêu cầu các trường nghiêm túc thực hiện./.
Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Trần Văn Sách
"""
ROWS = (
    ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện"),
    ("1", "Trồng hàng rào cây xanh quanh sân", "Các trường học", "Tổ dân phố", "Tháng 5/2026"),
    ("2", "Sửa chữa cống thoát nước ngoài cổng trường", "Phòng Kinh tế", "Các trường học", "Quý III/2026"),
    ("3", "Thu gom pin cũ", "Các trường học", "Hội Phụ nữ phường", "Thường xuyên"),
    ("4", "Kiểm tra chợ tạm", "Phòng Kinh tế", "Công an phường", "Tháng 6/2026"),
)
BEFORE = """\
ỦY BAN NHÂN DÂN
PHƯỜNG TÂN NINH
Số: 31/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Ninh, ngày 06 tháng 4 năm 2026
KẾ HOẠCH
Giữ gìn cảnh quan, môi trường năm 2026
Ủy ban nhân dân phường ban hành Kế hoạch giữ gìn cảnh quan, môi trường năm 2026 như sau:
I. MỤC TIÊU
1. Giảm 15% lượng rác phải chôn lấp của phường.
II. NHIỆM VỤ
Nhiệm vụ cụ thể được phân công theo bảng sau:"""
AFTER = """\
III. KINH PHÍ
Từ ngân sách phường.
IV. TỔ CHỨC THỰC HIỆN
1. Các trường học căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị; báo cáo kết quả về UBND phường trước ngày \
10/12/2026.
Trên đây là Kế hoạch giữ gìn cảnh quan, môi trường năm 2026./.
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Lê Thị Mai"""


def of_commune(level: str) -> Unit:
    return replace(UNITS["truong-thcs"], level=level, superior="UBND phường Tân Ninh", place="Tân Ninh")


@pytest.fixture(scope="module")
def letter() -> Plan:
    return extract.plan(parse(LETTER))


@pytest.fixture(scope="module")
def tabled(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    document = docx.Document()
    for line in BEFORE.splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(ROWS[0]))
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for line in AFTER.splitlines():
        document.add_paragraph(line)
    path: Path = tmp_path_factory.mktemp("parent") / "kh.docx"
    document.save(str(path))
    return extract.plan(read(path))


def drafted(parent: Plan, level: str) -> Draft:
    return drafting.draft(parent, of_commune(level), ON)


def test_the_parents_table_is_the_units_table_where_it_stands(tabled: Plan) -> None:
    draft = drafted(tabled, "truong-thcs")
    (table,) = [paragraph.table for paragraph in draft.paragraphs if paragraph.table]
    said = [row[1] for row in table.rows]
    assert said[0] == "Trồng hàng rào cây xanh quanh sân"
    assert said[1].startswith("Phối hợp với Phòng Kinh tế sửa chữa cống")
    assert len(said) == 3
    assert "theo bảng sau:" in words(draft)


def test_a_table_without_products_asks_for_none(tabled: Plan) -> None:
    draft = drafted(tabled, "truong-thcs")
    (table,) = [paragraph.table for paragraph in draft.paragraphs if paragraph.table]
    assert len(table.columns) == len(ROWS[0])
    assert "[sản phẩm]" not in draft.marks


def test_a_plan_of_its_own_is_no_task_of_a_plan(tabled: Plan) -> None:
    assert "xây dựng kế hoạch của" not in words(drafted(tabled, "truong-thcs"))


def test_pupils_of_all_levels_are_the_schools_own(letter: Plan) -> None:
    text = words(drafted(letter, "truong-thcs"))
    assert "100% học sinh ký cam kết" in text
    assert "lùm cây" not in text


def test_small_children_sign_nothing(letter: Plan) -> None:
    text = words(drafted(letter, "truong-mam-non"))
    assert "ký cam kết" not in text
    assert "Không cho trẻ chơi gần lùm cây." in text


def test_what_only_some_schools_have_stays_a_condition(letter: Plan) -> None:
    text = words(drafted(letter, "truong-thcs"))
    assert "Trường hợp nhà trường có vườn cây: thuê người có chuyên môn di dời tổ ong." in text
    assert "Phối hợp với Hội Phụ nữ địa phương vận động" in text


def test_the_name_of_an_office_is_left_alone(letter: Plan) -> None:
    for level in ("truong-mam-non", "trung-tam"):
        assert "Phòng Công tác học sinh, sinh viên" in words(drafted(letter, level))


def test_the_title_speaks_of_the_schools_own_people(letter: Plan) -> None:
    assert "cho trẻ em năm 2026" in drafted(letter, "truong-mam-non").title
    assert "cho học sinh năm 2026" in drafted(letter, "truong-thcs").title


def test_a_communes_school_reports_to_its_commune(letter: Plan) -> None:
    assert "về UBND phường Tân Ninh." in words(drafted(letter, "truong-thcs"))
    own = replace(of_commune("truong-thpt"), superior="Sở Giáo dục và Đào tạo tỉnh Tây Ninh")
    assert "về Sở Giáo dục và Đào tạo" in words(drafting.draft(letter, own, ON)).partition("thông tin, báo cáo")[2]


def test_who_leads_the_school_does_what_is_theirs(letter: Plan) -> None:
    text = words(drafted(letter, "truong-thcs"))
    assert "Trực tiếp chỉ đạo thực hiện nội dung tại khoản 2 Mục II Kế hoạch này." in text
