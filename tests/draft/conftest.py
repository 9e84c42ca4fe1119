"""A parent plan and five units, written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.model import Plan, Recipient, Signer, Unit
from kehoach.readers.text import parse

PARENT = """\
UBND TỈNH TÂY NINH
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số: 52/KH-SGDĐT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày 09 tháng 3 năm 2026
KẾ HOẠCH
Phát động Phong trào thi đua “Mỗi nhà trường một thư viện mở giai đoạn 2024 - 2030” trên địa bàn tỉnh
Thực hiện Kế hoạch số 18/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân tỉnh về phát triển văn hóa đọc, Sở Giáo dục và \
Đào tạo ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Giúp các tầng lớp Nhân dân có thói quen đọc sách.
b) Huy động các cơ sở giáo dục mở cửa thư viện phục vụ bạn đọc.
2. Yêu cầu
a) Nội dung thi đua thiết thực; các huyện, thị xã, thành phố chỉ đạo sâu sát.
b) Xây dựng cơ chế, chính sách hỗ trợ thư viện; giữ gìn sách như tài sản chung.
II. NỘI DUNG PHONG TRÀO THI ĐUA
1. Thi đua “Đọc sách mỗi ngày” trong các cơ sở giáo dục trên địa bàn tỉnh Tây Ninh.
2. Hoàn thành việc kiểm kê sách trước ngày 30/6/2026; bổ sung sách mới vào tháng 9 năm 2027.
3. Thực hiện Quyết định số 77/QĐ-UBND ngày 05/01/2024 của Ủy ban nhân dân huyện Châu Thành về thư viện mẫu.
III. TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG
1. Tiêu chí thi đua
a) Đối với phòng Giáo dục và Đào tạo các huyện
- Kiểm tra 100% thư viện trường học.
b) Đối với trường trung học cơ sở, trung học phổ thông
- Mở cửa thư viện ít nhất năm buổi trong một tuần.
c) Đối với cá nhân
- Đọc ít nhất mười cuốn sách trong một năm.
2. Hình thức khen thưởng: Sở lựa chọn tập thể tiêu biểu, đề nghị Chủ tịch UBND tỉnh tặng Bằng khen.
IV. GIẢI PHÁP THỰC HIỆN
1. Tăng cường tuyên truyền, giới thiệu sách hay.
2. Huy động doanh nghiệp, hộ gia đình tặng sách; tổ chức ngày hội đọc sách.
V. TIẾN ĐỘ THỰC HIỆN
Phong trào thi đua được triển khai từ năm 2024 đến năm 2030, chia thành 02 giai đoạn:
1. Giai đoạn 1 (2024 - 2025)
Phát động và sơ kết vào năm 2025.
2. Giai đoạn 2 (2026 - 2030)
Nhân rộng mô hình hiệu quả và tổng kết vào năm 2030.
VI. KINH PHÍ THỰC HIỆN
Từ ngân sách nhà nước theo phân cấp.
VII. TỔ CHỨC THỰC HIỆN
1. Phòng Giáo dục phổ thông
- Theo dõi, tổng hợp kết quả của toàn ngành.
2. Các trường trung học cơ sở, trung học phổ thông
- Xây dựng kế hoạch thực hiện của nhà trường.
- Bố trí kinh phí mua sách, bàn ghế cho thư viện.
- Tổ chức cho học sinh giới thiệu sách dưới cờ.
- Báo cáo kết quả về Sở Giáo dục và Đào tạo trước ngày 05 tháng 12 hằng năm.
Trên đây là Kế hoạch phát động Phong trào thi đua, đề nghị các đơn vị thực hiện./.
Nơi nhận:
- UBND tỉnh (để b/c);
- Lưu: VT.
GIÁM ĐỐC
Trần Văn Sách
"""

UNITS = {
    "so": Unit(
        "Sở Nội vụ tỉnh Tây Ninh", "SNV", "so", "UBND tỉnh Tây Ninh", "Tây Ninh", "Tây Ninh",
        Signer("KT.", "PHÓ GIÁM ĐỐC", "Lê Thị Hòa"), ("Văn phòng Sở", "Phòng Cải cách hành chính"),
    ),
    "co-quan-tinh": Unit(
        "Đài Phát thanh và Truyền hình Tây Ninh", "ĐPTTH", "co-quan-tinh", "UBND tỉnh Tây Ninh", "Tây Ninh", "Tây Ninh",
        Signer("", "GIÁM ĐỐC", "Võ Minh Sơn"), ("Phòng Tổ chức và Hành chính", "Phòng Biên tập"),
    ),
    "ubnd-xa": Unit(
        "UBND phường Long Hoa", "UBND", "ubnd-xa", "UBND tỉnh Tây Ninh", "Long Hoa", "Tây Ninh",
        Signer("KT.", "PHÓ CHỦ TỊCH", "Đỗ Thị Lành"), ("Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND"),
    ),
    "truong-thcs": Unit(
        "Trường THCS Trần Phú", "THCSTP", "truong-thcs", "UBND phường Long Hoa", "Long Hoa", "Tây Ninh",
        Signer("", "HIỆU TRƯỞNG", None), ("Tổ Văn phòng", "Tổ Ngữ văn", "Tổ Toán - Tin", "Thư viện"),
        (Recipient("Ban đại diện cha mẹ học sinh", "để phối hợp"),),
    ),
    "truong-thpt": Unit(
        "Trường THPT Nguyễn Trãi", "THPTNT", "truong-thpt", "Sở Giáo dục và Đào tạo tỉnh Tây Ninh", "Long Hoa",
        "Tây Ninh", Signer("KT.", "PHÓ HIỆU TRƯỞNG", "Bùi Thanh Tú"), ("Tổ chuyên môn", "Thư viện nhà trường"),
    ),
}  # fmt: skip

ON = date(2026, 11, 21)


@pytest.fixture(scope="session")
def parent() -> Plan:
    return extract.plan(parse(PARENT, Path("cap-tren.txt")))


@pytest.fixture(scope="session", params=sorted(UNITS))
def unit(request: pytest.FixtureRequest) -> Unit:
    return UNITS[request.param]


@pytest.fixture(scope="session")
def drafted(parent: Plan) -> Callable[[str], drafting.Draft]:
    made = {level: drafting.draft(parent, unit, ON) for level, unit in UNITS.items()}
    return made.__getitem__


@pytest.fixture
def school() -> Unit:
    return replace(UNITS["truong-thcs"], signer=Signer("", "HIỆU TRƯỞNG", "Phạm Thị Nga"))


def words(draft: drafting.Draft) -> str:
    """All that a draft says, a line a paragraph."""
    return "\n".join(paragraph.text for paragraph in draft.paragraphs)
