"""Printed lines become paragraphs again, and every character still knows its line."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.readers.encoding import decode
from kehoach.readers.text import parse

# One paragraph a line, written for these tests.
PLAN = (Path(__file__).parent / "plan.txt").read_text(encoding="utf-8").splitlines()


def texts(source: str) -> list[str]:
    return [block.text for block in parse(source).blocks]


def wrapped(width: int) -> list[list[str]]:
    return [textwrap.wrap(paragraph, width, break_on_hyphens=False, break_long_words=False) for paragraph in PLAN]


@settings(max_examples=30, deadline=None)
@given(st.integers(50, 110))
def test_a_wrapped_plan_gives_the_paragraphs_of_the_unwrapped_one(width: int) -> None:
    assert texts("\n".join(PLAN)) == PLAN
    assert texts("\n\n".join("\n".join(lines) for lines in wrapped(width))) == PLAN


@settings(max_examples=30, deadline=None)
@given(st.integers(50, 110))
def test_blank_lines_between_all_printed_lines_change_nothing(width: int) -> None:
    assert texts("\n \n".join(line for lines in wrapped(width) for line in lines)) == PLAN


@settings(max_examples=30, deadline=None)
@given(st.integers(50, 110))
def test_a_plan_wrapped_without_any_blank_line_is_still_parted(width: int) -> None:
    assert texts("\n".join(line for lines in wrapped(width) for line in lines)) == PLAN


@settings(max_examples=30, deadline=None)
@given(st.integers(50, 110))
def test_every_character_knows_its_line(width: int) -> None:
    source = "\n\n".join("\n".join(lines) for lines in wrapped(width))
    printed = source.split("\n")
    for block in parse(source).blocks:
        for offset, number in block.lines:
            assert block.line(offset) == number
            word = block.text[offset:].split()[0]
            assert printed[number - 1].startswith(word)
        assert block.label == f"dòng {block.lines[0][1]}"
    assert parse(source).blocks[0].line(10**6) == printed.index(wrapped(width)[0][-1]) + 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*PLAN[5:14], "", "  ", "HIỆU TRƯỞNG", "12", "- 3 -", "cuối câu", "a", "Số:   /KH-", "UBND"])
    )
)
def test_no_character_is_lost_and_composition_does_not_matter(lines: list[str]) -> None:
    source = "\n".join(lines)

    def letters(text: str) -> Counter[str]:
        return Counter("".join(text.split()))

    blocks = parse(source).blocks
    assert letters("".join(block.text for block in blocks)) == letters(source)
    decomposed = parse(unicodedata.normalize("NFD", source)).blocks
    assert [(b.text, b.label, b.lines) for b in decomposed] == [(b.text, b.label, b.lines) for b in blocks]


def test_a_sentence_cut_by_a_page_is_joined_over_blank_lines() -> None:
    assert texts("- Có những đóng góp thiết thực trong công tác xây dựng nông\n\nthôn mới.") == [
        "- Có những đóng góp thiết thực trong công tác xây dựng nông thôn mới."
    ]


def test_a_page_number_in_mid_sentence_goes_to_the_footers() -> None:
    blocks = parse("Các đơn vị báo cáo kết quả thực hiện về Sở trước ngày 05 tháng\n2\nmười hai hằng năm.").blocks
    assert [(block.text, block.part) for block in blocks] == [
        ("Các đơn vị báo cáo kết quả thực hiện về Sở trước ngày 05 tháng mười hai hằng năm.", "body"),
        ("2", "footer"),
    ]


def test_page_numbers_are_told_by_form_feeds_and_by_counting_on() -> None:
    page = "\n".join(f"- Nhiệm vụ thứ {n};" for n in range(20))
    for source in (f"{page}\n\f2\n{page}\n\f3\n{page}", f"{page}\n\n2\n\n{page}\n\n3\n\n{page}"):
        assert [block.text for block in parse(source).blocks if block.part == "footer"] == ["2", "3"]


def test_a_column_of_numbers_is_no_page_numbers() -> None:
    source = "1\n\nTuyên truyền\n\n2\n\nTập huấn\n\n3\n\nSơ kết"
    assert all(block.part == "body" for block in parse(source).blocks)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["theo Kế hoạch số 163/KH-", "UBND ngày 05/01/2026"], "theo Kế hoạch số 163/KH-UBND ngày 05/01/2026"),
        (["theo Kết luận số 49-", "KL/TW của Ban Bí thư"], "theo Kết luận số 49-KL/TW của Ban Bí thư"),
    ],
)
def test_a_symbol_cut_at_its_hyphen_is_whole_again(lines: list[str], joined: str) -> None:
    plan = "\n\n".join("\n".join(each) for each in wrapped(60))
    lines = ["Các đơn vị tiếp tục thực hiện nhiệm vụ đã được giao", *lines]
    long = textwrap.fill(lines[0] + " cho đến hết năm nay và", 60) + " " + lines[1] + "\n" + lines[2]
    assert joined in " ".join(texts(long + "\n\n" + plan))


@pytest.mark.parametrize(
    "lines",
    [
        ("Thực hiện Nghị quyết số 81-NQ/TW ngày 14/9/2023 của Ban Chấp hành Trung ương (khóa", "XIII) về đọc sách;"),
        ("Đồng chí Lò Thị Pó - Phó Hiệu trưởng phụ trách chung, tổ chức tổng duyệt vào ngày", "04/9."),
    ],
)
def test_the_rest_of_a_bracket_and_of_a_date_are_no_marks(lines: tuple[str, str]) -> None:
    assert texts("\n".join(lines)) == [" ".join(lines)]


def test_kind_title_and_headings_stay_apart() -> None:
    source = "KẾ HOẠCH\nphát triển văn hóa đọc\nI. MỤC ĐÍCH\n1. Mục đích\nĐể mọi người cùng đọc."
    assert texts(source) == [
        "KẾ HOẠCH",
        "phát triển văn hóa đọc",
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "Để mọi người cùng đọc.",
    ]


def test_an_open_quote_joins_the_lines_of_a_title() -> None:
    source = "KẾ HOẠCH\nHưởng ứng Phong trào “Nhà nhà đọc sách,\nNgười người đọc báo” năm 2026"
    assert texts(source) == ["KẾ HOẠCH", "Hưởng ứng Phong trào “Nhà nhà đọc sách, Người người đọc báo” năm 2026"]


def test_a_letterhead_in_two_columns_is_parted() -> None:
    source = (
        "UBND TỈNH BÌNH MINH      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ NỘI VỤ                    Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-SNV            Bình Minh, ngày 05 tháng 3 năm 2026\n"
    )
    blocks = parse(source).blocks
    assert [block.text for block in blocks] == [
        "UBND TỈNH BÌNH MINH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ NỘI VỤ",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-SNV",
        "Bình Minh, ngày 05 tháng 3 năm 2026",
    ]
    assert [block.line(0) for block in blocks] == [1, 1, 2, 2, 3, 3]


def test_recipients_and_signature_side_by_side_are_parted() -> None:
    source = "Nơi nhận:            GIÁM ĐỐC\n- Như trên;\n- Lưu: VT.           Nguyễn Văn An"
    assert texts(source) == ["Nơi nhận:", "GIÁM ĐỐC", "- Như trên;", "- Lưu: VT.", "Nguyễn Văn An"]


def test_damaged_text_is_told_from_sound_text() -> None:
    sound = "\n".join(PLAN)
    ruined = unicodedata.normalize("NFD", sound).encode("ascii", "ignore").decode()
    assert not parse(sound).damaged
    assert parse(ruined).damaged


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_in_every_form_is_read(encoding: str) -> None:
    data = "Kế hoạch số 1".encode(encoding)
    assert [block.text for block in parse(decode(data, Path("a.txt"))).blocks] == ["Kế hoạch số 1"]


def test_line_ends_of_every_system_count_once() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert [block.line(0) for block in parse(f"MỘT{end}{end}HAI").blocks] == [1, 3]


def test_rows_with_strokes_between_their_cells_are_a_table() -> None:
    source = (
        "KẾ HOẠCH\nTT | Nội dung | Chủ trì\n1 | Rà soát thủ tục | Văn phòng\n2 | Số hóa hồ sơ |\nNơi nhận:\n- Lưu: VT."
    )
    cells = [(block.cell.row, block.cell.column, block.text) for block in parse(source).blocks if block.cell]
    assert cells[:4] == [(1, 1, "TT"), (1, 2, "Nội dung"), (1, 3, "Chủ trì"), (2, 1, "1")]
    assert cells[-1] == (3, 2, "Số hóa hồ sơ")


def test_one_line_with_strokes_is_no_table() -> None:
    assert not any(block.cell for block in parse("UBND XÃ A | CỘNG HÒA XÃ HỘI | Việt Nam\nMột đoạn văn.").blocks)


def test_an_item_that_begins_with_a_figure_is_no_part_of_the_line_above() -> None:
    lines = [
        "1. Chính quyền số",
        "a. 100% hồ sơ được xử lý trên mạng",
        "2. 95,5% người dân hài lòng",
        "3. 02 lớp tập huấn",
    ]

    assert texts("\n".join(lines)) == lines
