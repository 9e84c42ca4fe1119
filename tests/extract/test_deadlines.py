"""Dated expressions, what they are about, and who reports to whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.extract import citations, deadlines
from kehoach.model import Block, Cell, Deadline, Document, Found, Section, Span

ISSUED = date(2025, 1, 10)


def found(*texts: str, damaged: bool = False, sections: tuple[Section, ...] = ()) -> list[Found[Deadline]]:
    document = Document(Path("x"), "txt", tuple(Block(text, "1") for text in texts), damaged=damaged)
    return list(deadlines.find(document, tuple(citations.find(document)), ISSUED, sections))


def read(*texts: str, damaged: bool = False) -> list[Deadline]:
    return [f.value for f in found(*texts, damaged=damaged)]


def section(title: str, block: int, last: int, level: int = 1, *children: Section) -> Section:
    return Section("1", title, "other", level, block, last, Span(block, 0, len(title)), children=children)


FORMS = [
    # text, day, month, year, every, relation
    ("trước ngày 30/11 hằng năm", 30, 11, None, "year", "before"),
    ("Trước ngày 05 tháng 12 hàng năm", 5, 12, None, "year", "before"),
    ("trước 15/12/2025", 15, 12, 2025, None, "before"),
    ("trước 17h00 ngày 10/12/2025", 10, 12, 2025, None, "before"),
    ("chậm nhất là ngày 5/6/2026", 5, 6, 2026, None, "by"),
    ("hạn chót: 17 giờ 00 ngày 15/4/2026", 15, 4, 2026, None, "by"),
    ("trong tháng 01/2026", None, 1, 2026, None, "during"),
    ("đến hết năm 2026", None, None, 2026, None, "by"),
    ("vào năm 2030", None, None, 2030, None, "during"),
    ("trước ngày 15 của tháng cuối quý", 15, None, None, "quarter", "before"),
    ("ngày 20 hàng tháng", 20, None, None, "month", "on"),
    ("trước ngày 10 tháng liền kề", 10, None, None, None, "before"),
    ("vào ngày 28/7/2020", 28, 7, 2020, None, "on"),
    ("tuần 3 tháng 12", None, 12, None, None, "during"),
    ("trước 16h30' ngày 10/12/2025", 10, 12, 2025, None, "before"),
    ("trước ngày mùng 5 tháng 12 năm 2025", 5, 12, 2025, None, "before"),
    ("trước ngày 10/12/25", 10, 12, 2025, None, "before"),
    ("trước ngày 05/12 các năm", 5, 12, None, "year", "before"),
    ("trước ngày 05/12 của năm báo cáo", 5, 12, None, "year", "before"),
    ("trước ngày 20 của tháng cuối cùng mỗi quý", 20, None, None, "quarter", "before"),
]


@pytest.mark.parametrize(("text", "day", "month", "year", "every", "relation"), FORMS)
def test_each_form_of_time_is_read(
    text: str, day: int | None, month: int | None, year: int | None, every: str | None, relation: str
) -> None:
    [due] = found(f"Hoàn thành nhiệm vụ {text}.")
    value = due.value
    assert (value.day, value.month, value.year, value.every, value.relation) == (day, month, year, every, relation)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("từ ngày 11/9/2026 đến hết ngày 20/9/2026", (11, 9, 2026), (20, 9, 2026)),
        ("Từ ngày 06 - 15/11/2017", (6, 11, 2017), (15, 11, 2017)),
        ("Từ ngày 01-10/3/2026", (1, 3, 2026), (10, 3, 2026)),
        ("ngày 24, 25 và 26 tháng 8 năm 2026", (24, 8, 2026), (26, 8, 2026)),
        ("từ ngày 11/9 đến hết năm 2026", (11, 9, 2026), (None, None, 2026)),
        ("từ ngày 15/12 đến ngày 14/6/2026", (15, 12, 2025), (14, 6, 2026)),
        ("Từ tháng 4 đến tháng 12 năm 2020", (None, 4, 2020), (None, 12, 2020)),
        ("từ 2023 - 2025", (None, None, 2023), (None, None, 2025)),
        ("từ năm 2023 đến năm 2030", (None, None, 2023), (None, None, 2030)),
    ],
)
def test_a_period_is_one_deadline_with_its_end(
    text: str, first: tuple[int | None, ...], last: tuple[int | None, ...]
) -> None:
    [due] = read(f"Giai đoạn 1 ({text})")
    assert (due.day, due.month, due.year) == first
    assert due.until is not None
    assert (due.until.day, due.until.month, due.until.year) == last


def test_quarters_and_pairs_of_days_share_a_year() -> None:
    assert [(d.quarter, d.year) for d in read("Trong quý III và quý IV năm 2024")] == [(3, 2024), (4, 2024)]
    assert [(d.day, d.year) for d in read("Chiều ngày 28/12 và cả ngày 29/12/2011")] == [(28, 2011), (29, 2011)]


SUBJECTS = [
    ("Các đơn vị gửi báo cáo kết quả về Sở Nội vụ trước ngày 30/11 hằng năm.", ["report"]),
    (
        "Các trường tổ chức tổng kết trước ngày 15/12/2025, gửi báo cáo về Sở trước ngày 20/12/2025.",
        ["review", "report"],
    ),
    ("Trước ngày 05/12 hằng năm, các xã báo cáo tình hình tổ chức thực hiện về Sở.", ["report"]),
    (
        "Báo cáo tình hình tổ chức thực hiện Kế hoạch về Phòng Giáo dục và Đào tạo trước ngày 18/11 hằng năm.",
        ["report"],
    ),
    ("Báo cáo 6 tháng trước ngày 10/6 và báo cáo năm trước ngày 10/12 gửi Sở Nội vụ.", ["report", "report"]),
    ("Hồ sơ xét tặng gửi về Phòng Nội vụ (qua bộ phận Thi đua - Khen thưởng) trước ngày 12/6/2025.", ["dossier"]),
    ("Thời gian nhận hồ sơ: từ ngày 02/7/2025 đến hết ngày 09/7/2025.", ["dossier"]),
    ("Xây dựng kế hoạch của đơn vị, gửi về Văn phòng trước ngày 15/02/2026.", ["dossier"]),
    ("Các đơn vị xây dựng kế hoạch, hoàn thành trước ngày 31/3/2026.", ["dossier"]),
    ("Căn cứ Kế hoạch này, các trường ban hành kế hoạch của mình xong trước ngày 20/02/2026.", ["dossier"]),
    ("Công bố kết quả chấm thi: chậm nhất ngày 14/8/2025.", ["dossier"]),
    ("Tiến hành sơ kết, rút kinh nghiệm vào năm 2025.", ["review"]),
    ("Hoàn thành việc rà soát, cập nhật dữ liệu trước ngày 30/6/2026.", ["task"]),
    ("Gửi giấy mời đại biểu trước ngày 05/9/2026.", ["task"]),
    ("Số liệu báo cáo tính từ ngày 15/12/2024 đến ngày 14/12/2025.", ["milestone"]),
    ("Kỷ niệm 44 năm Ngày Nhà giáo Việt Nam (20/11/2026).", ["milestone"]),
    ("- Thời gian dự kiến: ngày 11/9/2026 (thứ Sáu).", ["milestone"]),
    ("1. Giai đoạn 1 (từ 2023 - 2025)", ["milestone"]),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_a_duty_to_report_is_told_from_everything_else(text: str, subjects: list[str]) -> None:
    assert [due.subject for due in read(text)] == subjects


def test_who_reports_to_whom() -> None:
    text = "Kết thúc đợt, các thôn tự đánh giá và báo cáo về UBND phường trước ngày 15/9 hằng năm."
    [due] = found(text)
    assert due.value.recipient == "UBND phường"
    assert due.value.recipient_span is not None
    assert text[due.value.recipient_span.start : due.value.recipient_span.end] == "UBND phường"


@pytest.mark.parametrize(
    ("text", "sender", "recipient"),
    [
        ("Trước ngày 25 hằng tháng, các thôn gửi báo cáo về UBND xã.", "các thôn", "UBND xã"),
        (
            "Đề nghị Ban Thường vụ Đoàn trường báo cáo Chi bộ trước ngày 05/01/2026.",
            "Ban Thường vụ Đoàn trường",
            "Chi bộ",
        ),
        ("UBND các xã báo cáo định kỳ hằng quý về Sở Nội vụ để tổng hợp.", "UBND các xã", "Sở Nội vụ"),
        (
            "Ban Tổ chức gửi báo cáo về Sở Giáo dục và Đào tạo theo thời gian quy định.",
            "Ban Tổ chức",
            "Sở Giáo dục và Đào tạo",
        ),
    ],
)
def test_sender_and_recipient_are_the_names_alone(text: str, sender: str, recipient: str) -> None:
    [due] = read(text)
    assert (due.subject, due.sender, due.recipient) == ("report", sender, recipient)


def test_the_sender_is_the_body_whose_heading_stands_above() -> None:
    texts = ("II. TỔ CHỨC THỰC HIỆN", "1. Phòng Giáo dục và Đào tạo", "Gửi báo cáo về Sở GD&ĐT trước ngày 10/4/2026.")
    inner = section("Phòng Giáo dục và Đào tạo", 1, 2, 2)
    [due] = found(*texts, sections=(section("TỔ CHỨC THỰC HIỆN", 0, 2, 1, inner),))
    assert (due.value.sender, due.value.recipient) == ("Phòng Giáo dục và Đào tạo", "Sở GD&ĐT")


def test_dates_of_documents_and_the_date_line_are_no_deadlines() -> None:
    assert read("Thực hiện Kế hoạch số 337/KH-UBND ngày 29/12/2023 của UBND tỉnh, đơn vị báo cáo kịp thời.") == []
    assert read("Căn cứ Luật Xây dựng ngày 18/6/2014;") == []
    assert read("Thực hiện Công văn ngày 05/3/2024 của Sở Nội vụ, các trường rà soát đội ngũ.") == []
    assert read("Hà Nội, ngày 28 tháng 4 năm 2026") == []
    assert read("Số: 5/KH-UBND   Đông Sơn, ngày 28 tháng 4 năm 2026") == []
    assert read("Ngày …… tháng …… năm 2026") == []


def test_the_year_in_the_name_of_a_document_is_no_deadline() -> None:
    named = (
        "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình đến năm 2025;"
    )

    assert read(named) == []
    assert read("Luật Thủy lợi ngày 19/6/2017; Luật Đầu tư công ngày 13/6/2019;") == []


def test_a_day_of_the_moon_is_no_day_of_our_calendar() -> None:
    [deadline] = read("Vui Tết Trung thu ngày 15/8/2025 (âm lịch)")

    assert (deadline.day, deadline.month, deadline.year, deadline.date) == (15, 8, 2025, None)


def test_numbers_that_are_no_time_are_none() -> None:
    assert read("tuyển thẳng 08 chỉ tiêu năm học 2019 - 2020, tỷ lệ 1/3, giai đoạn 2021 - 2030, Điều 5 tháng") == []


def test_the_year_comes_from_heading_column_or_title_only_where_it_follows() -> None:
    inside = (section("TIẾN ĐỘ NĂM 2026", 0, 1),)
    [due] = found("I. TIẾN ĐỘ NĂM 2026", "Hoàn thành rà soát trước ngày 30/6.", sections=inside)
    assert due.value.date == date(2026, 6, 30)
    [due] = found("I. TIẾN ĐỘ NĂM 2026", "Gửi báo cáo về Sở trước ngày 30/6 hằng năm.", sections=inside)
    assert (due.value.year, due.value.every) == (None, "year")
    [due] = found("I. TIẾN ĐỘ", "Gửi báo cáo về Sở trước ngày 30/6.", sections=(section("TIẾN ĐỘ", 0, 1),))
    assert due.value.year is None


def test_the_head_of_the_column_says_what_a_day_is_for() -> None:
    cells = (("Nội dung", 1, 1), ("Hạn gửi báo cáo năm 2026", 1, 2), ("Rà soát", 2, 1), ("15/6/2026", 2, 2))
    blocks = tuple(Block(text, "ô", cell=Cell(1, row, column)) for text, row, column in cells)
    [due] = deadlines.find(Document(Path("x"), "docx", blocks), (), ISSUED)
    assert due.value.subject == "report"


def test_a_sentence_broken_by_a_page_keeps_its_meaning() -> None:
    due = read(
        "Hồ sơ xét tặng danh hiệu của các tập thể, cá nhân gửi về Phòng Văn hóa",
        "và Xã hội (qua bộ phận một cửa) để thẩm định trước ngày 12 tháng 6 năm 2030.",
    )
    assert [d.subject for d in due] == ["dossier"]


def test_duties_without_a_day_are_found() -> None:
    assert [(d.every, d.subject) for d in read("- Báo cáo định kỳ hằng năm kết quả thực hiện về Sở.")] == [
        ("year", "report")
    ]
    assert [d.relation for d in read("Sau 03 tháng kể từ ngày triển khai, các đơn vị báo cáo kết quả về Sở.")] == [
        "after"
    ]
    assert [d.subject for d in read("Cuối học kỳ I, nhà trường sơ kết phong trào.")] == ["review"]


def test_damaged_duties_come_out_in_right_vietnamese() -> None:
    [due] = read(
        "b) Truéc ngay 20 thang 11 hang nam, cac phdng, nha truong, bdo cao két qua trién khai Ké hoach vé S6 GDDT dé "
        "téng hop.",
        damaged=True,
    )
    assert (due.day, due.month, due.every, due.relation, due.subject) == (20, 11, "year", "before", "report")
    assert (due.sender, due.recipient) == ("các phòng, nhà trường", "Sở GDĐT")
    phases = read("1. Giai doan 1 (tir ndm 2023 dén nim 2025)", damaged=True)
    assert [(d.year, d.until and d.until.year, d.subject) for d in phases] == [(2023, 2025, "milestone")]


@pytest.mark.parametrize(
    "text",
    [
        "từ ngày 20 tháng 5 đến ngày 05 tháng 6 năm 2026",
        "từ 20 tháng 5 đến 05 tháng 6 năm 2026",
        "Đợt 1: 20/5 - 05/6/2026",
    ],
)
def test_a_period_begins_with_its_first_day(text: str) -> None:
    [due] = read(f"Kiểm tra {text}.")

    assert (due.day, due.month, due.year, due.relation) == (20, 5, 2026, "during")
    assert due.until
    assert (due.until.day, due.until.month, due.until.year) == (5, 6, 2026)


@pytest.mark.parametrize(
    ("duty", "subject"),
    [
        ("gửi biên bản về Phòng Giáo dục", "report"),
        ("nộp bản tổng hợp về nhà trường", "report"),
        ("gửi văn bản về Sở kèm danh sách đề nghị", "dossier"),
        ("nộp danh sách về Phòng Nội vụ (qua bộ phận chuyên môn)", "dossier"),
        ("gửi đề nghị tặng Kỷ niệm chương về Hội Khuyến học", "dossier"),
        ("tổ chức hội nghị báo cáo chuyên đề", "milestone"),
        ("phân công báo cáo viên", "milestone"),
    ],
)
def test_what_is_sent_is_a_duty_and_what_is_told_is_none(duty: str, subject: str) -> None:
    [due] = read(f"Các đơn vị {duty} trước ngày 10/12/2026.")

    assert due.subject == subject


def test_a_date_that_leads_is_for_what_is_sent_by_then() -> None:
    [due] = read("Trong quá trình thực hiện, trước ngày 25 hằng tháng, tổng hợp kết quả báo cáo về UBND tỉnh.")

    assert (due.day, due.every, due.subject) == (25, "month", "report")


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo kết quả về Sở: Đợt 1 trước ngày 15/5/2026; đợt 2 trước ngày 15/11/2026.",
        "Báo cáo sơ kết 6 tháng trước ngày 15/5/2026, tổng kết năm trước ngày 15/11/2026.",
    ],
)
def test_what_is_due_twice_is_due_twice(text: str) -> None:
    assert [(due.subject, due.month) for due in read(text)] == [("report", 5), ("report", 11)]


def test_reports_of_one_year_are_of_that_year() -> None:
    text = "Báo cáo quý I trước ngày 15/3, báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12/2026."

    assert [(due.month, due.year) for due in read(text) if due.day] == [(3, 2026), (6, 2026), (12, 2026)]


@given(st.sampled_from(["", " ", "  "]), st.sampled_from([" ", "  ", "\n"]))
def test_spaces_inside_an_expression_change_nothing(tight: str, loose: str) -> None:
    text = f"Gửi{loose}báo cáo về Sở Nội vụ trước{loose}ngày{loose}30{tight}/{tight}11{loose}hằng{loose}năm."
    [due] = read(text)
    assert (due.day, due.month, due.every, due.subject) == (30, 11, "year", "report")


@given(st.text(alphabet="trướcngàyháăm qýđế0123456789/.-,;:() \n", max_size=90), st.booleans())
def test_no_text_breaks_the_reading(text: str, damaged: bool) -> None:
    for due in found("Mở đầu", text, damaged=damaged):
        assert 0 <= due.span.start < due.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Thi đấu bắt đầu từ ngày 20/12, trao giải trước ngày 05/01/2026.", [(20, 12, 2025), (5, 1, 2026)]),
        ("Khai mạc ngày 15/12/2026; bế mạc ngày 18/01.", [(15, 12, 2026), (18, 1, 2027)]),
        ("Khai mạc ngày 15/3/2026 và bế mạc vào ngày 18/3.", [(15, 3, 2026), (18, 3, 2026)]),
        ("- 19/5: Lễ báo công dâng Bác.", [(19, 5, None)]),
        ("Tỷ lệ đọc sách 19/5: đạt.", []),
        ("Ra quân: 07/3, 14/3 và 21/3/2026.", [(7, 3, 2026), (14, 3, 2026), (21, 3, 2026)]),
        ("Theo Kế hoạch số 12/KH-UBND ngày 15/3/2024, tổng kết vào ngày 18/4.", [(18, 4, None)]),
    ],
)
def test_a_day_has_the_year_of_another_day_in_its_sentence(text: str, days: list[tuple[int, int, int | None]]) -> None:
    assert [(due.day, due.month, due.year) for due in read(text)] == days


@pytest.mark.parametrize(
    ("product", "subject"), [("Báo cáo đánh giá", "task"), ("Báo cáo gửi UBND tỉnh", "report"), ("Quyết định", "task")]
)
def test_what_comes_of_the_work_is_a_duty_only_where_it_is_sent(product: str, subject: str) -> None:
    rows = (("Nội dung", "Thời gian", "Sản phẩm"), ("Tổ chức thử nghiệm trợ lý ảo", "Trước ngày 31/8/2026", product))
    blocks = tuple(
        Block(text, "ô", cell=Cell(1, row, column))
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells, 1)
    )
    [due] = deadlines.find(Document(Path("x"), "docx", blocks), (), ISSUED)
    assert due.value.subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 16/5/2026: Thông qua báo cáo tự đánh giá của thư viện.",
        "Ngày 16/5/2026: Mít tinh, đọc báo cáo ôn lại truyền thống.",
        "Báo cáo chính trị được trình bày tại Đại hội ngày 16/5/2026.",
        "Sau khi nhận được báo cáo, Sở kiểm tra thực tế từ ngày 16/5/2026.",
        "Niêm yết, công khai báo cáo thu chi từ ngày 16/5/2026.",
        "Thời điểm chốt số liệu báo cáo: ngày 16/5/2026.",
        "Đến ngày 16/5/2026, tỷ lệ hồ sơ nộp trực tuyến đạt 80%.",
        "Họp phụ huynh ngày 16/5/2026, thông báo kết quả rèn luyện.",
        "Hướng dẫn đăng ký xét tuyển cho học sinh ngày 16/5/2026.",
        "Hội đồng họp xét sáng kiến trước ngày 16/5/2026, hoàn thiện hồ sơ để lưu.",
    ],
)
def test_not_all_that_speaks_of_reports_and_dossiers_is_a_duty(text: str) -> None:
    [due] = read(text)
    assert (due.day, due.month, due.year) == (16, 5, 2026)
    assert due.subject not in ("report", "dossier")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Các xã xây dựng kế hoạch, gửi Thanh tra tỉnh trước ngày 16/5/2026.", "dossier"),
        ("Các chi hội định kỳ báo cáo kết quả thực hiện Kế hoạch về Hội trước ngày 16/5/2026.", "report"),
        ("Hoàn thiện hồ sơ, trình cấp trên trước ngày 16/5/2026.", "dossier"),
        ("Kết quả thực hiện Nghị quyết báo cáo vào ngày 16/5/2026.", "report"),
        ("Đơn vị chuẩn bị báo cáo theo đề cương, gửi Đoàn kiểm tra trước ngày 16/5/2026.", "report"),
    ],
)
def test_what_is_sent_is_a_duty(text: str, subject: str) -> None:
    [due] = read(text)
    assert due.subject == subject


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Khai mạc: 7h30, Thứ 2, ngày 05 tháng 9 năm 2026.", [(5, 9, 2026)]),
        ("Thi lớp 9, ngày 05/9/2026.", [(5, 9, 2026)]),
        ("Tổng duyệt thứ 4, thứ 5 (31/8,1/9/2026).", [(31, 8, 2026), (1, 9, 2026)]),
        ("Khám sức khỏe đợt 1 (ngày 14, 15/10).", [(14, 10, None)]),
        ("Hội thi từ ngày 05-10/12.", [(5, 12, None)]),
        ("Gửi bài dự thi trước ngày 14, 15/10/2026.", [(14, 10, 2026)]),
    ],
)
def test_days_of_the_week_and_lists_of_days(text: str, days: list[tuple[int, int, int | None]]) -> None:
    assert [(due.day, due.month, due.year) for due in read(text)] == days


def test_the_days_that_the_figures_of_a_report_cover_are_no_duty() -> None:
    text = "Báo cáo tổng kết đợt (số liệu tính từ ngày 15/12/2026 đến ngày 28/02/2027) gửi trước ngày 05/3/2027."

    assert [(due.day, due.subject) for due in read(text)] == [(15, "milestone"), (5, "report")]


def test_the_name_of_who_receives_a_report_says_no_other_deed() -> None:
    [due] = read("Các nhóm nộp báo cáo về Phòng Khảo thí và Thanh tra trước ngày 26/01/2027.")

    assert due.subject == "report"


def test_the_opening_says_nothing_of_the_first_section() -> None:
    texts = ("Nhà trường xây dựng kế hoạch như sau:", "1. Thời gian: đến 9h30 ngày 05/9/2026")
    [due] = found(*texts, sections=(section("Thời gian: đến 9h30 ngày 05/9/2026", 1, 1),))

    assert due.value.subject == "milestone"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Cac xa bao cao két qua, gtri vé Hoi truéc ngay 16/5/2026.", "report"),
        ("Các trwong nop ho so, giri vé Hoi trudéc ngay 16/5/2026.", "dossier"),
        ("Thoi gian: Tir ngay 16/5/2026 dén ngay 20/5/2026.", "milestone"),
        ("Gia dinh hoc sinh ban chi dao ngay 16/5/2026.", "milestone"),
    ],
)
def test_a_scan_spoils_words_of_sending_but_makes_none(text: str, subject: str) -> None:
    [due] = read(text, damaged=True)

    assert due.subject == subject
