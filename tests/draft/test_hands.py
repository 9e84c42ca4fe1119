"""Whatever a clerk does to a draft is still there after drafting anew: words, looks, comments, tables, tracked changes."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach.draft.update import Updated
from kehoach.model import Plan
from kehoach.readers import read

from .conftest import ON, UNITS
from .test_command import folder
from .test_options import draft
from .test_update import SCHOOL, again, paragraph

__all__ = ["again", "folder"]  # fixtures
Again = Callable[..., tuple[list[str], Updated]]
PLACE = replace(SCHOOL, place="Hòa Thành")
DAY = "Long Hoa, ngày"  # the line that changes with the place


def result(tmp_path: Path) -> Any:
    return docx.Document(str(tmp_path / "moi.docx"))


def test_a_wholly_formatted_line_keeps_its_looks_with_new_words(again: Again, tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        for run_ in paragraph(document, DAY).runs:
            run_.bold, run_.font.size = True, docx.shared.Pt(15)

    lines, done = again(edit, PLACE)
    assert done.conflicts == []
    assert any(line.startswith("Hòa Thành, ngày") for line in lines)
    (run_,) = paragraph(result(tmp_path), "Hòa Thành, ngày").runs
    assert (run_.bold, run_.font.size.pt) == (True, 15)


def test_words_set_off_from_others_are_not_lost_silently(again: Again, tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        line = paragraph(document, DAY)
        line.add_run(" (dự kiến)").bold = False
        line.runs[-1].text = ""
        line.runs[0].text = "Long Hoa, "
        line.add_run(f"ngày{' ' * 10}tháng 11 năm 2026").font.highlight_color = 7

    lines, done = again(edit, PLACE)
    assert len(done.conflicts) == 1
    assert any(line.startswith("[Xung đột: ") and "Hòa Thành" in line for line in lines)
    assert paragraph(result(tmp_path), DAY).runs[-1].font.highlight_color == 7


def with_comment(document: Any) -> None:
    document.add_comment(paragraph(document, DAY).runs, text="Xem lại ngày này", author="Nguyễn Văn A", initials="A")


def with_picture(document: Any) -> None:
    paragraph(document, DAY)._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:pict/></w:r>"))


def with_link(document: Any) -> None:
    line = paragraph(document, DAY)
    line._p.append(parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="x"/>'))


def with_tracked_change(document: Any) -> None:
    line = paragraph(document, DAY)
    line._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="9" w:author="A"><w:r><w:t> (dự kiến)</w:t></w:r></w:ins>'))


@pytest.mark.parametrize("edit", [with_comment, with_picture, with_link, with_tracked_change])
def test_what_hangs_on_a_paragraph_holds_it(again: Again, edit: Callable[[Any], None]) -> None:
    lines, done = again(edit, PLACE)
    assert len(done.conflicts) == 1
    assert any("Hòa Thành" in line for line in lines if line.startswith("[Xung đột: "))
    assert any(line.startswith(DAY) for line in lines)


def test_our_own_remarks_hold_nothing_and_come_anew(folder: Path) -> None:
    assert draft(folder, "--comments", out="cu.docx") == 0
    more = ("--comments", "--update", folder / "cu.docx", "--set", "place=Hòa Thành")
    assert draft(folder, *more) == 0
    document: Any = docx.Document(str(folder / "kh.docx"))
    assert not any("Xung đột" in one.text for one in document.paragraphs)
    known = {comment.comment_id for comment in document.comments}
    asked = {int(one.get(qn("w:id"))) for one in document.element.body.iter(qn("w:commentReference"))}
    assert asked <= known
    assert paragraph(document, "Hòa Thành, ngày")._p.findall(f".//{qn('w:commentReference')}")


def test_letters_of_points_move_up_where_a_point_is_gone(again: Again, parent: Plan) -> None:
    lines, _ = again(lambda document: None, replace(SCHOOL, departments=("Tổ Văn phòng",)))
    made = drafting.draft(parent, replace(SCHOOL, departments=("Tổ Văn phòng",)), ON)
    assert [line for line in lines if line in {one.text for one in made.paragraphs}] == [
        one.text for one in made.paragraphs
    ]


def test_a_file_with_nothing_left_in_it_takes_the_new_draft_as_conflicts(again: Again) -> None:
    def edit(document: Any) -> None:
        body = document.element.body
        for child in list(body):
            if child is not body.sectPr:
                body.remove(child)

    lines, done = again(edit, PLACE)
    assert done.conflicts
    assert any("Hòa Thành" in line for line in lines)


# --- random edits -----------------------------------------------------------------------------------------------


def _edit(line: Any, text: str, chance: random.Random) -> None:
    words = line.text.split()
    at = chance.randrange(len(words) + 1)
    line.text = " ".join([*words[:at], text, *words[at:]])


def _replace(line: Any, text: str, chance: random.Random) -> None:
    line.text = text


def _before(line: Any, text: str, chance: random.Random) -> None:
    line.insert_paragraph_before(text)


def _split(line: Any, text: str, chance: random.Random) -> None:
    words = line.text.split()
    line.insert_paragraph_before(" ".join(words[: len(words) // 2]))
    line.text = f"{text} {' '.join(words[len(words) // 2 :])}"


def _join(line: Any, text: str, chance: random.Random) -> None:
    following = line._p.getnext()
    line.add_run(f" {text}")
    if following is not None and following.tag == qn("w:p") and following.find(f".//{qn('w:sectPr')}") is None:
        for run_ in following.findall(qn("w:r")):
            line._p.append(run_)
        following.getparent().remove(following)


def _move(line: Any, text: str, chance: random.Random) -> None:
    line.add_run(f" {text}")
    others = [one for one in line._p.getparent() if one.tag == qn("w:p") and one is not line._p]
    chance.choice(others).addprevious(line._p)


def _copy(line: Any, text: str, chance: random.Random) -> None:
    twin = deepcopy(line._p)
    line._p.addnext(twin)
    line.text = text


def _track(line: Any, text: str, chance: random.Random) -> None:
    line._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="7" w:author="A"><w:r><w:t> {text}</w:t></w:r></w:ins>'))


def _table(line: Any, text: str, chance: random.Random) -> None:
    cell = f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    line._p.addnext(parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>"))


def _control(line: Any, text: str, chance: random.Random) -> None:
    line.add_run(f" {text}")
    box = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    line._p.addprevious(box)
    box[0].append(line._p)


def _delete(line: Any, text: str, chance: random.Random) -> None:
    line._p.getparent().remove(line._p)


EDITS = (_edit, _replace, _before, _split, _join, _move, _copy, _track, _table, _control, _delete)
CHANGED = (
    replace(SCHOOL, name="Trường THCS Lý Thường Kiệt", departments=("Ban Thư viện", "Tổ Khoa học tự nhiên")),
    replace(UNITS["truong-thpt"], recipients=()),
    replace(SCHOOL, departments=(), place="Hòa Thành"),
)


@pytest.mark.parametrize("seed", range(30))
def test_whatever_is_done_to_it_every_word_of_a_clerk_is_still_there(again: Again, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    wrote: list[str] = []

    def edit(document: Any) -> None:
        body = [one for one in document.paragraphs if len(one.text) > 20]
        for number, line in enumerate(chance.sample(body, min(len(body), chance.choice((3, 12, 40))))):
            if line._p.getparent() is None:  # joined to another
                continue
            text, action = f"Câu của người soạn số {number:02}", chance.choice(EDITS)
            action(line, text, chance)
            if action is not _delete:
                wrote.append(text)
        left = "".join(one.text or "" for one in document.element.body.iter(qn("w:t")))
        wrote[:] = [text for text in wrote if text in left]  # what one edit wrote, another may have thrown away

    lines, done = again(edit, chance.choice(CHANGED))
    for text in wrote:
        assert sum(text in line for line in lines) >= 1, text
    assert len([line for line in lines if line.startswith("[Xung đột: ")]) == len(done.conflicts)
    cells = result(tmp_path).element.body.iter(qn("w:tc"))
    assert all(cell[-1].tag == qn("w:p") for cell in cells)  # else Word calls the file damaged
    assert read(tmp_path / "moi.docx").blocks
