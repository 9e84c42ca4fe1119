"""Citations and number lines in every form that plans write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.extract import citations, codes
from kehoach.model import Block, Cell, Citation, Document
from kehoach.readers.text import parse


def cited(text: str, damaged: bool = False) -> list[Citation]:
    document = Document(Path("x"), "txt", (Block("Mở đầu.", "1"), Block(text, "2")), damaged=damaged)
    return [found.value for found in citations.find(document)]


def codes_in(text: str, damaged: bool = False) -> list[str]:
    return [f"{c.number}/{c.symbol}" for c in cited(text, damaged)]


FORMS = [
    # text, kind, number, symbol, date, issuer
    (
        "Kế hoạch số 337/KH-UBND ngày 29/12/2023 của UBND thành phố về X",
        "KH",
        "337",
        "KH-UBND",
        "2023-12-29",
        "UBND thành phố",
    ),
    ("theo kế hoạch 337/KH-UBND", "KH", "337", "KH-UBND", None, None),
    (
        "Thông tư số 24/2023/TT-BGDĐT, ngày 11 tháng 12 năm 2023",
        "TT",
        "24/2023",
        "TT-BGDĐT",
        "2023-12-11",
        "Bộ Giáo dục và Đào tạo",
    ),
    (
        "Nghị quyết số 29-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XI ngày 04/11/2013 về đổi mới",
        "NQ",
        "29",
        "NQ/TW",
        "2013-11-04",
        "Ban Chấp hành Trung ương Đảng khóa XI",
    ),
    (
        "Kế hoạch Chuyên đề: Đẩy mạnh X (số 157/KH-BGDĐT ngày 13/3/2020) của Bộ Giáo dục và Đào tạo, Sở",
        "KH",
        "157",
        "KH-BGDĐT",
        "2020-03-13",
        "Bộ Giáo dục và Đào tạo",
    ),
    ("năm 2017 (Kế hoạch số 2084/KH-SYT ngày 06/11/2017 của Sở Y tế)", "KH", "2084", "KH-SYT", "2017-11-06", "Sở Y tế"),
    ("Quyết định ngày 25/10/2023 số 324/QĐ-KHVN", "QĐ", "324", "QĐ-KHVN", "2023-10-25", "Hội Khuyến học Việt Nam"),
    (
        "Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg ngày 25 tháng 6 năm 2004",
        "QĐ",
        "115/2004",
        "QĐ-TTg",
        "2004-06-25",
        "Thủ tướng Chính phủ",
    ),
    ("Luật Đầu tư công số 58/2024/QH15 ngày 29/11/2024", "Luật", "58/2024", "QH15", "2024-11-29", "Quốc hội"),
    (
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019 số 43/2019/QH14",
        "Luật",
        "43/2019",
        "QH14",
        "2019-06-14",
        "Quốc hội",
    ),
    ("quy định tại 62/2020/QH14", None, "62/2020", "QH14", None, "Quốc hội"),
    (
        "Chỉ thị số 11-CT/TW ngày 13/4/2007 của Bộ Chính trị khóa X về tăng cường",
        "CT",
        "11",
        "CT/TW",
        "2007-04-13",
        "Bộ Chính trị khóa X",
    ),
    ("Công văn số 1849/BGDĐT-GDPT", "CV", "1849", "BGDĐT-GDPT", None, "Bộ Giáo dục và Đào tạo"),
    ("văn bản số 123/UBND-KGVX ngày 2/3/2024", "CV", "123", "UBND-KGVX", "2024-03-02", None),
    (
        "Công văn số 1935/BYT-BM-TE ngày 14/4/2017 Bộ Y tế về tiêm chủng",
        "CV",
        "1935",
        "BYT-BM-TE",
        "2017-04-14",
        "Bộ Y tế",
    ),
    (
        "Văn bản hợp nhất số 03/VBHN-BGDĐT ngày 03/5/2019 của Bộ GD&ĐT;",
        "VBHN",
        "03",
        "VBHN-BGDĐT",
        "2019-05-03",
        "Bộ GD&ĐT",
    ),
    (
        "Kế hoạch số 988 /KH-UBND ngày 04/4/2024, của UBND thị xã Bỉm Sơn về",
        "KH",
        "988",
        "KH-UBND",
        "2024-04-04",
        "UBND thị xã Bỉm Sơn",
    ),
    ("Kết luận số 49- KL/TW ngày 10/5/2019 của Ban Bí thư về", "KL", "49", "KL/TW", "2019-05-10", "Ban Bí thư"),
    ("Kế hoạch số 50/KHUBND ngày 02/3/2022 của UBND tỉnh", "KH", "50", "KH-UBND", "2022-03-02", "UBND tỉnh"),
    (
        "Quyết định số 5969/QĐ-\nUBND ngày\n28/11/2025 của UBND Thành phố;",
        "QĐ",
        "5969",
        "QĐ-UBND",
        "2025-11-28",
        "UBND Thành phố",
    ),
    (
        "Hướng dẫn số 01/HĐ-SNV ngày 27/3/2024 của Sở Nội vụ Đắk Lắk.",
        "HD",
        "01",
        "HD-SNV",
        "2024-03-27",
        "Sở Nội vụ Đắk Lắk",
    ),
    ("Quy định số 399-QĐ/TW ngày 09/01/2026 của Ban Bí thư", "QyĐ", "399", "QĐ/TW", "2026-01-09", "Ban Bí thư"),
    ("Nghị định số 30/2020/ND-CP của Chính phủ", "NĐ", "30/2020", "NĐ-CP", None, "Chính phủ"),
    ("Nghị quyết số 38/CP ngày 04/5/1994 của Chính phủ và đề ra", "NQ", "38", "CP", "1994-05-04", "Chính phủ"),
    ("Thông tư số 60/2003/TTLT-BNV-BTC ngày 25/4/2003", "TTLT", "60/2003", "TTLT-BNV-BTC", "2003-04-25", None),
    ("QĐ số 1373/QĐ-TTg ngày 30/7/2021", "QĐ", "1373", "QĐ-TTg", "2021-07-30", "Thủ tướng Chính phủ"),
    ("Kế hoạch số 12 /KH-PGD&ĐT", "KH", "12", "KH-PGD&ĐT", None, "Phòng Giáo dục và Đào tạo"),
    ("Kế hoạch số 12/KH-THPT.PB", "KH", "12", "KH-THPT.PB", None, None),
    ("Thông báo số 1.234/TB-UBND", "TB", "1234", "TB-UBND", None, None),
    (
        "Theo Công văn số 82/BCĐ-XHHT ngày 04/3/2024 của Ban Chỉ đạo Quốc gia xây dựng xã hội học tập về việc rà soát",
        "CV",
        "82",
        "BCĐ-XHHT",
        "2024-03-04",
        "Ban Chỉ đạo Quốc gia xây dựng xã hội học tập",
    ),
    # What is said before the document.
    (
        "Ngày 10 tháng 6 năm 2024, UBND tỉnh đã ban hành Kế hoạch số 257/KH-UBND về tiêm chủng",
        "KH",
        "257",
        "KH-UBND",
        "2024-06-10",
        "UBND tỉnh",
    ),
    (
        "Ngày 10/6/2024, UBND tỉnh ban hành Kế hoạch số 257/KH-UBND ngày 07/6/2024",
        "KH",
        "257",
        "KH-UBND",
        "2024-06-07",
        "UBND tỉnh",
    ),
    (
        "CHỈ THỊ SỐ 23/CT-UBND NGÀY 26/7/2024 CỦA ỦY BAN NHÂN DÂN TỈNH VỀ TĂNG CƯỜNG AN TOÀN, TRẬT TỰ",
        "CT",
        "23",
        "CT-UBND",
        "2024-07-26",
        "Ủy ban nhân dân tỉnh",
    ),
    (
        "Kế hoạch số 56/KH-UBATGTQG ngày 29/12/2022 của Ủy ban An toàn giao thông Quốc gia về năm an toàn",
        "KH",
        "56",
        "KH-UBATGTQG",
        "2022-12-29",
        "Ủy ban An toàn giao thông Quốc gia",
    ),
    (
        "theo ý kiến của UBND tỉnh về việc A theo hướng dẫn của Bộ Y tế tại Văn bản số 66/BYT-MT",
        "CV",
        "66",
        "BYT-MT",
        None,
        "Bộ Y tế",
    ),
    ("Công văn số 5/CCDS-TT của Chi cục Dân số về A", "CV", "5", "CCDS-TT", None, "Chi cục Dân số"),
    (
        "Ban Chỉ đạo công tác Dân số vừa ban hành Kế hoạch tổ chức Hội nghị sơ kết (Kế hoạch số 6/KH-BCĐ ngày 13/11/2020)",
        "KH",
        "6",
        "KH-BCĐ",
        "2020-11-13",
        "Ban Chỉ đạo công tác Dân số",
    ),
    (
        "kết luận của Chủ tịch UBND tỉnh tại phiên họp giao ban số 17/TB-UBND ngày 24/12/2024",
        "KL",
        "17",
        "TB-UBND",
        "2024-12-24",
        "Chủ tịch UBND tỉnh",
    ),
    (
        "QUYẾT ĐỊNH SỐ 64/QĐ-UBND NGÀY 22/01/2024 CỦA ỦY BAN NHÂN DÂN TỈNH BAN HÀNH KẾ HOẠCH TRIỂN KHAI",
        "QĐ",
        "64",
        "QĐ-UBND",
        "2024-01-22",
        "Ủy ban nhân dân tỉnh",
    ),
    (
        "Kế hoạch số 44/KH-BCĐ ngày 20/3/2025 của Ban Chỉ đạo liên ngành tỉnh về an toàn thực phẩm về việc triển khai",
        "KH",
        "44",
        "KH-BCĐ",
        "2025-03-20",
        "Ban Chỉ đạo liên ngành tỉnh về an toàn thực phẩm",
    ),
    (
        "Kế hoạch số 02-KH/BCĐ ngày 21/3/2025 của Ban Chỉ đạo Trung ương về dữ liệu số và học tập về triển khai Phong trào",
        "KH",
        "02",
        "KH/BCĐ",
        "2025-03-21",
        "Ban Chỉ đạo Trung ương về dữ liệu số và học tập",
    ),
    (
        "Kế hoạch số 44/KH-BCĐ ngày 20/3/2025 của Ban Chỉ đạo tỉnh về tổ chức Ngày hội về học tập",
        "KH",
        "44",
        "KH-BCĐ",
        "2025-03-20",
        "Ban Chỉ đạo tỉnh",
    ),
    ("Sở Y tế tham mưu Công văn số 257/UBND-VX", "CV", "257", "UBND-VX", None, None),
    ("Ngày 10/6, UBND tỉnh ban hành Kế hoạch số 257/KH-UBND", "KH", "257", "KH-UBND", None, "UBND tỉnh"),
    ("được HĐND xã yêu cầu thông qua tại Nghị quyết số 9/NQ-HĐND", "NQ", "9", "NQ-HĐND", None, None),
    ("Xét đề nghị của Ban Dân tộc tại Tờ trình số 22/TTr-BDT", "TTr", "22", "TTr-BDT", None, "Ban Dân tộc"),
    ("được HĐND xã thông qua tại Nghị quyết số 9/NQ-HĐND", "NQ", "9", "NQ-HĐND", None, "HĐND xã"),
]


@pytest.mark.parametrize(("text", "kind", "number", "symbol", "day", "issuer"), FORMS)
def test_each_form_is_read(
    text: str, kind: str | None, number: str, symbol: str, day: str | None, issuer: str | None
) -> None:
    [found] = cited(text)
    assert (found.kind, found.number, found.symbol) == (kind, number, symbol)
    assert (found.date and found.date.isoformat(), found.issuer) == (day, issuer)


def test_who_issued_all_of_a_list_is_said_before_it() -> None:
    listed = cited(
        "Các Kế hoạch của UBND huyện: Kế hoạch số 12/KH-UBND về A; Kế hoạch số 13/KH-UBND về B; số 14/KH-UBND."
    )

    assert [found.issuer for found in listed] == ["UBND huyện"] * 3


def test_a_list_may_be_long() -> None:
    listed = cited(
        "các Quyết định của UBND tỉnh: " + "; ".join(f"Quyết định số {n}/QĐ-UBND về B" for n in range(1, 31))
    )

    assert [found.issuer for found in listed] == ["UBND tỉnh"] * 30


def test_a_day_without_its_year_is_not_when_a_document_was_issued() -> None:
    [found] = cited("Ngày 10/6, UBND tỉnh ban hành Kế hoạch số 257/KH-UBND")
    assert found.when is None


@pytest.mark.parametrize("between", [" và ", ", "])
def test_documents_of_one_body_may_share_its_name(between: str) -> None:
    first, second = cited(
        f"Theo Quyết định số 11/QĐ-UBND ngày 22/01/2020{between}Quyết định số 12/QĐ-UBND ngày 30/01/2020 của UBND tỉnh"
    )

    assert (first.date, second.date) == (date(2020, 1, 22), date(2020, 1, 30))
    assert (first.issuer, second.issuer) == ("UBND tỉnh", "UBND tỉnh")


def test_the_span_goes_from_the_kind_to_the_end_of_the_date() -> None:
    text = "Thực hiện Kế hoạch số 337/KH-UBND ngày 29/12/2023 của UBND thành phố về việc triển khai X."
    document = Document(Path("x"), "txt", (Block(text, "1"),))
    [found] = citations.find(document)
    assert document.text(found.span) == "Kế hoạch số 337/KH-UBND ngày 29/12/2023"
    assert document.text(found.value.code) == "337/KH-UBND"
    assert found.value.when is not None
    assert document.text(found.value.when.span) == "ngày 29/12/2023"
    assert found.value.issuer_span is not None
    assert document.text(found.value.issuer_span) == "UBND thành phố"
    assert found.value.title_span is not None
    assert document.text(found.value.title_span) == found.value.title == "triển khai X"


def test_numbers_that_share_a_symbol_are_several_citations() -> None:
    assert codes_in("các Thông tư số 17,18,19/TT-BGDĐT") == ["17/TT-BGDĐT", "18/TT-BGDĐT", "19/TT-BGDĐT"]
    assert codes_in("Thông tư số 17, 18 và 19/2023/TT-BGDĐT") == [f"{n}/2023/TT-BGDĐT" for n in (17, 18, 19)]


def test_citations_inside_the_title_of_another_are_found_and_belong_to_it() -> None:
    text = (
        "Kế hoạch số 174/KH-UBND ngày 18/8/2020 của UBND tỉnh về thực hiện Quyết định số 489/QĐ-TTg ngày 08/4/2020 của "
        "Thủ tướng Chính phủ ban hành Kế hoạch X; Kế hoạch số 50/KH-UBND ngày 02/3/2022 của UBND tỉnh về Y."
    )
    first, second, third = cited(text)
    assert first.title is not None
    assert first.title.startswith("thực hiện Quyết định số 489/QĐ-TTg")
    assert (second.title, third.title) == ("ban hành Kế hoạch X", "Y")


def test_a_title_keeps_its_quotation_and_stops_before_the_next_clause() -> None:
    [found] = cited(
        "Thực hiện Kế hoạch số 988/KH-UBND ngày 04/4/2024 của UBND thị xã về triển khai Phong trào “Cả nước thi đua, "
        "đẩy mạnh học tập” trên địa bàn thị xã, UBND phường ban hành kế hoạch như sau:"
    )
    assert found.title == "triển khai Phong trào “Cả nước thi đua, đẩy mạnh học tập” trên địa bàn thị xã"


@pytest.mark.parametrize(
    "text",
    [
        "ngày 29/12/2023, tỷ lệ 1/3, trực 24/7, năm học 2023/2024, lớp 6A/7B",
        "số 12/5 đường Lê Lợi, nhà số 5/A ngõ 3, điện thoại 0225/3842113",
        "Sở GD&ĐT/nhà trường, 50.000đ/HS, 2 tiết/tuần, 10 GV/TH, 35 HS/lớp",
        "Đề án “Xây dựng xã hội học tập giai đoạn 2021 - 2030”",
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "mã số 1.05/CĐ, 3D/AR, Mục 2/III",
    ],
)
def test_what_only_looks_like_a_code_is_no_citation(text: str) -> None:
    assert cited(text) == []


def test_a_blank_number_is_no_citation_but_is_told() -> None:
    text = "Thực hiện Kế hoạch số      /KH-UBND ngày    tháng 8 năm 2026 của UBND phường"
    document = Document(Path("x"), "txt", (Block("Mở đầu.", "1"), Block(text, "2")))
    assert list(citations.find(document)) == []
    [blank] = citations.blanks(document)
    assert (blank.value.kind, blank.value.number, blank.value.symbol, blank.value.date) == ("KH", "", "KH-UBND", None)


def test_footnotes_and_table_cells_are_read_too() -> None:
    blocks = (
        Block("Thân bài.", "1"),
        Block("Quyết định số 5/QĐ-TTg", "2", cell=Cell(1, 2, 2)),
        Block("Theo Kế hoạch số 7/KH-UBND", "3", part="footnote"),
    )
    assert [f.value.number for f in citations.find(Document(Path("x"), "docx", blocks))] == ["5", "7"]


DAMAGED = [
    (
        "Ké hoach s6 337/KH-UBND ngay 29/12/2023 cia Uy ban nhan thanh phé vé viéc",
        "KH",
        "337",
        "KH-UBND",
        "2023-12-29",
        "Ủy ban nhân dân thành phố",
    ),
    (
        "Quyét dinh sb 1315/QD-TTg ngay 09/11/2023 cua Thu tugng Chinh phi ban hanh",
        "QĐ",
        "1315",
        "QĐ-TTg",
        "2023-11-09",
        "Thủ tướng Chính phủ",
    ),
    ("Két luan sé 49-KL/TW ngay 10/05/2019 cuia Ban Bi thu Vé", "KL", "49", "KL/TW", "2019-05-10", "Ban Bí thư"),
    (
        "Thong tu 24/2023/TT-BGDDT ngg‘ty 11/12/2023 cua Bo GDDT quy dinh",
        "TT",
        "24/2023",
        "TT-BGDĐT",
        "2023-12-11",
        "Bộ GDĐT",
    ),
    ("Quyet dinh s6 1373/Qb-TTg ngay 30/7/2021", "QĐ", "1373", "QĐ-TTg", "2021-07-30", "Thủ tướng Chính phủ"),
    (
        "Ké hoach s6 16/KH-UBND ngay 16 thang 01 ndm 2024 cia UBND Tinh v€ viéc",
        "KH",
        "16",
        "KH-UBND",
        "2024-01-16",
        "UBND tỉnh",
    ),
    ("Ke hoach so 163/KH-SGDPT", "KH", "163", "KH-SGDĐT", None, "Sở Giáo dục và Đào tạo"),
    ("Thong tu sd 12/2024/TT-BG4DT", "TT", "12/2024", "TT-BGDĐT", None, "Bộ Giáo dục và Đào tạo"),
]


@pytest.mark.parametrize(("text", "kind", "number", "symbol", "day", "issuer"), DAMAGED)
def test_damaged_citations_come_out_in_right_vietnamese(
    text: str, kind: str, number: str, symbol: str, day: str | None, issuer: str
) -> None:
    [found] = cited(text, damaged=True)
    assert (found.kind, found.number, found.symbol) == (kind, number, symbol)
    assert (found.date and found.date.isoformat(), found.issuer) == (day, issuer)


def test_an_issuer_is_named_as_of_the_time_of_the_document() -> None:
    assert codes.issuer_of("TT-BNNMT", date(2025, 6, 1)) == "Bộ Nông nghiệp và Môi trường"
    assert codes.issuer_of("QĐ-BTNMT", date(2020, 6, 1)) == "Bộ Tài nguyên và Môi trường"
    assert codes.issuer_of("KH-UBND") is None


def test_a_joint_document_has_no_single_issuer() -> None:
    assert codes.issuer_of("TTLT-BNV-BTC") is None
    assert codes.issuer_of("KHLT-SGDĐT-TCGD") is None
    assert codes.issuer_of("KH-SGDĐT-GDTrH") == "Sở Giáo dục và Đào tạo"


def test_a_school_code_is_left_alone() -> None:
    assert codes.canonical("KH-NCT", damaged=True) == "KH-NCT"
    assert codes.canonical("KH-PVT", damaged=True) == "KH-PVT"


NUMBER_LINES = [
    ("Số: 163/KH-SGDĐT", "163", "KH-SGDĐT"),
    ("Số       25 /KH-SGDĐT", "25", "KH-SGDĐT"),
    ("25 /KH-SGDĐT", "25", "KH-SGDĐT"),
    ("Số: /KH- UBND", None, "KH-UBND"),
    ("Số:         /KH-STTTT", None, "KH-STTTT"),
    ("Số: …/KH-UBND", None, "KH-UBND"),
    ("Số: GL/KH-NCT", None, "KH-NCT"),
    ("Số: 90/KHLT-SGDĐT-TCGD", "90", "KHLT-SGDĐT-TCGD"),
    ("Số: 12/KH-THPT.PB", "12", "KH-THPT.PB"),
    ("Số 84-KH/HU", "84", "KH/HU"),
    ("Số:12 /KH- PGD&ĐT", "12", "KH-PGD&ĐT"),
    ("Số:173", "173", None),
    ("/KH-UBND", None, "KH-UBND"),
    ("SỐ :117  /2000/TT-BTC              -----------", "117/2000", "TT-BTC"),
    ("S6:163 /KH-SGDPT Hai Phong, ngay 31 thang 01 nam 2024", "163", "KH-SGDĐT"),
    ("Số: 991/QĐ-UBND          Đồng Xoài, ngày 14 tháng5 năm 2008", "991", "QĐ-UBND"),
]


@pytest.mark.parametrize(("text", "number", "symbol"), NUMBER_LINES)
def test_a_number_line_is_read_and_is_no_citation(text: str, number: str | None, symbol: str | None) -> None:
    own = citations.own_symbol(text)
    assert own is not None
    assert (own[0].number, own[0].symbol) == (number, symbol)
    assert text[own[1] : own[2]] == own[0].written
    assert list(citations.find(Document(Path("x"), "txt", (Block(text, "1"),)))) == []


@pytest.mark.parametrize(
    "text",
    [
        "số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng",
        "Số lượng: 12/lớp",
        "Sơ kết 12/KH-A",
        "So sánh 2/3",
        "12/5",
        "Số 12",
    ],
)
def test_other_lines_are_no_number_lines(text: str) -> None:
    assert citations.own_symbol(text) is None


GAP = st.sampled_from(["", " ", "  ", "\u00a0"])
PLAIN = "Thực hiện Kế hoạch số 337/KH-UBND ngày 29/12/2023 của UBND thành phố và Kết luận số 49-KL/TW ngày 10/5/2019."


@pytest.mark.parametrize(
    ("text", "key", "day"),
    [
        ("Quyết định ngày 30/7/2021 của Thủ tướng Chính phủ (số 1373/QĐ-TTg)", "1373/qđ/ttg", date(2021, 7, 30)),
        ("Quyết định số1373/QĐ-TTg ngày30/7/2021", "1373/qđ/ttg", date(2021, 7, 30)),
        ("Quyết định số 1373/QĐ.TTg ngày 30/7/2021", "1373/qđ.ttg", date(2021, 7, 30)),
        ("Kế hoạch số 298 KH/TWĐTN ngày 14/7/2011", "298/kh/twđtn", date(2011, 7, 14)),
        ("Kế hoạch số 12/KH-BCĐ.389 ngày 05/3/2026", "12/kh/bcđ.389", date(2026, 3, 5)),
    ],
)
def test_codes_run_together_or_apart_are_found(text: str, key: str, day: date) -> None:
    [citation] = cited(text)

    assert (citation.key, citation.date) == (key, day)


@given(GAP, GAP, GAP, GAP)
def test_spaces_around_slashes_and_hyphens_change_nothing(a: str, b: str, c: str, d: str) -> None:
    text = PLAIN.replace("337/KH-UBND", f"337{a}/{b}KH{c}-{d}UBND" if not (c and d) else f"337{a}/{b}KH-{d}UBND")
    text = text.replace("29/12/2023", f"29{a}/{b}12{c}/{d}2023").replace("49-KL/TW", f"49{a}-{b}KL{c}/{d}TW")
    assert [c.key for c in cited(text)] == [c.key for c in cited(PLAIN)]
    assert [c.date for c in cited(text)] == [c.date for c in cited(PLAIN)]


@given(st.integers(60, 110))
def test_wrapped_lines_and_decomposed_letters_give_the_same_citations(width: int) -> None:
    import textwrap
    import unicodedata

    body = f"KẾ HOẠCH\n\n{PLAIN}\n"
    wrapped = unicodedata.normalize("NFD", "KẾ HOẠCH\n\n" + "\n".join(textwrap.wrap(PLAIN, width)) + "\n")
    assert [f.value.key for f in citations.find(parse(wrapped))] == [f.value.key for f in citations.find(parse(body))]


@given(st.text(alphabet="Số: 0123456789/-KHQĐUBNDTTgsố ngày&.(),\n", max_size=80), st.booleans())
def test_no_text_breaks_the_reading(text: str, damaged: bool) -> None:
    document = Document(Path("x"), "txt", (Block(text, "1"),), damaged=damaged)
    for found in citations.find(document):
        assert 0 <= found.span.start <= found.value.code.start < found.value.code.end <= found.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Luật Thư viện số 46/2019/QH14 được Quốc hội thông qua ngày 21/11/2019", "2019-11-21"),
        ("Luật số 46/2019/QH14 (Luật Thư viện) ngày 21/11/2019", "2019-11-21"),
        ("Kế hoạch số 61/KH-UBND (sau đây gọi tắt là Kế hoạch), ngày 04/02/2026", "2026-02-04"),
        ("Kế hoạch số 61/KH-TH&THCS Mường Pồn ngày 04/02/2026", "2026-02-04"),
        ("Quyết định số 61/QĐ-MN LVT, ngày 04/02/2026", "2026-02-04"),
        ("Kế hoạch số 61/KH-UBND (có phụ lục) trước ngày 04/02/2026", None),
    ],
)
def test_words_may_stand_between_a_code_and_its_date(text: str, day: str | None) -> None:
    [citation] = cited(text)
    assert (citation.date and str(citation.date)) == day


LISTS = [
    (
        "Căn cứ các Nghị quyết số 27-NQ/TW, số 28-NQ/TW và 29-NQ/TW ngày 25/4/2018 của Ban Chấp hành Trung ương;",
        ["2018-04-25"] * 3,
    ),
    ("Thực hiện các Kế hoạch số 31/KH-UBND, 32/KH-UBND ngày 09/02/2026 của UBND tỉnh.", ["2026-02-09"] * 2),
    # each with its own word, or its own year, has its own date
    ("Nghị định số 61/2022/NĐ-CP, Nghị định số 72/2023/NĐ-CP ngày 14/9/2023", [None, "2023-09-14"]),
    ("các Thông tư số 61/2022/TT-BTC, 72/2023/TT-BTC ngày 14/9/2023", [None, "2023-09-14"]),
]


@pytest.mark.parametrize(("text", "days"), LISTS)
def test_a_list_of_documents_shares_the_date_at_its_end(text: str, days: list[str | None]) -> None:
    assert [citation.date and str(citation.date) for citation in cited(text)] == days


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nghị quyết số 27-NQTW ngày 21/5/2018", "27/NQ/TW"),
        ("Kết luận 86KL/TW của Ban Bí thư", "86/KL/TW"),
        ("Chỉ thị số 21CT/TU ngày 04/8/2025", "21/CT/TU"),
        ("Quyết định số 812/QĐĐ-BGDĐT ngày 18/3/2025", "812/QĐ-BGDĐT"),
        ("Công văn số 73/LĐĐLĐ-CSPL ngày 05/3/2025", "73/LĐLĐ-CSPL"),
        ("Công điện số 61/CĐ-TTEg ngày 04/6/2025", "61/CĐ-TTg"),
        ("Nghị quyết số 812/2021/NQ-UBTVQHI14", "812/2021/NQ-UBTVQH14"),
        ("Thông tư số 81/2020/TT-BGD ĐT ngày 09/10/2020", "81/2020/TT-BGDĐT"),
        ("Kế hoạch số 15/KH-BĐD của Ban đại diện cha mẹ học sinh", "15/KH-BĐD"),
    ],
)
def test_codes_are_known_without_their_slash_and_with_letters_seen_twice(text: str, code: str) -> None:
    assert codes_in(text) == [code]


def test_a_law_that_amends_another_has_the_date_at_its_end() -> None:
    [law] = cited("Luật số 34/2018/QH14 sửa đổi, bổ sung một số điều của Luật Giáo dục đại học ngày 19/11/2018;")

    assert law.date == date(2018, 11, 19)
    assert law.title == "sửa đổi, bổ sung một số điều của Luật Giáo dục đại học"


def test_a_code_with_a_letter_of_its_own_is_no_other_code() -> None:
    assert codes_in("Ké hoach s6 33-KH/HNDTP ngay 06/5/2019", damaged=True) == ["33/KH/HNDTP"]
    assert cited("Can ctr Luat so 34/2018/QH14 stra déi Luat B ngay 19/11/2018;", damaged=True)[0].date == date(
        2018, 11, 19
    )


def test_a_joint_circular_is_known_with_a_letter_too_many() -> None:
    assert codes_in("Thông tư liên tịch số 06/2015/TTLUT-BCA-BGDĐT ngày 28/8/2015") == ["06/2015/TTLT-BCA-BGDĐT"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Thực hiện Kế hoạch số 12/kh-ubnd ngày 05/01/2026", ["12/KH-UBND"]),
        ("Nghị định số 30/2020/nđ-cp ngày 05/3/2020", ["30/2020/NĐ-CP"]),
        ("tập tin 12/kh-a.docx, trang 5/kh-ub/x", []),
    ],
)
def test_codes_in_small_letters_are_codes(text: str, codes: list[str]) -> None:
    assert codes_in(text) == codes
