"""PDF files: reading order, paragraphs, margins, faces, and what stands in the way of reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.model import Block, Cell, Document
from kehoach.readers import ReadingError, read
from kehoach.readers.letters import repaired
from kehoach.readers.pdf.layer import Layer
from kehoach.readers.pdf.quality import wants_ocr
from kehoach.readers.printed.words import Face, Sheet, Word

from .paper import Paper, made, width

LEFT, RIGHT = 85, 540


def opened(folder: Path, *pages: Paper, **how: bool) -> Document:
    path = folder / "plan.pdf"
    path.write_bytes(made(*pages, **how))  # type: ignore[arg-type]
    return read(path)


def texts(document: Document, part: str = "body") -> list[str]:
    return [block.text for block in document.blocks if block.part == part]


def block(document: Document, start: str) -> Block:
    return next(block for block in document.blocks if block.text.startswith(start))


def prose(page: Paper, top: float, text: str, indent: float = 35) -> float:
    """Write a paragraph as a word processor breaks it; return where the next one may stand."""
    words = text.split()
    x = LEFT + indent
    line = ""
    for word in words:
        if line and x + width(f"{line} {word}") > RIGHT:
            page.write(x, top, line)
            x, top, line = LEFT, top + 18, word
        else:
            line = f"{line} {word}".strip()
    page.write(x, top, line)
    return top + 24


LONG = (
    "Nâng cao nhận thức của cán bộ, giáo viên và học sinh về học tập suốt đời, góp phần xây dựng xã hội học tập trên địa "
    "bàn tỉnh; huy động mọi nguồn lực của xã hội tham gia phong trào"
)


def head(page: Paper) -> Paper:
    page.write(90, 70, "UBND TỈNH HÒA AN", size=13).write(
        262, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", font="F2", size=13
    )
    page.write(88, 86, "SỞ GIÁO DỤC VÀ ĐÀO TẠO", font="F2", size=13).write(
        300, 86, "Độc lập - Tự do - Hạnh phúc", font="F2"
    )
    return page.write(110, 116, "Số: 25/KH-SGDĐT").write(290, 116, "Hòa An, ngày 27 tháng 3 năm 2026")


def test_left_column_of_the_letterhead_comes_whole_before_the_right(tmp_path: Path) -> None:
    page = head(Paper()).write(277, 160, "KẾ HOẠCH", font="F2")
    prose(page, 200, LONG)

    assert texts(opened(tmp_path, page))[:7] == [
        "UBND TỈNH HÒA AN",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "Số: 25/KH-SGDĐT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hòa An, ngày 27 tháng 3 năm 2026",
        "KẾ HOẠCH",
    ]


def test_recipients_come_whole_before_the_signature(tmp_path: Path) -> None:
    page = Paper()
    end = prose(page, 100, LONG + " thi đua./.")
    page.write(85, end, "Nơi nhận:", size=12).write(340, end - 2, "KT. GIÁM ĐỐC", font="F2")
    page.write(85, end + 14, "- UBND tỉnh;", size=11).write(330, end + 16, "PHÓ GIÁM ĐỐC", font="F2")
    page.write(85, end + 27, "- Các phòng thuộc Sở;", size=11).write(85, end + 40, "- Lưu: VT.", size=11)
    page.write(335, end + 110, "Nguyễn Văn An", font="F2")

    assert texts(opened(tmp_path, page))[1:] == [
        "Nơi nhận:",
        "- UBND tỉnh;",
        "- Các phòng thuộc Sở;",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nguyễn Văn An",
    ]


def test_paragraphs_run_on_over_lines_and_pages_without_page_numbers(tmp_path: Path) -> None:
    first, second = Paper(), Paper()
    words = LONG.split()
    top = prose(first, 700, " ".join(words[:24])) - 6
    second.write(300, 40, "2")
    prose(second, top - 660, " ".join(words[24:]) + ".", indent=0)
    document = opened(tmp_path, first, second)

    assert texts(document) == [LONG + "."]
    assert texts(document, "header") == ["2"]
    assert document.pages[0].number_at == "header"


def test_a_new_paragraph_starts_where_the_line_before_was_not_full(tmp_path: Path) -> None:
    page = Paper()
    top = prose(page, 100, LONG + ".")
    top = prose(page, top - 6, "Các đơn vị thực hiện nghiêm túc")
    prose(page, top - 6, "Kinh phí do ngân sách bảo đảm.")

    assert texts(opened(tmp_path, page)) == [
        LONG + ".",
        "Các đơn vị thực hiện nghiêm túc",
        "Kinh phí do ngân sách bảo đảm.",
    ]


def test_a_number_filled_in_by_an_annotation_stands_in_its_blank(tmp_path: Path) -> None:
    page = Paper().write(85, 100, "Số:").write(130, 100, "/KH-UBND").note(110, 100, "173")

    assert texts(opened(tmp_path, page)) == ["Số: 173 /KH-UBND"]


def test_signatures_of_software_are_dropped(tmp_path: Path) -> None:
    page = Paper().note(330, 300, "Ký bởi Sở Nội vụ\nGiờ ký: 2026-03-27T14:26:14+07:00")
    prose(page, 100, LONG + ".")
    page.write(400, 60, "Người ký: Sở Nội vụ", size=8).write(400, 70, "Email: so@hoaan.gov.vn", size=8)
    page.write(400, 80, "Thời gian ký: 27.03.2026 14:26:14 +07:00", size=8)

    assert texts(opened(tmp_path, page)) == [LONG + "."]


def test_words_about_signing_are_text(tmp_path: Path) -> None:
    page = Paper()
    prose(page, 100, "Kế hoạch này có hiệu lực kể từ ngày ký: các đơn vị tổ chức thực hiện.")

    assert texts(opened(tmp_path, page)) == ["Kế hoạch này có hiệu lực kể từ ngày ký: các đơn vị tổ chức thực hiện."]


def test_look_alike_letters_are_put_right(tmp_path: Path) -> None:
    page = Paper().write(85, 100, "chất lƣợng của trƣờng, Ðảng ủy, huấn luyện")

    assert texts(opened(tmp_path, page)) == ["chất lượng của trường, Đảng ủy, huấn luyện"]


def test_fonts_and_paper_are_told(tmp_path: Path) -> None:
    page = Paper()
    page.write(120, 90, "I. MỤC ĐÍCH", font="F2")
    prose(page, 114, LONG + ".")
    document = opened(tmp_path, page)
    heading, body = (block(document, start).look for start in ("I.", "Nâng"))

    assert heading
    assert body
    assert [(face.font, face.size, face.bold) for face in heading.letters] == [("Times New Roman", 14.0, True)]
    assert [(face.font, face.size, face.bold) for face in body.letters] == [("Times New Roman", 14.0, False)]
    assert (round(document.pages[0].width), round(document.pages[0].height)) == (210, 297)
    assert round(document.pages[0].left) == 30


def test_letters_know_which_words_are_bold(tmp_path: Path) -> None:
    page = Paper().write(85, 100, "1. Kinh phí:", font="F2").write(180, 100, "do ngân sách bảo đảm.")
    document = opened(tmp_path, page)
    look = document.blocks[0].look

    assert look
    assert [document.blocks[0].text[face.start : face.end].strip() for face in look.letters if face.bold] == [
        "1. Kinh phí:"
    ]


def test_ruled_cells_are_blocks_with_their_row_and_column(tmp_path: Path) -> None:
    page = Paper()
    for y in (100, 140, 200):
        page.rule(85, y, 540, y)
    for x in (85, 125, 400, 540):
        page.rule(x, 100, x, 200)
    page.write(95, 125, "TT", size=12).write(140, 125, "Nội dung", size=12).write(410, 125, "Thời gian", size=12)
    page.write(95, 160, "1", size=12).write(410, 160, "Tháng 9", size=12)
    page.write(132, 160, "Xây dựng và ban hành kế hoạch của Sở, đôn", size=12).write(
        132, 176, "đốc các đơn vị", size=12
    )
    cells = [(block.cell, block.text) for block in opened(tmp_path, page).blocks]

    assert cells == [
        (Cell(1, 1, 1), "TT"),
        (Cell(1, 1, 2), "Nội dung"),
        (Cell(1, 1, 3), "Thời gian"),
        (Cell(1, 2, 1), "1"),
        (Cell(1, 2, 2), "Xây dựng và ban hành kế hoạch của Sở, đôn đốc các đơn vị"),
        (Cell(1, 2, 3), "Tháng 9"),
    ]


def test_the_end_of_a_row_that_a_page_broke_is_of_that_row(tmp_path: Path) -> None:
    pages = [Paper(), Paper()]
    for page, top, ends in zip(pages, (620, 60), ((620, 700, 760), (60, 90, 130)), strict=True):
        for y in ends:
            page.rule(85, y, 540, y)
        for x in (85, 125, 400, 540):
            page.rule(x, top, x, ends[-1])
    pages[0].write(95, 650, "1", size=12).write(132, 650, "Tập huấn", size=12).write(410, 650, "Sở Y tế", size=12)
    pages[0].write(95, 725, "2", size=12).write(132, 725, "Báo cáo trước ngày", size=12).write(
        410, 725, "Các xã", size=12
    )
    pages[1].write(132, 78, "20/5/2026", size=12)
    pages[1].write(95, 112, "3", size=12).write(132, 112, "Tổng kết", size=12).write(410, 112, "Sở Y tế", size=12)
    cells = [(block.cell, block.text) for block in opened(tmp_path, *pages).blocks]

    assert (Cell(1, 2, 2), "20/5/2026") in cells
    assert (Cell(1, 3, 2), "Tổng kết") in cells


def test_footnotes_leave_the_text_alone(tmp_path: Path) -> None:
    first, second = Paper(), Paper()
    words = LONG.split()
    prose(first, 600, " ".join(words[:24]))
    first.write(85, 740, "1", size=7).write(92, 743, "Quyết định số 12/QĐ-UBND ngày 05/01/2026.", size=10)
    prose(second, 80, " ".join(words[24:]) + ".", indent=0)
    document = opened(tmp_path, first, second)

    assert texts(document) == [LONG + "."]
    assert texts(document, "footnote") == ["1 Quyết định số 12/QĐ-UBND ngày 05/01/2026."]


def test_a_line_that_repeats_on_every_page_is_a_running_header(tmp_path: Path) -> None:
    pages = []
    for number in range(3):
        page = Paper().write(85, 40, f"Kế hoạch năm học 2026 - 2027, trang {number + 1}", size=10)
        prose(page, 100, f"Phần {number + 1}. {LONG}.")
        pages.append(page)
    document = opened(tmp_path, *pages)

    assert len(texts(document)) == 3
    assert len(texts(document, "header")) == 3


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_turned_pages_read_as_they_are_shown(tmp_path: Path, rotate: int) -> None:
    page = Paper(rotate=rotate).write(85, 100, "Kế hoạch tuyên truyền").write(85, 130, "Năm học mới.")
    document = opened(tmp_path, page)

    assert sorted(texts(document)) == ["Kế hoạch tuyên truyền", "Năm học mới."]


def test_words_printed_twice_are_read_once(tmp_path: Path) -> None:
    page = Paper().write(85, 100, "KẾ HOẠCH năm 2026").write(85.4, 100, "KẾ HOẠCH năm 2026")

    assert texts(opened(tmp_path, page)) == ["KẾ HOẠCH năm 2026"]


def test_a_locked_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="mật khẩu"):
        opened(tmp_path, Paper().write(85, 100, "Kín"), locked=True)


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"\x00\x01", b"Xin ch\xc3\xa0o"])
def test_a_broken_file_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(data)

    with pytest.raises(ReadingError, match="hỏng"):
        read(path)


def test_an_empty_page_says_that_nothing_is_there(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="không có chữ"):
        opened(tmp_path, Paper())


def test_glyph_numbers_taken_for_codes_are_letters_again() -> None:
    assert repaired("CӜNG HÒA XÃ HӜI CHӪ NGHƬA VIӊT NAM") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert repaired("Ĉӝc lұp - Tӵ do - Hҥnh phúc, ngѭӡi ÿӭng ÿҫu") == "Độc lập - Tự do - Hạnh phúc, người đứng đầu"


def printed(*words: str) -> Layer:
    face = Face("TimesNewRoman", 14.0, bold=False, italic=False)
    found = tuple(Word(85.0, 100.0 + 18 * number, 500.0, word, face) for number, word in enumerate(words))
    return Layer(Sheet(1, 595.0, 842.0, found, ()), pictures=0.0, paths=0, added=())


def test_print_whose_letters_nobody_can_tell_is_read_from_its_picture() -> None:
    assert wants_ocr(printed(*['73(4 &78C @ +DEFAG(/" @ +DE#B+AH & 1 A!"'] * 5))
    assert not wants_ocr(printed(*["Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh"] * 5))
    assert not wants_ocr(printed(*["1 | 95% | 87,5% | 12.400 | 100% (+3%)"] * 9))
    assert not wants_ocr(printed(*["Họ và tên: ........................... Lớp: ........... (*)"] * 5))
