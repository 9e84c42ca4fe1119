"""Pages as they are printed: names broken well in the head, tables apart, recipients that run on, Word of today."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach import extract
from kehoach.draft.context import Origin, Paragraph, Table
from kehoach.draft.head import measured, wrapped
from kehoach.draft.layout import LAYOUT
from kehoach.draft.printing import print_all, printer
from kehoach.model import Plan, Recipient
from kehoach.readers import office, read

from .conftest import ON, UNITS
from .test_layout import opened

Drafted = Callable[[str], drafting.Draft]
LAYOUTS = sorted(LAYOUT.parent.glob("*.docx"))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("UBND TỈNH TÂY NINH", ["UBND TỈNH TÂY NINH"]),
        ("HỘI KHUYẾN HỌC VIỆT NAM", ["HỘI KHUYẾN HỌC", "VIỆT NAM"]),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH TÂY NINH", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TỈNH TÂY NINH"]),
        ("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ HÒA LONG", ["TRƯỜNG TIỂU HỌC", "VÀ TRUNG HỌC CƠ SỞ", "HÒA LONG"]),
        (
            "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN HÒA LONG",
            ["TRUNG TÂM GIÁO DỤC", "NGHỀ NGHIỆP - GIÁO DỤC", "THƯỜNG XUYÊN", "HÒA LONG"],
        ),
    ],
)
def test_a_long_name_is_not_broken_inside_words_that_go_together(name: str, lines: list[str]) -> None:
    assert wrapped(name, 178) == lines


def test_no_line_of_a_name_is_wider_than_its_cell() -> None:
    name = "TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ VÀ BÁN TRÚ " * 5
    lines = wrapped(name, 178)
    assert " ".join(lines) == name.strip()
    assert all(measured(line, 13) <= 178 for line in lines)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_rules_get_their_length_from_their_style(layout: Path, drafted: Drafted) -> None:
    document = opened(drafting.render(drafted("truong-thcs"), layout))
    rules = [one for one in document.element.body.iter(qn("w:p")) if str(one.style).startswith("KHKengang")]
    assert len(rules) == 3
    for rule in rules:
        assert not rule.xpath("./w:pPr/w:ind")
        assert document.styles.element.get_by_id(rule.style).xpath("./w:pPr/w:ind/@w:left")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_a_layout_is_for_the_word_of_today_and_for_vietnamese(layout: Path) -> None:
    with zipfile.ZipFile(layout) as package:
        settings, about = package.read("word/settings.xml").decode(), package.read("docProps/app.xml").decode()
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings
    assert '<w:themeFontLang w:val="vi-VN" w:eastAsia="vi-VN"/>' in settings
    assert "Macintosh" not in about


def test_after_the_last_table_comes_a_paragraph_that_takes_no_room(drafted: Drafted) -> None:
    document = opened(drafting.render(drafted("so")))
    last = document.element.body.sectPr.getprevious()
    assert document.paragraphs[-1]._p is last
    assert document.paragraphs[-1].style.font.hidden


def test_tables_that_follow_one_another_stay_two(drafted: Drafted) -> None:
    made = drafted("so")
    origin = Origin("parent", "bảng 1", 3)
    table = Paragraph("table", "", origin, "", Table(("Việc", "Ai làm"), (("Một việc", "Văn phòng"),), origin))
    document = opened(drafting.render(replace(made, paragraphs=(*made.paragraphs, table, table))))
    tables = [one._tbl for one in document.tables]
    assert len(tables) == 4
    assert all(one.getnext().tag.endswith("}p") for one in tables[1:])


def many(parent: Plan, number: int) -> drafting.Draft:
    rows = tuple(Recipient(f"Trường Tiểu học và Trung học cơ sở số {i}", "để thực hiện") for i in range(1, number))
    return drafting.draft(parent, replace(UNITS["ubnd-xa"], recipients=rows), ON)


def test_a_long_list_of_recipients_runs_on_below_the_signature(parent: Plan, tmp_path: Path) -> None:
    made = many(parent, 41)
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(made))
    block = opened(path.read_bytes()).tables[-1]
    assert [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in block.rows] == [True, False]
    lines = [one.text for row in block.rows for one in row.cells[0].paragraphs]
    assert lines == ["Nơi nhận:", *made.recipients]
    plan = extract.plan(read(path))
    assert len(plan.recipients) == len(made.recipients)
    assert plan.signer is not None
    assert plan.signer.value.name == made.signer


def test_a_usual_list_of_recipients_stays_in_one_row(parent: Plan) -> None:
    assert len(opened(drafting.render(many(parent, 9))).tables[-1].rows) == 1


@pytest.mark.parametrize("number", [30, 45, 80])
def test_however_many_recipients_the_signature_stands_below_the_closing_words(
    parent: Plan, tmp_path: Path, number: int
) -> None:
    if office.find() is None:
        pytest.skip("LibreOffice is not installed here")
    import pypdfium2  # type: ignore[import-untyped]  # it has no py.typed

    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(many(parent, number)))
    (printed,) = print_all(printer(), [path])
    with pypdfium2.PdfDocument(printed) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    (signed,) = [page for page in pages if "Đỗ Thị Lành" in page]
    assert "/." in signed
    assert all(len(page.split()) > 10 for page in pages)
