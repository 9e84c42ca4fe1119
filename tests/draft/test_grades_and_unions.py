"""Plans on enrolment, contests and health: each school keeps its own classes, unions and societies their own work."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.model import Signer, Unit
from kehoach.readers.text import parse

from .conftest import UNITS, words

ON = date(2026, 4, 6)
ENROLMENT = """\
UBND TỈNH TÂY NINH
SỞ GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 702/KH-SGDĐT
Tây Ninh, ngày 27 tháng 3 năm 2026
KẾ HOẠCH
Tuyển sinh các lớp đầu cấp năm học 2026 - 2027
I. MỤC ĐÍCH, YÊU CẦU
1. Tuyển sinh công khai, đúng chỉ tiêu, thuận lợi cho cha mẹ học sinh.
2. Các trường không tổ chức khảo sát đầu vào.
II. PHƯƠNG THỨC
1. Tuyển sinh vào lớp 1
a) Nhận trẻ sinh năm 2020 cư trú trong tuyến tuyển sinh của trường.
b) Xét theo nơi cư trú, ưu tiên trẻ có anh chị đang học tại trường.
2. Tuyển sinh vào lớp 6
a) Nhận học sinh hoàn thành chương trình tiểu học trong năm 2026.
b) Xét theo học bạ năm lớp 5 và nơi cư trú của gia đình.
III. THỜI GIAN
1. Lớp 1, lớp 6: đăng ký trực tuyến từ ngày 22/6 đến ngày 02/7/2026; công bố kết quả trước ngày 10/7/2026.
2. Lớp 10 trung học phổ thông: thi trong hai ngày 04 và 05/6/2026.
IV. TỔ CHỨC THỰC HIỆN
1. Các trường tiểu học, trung học cơ sở: lập hội đồng tuyển sinh; báo cáo kết quả về UBND xã, phường trước ngày \
25/7/2026.
2. Các trường trung học phổ thông: bố trí phòng thi; tuyên truyền quy chế thi; báo cáo kết quả về Sở trước ngày \
10/7/2026.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Trần Văn Sách
"""
CONTEST = """\
UBND TỈNH TÂY NINH
SỞ GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 803/SGDĐT-GDPT
V/v tổ chức Hội thi viết chữ đẹp các cấp năm 2026
Tây Ninh, ngày 30 tháng 3 năm 2026
Kính gửi: Các trường trực thuộc.
Sở Giáo dục và Đào tạo hướng dẫn tổ chức Hội thi như sau:
1. Mục đích, yêu cầu
a) Khơi dậy tình yêu tiếng Việt trong giáo viên và học sinh.
b) Hội thi phải nhẹ nhàng, không gây áp lực cho người dự thi.
2. Hội thi cấp trường
a) Bài thi gồm một đoạn văn xuôi và một bài thơ, viết trong 60 phút.
b) Hoàn thành trước ngày 30/5/2026.
3. Kinh phí
Kinh phí lấy từ nguồn chi thường xuyên.
4. Tổ chức thực hiện
a) Các trường phổ biến Công văn này đến giáo viên.
b) Hồ sơ dự thi cấp tỉnh gửi về Sở trước ngày 20/6/2026.
Nhận được Công văn này, Sở yêu cầu các trường nghiêm túc triển khai thực hiện./.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Trần Văn Sách
"""
HEALTH = """\
ỦY BAN NHÂN DÂN
TỈNH TÂY NINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 91/KH-UBND
Tây Ninh, ngày 16 tháng 3 năm 2026
KẾ HOẠCH
Phòng, chống cận thị và nâng cao sức khỏe cộng đồng năm 2026
I. MỤC TIÊU
1. 100% trường phổ thông đo thị lực cho học sinh mỗi năm hai lần.
2. 96% dân số tham gia bảo hiểm y tế.
II. NHIỆM VỤ
1. Bảo đảm ánh sáng, bàn ghế đúng cỡ trong các phòng học của trường.
2. Tuyên truyền, vận động đoàn viên, hội viên khám mắt định kỳ.
3. Mở chuyên đề chăm sóc mắt cho người dân tại trung tâm học tập cộng đồng.
4. Mỗi trường trung học phổ thông có phòng y tế riêng.
III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế là cơ quan thường trực; tổng hợp, báo cáo UBND tỉnh trước ngày 15/12/2026.
2. UBND các xã, phường chỉ đạo các trường học đo thị lực đầu năm học; bố trí kinh phí; báo cáo trước ngày 30/11/2026.
3. Liên đoàn Lao động tỉnh, Hội Khuyến học tỉnh vận động đoàn viên, hội viên hưởng ứng; tặng kính cho con em khó khăn.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Đồng
"""


SIGNERS = {
    "doan-the": Signer("TM.", "CHỦ TỊCH", "Bùi Thị Hạnh"),
    "trung-tam": Signer("", "GIÁM ĐỐC", "Võ Minh Sơn"),
    "truong-tieu-hoc": Signer("", "HIỆU TRƯỞNG", "Phạm Thị Nga"),
}


def made(text: str, unit: Unit) -> str:
    return words(drafting.draft(extract.plan(parse(text)), replace(unit, province="Tây Ninh"), ON))


def of_tay_ninh(level: str, name: str, superior: str, *departments: str) -> Unit:
    return Unit(name, "ĐV", level, superior, "Tân Lập", "Tây Ninh", SIGNERS[level], departments)


PRIMARY = of_tay_ninh("truong-tieu-hoc", "Trường Tiểu học Tân Lập", "UBND xã Tân Lập", "Tổ Một", "Tổ Văn phòng")


def test_a_primary_school_keeps_the_first_class_and_its_days() -> None:
    text = made(ENROLMENT, PRIMARY)
    assert "Tuyển sinh vào lớp 1" in text
    assert "sinh năm 2020" in text  # a year of birth is no day gone by
    assert "Đăng ký trực tuyến từ ngày 22 tháng 6 đến ngày 02 tháng 7 năm 2026" in text
    assert "công bố kết quả trước ngày 10 tháng 7 năm 2026" in text
    assert "lớp 6" not in text
    assert "04 và 05/6" not in text


def test_an_upper_school_has_neither_the_other_classes_nor_the_other_schools_work() -> None:
    text = made(ENROLMENT, UNITS["truong-thpt"])
    assert "thi trong hai ngày 04 và 05/6/2026" in text.lower()
    assert "vào lớp 1" not in text
    assert "hội đồng tuyển sinh" not in text


def test_work_of_upper_schools_is_not_mirrored_in_a_lower_one() -> None:
    assert "quy chế thi" not in made(ENROLMENT, UNITS["truong-thcs"])


def test_a_contest_is_no_body_that_is_given_work() -> None:
    text = made(CONTEST, UNITS["truong-thpt"])
    assert "Hội thi cấp trường" in text
    assert "viết trong 60 phút" in text


def test_the_aims_of_a_letter_are_the_aims_of_the_plan() -> None:
    text = made(CONTEST, UNITS["truong-thpt"])
    aims = text[text.index("MỤC ĐÍCH, YÊU CẦU") : text.index("NỘI DUNG THỰC HIỆN")]
    assert "Hội thi phải nhẹ nhàng" in aims


def test_a_plan_says_neither_this_letter_nor_its_closing_words() -> None:
    text = made(CONTEST, UNITS["truong-thpt"])
    assert "Công văn này" not in text
    assert "Nhận được" not in text
    assert "nguồn chi thường xuyên." not in text


def test_entries_to_a_contest_are_called_what_they_are() -> None:
    assert "gửi hồ sơ dự thi về Sở Giáo dục và Đào tạo" in made(CONTEST, UNITS["truong-thpt"])


def test_the_contest_of_a_school_is_its_own() -> None:
    assert "Hội thi viết chữ đẹp cấp trường năm 2026" in made(CONTEST, UNITS["truong-thpt"])


def test_what_all_schools_of_a_kind_do_this_one_does() -> None:
    text = made(HEALTH, UNITS["truong-thcs"])
    assert "Nhà trường đo thị lực cho học sinh" in text
    assert "dân số" not in text
    assert "phòng y tế riêng" not in text
    assert "hà trường có phòng y tế riêng" in made(HEALTH, UNITS["truong-thpt"])


def test_what_a_commune_does_beside_directing_schools_stays_with_it() -> None:
    text = made(HEALTH, UNITS["truong-thcs"])
    assert "Đo thị lực đầu năm học" in text
    assert "- Bố trí kinh phí" not in text.replace("- Bố trí thời gian, kinh phí", "")


UNION = of_tay_ninh(
    "doan-the", "Công đoàn ngành Giáo dục tỉnh Tây Ninh", "Liên đoàn Lao động tỉnh Tây Ninh", "Văn phòng", "Ban Nữ công"
)


def test_a_union_takes_what_its_own_superior_is_asked_and_no_work_of_schools() -> None:
    text = made(HEALTH, UNION)
    assert "tặng kính cho con em khó khăn" in text
    assert "hội viên" not in text
    assert "bàn ghế" not in text


def test_a_union_reports_to_the_union_above_it() -> None:
    assert "về Liên đoàn Lao động tỉnh Tây Ninh." in made(HEALTH, UNION)


def test_a_learning_centre_keeps_what_speaks_of_people_and_shares_classes_to_who_teaches() -> None:
    centre = of_tay_ninh(
        "trung-tam", "Trung tâm học tập cộng đồng xã Tân Lập", "UBND xã Tân Lập", "Tổ Giáo vụ", "Tổ Văn phòng"
    )
    text = made(HEALTH, centre)
    assert "Mở chuyên đề chăm sóc mắt cho người dân tại trung tâm" in text
    assert "bàn ghế" not in text


REVIEWED = """\
LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 27/KH-LĐLĐ
Tây Ninh, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Công tác nữ công công đoàn năm 2026
I. NHIỆM VỤ
1. Tổ chức hội thi nấu ăn cấp tỉnh trong tháng 10/2026 cho đoàn viên nữ.
2. Vận động doanh nghiệp xây phòng vắt sữa; hỗ trợ tiền gửi trẻ.
3. 100% công đoàn cơ sở có Ban Nữ công hoạt động đều, có sổ theo dõi.
II. TỔ CHỨC THỰC HIỆN
1. Công đoàn ngành Giáo dục, công đoàn các xã, phường
- Xây dựng kế hoạch và chỉ đạo công đoàn các cấp tổ chức các hoạt động phù hợp.
- Sơ kết trước ngày 31/5/2026, tổng kết trước ngày 20/11/2026, gửi báo cáo về Liên đoàn Lao động tỉnh.
Nơi nhận:
- Lưu: VT.
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lê Thị Hoa
"""


def test_reviews_that_are_reported_are_reports() -> None:
    text = made(REVIEWED, UNION)
    assert "gửi báo cáo sơ kết" in text
    assert "gửi báo cáo tổng kết" in text
    assert "ngày, tháng báo cáo" not in text


def test_a_union_takes_part_in_the_provinces_contest_and_directs_its_own() -> None:
    text = made(REVIEWED, UNION)
    assert "Tham gia hội thi nấu ăn cấp tỉnh" in text
    assert "Chỉ đạo các công đoàn cơ sở tổ chức các hoạt động phù hợp" in text
    assert "gửi trẻ" not in text  # who is asked to build rooms gives money too


def test_the_union_of_a_commune_is_one_of_the_communes() -> None:
    union = of_tay_ninh("doan-the", "Công đoàn xã Tân Lập", "Liên đoàn Lao động tỉnh Tây Ninh", "Ban Tuyên giáo")
    assert "Chỉ đạo các công đoàn cơ sở" in made(REVIEWED, union)


@pytest.mark.parametrize("word", ["nữ công công đoàn", "Nữ công công đoàn", "NỮ CÔNG CÔNG ĐOÀN"])
def test_womens_work_of_the_union_is_no_doubled_word(word: str) -> None:
    assert "[công?]" not in made(REVIEWED.replace("nữ công công đoàn", word), UNION)


def test_what_stands_under_a_heading_of_other_classes_is_told_as_left_out() -> None:
    draft = drafting.draft(extract.plan(parse(ENROLMENT)), UNITS["truong-thpt"], ON)
    gone = [one.text for one in draft.left_out]
    assert any("tuyến tuyển sinh của trường" in text for text in gone)


GOOD_WORK = """\
LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH
CÔNG ĐOÀN NGÀNH GIÁO DỤC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 19/KH-CĐGD
Tây Ninh, ngày 16 tháng 3 năm 2026
KẾ HOẠCH
Tổ chức phong trào thi đua “Trường lớp thân thương” trong các cấp công đoàn năm 2026
I. NỘI DUNG THI ĐUA
1. Mỗi công đoàn cơ sở đăng ký một công trình thanh sắc cho trường.
2. Đoàn viên giữ gìn lớp học, sân trường sạch đẹp.
II. TIÊU CHÍ, KHEN THƯỞNG
1. Có công trình hoàn thành đúng hạn, được đoàn viên đánh giá tốt.
2. Công đoàn ngành Giáo dục tặng Giấy khen cho 25 tập thể, 40 cá nhân.
III. TỔ CHỨC THỰC HIỆN
1. Công đoàn cơ sở các trường trực thuộc
a) Phối hợp với chuyên môn chọn công trình; phổ biến đến đoàn viên.
b) Lựa chọn, đề nghị khen thưởng; gửi hồ sơ và báo cáo về Công đoàn ngành trước ngày 20/11/2026.
Nơi nhận:
- Lưu: VT.
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lê Thị Hoa
"""
SCHOOL_UNION = of_tay_ninh(
    "doan-the", "Công đoàn cơ sở Trường THPT Tân Lập", "Công đoàn ngành Giáo dục tỉnh Tây Ninh", "Tổ công đoàn số 1"
)


def test_a_school_union_does_what_unions_of_schools_are_asked_and_proposes_awards_that_are_counted_for_all() -> None:
    text = made(GOOD_WORK, SCHOOL_UNION)
    assert "Phối hợp với chuyên môn chọn công trình; phổ biến đến đoàn viên." in text
    assert "ề nghị Công đoàn ngành Giáo dục tặng Giấy khen cho 25 tập thể" in text
    assert "gửi báo cáo kết quả thực hiện và hồ sơ đề nghị khen thưởng" in text
    assert "các cấp công đoàn" not in text[: text.index("NỘI DUNG")].partition(", Công đoàn cơ sở")[2]


def test_the_words_of_schools_and_people_together_become_the_schools_own() -> None:
    body = HEALTH.replace(
        "1. Bảo đảm ánh sáng", "1. Chỉ tập trung cho giáo viên, học sinh và người dân; bảo đảm ánh sáng"
    )
    assert "giáo viên, cán bộ, giáo viên" not in made(body, UNITS["truong-thcs"])


def test_a_school_of_several_levels_does_what_any_of_its_kinds_is_asked() -> None:
    both = Unit(
        "Trường Tiểu học và THCS Tân Lập", "THTHCS", "truong-lien-cap", "UBND xã Tân Lập", "Tân Lập", "Tây Ninh",
        SIGNERS["truong-tieu-hoc"], ("Tổ Tiểu học", "Tổ Văn phòng"),
    )  # fmt: skip
    assert "ập hội đồng tuyển sinh" in made(ENROLMENT, both)
