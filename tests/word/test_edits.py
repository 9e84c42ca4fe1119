"""Words are replaced where they stand; everything around keeps its text and its looks."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kehoach.model import Document
from kehoach.readers import read
from kehoach.readers.docx.names import W
from kehoach.word import CannotEdit, Edit, edit, number_changes, open_copy

from ..readers.wordfile import p, r, save
from .pieces import PIECES

LOOKS = ("<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>', "")


def edited(path: Path, *edits: Edit, track: bool = False) -> Document:
    with open_copy(path) as copy:
        edit(copy, edits, track)
        number_changes(copy)
        data = copy.bytes()
    out = path.with_name("copy.docx")
    out.write_bytes(data)
    return read(out)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.booleans())
def test_only_the_words_change(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, track: bool) -> None:
    pieces = data.draw(PIECES)
    looks = data.draw(st.lists(st.sampled_from(LOOKS), min_size=len(pieces), max_size=len(pieces)))
    runs = "".join(r(piece, look) for piece, look in zip(pieces, looks, strict=True))
    path = save(tmp_path_factory.mktemp("word") / "plan.docx", f"<w:p>{r('Đầu')}{runs}{r('hết')}</w:p>" + p("Sau."))
    text = read(path).blocks[0].text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text) - 1))
    new = data.draw(st.text("xyz ", max_size=6))

    after = edited(path, Edit(0, start, end, new), track=track)

    assert [block.text for block in after.blocks] == [(text[:start] + new + text[end:]).strip(), "Sau."]


def looks(document: Document) -> list[tuple[str, bool, bool]]:
    block = document.blocks[0]
    assert block.look
    return [(block.text[each.start : each.end], each.bold, each.italic) for each in block.look.letters]


def test_words_between_two_changes_keep_their_looks(tmp_path: Path) -> None:
    runs = r("a ") + r('"', "<w:b/>") + r("Đổi mới", "<w:i/>") + r('"')
    path = save(tmp_path / "plan.docx", f"<w:p>{runs}</w:p>")
    after = edited(path, Edit(0, 2, 11, "“Đổi mới”"))
    assert looks(after) == [("a ", False, False), ("“", True, False), ("Đổi mới", False, True), ("”", False, False)]


def test_new_words_look_like_the_words_before(tmp_path: Path) -> None:
    path = save(tmp_path / "plan.docx", f"<w:p>{r('Kế hoạch ', '<w:b/>')}{r('12/KH-UBND')}</w:p>")
    assert looks(edited(path, Edit(0, 9, 9, "số "))) == [("Kế hoạch số ", True, False), ("12/KH-UBND", False, False)]


def test_tracked_changes_can_be_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "plan.docx", p("theo qui định của Bộ"))
    after = edited(path, Edit(0, 5, 8, "quy"), track=True)
    assert after.blocks[0].text == "theo quy định của Bộ"
    assert "tracked" in [note.code for note in after.notes]
    with zipfile.ZipFile(tmp_path / "copy.docx") as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    changes = [
        (e.tag[len(W) :], e.get(f"{W}author"), "".join(map(str, e.itertext()))) for e in root.iter(f"{W}ins", f"{W}del")
    ]
    assert sorted(changes) == [("del", "kehoach", "qui"), ("ins", "kehoach", "quy")]
    assert len({e.get(f"{W}id") for e in root.iter(f"{W}ins", f"{W}del")}) == 2
    kept = [e for e in root.iter(f"{W}t", f"{W}delText") if not any(a.tag == f"{W}ins" for a in e.iterancestors())]
    assert "".join(str(e.text) for e in kept) == "theo qui định của Bộ"


def test_what_is_no_text_is_not_replaced(tmp_path: Path) -> None:
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    path = save(tmp_path / "plan.docx", f"<w:p>{r('Số ')}{formula}</w:p>")
    with open_copy(path) as copy, pytest.raises(CannotEdit):
        edit(copy, [Edit(0, 3, 6, "y")])


def test_words_of_headers_and_notes_are_replaced_in_their_parts(tmp_path: Path) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    path = save(
        tmp_path / "plan.docx",
        f"<w:p>{r('Thân')}{reference}</w:p>{section}",
        header1=p("Đầu trang"),
        footnotes=f'<w:footnote w:id="2">{p("Lời chú")}</w:footnote>',
    )
    assert [block.text for block in edited(path, Edit(1, 4, 9, "bài")).blocks] == ["Thân", "Đầu bài", "Lời chú"]
    assert [block.text for block in edited(path, Edit(2, 0, 3, "Ghi")).blocks] == ["Thân", "Đầu trang", "Ghi chú"]
