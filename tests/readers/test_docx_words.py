"""What a person sees in a Word file is what is read."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.model import Cell
from kehoach.readers import read
from kehoach.readers.docx import read_with_paragraphs, text_and_places
from kehoach.readers.shown import blocks_as_text

from .wordfile import only, p, r, save, texts, word

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=30)


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + r(result) + mark("end")


def test_insertions_are_read_and_deletions_are_not() -> None:
    body = (
        f"<w:p>{r('trước ')}<w:del><w:r><w:delText>30/10</w:delText></w:r></w:del><w:ins>{r('30/11')}</w:ins>"
        f"<w:moveFrom>{r(' cũ')}</w:moveFrom><w:moveTo>{r(' mới')}</w:moveTo></w:p>"
    )
    document = word(body)
    assert document.blocks[0].text == "trước 30/11 mới"
    assert [note.code for note in document.notes] == ["tracked"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(p("Phần ", gone) + p("đầu") + p("Phần sau")) == ["Phần đầu", "Phần sau"]


def test_a_wholly_deleted_paragraph_leaves_nothing() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>{r('xóa')}</w:del></w:p>{p('Còn')}"
    assert texts(body) == ["Còn"]


def test_content_controls_links_and_smart_tags_are_looked_into() -> None:
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('một')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink><w:smartTag>{r(' hai')}</w:smartTag></w:hyperlink>"
    block = (
        f"<w:sdt><w:sdtContent>{p('ba')}<w:sdt><w:sdtContent>{p('bốn')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    )
    assert texts(f"<w:p>{inline}{link}</w:p>{block}") == ["một hai", "ba", "bốn"]


def test_fields_show_their_results_only() -> None:
    simple = f'<w:fldSimple w:instr=" DATE ">{r("năm 2026")}</w:fldSimple>'
    assert only(f"<w:p>{r('Trang ')}{field('PAGE', '7')}{r(', ')}{simple}</w:p>").text == "Trang 7, năm 2026"


def test_a_field_may_run_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = f"<w:p>{begin}{r('ẩn')}</w:p><w:p>{separate}{r('Mục lục')}</w:p><w:p>{r('Trang')}{end}</w:p>"
    assert texts(body) == ["Mục lục", "Trang"]


def test_a_field_that_never_ends_does_not_swallow_the_document() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(f"<w:p>{begin}{r('mất')}</w:p>{p('Sau đó')}") == ["Sau đó"]


def test_breaks_tabs_and_hyphens() -> None:
    run = (
        "<w:r><w:t>KT. CHỦ TỊCH</w:t><w:br/><w:t>PHÓ CHỦ TỊCH</w:t><w:tab/><w:t>QĐ</w:t><w:noBreakHyphen/>"
        "<w:t>TTg kế</w:t><w:softHyphen/><w:t>hoạch</w:t></w:r>"
    )
    assert only(f"<w:p>{run}</w:p>").text == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\tQĐ-TTg kếhoạch"


def test_symbols_become_the_characters_they_look_like() -> None:
    symbols = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> đạt </w:t><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    assert only(f"<w:p>{symbols}</w:p>").text == "✓ đạt •"


def test_hidden_text_is_left_out_and_noted() -> None:
    document = word(f"<w:p>{r('thấy')}{r(' ẩn', '<w:vanish/>')}</w:p>")
    assert document.blocks[0].text == "thấy"
    assert [note.code for note in document.notes] == ["hidden"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    content = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
    box = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    blocks = word(f"<w:p>{r('Đoạn neo')}<w:r>{box}</w:r></w:p>{p('Sau hộp')}").blocks
    assert [(b.text, b.part, b.label) for b in blocks] == [
        ("Đoạn neo", "body", "đoạn 1"),
        ("DỰ THẢO", "box", "hộp văn bản 1"),
        ("Sau hộp", "body", "đoạn 2"),
    ]


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_cells_know_their_place_in_nested_and_merged_tables() -> None:
    inner = table(cell(p("trong")))
    body = table(
        cell(p("A") + p("A2"), '<w:gridSpan w:val="2"/>') + cell(p("B"), '<w:vMerge w:val="restart"/>'),
        cell(p("C")) + cell(inner + p("D")) + cell(p(), "<w:vMerge/>"),
    )
    assert [(b.text, b.cell, b.label) for b in word(body).blocks] == [
        ("A", Cell(1, 1, 1, columns=2), "bảng 1, hàng 1, ô 1"),
        ("A2", Cell(1, 1, 1, columns=2), "bảng 1, hàng 1, ô 1, đoạn 2"),
        ("B", Cell(1, 1, 3, rows=2), "bảng 1, hàng 1, ô 3"),
        ("C", Cell(1, 2, 1), "bảng 1, hàng 2, ô 1"),
        ("trong", Cell(2, 1, 1, ((1, 2, 2),)), "bảng 2, hàng 1, ô 1 (trong bảng 1, hàng 2, ô 2)"),
        ("D", Cell(1, 2, 2), "bảng 1, hàng 2, ô 2"),
    ]


def test_a_deleted_row_is_not_seen() -> None:
    body = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(p('cũ'))}</w:tr><w:tr>{cell(p('mới'))}</w:tr></w:tbl>"
    (block,) = word(body).blocks
    assert (block.text, block.cell) == ("mới", Cell(1, 1, 1))


def test_notes_come_last_in_the_order_of_the_text() -> None:
    def note(identity: int, text: str) -> str:
        return f'<w:footnote w:id="{identity}">{p(text)}</w:footnote>'

    references = '<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    document = word(
        f"<w:p>{r('Có chú thích')}{references}</w:p>",
        footnotes='<w:footnote w:type="separator" w:id="0"/>'
        + note(2, "hai")
        + note(3, "ba")
        + note(4, "không ai nhắc"),
    )
    assert [(b.text, b.part, b.label) for b in document.blocks] == [
        ("Có chú thích", "body", "đoạn 1"),
        ("ba", "footnote", "chú thích 1"),
        ("hai", "footnote", "chú thích 2"),
    ]


def test_headers_and_footers_follow_the_body_each_once() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
        '<w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/>'
        "<w:titlePg/></w:sectPr>"
    )
    document = word(
        f"<w:p><w:pPr>{section}</w:pPr>{r('Thân')}</w:p>{p('Thân hai')}{section}",
        header1=p("ĐẦU"),
        header2=p("TRANG NHẤT"),
        header3=p("không dùng"),
        footer1=p("CHÂN"),
    )
    assert blocks_as_text(document) == "Thân\nThân hai\nTRANG NHẤT\nĐẦU\nCHÂN\n"
    assert [page.first_block for page in document.pages] == [0, 1]


def test_letters_compose_over_run_borders_and_looks_stay_in_place() -> None:
    word_nfd = unicodedata.normalize("NFD", "kế hoạch")
    block = only(f"<w:p>{r(word_nfd[:2], '<w:b/>')}{r(word_nfd[2:])}</w:p>")
    assert block.text == "kế hoạch"
    assert block.look is not None
    assert [(s.start, s.end, s.bold) for s in block.look.letters] == [(0, 2, True), (2, 8, False)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(TEXT, min_size=1, max_size=4), max_size=5))
def test_no_character_is_lost_whatever_the_form(paragraphs: list[list[str]]) -> None:
    def body(form: Literal["NFC", "NFD"]) -> str:
        made = ""
        for runs in paragraphs:
            words = (r(unicodedata.normalize(form, run), "<w:b/>" * (n % 2)) for n, run in enumerate(runs))
            made += f"<w:p>{''.join(words)}</w:p>"
        return made

    composed, decomposed = word(body("NFC")), word(body("NFD"))
    wanted = [unicodedata.normalize("NFC", "".join(runs)).strip() for runs in paragraphs]
    assert [block.text for block in composed.blocks] == [text for text in wanted if text]
    assert [(b.text, b.look) for b in decomposed.blocks] == [(b.text, b.look) for b in composed.blocks]


@pytest.mark.parametrize("wrapper", ["w:ins", "w:customXml", "w:dir", "w:notYetInvented"])
def test_text_in_an_unknown_wrapper_is_not_lost(wrapper: str) -> None:
    assert only(f"<w:p><{wrapper}>{r('vẫn còn')}</{wrapper}></w:p>").text == "vẫn còn"


def test_a_place_in_a_block_leads_back_to_the_run(tmp_path: Path) -> None:
    path = save(tmp_path / "a.docx", p() + f"<w:p>{r('  Số: ')}{r('45', '<w:b/>')}{r('/KH-UBND ')}</w:p>")
    document, paragraphs = read_with_paragraphs(path)
    assert len(paragraphs) == len(document.blocks)
    text, places = text_and_places(paragraphs[0].pieces)
    assert text == document.blocks[0].text == "Số: 45/KH-UBND"
    pairs = zip(places, paragraphs[0].pieces, strict=True)
    assert [(text[start:end], piece.source.text) for (start, end), piece in pairs] == [
        ("Số: ", "  Số: "),
        ("45", "45"),
        ("/KH-UBND", "/KH-UBND "),
    ]


def test_the_strict_variant_of_the_format_is_read_alike(tmp_path: Path) -> None:
    usual = save(tmp_path / "thường.docx", p("Kế hoạch", '<w:jc w:val="center"/>'))
    strict = tmp_path / "chặt.docx"
    with zipfile.ZipFile(usual) as source, zipfile.ZipFile(strict, "w") as target:
        for name in source.namelist():
            data = source.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            target.writestr(name, data)
    assert read(strict).blocks == read(usual).blocks
