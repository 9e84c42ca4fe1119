"""The head of a plan in the forms offices write it, and as OCR leaves it."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from kehoach.extract import plan
from kehoach.model import Plan
from kehoach.readers.text import parse

HEAD = """ỦY BAN NHÂN DÂN TỈNH LÀO CAI
SỞ NỘI VỤ

Số: 45/KH-SNV

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lào Cai, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026

Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về cải cách hành chính năm 2026, Sở Nội vụ ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

Nâng cao chất lượng phục vụ Nhân dân.
"""


def read(text: str) -> Plan:
    return plan(parse(text))


def test_every_part_of_a_head_is_found_at_its_place() -> None:
    subject = read(HEAD)

    assert subject.number
    assert (subject.number.value.number, subject.number.value.symbol) == ("45", "KH-SNV")
    assert subject.issued == date(2026, 1, 12)
    assert subject.place
    assert subject.document.text(subject.place.span) == "Lào Cai"
    assert subject.superior
    assert subject.superior.value == "Ủy ban nhân dân tỉnh Lào Cai"
    assert subject.issuer
    assert subject.issuer.value == "Sở Nội vụ tỉnh Lào Cai"
    assert subject.title
    assert subject.title.value == "Cải cách hành chính năm 2026"
    assert subject.kind
    assert subject.document.text(subject.kind.span) == "KẾ HOẠCH"


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 25/KH-SGDĐT", "25", "KH-SGDĐT"),
        ("Số       25 /KH-SGDĐT", "25", "KH-SGDĐT"),
        ("Số:     /KH-UBND", None, "KH-UBND"),
        ("Số: /KH- UBND", None, "KH-UBND"),
        ("Số: …/KH-UBND", None, "KH-UBND"),
        ("Số: 90/KHLT-SGDĐT-TCGD", "90", "KHLT-SGDĐT-TCGD"),
        ("Số: 07/KH-THPT.PB", "07", "KH-THPT.PB"),
        ("Số 84-KH/HU", "84", "KH/HU"),
        ("Số: GL/KH-NCT", None, "KH-NCT"),
        ("Số: 1.163/KH-BVĐK", "1163", "KH-BVĐK"),
        ("Số: 12/KH-THCS PBC", "12", "KH-THCSPBC"),
        ("Số: 68 KH/TĐTN-BTG", "68", "KH/TĐTN-BTG"),
        ("Số 225 - KH/TĐTN", "225", "KH/TĐTN"),
        ("Số        -KH/HU", None, "KH/HU"),
        ("Số 45/KH.SNV", "45", "KH.SNV"),
        ("Số: 45/KH-SNV ngày 12 tháng 01 năm 2026", "45", "KH-SNV"),
        ("Số: 45/KH-TH&THCS Mường Pồn", "45", "KH-TH&THCS Mường Pồn"),
        ("Số: 45/KH- CĐCS THCS LVT", "45", "KH-CĐCS THCS LVT"),
        ("Số 45 KH-MN", "45", "KH-MN"),
        ("Số: 45/KH-SNV;", "45", "KH-SNV"),
        ("Số: 45/KH-TTYT (KSBT)", "45", "KH-TTYT (KSBT)"),
        ("Số: 45/KH-SNV/2026", "45", "KH-SNV/2026"),
    ],
)
def test_number_lines_are_read_in_every_form(line: str, number: str | None, symbol: str) -> None:
    found = read(HEAD.replace("Số: 45/KH-SNV", line)).number

    assert found
    assert (found.value.number, found.value.symbol) == (number, symbol)


@pytest.mark.parametrize(
    "head",
    [
        "UBND TỈNH LÀO CAI        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ NỘI VỤ                Độc lập - Tự do - Hạnh phúc\n\n"
        "Số: 45/KH-SNV            Lào Cai, ngày 12 tháng 01 năm 2026\n\n",
        "Lào Cai, ngày 12 tháng 01 năm 2026\n\nUBND TỈNH LÀO CAI\nSỞ NỘI VỤ\nSố: 45/KH-SNV\n\n",
        "UBND TỈNH LÀO CAI\nSỞ NỘI VỤ\n***\nSố: 45/KH-SNV\n\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập – Tự do – Hạnh phúc\n-----\nLào Cai, ngày 12 tháng 01 năm 2026\n\n",
    ],
    ids=["two columns fused", "date first", "rules under the names"],
)
def test_columns_may_be_fused_or_stand_in_any_order(head: str) -> None:
    subject = read(head + HEAD[HEAD.index("KẾ HOẠCH") :])

    assert subject.number
    assert subject.number.value.number == "45"
    assert subject.issued == date(2026, 1, 12)
    assert subject.superior
    assert subject.superior.value == "Ủy ban nhân dân tỉnh Lào Cai"
    assert subject.issuer
    assert subject.issuer.value == "Sở Nội vụ tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("names", "superior", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN HUYỆN\nVŨ QUANG", None, "Ủy ban nhân dân huyện Vũ Quang"),
        (
            "PHÒNG GD & ĐT LỤC YÊN\nTRƯỜNG TRUNG HỌC CƠ\nSỞ ĐOÀN THỊ ĐIỂM",
            "Phòng Giáo dục và Đào tạo Lục Yên",
            "Trường Trung học cơ sở Đoàn Thị Điểm",
        ),
        ("CÔNG ĐOÀN NGÀNH Y TẾ\nCĐCS TRUNG TÂM Y TẾ", "Công đoàn ngành Y tế", "CĐCS Trung tâm Y tế"),
        ("HỘI LHPN VIỆT NAM\nHỘI LHPN TỈNH LÀO CAI", "Hội LHPN Việt Nam", "Hội LHPN tỉnh Lào Cai"),
        ("BỘ Y TẾ\nCỤC QUẢN LÝ DƯỢC", "Bộ Y tế", "Cục Quản lý Dược"),
        ("ĐẢNG BỘ TỈNH\nĐẢNG ỦY CÁC CƠ QUAN ĐẢNG", "Đảng bộ tỉnh", "Đảng ủy các cơ quan Đảng"),
        ("TỈNH ĐOÀN LÀO CAI\nBAN CHẤP HÀNH", "Tỉnh đoàn Lào Cai", "Ban Chấp hành Tỉnh đoàn Lào Cai"),
        (
            "BAN CHỈ ĐẠO\nXÂY DỰNG XÃ HỘI HỌC TẬP\nTỈNH LÀO CAI",
            None,
            "Ban Chỉ đạo xây dựng xã hội học tập tỉnh Lào Cai",
        ),
        ("SỞ TƯ PHÁP - TỈNH ĐOÀN", None, "Sở Tư pháp - Tỉnh đoàn"),
        ("TÒA ÁN NHÂN DÂN\nTỈNH LÀO CAI", None, "Tòa án nhân dân tỉnh Lào Cai"),
    ],
)
def test_names_of_bodies_of_every_kind_are_told_apart(names: str, superior: str | None, issuer: str) -> None:
    subject = read(HEAD.replace("ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSỞ NỘI VỤ", names))

    assert (subject.superior and subject.superior.value) == superior
    assert subject.issuer
    assert subject.issuer.value == issuer


def test_what_the_youth_union_has_for_a_motto_is_no_issuer() -> None:
    head = "TỈNH ĐOÀN LÀO CAI\n***\nSố: 68-KH/TĐTN\n\nĐOÀN TNCS HỒ CHÍ MINH\n\nLào Cai, ngày 12 tháng 01 năm 2026\n\n"
    subject = read(head + HEAD[HEAD.index("KẾ HOẠCH") :])

    assert subject.superior is None
    assert subject.issuer
    assert subject.issuer.value == "Tỉnh đoàn Lào Cai"


def test_the_stamp_of_who_received_a_plan_is_not_its_date() -> None:
    subject = read(f"ĐẾN Số: 512\n\nNgày: 07/3/2026\n\n{HEAD}")

    assert subject.issued == date(2026, 1, 12)
    assert subject.issuer
    assert subject.issuer.value == "Sở Nội vụ tỉnh Lào Cai"


@pytest.mark.parametrize("line", ["Quận 10, ngày 12 tháng 01 năm 2026", "Quận 10, 12 tháng 01 năm 2026"])
def test_a_place_may_have_a_number_and_a_date_no_word_before_it(line: str) -> None:
    subject = read(HEAD.replace("Lào Cai, ngày 12 tháng 01 năm 2026", line))

    assert subject.issued == date(2026, 1, 12)
    assert subject.place
    assert subject.place.value == "Quận 10"


@pytest.mark.parametrize("kind", ["K Ế  H O Ạ C H", "Kế hoạch", "KẾ HOẠCH LIÊN TỊCH", "DỰ THẢO KẾ HOẠCH"])
def test_the_word_for_the_kind_may_be_dressed(kind: str) -> None:
    subject = read(HEAD.replace("KẾ HOẠCH", kind))

    assert subject.title
    assert subject.title.value == "Cải cách hành chính năm 2026"


@pytest.mark.parametrize(
    ("column", "issuer"),
    [
        ("BCH ĐOÀN TỈNH LÀO CAI        ĐOÀN TNCS HỒ CHÍ MINH", "BCH Đoàn tỉnh Lào Cai"),
        ("TỈNH ĐOÀN LÀO CAI ĐOÀN TNCS HÒ CHÍ MINH", "Tỉnh đoàn Lào Cai"),
        ("TỈNH ĐOÀN LÀO CAI\n***\nĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH", "Tỉnh đoàn Lào Cai"),
        ("BAN CHẤP HÀNH ĐOÀN TNCS HỒ CHÍ MINH", "Ban Chấp hành Đoàn TNCS Hồ Chí Minh"),
    ],
)
def test_the_motto_of_the_youth_union_is_no_part_of_a_name(column: str, issuer: str) -> None:
    text = HEAD.replace("ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSỞ NỘI VỤ", column)
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"

    subject = read(text.replace(motto, ""))

    assert subject.issuer
    assert subject.issuer.value == issuer


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("V/v tổ chức Ngày hội đọc sách", "Tổ chức Ngày hội đọc sách"),
        (
            "Tổ chức Hội thi kể chuyện theo sách lần thứ IV, năm\n2026",
            "Tổ chức Hội thi kể chuyện theo sách lần thứ IV, năm 2026",
        ),
        ("Phát triển thư viện giai đoạn 2026 -\n2030", "Phát triển thư viện giai đoạn 2026 - 2030"),
        ("Hoạt động chuyên môn\nNăm học 2025 - 2026", "Hoạt động chuyên môn Năm học 2025 - 2026"),
        ("Tổ chức “Ngày hội vui khỏe\n- Tiến bước lên Đoàn”", "Tổ chức “Ngày hội vui khỏe - Tiến bước lên Đoàn”"),
        (
            "Phối hợp giữa ngành Lao động\n- Thương binh và Xã hội",
            "Phối hợp giữa ngành Lao động - Thương binh và Xã hội",
        ),
        ("(Kèm theo Quyết định số 80/QĐ-SNV)\nTổ chức Ngày hội đọc sách", "Tổ chức Ngày hội đọc sách"),
        ("(V/v tổ chức Ngày hội đọc sách)", "Tổ chức Ngày hội đọc sách"),
        ("V/V TỔ CHỨC NGÀY HỘI ĐỌC SÁCH", "TỔ CHỨC NGÀY HỘI ĐỌC SÁCH"),
        ("Tổ chức Ngày hội đọc sách\nKính gửi: Các phòng chuyên môn", "Tổ chức Ngày hội đọc sách"),
    ],
)
def test_titles_end_where_their_words_do(lines: str, title: str) -> None:
    subject = read(HEAD.replace("Cải cách hành chính năm 2026", lines, 1))

    assert subject.title
    assert subject.title.value == title


def test_a_name_that_goes_on_in_the_next_line_is_one_body() -> None:
    subject = read(HEAD.replace("ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSỞ NỘI VỤ", "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI"))

    assert subject.superior is None
    assert subject.issuer
    assert subject.issuer.value == "Ủy ban nhân dân thành phố Hà Nội"


def test_a_blank_day_is_reported_and_not_invented() -> None:
    subject = read(HEAD.replace("ngày 12 tháng 01", "ngày     tháng 01"))

    assert subject.issued is None
    assert subject.date
    assert subject.date.value.month == 1
    assert subject.date.value.day is None


def test_a_heading_is_no_issuer_where_there_is_no_head() -> None:
    assert plan(parse("II. MỤC TIÊU\n\n1. Đọc sách mỗi ngày.")).issuer is None


def test_without_a_head_the_opening_sentence_tells_the_issuer() -> None:
    subject = read(HEAD[HEAD.index("KẾ HOẠCH") :])

    assert subject.number is None
    assert subject.issuer
    assert subject.document.text(subject.issuer.span) == "Sở Nội vụ"


def test_a_title_over_several_lines_is_one_and_the_opening_is_not_part_of_it() -> None:
    text = HEAD.replace(
        "Cải cách hành chính năm 2026\n\n", "Triển khai công tác cải cách hành chính\ntrên địa bàn tỉnh năm 2026\n\n", 1
    )
    subject = read(text)

    assert subject.title
    assert subject.title.value == "Triển khai công tác cải cách hành chính trên địa bàn tỉnh năm 2026"


def test_of_a_decision_that_promulgates_a_plan_the_plan_is_meant() -> None:
    decision = """ỦY BAN NHÂN DÂN TỈNH LÀO CAI
Số: 80/QĐ-UBND
Lào Cai, ngày 12 tháng 01 năm 2026

QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2026

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

Nơi nhận:
- Lưu: VT.

KẾ HOẠCH
Cải cách hành chính năm 2026
(Kèm theo Quyết định số 80/QĐ-UBND ngày 12 tháng 01 năm 2026 của UBND tỉnh)

I. MỤC TIÊU

Nâng cao chất lượng phục vụ Nhân dân.

II. TỔ CHỨC THỰC HIỆN

Giao Sở Nội vụ theo dõi, đôn đốc./.
"""
    subject = read(decision)

    assert subject.kind
    assert subject.kind.value == "KH"
    assert subject.title
    assert subject.title.value == "Cải cách hành chính năm 2026"
    assert [section.numeral for section in subject.sections] == ["I", "II"]


DAMAGED = """UBND TINH LAO CAI  CQNG HOA XA HOQI CHU NGHIA VIET NAM

SO NOI VU Poc 1ap - Tur do - Hanh phic
S6:45 /KH-SNV Lao Cai, ngay 12 thang 01 nam 2026
KE HOACH

Cai cach hanh chinh nam 2026

Thyc hién Ké hoach s6 12/KH-UBND ngay 05/01/2026 cia UBND tinh vé cai cach hanh chinh nam 2026, S& Noi vu ban hanh Ké hoach nhu sau:

I. MUC PICH, YEU CAU

Nang cao chit luong phuc vu Nhan dan.

I1. NOI DUNG

Ra soat thu tuc hanh chinh tai cac co quan, don vi.
"""


def test_damaged_heads_give_right_vietnamese() -> None:
    subject = read(DAMAGED)

    assert subject.document.damaged
    assert subject.number
    assert (subject.number.value.number, subject.number.value.symbol) == ("45", "KH-SNV")
    assert subject.issued == date(2026, 1, 12)
    assert subject.place
    assert subject.place.value == "Lào Cai"
    assert subject.superior
    assert subject.superior.value == "Ủy ban nhân dân tỉnh Lào Cai"
    assert subject.issuer
    assert subject.issuer.value == "Sở Nội vụ tỉnh Lào Cai"
    assert [(s.numeral, s.written, s.role) for s in subject.sections] == [
        ("I", "I", "purpose"),
        ("II", "I1", "content"),
    ]


def test_a_date_and_a_motto_broken_by_a_narrow_column_are_put_together() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n\nSố: 45/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\n\nVIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Lào Cai, ngày\n\n12 tháng 01 năm 2026\n\n"
    )
    subject = read(head + HEAD[HEAD.index("KẾ HOẠCH") :])

    assert subject.issued == date(2026, 1, 12)
    assert subject.place
    assert subject.place.value == "Lào Cai"
    assert subject.issuer
    assert subject.issuer.value == "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    "columns",
    [
        "ỦY BAN NHÂN\nDÂN TỈNH LÀO CAI\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND\nLào\nCai, ngày 05 tháng 01 năm 2026",
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố:\n12/KH-UBND\nLào Cai, ngày\n05 tháng 01 năm 2026",
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc |\nSố: 12/KH-UBND | Lào Cai, ngày 05 tháng 01 năm 2026 |",
    ],
)
def test_what_narrow_columns_and_bars_part_is_one_head(columns: str) -> None:
    subject = read(f"{columns}\nKẾ HOẠCH\nTập huấn năm 2026\nI. MỤC ĐÍCH\nNâng cao tay nghề.")

    assert subject.number
    assert (subject.number.value.number, subject.number.value.symbol) == ("12", "KH-UBND")
    assert subject.issued == date(2026, 1, 5)
    assert subject.place
    assert subject.place.value == "Lào Cai"
    assert subject.issuer
    assert subject.issuer.value == "Ủy ban nhân dân tỉnh Lào Cai"


def test_a_plan_of_action_has_its_title_in_the_next_line() -> None:
    subject = read("KẾ HOẠCH HÀNH ĐỘNG\nTHỰC HIỆN LUẬT THƯ VIỆN\nI. MỤC ĐÍCH\nTốt.")

    assert subject.title
    assert subject.title.value == "HÀNH ĐỘNG THỰC HIỆN LUẬT THƯ VIỆN"


def test_of_a_promulgated_plan_the_head_and_the_signature_are_the_decisions() -> None:
    text = """ỦY BAN NHÂN DÂN TỈNH LÀO CAI
Số: 80/QĐ-UBND
Lào Cai, ngày 12 tháng 01 năm 2026

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch cải cách hành chính năm 2026

ỦY BAN NHÂN DÂN TỈNH LÀO CAI

Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Hặc

KẾ HOẠCH
Cải cách hành chính năm 2026

I. MỤC TIÊU

Nâng cao chất lượng phục vụ Nhân dân.
"""
    subject = read(text)

    assert subject.superior is None
    assert subject.issuer
    assert subject.issuer.value == "Ủy ban nhân dân tỉnh Lào Cai"
    assert subject.number
    assert subject.number.value.symbol == "QĐ-UBND"
    assert subject.signer
    assert subject.signer.value.name == "Lò Văn Hặc"
    assert subject.title
    assert subject.title.value == "Cải cách hành chính năm 2026"


def test_specks_of_a_scan_are_no_part_of_a_name() -> None:
    document = replace(parse(HEAD.replace("SỞ NỘI VỤ", "BAN QUẢN LÝ CHỢ CỐC LẾU kiody) ,r")), ocr=True)

    found = plan(document).issuer

    assert found
    assert found.value == "Ban Quản lý Chợ Cốc Lếu"


@pytest.mark.parametrize(
    "who", ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "BỘ TRƯỞNG BỘ Y TẾ"]
)
def test_who_decides_is_no_part_of_the_title_of_a_decision(who: str) -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 26/QĐ-UBND\nLào Cai, ngày 04 tháng 12 năm 2024\nQUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ"

    subject = read(
        f"{head}\n{who}\nCăn cứ Luật Tổ chức chính quyền địa phương;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế."
    )

    assert subject.title
    assert subject.title.value == "BAN HÀNH QUY CHẾ"


def test_an_association_is_not_taken_for_the_motto_of_the_party() -> None:
    text = HEAD.replace("ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSỞ NỘI VỤ", "HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG")

    subject = read(text)

    assert subject.superior
    assert subject.superior.value == "Hội Nông dân Việt Nam"


@pytest.mark.parametrize("line", ["KẾ HOẠCH Cải cách hành chính năm 2026", "Kế hoạch Cải cách hành chính năm 2026"])
def test_kind_and_title_may_stand_in_one_line(line: str) -> None:
    subject = read(
        f"{line}\n\nThực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh, Sở Nội vụ ban hành kế hoạch như sau:\n\nI. MỤC ĐÍCH"
    )

    assert subject.kind
    assert subject.kind.value == "KH"
    assert subject.title
    assert subject.title.value == "Cải cách hành chính năm 2026"


def test_all_the_bases_of_a_decision_are_its_opening() -> None:
    bases = [f"Căn cứ Nghị định số {n}/2022/NĐ-CP ngày 10/01/2022 của Chính phủ về A;" for n in range(10, 22)]
    head = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 26/QĐ-UBND\n\nQUYẾT ĐỊNH\nBan hành Quy chế A"

    subject = read("\n\n".join([head, *bases, "QUYẾT ĐỊNH:", "Điều 1. Ban hành Quy chế A."]))

    first, last = subject.opening
    assert [block.text for block in subject.document.blocks[first:last]] == bases


def test_tabs_hold_who_issues_and_the_date_apart() -> None:
    head = "HUYỆN ĐOÀN VĂN BÀN\tĐOÀN TNCS HỒ CHÍ MINH\nBCH ĐOÀN XÃ VÕ LAO\tVõ Lao, ngày 12 tháng 5 năm 2020\nSố: 09-KH/ĐTN\n"
    subject = read(f"{head}\nKẾ HOẠCH\nHoạt động hè\n\nI. MỤC ĐÍCH\n\nVui, bổ ích.")

    assert subject.issuer
    assert subject.issuer.value == "BCH Đoàn xã Võ Lao"
    assert subject.place
    assert subject.place.value == "Võ Lao"
    assert subject.issued == date(2020, 5, 12)


def test_a_motto_broken_beside_the_name_of_who_issues_is_no_part_of_it() -> None:
    head = "UBND XA XUAN MAI CONG HOA XA HOI CHU NGHIA\nTRUONG THCS TRAN PHU VIET NAM\nDéoc lap - Tu do - Hanh phic\n"
    text = f"{head}S6: 12/KH-THCSTP\nXuan Mai, ngay 01 thang 10 nam 2026\n\nKE HOACH\nTé chtre Ngay hdi\n\nI. MUC DICH\n\nLan tda.\n"
    subject = plan(replace(parse(text), damaged=True))

    assert subject.issuer
    assert subject.issuer.value == "Trường THCS Tran Phu"


def test_the_first_basis_of_a_damaged_text_is_no_part_of_the_title() -> None:
    text = (
        "KE HOACH\nPhong, chéng bao luc hoc dudng trong cac truong hoc nam 2026\nCan ct? Luat Tré em ngay 05/4/2016;\n"
    )

    assert [block.text for block in parse(text).blocks][-1].startswith("Can ct?")


@pytest.mark.parametrize("line", ["Kế hoạch phòng, chống đuối nước năm học 2025 - 2026", "Kế hoạch Ngày hội đọc sách"])
def test_kind_and_title_in_small_letters_stand_right_below_the_date(line: str) -> None:
    subject = read(
        f"TRƯỜNG THCS HOA BAN\nSố: 97/KH-THCSHB\nLào Cai, ngày 12 tháng 9 năm 2025\n\n{line}\n\nI. MỤC ĐÍCH\n\nVui.\n"
    )

    assert subject.title
    assert subject.title.value == line.removeprefix("Kế hoạch ")


def test_what_is_prevented_is_no_office() -> None:
    subject = read(
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 97/KH-UBND | Lào Cai, ngày 01 tháng 11 năm 2021 |\n"
        "PHÒNG, CHỐNG BỆNH DẠI TRÊN ĐỊA BÀN TỈNH\n\nI. MỤC ĐÍCH\n\nAn toàn.\n"
    )

    assert subject.issuer is None or "dại" not in subject.issuer.value.lower()


@pytest.mark.parametrize(
    ("opening", "issuer"),
    [
        ("Nay Ban Chấp hành Đoàn trường Hoa Ban ban hành kế hoạch như sau:", "Ban Chấp hành Đoàn trường Hoa Ban"),
        ("Căn cứ tình hình thực tế trường THCS Hoa Ban xây dựng kế hoạch như sau:", "Trường THCS Hoa Ban"),
    ],
)
def test_words_may_stand_before_who_issues(opening: str, issuer: str) -> None:
    subject = read(f"KẾ HOẠCH\nTổ chức Ngày hội đọc sách\n\n{opening}\n\nI. MỤC ĐÍCH\n\nVui.\n")

    assert subject.issuer
    assert subject.issuer.value == issuer


def test_the_kind_may_stand_apart_from_what_it_is_of() -> None:
    subject = read(
        "LIÊN ĐỘI TRƯỜNG THCS HOA BAN\nSố: 01/ KH LĐ - THCSHB\n\nKẾ HOẠCH\nĐại hội Liên đội\n\nI. MỤC ĐÍCH\n\nVui.\n"
    )

    assert subject.number
    assert subject.number.value.symbol == "KHLĐ-THCSHB"
