"""Headings in the forms offices write them; the nesting; what is no section."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.extract import marks, plan
from kehoach.model import Plan
from kehoach.readers.text import parse


def sections(body: str) -> Plan:
    return plan(parse(f"KẾ HOẠCH\n\nTổ chức Ngày hội đọc sách năm 2026\n\n{body}"))


def outline(body: str) -> list[tuple[str, str]]:
    return [(section.numeral, section.title) for section in sections(body).sections]


FORMS = {
    "I. {}": ("I", "II", "III"),
    "I.{}": ("I", "II", "III"),
    "I/ {}": ("I", "II", "III"),
    "I/. {}": ("I", "II", "III"),
    "I./ {}": ("I", "II", "III"),
    "I- {}": ("I", "II", "III"),
    "I {}": ("I", "II", "III"),
    "I. {}:": ("I", "II", "III"),
    "1. {}": ("1", "2", "3"),
    "1/ {}": ("1", "2", "3"),
    "1/. {}": ("1", "2", "3"),
    "1.{}": ("1", "2", "3"),
    "A. {}": ("A", "B", "C"),
    "Phần thứ nhất. {}": ("I", "II", "III"),
    "PHẦN I. {}": ("I", "II", "III"),
}
COUNT = {
    "I": ["I", "II", "III"],
    "1": ["1", "2", "3"],
    "A": ["A", "B", "C"],
    "Phần thứ nhất": ["Phần thứ nhất", "Phần thứ hai", "Phần thứ ba"],
}
TITLES = ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("capitals", [True, False], ids=["capitals", "mixed case"])
def test_headings_are_found_in_every_form(form: str, capitals: bool) -> None:
    if form == "I {}" and not capitals:
        pytest.skip("without a dot only capitals tell a heading from a sentence")
    titles = TITLES if capitals else [title.capitalize() for title in TITLES]
    first = next(numeral for numeral in sorted(COUNT, key=len, reverse=True) if numeral in form)
    lines = []
    for numeral, title in zip(COUNT[first], titles, strict=True):
        lines += [
            form.replace(first, numeral, 1).format(title),
            "Các đơn vị thực hiện đúng tiến độ đã đề ra.",
            "- Bảo đảm an toàn.",
        ]

    assert outline("\n\n".join(lines)) == list(zip(FORMS[form], titles, strict=True))


def test_lower_levels_hang_below_and_may_restart() -> None:
    plan = sections(
        "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\n- Lan tỏa văn hóa đọc.\n\n2. Yêu cầu\n\na) Thiết thực.\n\nb) Tiết kiệm.\n\n"
        "II. NỘI DUNG\n\n1. Thời gian: Tháng 4 năm 2026.\n\n1.1. Buổi sáng\n\n1.2. Buổi chiều\n\n2. Địa điểm: Thư viện tỉnh."
    )
    first, second = plan.sections

    assert [(c.numeral, [g.numeral for g in c.children]) for c in first.children] == [("1", []), ("2", ["a", "b"])]
    assert [(c.numeral, [g.numeral for g in c.children]) for c in second.children] == [("1", ["1.1", "1.2"]), ("2", [])]
    assert (first.block, first.last_block + 1) == (first.block, second.block)


def test_a_preliminary_list_before_the_first_roman_numeral_is_no_section() -> None:
    assert outline(
        "Căn cứ tình hình thực tế:\n\n1. Thư viện đã có kinh phí.\n\nI. MỤC ĐÍCH\n\nLan tỏa.\n\nII. NỘI DUNG\n\nĐọc sách."
    ) == [
        ("I", "MỤC ĐÍCH"),
        ("II", "NỘI DUNG"),
    ]


def test_sections_of_an_appendix_are_not_sections_of_the_plan() -> None:
    text = "I. MỤC ĐÍCH\n\nLan tỏa.\n\nII. NỘI DUNG\n\nĐọc sách./.\n\nNơi nhận:\n- Lưu: VT.\n\nPHỤ LỤC\n\nI. DANH MỤC SÁCH\n\nSách thiếu nhi."

    assert [numeral for numeral, _ in outline(text)] == ["I", "II"]


def test_a_run_in_heading_ends_at_its_colon_when_the_paragraph_is_long() -> None:
    long = (
        "Do ngân sách nhà nước bảo đảm theo phân cấp hiện hành và các nguồn huy động hợp pháp khác theo quy định của pháp luật về ngân sách, "
        * 2
    )

    assert outline(f"1. Mục đích\n\nLan tỏa.\n\n2. Kinh phí: {long}\n\n3. Thời gian: Tháng 4 năm 2026.") == [
        ("1", "Mục đích"),
        ("2", "Kinh phí"),
        ("3", "Thời gian: Tháng 4 năm 2026."),
    ]


def test_headings_without_numbers_are_found_by_what_they_say() -> None:
    assert outline(
        "MỤC ĐÍCH, YÊU CẦU\n\nLan tỏa.\n\nNỘI DUNG\n\nĐọc sách.\n\nTỔ CHỨC THỰC HIỆN\n\nThư viện chủ trì."
    ) == [
        ("", "MỤC ĐÍCH, YÊU CẦU"),
        ("", "NỘI DUNG"),
        ("", "TỔ CHỨC THỰC HIỆN"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "V/v triển khai Kế hoạch",
        "06 - 15/11/2026: tự kiểm tra",
        "1.500 học sinh tham gia",
        "24/7 phục vụ bạn đọc",
        "3,5 triệu đồng",
        "2026 là năm bản lề",
        "I-rắc",
        "Việc này",
        "V/V TỔ CHỨC NGÀY HỘI",
    ],
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert marks.parse(text) is None


@pytest.mark.parametrize(
    ("text", "numeral"),
    [
        ("I1. NOI DUNG", "II"),
        ("I11. TIEU CHI THI DUA", "III"),
        ("IH. TIEU CHI", "III"),
        ("L. MUC DICH", "I"),
        ("1V. GIAI PHAP", "IV"),
        ("VI1. TO CHUC", "VII"),
        ("ll. NOI DUNG", "II"),
        ("Vv. KINH PHÍ", "V"),
        ("TV. KINH PHÍ", "IV"),
    ],
)
def test_misread_numerals_are_put_right(text: str, numeral: str) -> None:
    mark = marks.parse(text, damaged=True)

    assert mark
    assert mark.numeral == numeral
    assert text[mark.start : mark.start + len(mark.written)] == mark.written


@pytest.mark.parametrize("mark", ["{}.- ", "{} - ", "{}- "])
def test_a_dash_may_stand_behind_a_number(mark: str) -> None:
    body = "\n\n".join(f"{mark.format(n)}Nội dung thứ {n}\n\nNâng cao chất lượng." for n in (1, 2, 3))

    assert outline(body) == [(str(n), f"Nội dung thứ {n}") for n in (1, 2, 3)]


def test_letters_with_dashes_outrank_the_numerals_below_them() -> None:
    body = "A- TÌNH HÌNH\n\nI- Thuận lợi\n\nTốt.\n\nB- NHIỆM VỤ\n\nI- Chung\n\nTốt.\n\nII- Riêng\n\nTốt."

    assert outline(body) == [("A", "TÌNH HÌNH"), ("B", "NHIỆM VỤ")]


def test_capitals_before_a_colon_are_the_heading() -> None:
    body = "I. MỤC ĐÍCH\n\nTốt.\n\nII. KINH PHÍ: Do ngân sách nhà nước cấp."

    assert outline(body) == [("I", "MỤC ĐÍCH"), ("II", "KINH PHÍ")]


def test_a_sentence_numbered_by_a_slip_is_no_section() -> None:
    slip = "I. Giám sát chặt chẽ, phát hiện sớm, đáp ứng nhanh và xử lý triệt để mọi trường hợp trên địa bàn của tỉnh."
    body = f"I. MỤC TIÊU CHUNG\n\nTốt.\n\nII. MỤC TIÊU CỤ THỂ\n\n{slip}\n\n2. Tốt hơn.\n\nIII. NHIỆM VỤ\n\nTốt."

    assert [numeral for numeral, _ in outline(body)] == ["I", "II", "III"]


@given(st.integers(1, 39))
def test_roman_numerals_go_there_and_back(value: int) -> None:
    assert marks.arabic(marks.roman(value)) == value


@given(st.text(max_size=40))
def test_a_mark_never_reaches_beyond_its_text(text: str) -> None:
    for damaged in (False, True):
        mark = marks.parse(text, damaged)
        assert mark is None or 0 <= mark.start <= mark.end <= len(text)


def test_parts_may_stand_below_a_letter() -> None:
    body = """A. TÌNH HÌNH

Ổn định.

B. NHIỆM VỤ

1. Việc chung.

Phần thứ nhất. Việc thường xuyên

Phần thứ hai. Việc đột xuất

C. TỔ CHỨC THỰC HIỆN

Văn phòng theo dõi."""

    found = sections(body).sections

    assert [section.numeral for section in found] == ["A", "B", "C"]
    assert [child.title for child in found[1].children] == ["Việc chung.", "Việc thường xuyên", "Việc đột xuất"]


@pytest.mark.parametrize(("text", "value"), [("ii. Tủ sách lớp học;", 2), ("(v) Góc đọc;", 5), ("viii) Quỹ sách.", 8)])
def test_small_roman_numerals_are_numerals(text: str, value: int) -> None:
    mark = marks.parse(text)

    assert mark
    assert (mark.style, mark.values) == ("small-roman", (value,))


@pytest.mark.parametrize(
    ("text", "values"),
    [("a. 100% trường học", (1,)), ("b. 30 lớp", (2,)), ("2. 95,5% học sinh", (2,)), ("3. 02 lớp bồi dưỡng", (3,))],
)
def test_an_item_may_begin_with_a_figure(text: str, values: tuple[int, ...]) -> None:
    mark = marks.parse(text)

    assert mark
    assert mark.values == values
    assert text[mark.end] in "0123456789"


@pytest.mark.parametrize("text", ["2. 1 Phụ lục", "30. 6 tháng đầu năm", "a.5", "3.02 lớp"])
def test_a_figure_is_no_item_where_it_is_part_of_another(text: str) -> None:
    mark = marks.parse(text)

    assert mark is None or len(mark.values) > 1


def test_the_rest_of_a_bracket_is_no_numeral() -> None:
    assert marks.parse("XII) về đổi mới công tác đọc sách") is None


@pytest.mark.parametrize("text", ["vi rút gây bệnh", "xi măng, cát sỏi", "v.v.", "i ốt trong muối"])
def test_words_are_no_small_roman_numerals(text: str) -> None:
    mark = marks.parse(text)

    assert mark is None or mark.style != "small-roman"


def test_letters_may_part_the_last_of_the_clauses() -> None:
    body = "1. Thời gian\n\n2. Địa điểm\n\n3. Nội dung\n\nA. Phần lễ\n\nChào cờ.\n\nB. Phần hội\n\nThi kéo co."

    assert outline(body) == [("1", "Thời gian"), ("2", "Địa điểm"), ("3", "Nội dung")]


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("Cc. TO CHUC THUC HIEN", "upper", 3),
        ("IIl/ TO CHUC THUC HIEN:", "roman", 3),
        ("PHAN II: MUC TIEU", "part", 2),
        ("Ill. Thoi gian, dia diém", "roman", 3),
    ],
)
def test_more_numerals_that_a_scan_spoils(text: str, style: str, value: int) -> None:
    mark = marks.parse(text, damaged=True)

    assert mark
    assert (mark.style, mark.values) == (style, (value,))


def test_long_numbered_paragraphs_do_not_hide_headings_without_numbers() -> None:
    long = "Các đơn vị tổ chức ngày hội đọc sách theo hướng dẫn, bố trí kinh phí, phân công người phụ trách, " * 2
    body = f"MỤC ĐÍCH, YÊU CẦU\n\n1. {long}.\n\nTỔ CHỨC THỰC HIỆN\n\n2. {long}."
    assert outline(body) == [("", "MỤC ĐÍCH, YÊU CẦU"), ("", "TỔ CHỨC THỰC HIỆN")]
