"""Comments land on the words, and a commented copy is the same text in the same looks."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.model import Document, Span
from kehoach.readers import read
from kehoach.readers.docx import read_with_paragraphs, text_and_places
from kehoach.readers.docx.names import W
from kehoach.word import Remark, commented, open_copy

from ..readers.wordfile import p, r, save
from .pieces import PIECES

LOOKS = ("<w:b/>", "<w:i/>", '<w:sz w:val="28"/>', '<w:color w:val="FF0000"/>', "")


def with_remarks(path: Path, *spans: Span) -> tuple[Path, Document]:
    """A copy with a comment «n» on the n-th span, and the document that was copied."""
    with open_copy(path) as copy:
        data = commented(copy, [Remark(span, f"ghi chú {n}") for n, span in enumerate(spans)])
        document = copy.document
    out = path.with_name("copy.docx")
    out.write_bytes(data)
    return out, document


def commented_words(path: Path) -> dict[str, str]:
    """The text of each comment and the words that stand in its range, as python-docx and Word would see them."""
    import docx

    file = docx.Document(str(path))
    said = {str(comment.comment_id): comment.text for comment in file.comments}
    words = dict.fromkeys(said.values(), "")
    open_: list[str] = []
    for element in file.element.body.iter():
        id = str(element.get(f"{W}id"))
        if element.tag == f"{W}commentRangeStart":
            open_.append(said[id])
        elif element.tag == f"{W}commentRangeEnd":
            open_.remove(said[id])
        elif element.tag == f"{W}t":
            for each in open_:
                words[each] += element.text or ""
    assert not open_
    return words


def whole(path: Path, body: str, **parts: str) -> Path:
    """A .docx that other programs open too: with content types."""
    save(path, body, **parts)
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    overrides = f'<Override PartName="/word/document.xml" ContentType="{main}document.main+xml"/>' + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}{name.rstrip("0123456789")}+xml"/>' for name in parts
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    out = path.with_name(f"whole-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, f'<Types xmlns="{types}">{default}{overrides}</Types>' if "Types" in name else data)
    return out


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_comments_land_on_the_words_and_the_text_never_changes(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    pieces = data.draw(PIECES)
    looks = data.draw(st.lists(st.sampled_from(LOOKS), min_size=len(pieces), max_size=len(pieces)))
    runs = "".join(r(piece, look) for piece, look in zip(pieces, looks, strict=True))
    body = p("Mở đầu.") + f"<w:p>{runs}<w:r><w:tab/></w:r>{r('hết')}</w:p>"
    path = whole(tmp_path_factory.mktemp("word") / "plan.docx", body)
    document = read(path)
    text = document.blocks[1].text
    spans = []
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        spans.append(Span(1, start, data.draw(st.integers(start + 1, len(text)))))

    out, _ = with_remarks(path, *spans)

    after = read(out)
    assert [block.text for block in after.blocks] == [block.text for block in document.blocks]
    assert [block.look for block in after.blocks] == [block.look for block in document.blocks]
    again, paragraphs = read_with_paragraphs(out)
    for span, words in zip(sorted(spans), commented_ranges(paragraphs[1]), strict=True):
        assert again.text(span) == again.blocks[1].text[slice(*words)]


def commented_ranges(paragraph: object) -> list[tuple[int, int]]:
    """Where in the block's text the range of each comment begins and ends, by the order of comments."""
    from kehoach.readers.docx import Paragraph

    assert isinstance(paragraph, Paragraph)
    places = text_and_places(paragraph.pieces)[1]
    at = {piece.source: place for piece, place in zip(paragraph.pieces, places, strict=True)}
    ranges: dict[str, tuple[int, int]] = {}
    open_: set[str] = set()
    for element in paragraph.element.iter():
        id = str(element.get(f"{W}id"))
        if element.tag == f"{W}commentRangeStart":
            open_.add(id)
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(id)
        elif element in at and at[element][0] < at[element][1]:
            for each in open_:
                start, end = ranges.get(each, at[element])
                ranges[each] = (min(start, at[element][0]), max(end, at[element][1]))
    return [ranges[id] for id in sorted(ranges, key=int)]


def test_other_programs_see_the_comments(tmp_path: Path) -> None:
    path = whole(tmp_path / "plan.docx", p("Theo Kế hoạch số 50/KHUBND ngày 02/3/2022."))
    out, _ = with_remarks(path, Span(0, 17, 26), Span(0, 5, 13))
    assert commented_words(out) == {"ghi chú 0": "50/KHUBND", "ghi chú 1": "Kế hoạch"}


def test_something_absent_is_told_on_the_whole_paragraph(tmp_path: Path) -> None:
    path = whole(tmp_path / "plan.docx", p("Mở đầu.") + p("Kinh phí."))
    out, _ = with_remarks(path, Span(1, 0, 0))
    assert commented_words(out) == {"ghi chú 0": "Kinh phí."}


def test_headers_and_text_boxes_are_told_in_the_body(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('Trong hộp')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    path = whole(tmp_path / "plan.docx", p("Đầu.") + f"<w:p>{r('Neo')}{box}</w:p>{section}", header1=p("Đầu trang"))
    document = read(path)
    spans = [Span(n, 0, 4) for n, block in enumerate(document.blocks) if block.text in ("Trong hộp", "Đầu trang")]
    out, _ = with_remarks(path, *spans)
    words = commented_words(out)
    assert words["ghi chú 0"].startswith("Neo")
    assert words["ghi chú 1"] == "Đầu."
    with zipfile.ZipFile(out) as archive:
        assert b"comment" not in archive.read("word/header1.xml")


def test_a_footnote_is_told_where_the_text_refers_to_it(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    path = whole(
        tmp_path / "plan.docx",
        p("Đầu.") + f"<w:p>{r('Có chú thích')}{reference}</w:p>",
        footnotes=f'<w:footnote w:id="2">{p("Lời chú")}</w:footnote>',
    )
    out, _ = with_remarks(path, Span(2, 0, 3))
    assert commented_words(out) == {"ghi chú 0": "Có chú thích"}


def test_letters_of_an_old_font_are_told_on_the_whole_paragraph(tmp_path: Path) -> None:
    path = whole(tmp_path / "plan.docx", p("§oµn kÕt", run='<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'))
    document = read(path)
    assert document.blocks[0].text == "Đoàn kết"
    with open_copy(path) as copy:
        data = commented(copy, [Remark(Span(0, 0, 4), "ghi chú")])
    out = tmp_path / "copy.docx"
    out.write_bytes(data)
    assert commented_words(out) == {"ghi chú": "§oµn kÕt"}


def test_old_comments_stay_and_all_other_parts_are_byte_for_byte(tmp_path: Path) -> None:
    old = f'<w:comment w:id="7" w:author="A">{p("cũ")}</w:comment>'
    path = whole(tmp_path / "plan.docx", p("Mở đầu."), comments=old, styles="")
    out, _ = with_remarks(path, Span(0, 0, 2))
    import docx

    assert [(c.comment_id, c.author, c.text) for c in docx.Document(str(out)).comments] == [
        (7, "A", "cũ"),
        (8, "kehoach", "ghi chú 0"),
    ]
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out) as after:
        assert before.namelist() == after.namelist()
        same = [name for name in before.namelist() if before.read(name) == after.read(name)]
        assert set(before.namelist()) - set(same) == {"word/document.xml", "word/comments.xml"}
