"""The .docx itself: Nghị định 30/2020/NĐ-CP in styles, strict fields, the same bytes every time."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach.draft.context import Annex, Origin, Paragraph, Table
from kehoach.draft.layout import LAYOUT
from kehoach.draft.printing import print_all, printer
from kehoach.draft.wording import WORDING, Wording, WordingError
from kehoach.model import Plan, Recipient, Unit
from kehoach.readers import office, read

from .conftest import ON, UNITS

Drafted = Callable[[str], drafting.Draft]
ROOT = Path(__file__).parents[2]


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def changed(folder: Path, old: bytes, new: bytes, part: str = "word/document.xml", extra: str = "") -> Path:
    """The default layout with some bytes of a part replaced, and perhaps one more part."""
    path = folder / "mau.docx"
    with zipfile.ZipFile(LAYOUT) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            assert name != part or not old or old in data
            target.writestr(name, data.replace(old, new) if name == part and old else data)
        if extra:
            target.writestr(extra, b"<x/>")
    return path


def test_the_page_follows_the_decree(drafted: Drafted, tmp_path: Path) -> None:
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(drafted("truong-thcs")))
    (page,) = read(path).pages
    assert (round(page.width), round(page.height)) == (210, 297)
    assert 20 <= page.top <= 25
    assert 20 <= page.bottom <= 25
    assert 30 <= page.left <= 35
    assert 15 <= page.right <= 20
    assert (page.number_at, page.number_align, page.number_first) == ("header", "center", False)


def test_letters_and_paragraphs_follow_the_decree(drafted: Drafted, tmp_path: Path) -> None:
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(drafted("truong-thcs")))
    looks = {block.shown: block.look for block in read(path).blocks if block.look and block.look.letters}

    def look(beginning: str) -> Any:
        return next(look for text, look in looks.items() if text.startswith(beginning))

    def letters(beginning: str) -> tuple[Any, ...]:
        first = look(beginning).letters[0]
        return first.font, first.size, first.bold, first.italic

    assert letters("CỘNG HÒA") == ("Times New Roman", 13, True, False)
    assert letters("Độc lập") == ("Times New Roman", 14, True, False)
    assert letters("UBND PHƯỜNG") == ("Times New Roman", 13, False, False)
    assert letters("TRƯỜNG THCS") == ("Times New Roman", 13, True, False)
    assert letters("Số:") == ("Times New Roman", 13, False, False)
    assert letters("Long Hoa, ngày") == ("Times New Roman", 14, False, True)
    assert letters("KẾ HOẠCH") == ("Times New Roman", 14, True, False)
    assert letters("Căn cứ Kế hoạch số") == ("Times New Roman", 14, False, True)
    assert letters("I. MỤC ĐÍCH") == ("Times New Roman", 14, True, False)
    assert letters("Nơi nhận:") == ("Times New Roman", 12, True, True)
    assert letters("- Lưu: VT.") == ("Times New Roman", 11, False, False)
    body = look("Thực hiện Kế hoạch số")
    assert body.align == "both"
    assert 28 <= body.first <= 36.1  # 1 cm to 1.27 cm
    assert body.before + body.after >= 6
    assert look("I. MỤC ĐÍCH").outline == 0
    assert look("1. Mục đích").outline == 1


def test_looks_come_from_styles_not_from_runs(drafted: Drafted) -> None:
    document = opened(drafting.render(drafted("ubnd-xa")))
    runs = list(document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rPr"))
    assert runs == []


def test_the_document_says_what_it_is(drafted: Drafted) -> None:
    document = opened(drafting.render(drafted("ubnd-xa")))
    core = document.core_properties
    assert core.title.startswith("Kế hoạch triển khai Phong trào thi đua")
    assert (core.author, core.language) == ("Ủy ban nhân dân phường Long Hoa", "vi-VN")
    assert b'w:val="vi-VN"' in zipfile.ZipFile(LAYOUT).read("word/styles.xml")


def test_the_same_draft_is_the_same_file(parent: Plan) -> None:
    first, second = (drafting.render(drafting.draft(parent, UNITS["so"], ON)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "name",
    [
        "Trường “A & B” <C> 'D'",
        'Trường "{{ 7 * 7 }}" {% raw %}',
        "Trường " + "Rất Dài " * 24,
        "Trường \\a \\n \\t",
    ],
)
def test_any_name_survives_the_layout(parent: Plan, tmp_path: Path, name: str) -> None:
    unit = replace(UNITS["truong-thcs"], name=name.strip(), recipients=(Recipient(name.strip(), "để biết"),))
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(drafting.draft(parent, unit, ON)))
    texts = [block.text for block in read(path).blocks]
    assert f"- {name.strip()} (để biết);" in texts
    assert any(f", {name.strip()} xây dựng Kế hoạch" in text for text in texts)


def test_a_layout_with_comments_is_refused(drafted: Drafted, tmp_path: Path) -> None:
    layout = changed(tmp_path, b"", b"", extra="word/comments.xml")
    with pytest.raises(drafting.LayoutError, match="còn ghi chú"):
        drafting.render(drafted("so"), layout)


def test_a_layout_with_tracked_changes_is_refused(drafted: Drafted, tmp_path: Path) -> None:
    run = b"<w:r><w:t>{{ kind }}</w:t></w:r>"
    layout = changed(tmp_path, run, b'<w:ins w:id="1">' + run + b"</w:ins>")
    with pytest.raises(drafting.LayoutError, match="thay đổi đang theo dõi"):
        drafting.render(drafted("so"), layout)


def test_a_layout_with_an_unknown_field_is_refused(drafted: Drafted, tmp_path: Path) -> None:
    layout = changed(tmp_path, b"{{ kind }}", b"{{ kind }} {{ kin }}")
    with pytest.raises(drafting.LayoutError, match="không có giá trị cho «kin»"):
        drafting.render(drafted("so"), layout)


def test_the_default_layout_has_every_field_and_no_other(drafted: Drafted, tmp_path: Path) -> None:
    layout = changed(tmp_path, b"", b"")  # a copy: only the shipped file itself goes unchecked
    assert drafting.render(drafted("so"), layout) == drafting.render(drafted("so"))


def test_a_layout_that_lacks_a_field_is_refused(drafted: Drafted, tmp_path: Path) -> None:
    layout = changed(tmp_path, b"{{ number }}", b"12")
    with pytest.raises(drafting.LayoutError, match="thiếu chỗ cho «number»"):
        drafting.render(drafted("so"), layout)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"plain text"])
def test_what_is_no_word_file_is_refused(drafted: Drafted, tmp_path: Path, content: bytes) -> None:
    layout = tmp_path / "mau.docx"
    layout.write_bytes(content)
    with pytest.raises(drafting.LayoutError, match="không phải tệp Word"):
        drafting.render(drafted("so"), layout)


def test_the_committed_layouts_are_what_the_tool_writes() -> None:
    import runpy

    tool = runpy.run_path(str(ROOT / "tools" / "build_layout.py"))
    assert [office.file for office in tool["OFFICES"]] == [path.name for path in sorted(LAYOUT.parent.glob("*.docx"))]
    for one in tool["OFFICES"]:
        assert tool["build"](one) == (LAYOUT.parent / one.file).read_bytes()


@pytest.mark.parametrize("path", sorted(WORDING.rglob("*.txt")), ids=lambda path: str(path.relative_to(WORDING)))
def test_wording_files_use_only_what_there_is(path: Path, parent: Plan, unit: Unit) -> None:
    from jinja2 import Environment, meta

    from kehoach.draft.compose import _context
    from kehoach.draft.names import names
    from kehoach.draft.sharing import organised

    own = names(unit)
    context = _context(parent, own, ON, "t", "t", None)
    known = {*context, *organised(own, [], context, [], {}), "lines", "heading"}
    environment = Environment()
    environment.filters |= {"put": str, "first_upper": str}
    assert meta.find_undeclared_variables(environment.parse(path.read_text(encoding="utf-8"))) <= known


def test_a_wording_file_with_an_unknown_variable_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "chung"
    folder.mkdir()
    (folder / "ket.txt").write_text("! {{ tittle }}\n", encoding="utf-8")
    with pytest.raises(WordingError, match="không có giá trị cho tittle"):
        Wording("chung", "so", "co-quan", tmp_path).lines("ket", {"title": "t"})


def test_wording_cannot_reach_into_python(tmp_path: Path) -> None:
    folder = tmp_path / "chung"
    folder.mkdir()
    (folder / "ket.txt").write_text("{{ title.__class__.__mro__ }}\n", encoding="utf-8")
    with pytest.raises(WordingError):
        Wording("chung", "so", "co-quan", tmp_path).lines("ket", {"title": "t"})


# --- headings, tables, annexes ----------------------------------------------------------------------------------

COLUMNS = ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm")


def with_tables(draft: drafting.Draft) -> drafting.Draft:
    rows = tuple((str(i), f"Việc thứ {i} & <khác>", "Tổ Văn phòng", "Các tổ", "Quý I", "Báo cáo") for i in range(1, 41))
    table = Table(COLUMNS, rows, Origin("parent", "bảng 1", 3), (1, 5, 2, 2, 2, 2))
    paragraph = Paragraph("table", "Phân công nhiệm vụ:", Origin("parent", "bảng 1", 3), "", table)
    bare = Paragraph("table", "", Origin("parent", "bảng 1", 3), "", replace(table, rows=rows[:2]))
    whole = (*draft.paragraphs[:-1], paragraph, bare, draft.paragraphs[-1])
    return replace(draft, paragraphs=whole, annexes=(Annex("Danh mục nhiệm vụ", table),))


def test_headings_are_counted_by_word_and_read_back_as_numbered(drafted: Drafted, unit: Unit, tmp_path: Path) -> None:
    made = drafted(unit.level)
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(made))
    blocks = [block for block in read(path).blocks if block.part == "body" and not block.cell]
    texts = [one.text for one in made.paragraphs]
    assert [block.shown for block in blocks if block.shown in texts] == texts
    counted = [block.number for block in blocks if block.number]
    assert counted == [one.number for one in made.paragraphs if one.number[:1].isupper() or one.number[:1].isdigit()]
    styles = {block.number: block.look.style for block in blocks if block.look and block.number.endswith("I.")}
    assert set(styles.values()) <= {"Heading 1", "heading 1", "Heading1"}


def test_tables_have_marked_header_rows_and_rows_that_do_not_break(drafted: Drafted) -> None:
    document = opened(drafting.render(with_tables(drafted("truong-thcs"))))
    tables = document.tables
    assert [len(table.rows) for table in tables] == [2, 41, 3, 1, 41]
    for table in tables:
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    for table in (tables[1], tables[2], tables[4]):
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert not table.rows[1]._tr.xpath("./w:trPr/w:tblHeader")
        assert [cell.text for cell in table.rows[0].cells] == list(COLUMNS)
        assert table.rows[1].cells[1].text == "Việc thứ 1 & <khác>"
        assert table.style.name == "KH Bảng"
    caption = next(one for one in document.paragraphs if one.text == "Phân công nhiệm vụ:")
    assert caption._p.getnext() is tables[1]._tbl


def test_an_annex_with_a_wide_table_lies_on_its_side_and_counts_its_own_pages(drafted: Drafted, tmp_path: Path) -> None:
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(with_tables(drafted("truong-thcs"))))
    upright, lying = read(path).pages
    assert (upright.landscape, lying.landscape) == (False, True)
    assert (round(lying.width), round(lying.height)) == (297, 210)
    texts = [block.text for block in read(path).blocks]
    assert texts.index("Phụ lục") > texts.index("Nơi nhận:")
    assert "DANH MỤC NHIỆM VỤ" in texts
    document = opened(path.read_bytes())
    starts = document.element.body.xpath(".//w:sectPr/w:pgNumType/@w:start")
    assert starts == ["1"]


def test_a_layout_without_styles_for_tables_still_prints_them(drafted: Drafted, tmp_path: Path) -> None:
    layout = changed(tmp_path, "KH Bảng".encode(), "Khác".encode(), "word/styles.xml")
    document = opened(drafting.render(with_tables(drafted("so")), layout))
    assert document.tables[1]._tbl.xpath("./w:tblPr/w:tblBorders")


def test_the_same_tables_are_the_same_file(drafted: Drafted) -> None:
    made = with_tables(drafted("so"))
    assert drafting.render(made) == drafting.render(made)


@pytest.mark.parametrize("name", ["Trường “Á”", "Tổ <b>&amp;</b>", "Ô" * 200])
def test_decomposed_names_come_out_composed(parent: Plan, tmp_path: Path, name: str) -> None:
    from kehoach.unit import build

    from .test_unit_toml import GOOD

    unit = build(GOOD | {"name": unicodedata.normalize("NFD", name)})
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(drafting.draft(parent, unit, ON)))
    document = zipfile.ZipFile(path).read("word/document.xml").decode()
    assert document == unicodedata.normalize("NFC", document)
    assert unit.name == unicodedata.normalize("NFC", name)


def test_the_signature_never_stands_alone_on_a_page(drafted: Drafted) -> None:
    """The whole block is one row that does not break, held to the closing sentence by «keep with next»."""
    document = opened(drafting.render(drafted("truong-thcs")))
    styles = {style.style_id: style for style in document.styles}
    block = document.tables[-1]
    assert block.rows[0]._tr.xpath("./w:trPr/w:cantSplit")
    closing = block._tbl.getprevious()
    assert "".join(closing.itertext()).startswith("Trên đây là Kế hoạch")
    assert styles[closing.style].paragraph_format.keep_with_next


@pytest.mark.parametrize("more", [0, 3, 6, 9])
def test_printed_pages_are_never_empty_and_the_signature_has_company(
    drafted: Drafted, tmp_path: Path, more: int
) -> None:
    if office.find() is None:
        pytest.skip("LibreOffice is not installed here")
    import pypdfium2  # type: ignore[import-untyped]  # it has no py.typed

    made = drafted("truong-thcs")
    filler = tuple(Paragraph("body", "Nội dung bổ sung. " * 12, Origin("wording", "thử")) for _ in range(more))
    made = replace(made, paragraphs=(*made.paragraphs[:-1], *filler, made.paragraphs[-1]), signer="Nam Anh")
    path = tmp_path / "kh.docx"
    path.write_bytes(drafting.render(made))
    (printed,) = print_all(printer(), [path])
    with pypdfium2.PdfDocument(printed) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert all(len(page.split()) > 10 for page in pages)
    assert "Nam Anh" in pages[-1]
    assert "/." in pages[-1]  # the end of the closing sentence
