"""Redrafting: what the clerk wrote stays, what the new draft changed comes in, what both changed is marked."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from msgspec.structs import replace

from kehoach import draft as drafting
from kehoach.draft.finishing import finish
from kehoach.draft.memory import recall
from kehoach.draft.nodes import matched
from kehoach.draft.render import lay, packed
from kehoach.draft.update import Updated, UpdateError, update
from kehoach.model import Plan, Recipient, Unit
from kehoach.readers import read

from .conftest import ON, UNITS
from .test_command import folder, run

__all__ = ["folder"]  # a fixture
SCHOOL = UNITS["truong-thcs"]
Edit = Callable[[Any], None]


@pytest.fixture
def again(parent: Plan, tmp_path: Path) -> Callable[[Edit, Unit], tuple[list[str], Updated]]:
    """Draft for the school, let a clerk edit, draft anew for a changed unit."""

    def redrafted(edit: Edit, unit: Unit) -> tuple[list[str], Updated]:
        old = tmp_path / "cu.docx"
        old.write_bytes(drafting.render(drafting.draft(parent, SCHOOL, ON)))
        document = docx.Document(str(old))
        edit(document)
        document.save(str(old))
        made = drafting.draft(parent, unit, ON)
        laid = lay(made)
        finish(laid, made, {})
        result = update(old, laid, made)
        new = tmp_path / "moi.docx"
        new.write_bytes(packed(result.document))
        return [block.shown for block in read(new).blocks], result

    return redrafted


def paragraph(document: Any, beginning: str) -> Any:
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    everything = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    return next(one for one in everything if one.text.startswith(beginning))


def nothing(document: Any) -> None:
    """A clerk who has only opened the file."""


def shown(parent: Plan, unit: Unit, tmp_path: Path) -> list[str]:
    path = tmp_path / "thang.docx"
    path.write_bytes(drafting.render(drafting.draft(parent, unit, ON)))
    return [block.shown for block in read(path).blocks]


def test_without_edits_it_is_the_new_draft(again: Any, parent: Plan, tmp_path: Path) -> None:
    unit = replace(SCHOOL, name="Trường THCS Trần Quốc Toản", departments=("Tổ Văn phòng", "Tổ Toán - Tin"))
    lines, result = again(nothing, unit)
    assert lines == shown(parent, unit, tmp_path)
    assert result.conflicts == []
    assert result.renewed > 0


def test_the_same_draft_changes_nothing(again: Any, parent: Plan, tmp_path: Path) -> None:
    lines, result = again(nothing, SCHOOL)
    assert lines == shown(parent, SCHOOL, tmp_path)
    assert (result.renewed, result.added, result.removed, result.kept) == (0, 0, 0, 0)


def test_the_clerks_edits_stay(again: Any) -> None:
    def edit(document: Any) -> None:
        line = paragraph(document, "a) Giúp cán bộ, giáo viên")
        line.text = line.text.replace("đọc sách", "đọc sách 30 phút mỗi ngày")
        paragraph(document, "Kinh phí thực hiện").insert_paragraph_before("Riêng năm 2027 có thêm 12.000.000 đồng.")
        gone = paragraph(document, "Tăng cường tuyên truyền, giới thiệu")._p
        gone.getparent().remove(gone)

    lines, result = again(edit, replace(SCHOOL, place="Hòa Thành"))
    text = "\n".join(lines)
    assert "đọc sách 30 phút mỗi ngày" in text
    assert "Riêng năm 2027 có thêm 12.000.000 đồng." in text
    assert "Tăng cường tuyên truyền, giới thiệu sách hay" not in text
    assert any(line.startswith("Hòa Thành, ngày") for line in lines)
    assert result.conflicts == []
    assert result.kept == 2


def test_what_both_changed_is_marked_and_nothing_is_lost(again: Any) -> None:
    def edit(document: Any) -> None:
        line = paragraph(document, "Long Hoa, ngày")
        line.text = "Long Hoa, ngày 12 tháng 11 năm 2026"

    lines, result = again(edit, replace(SCHOOL, place="Hòa Thành"))
    assert "Long Hoa, ngày 12 tháng 11 năm 2026" in lines
    (mark,) = [line for line in lines if line.startswith("[Xung đột: ")]
    assert "Hòa Thành, ngày" in mark
    assert len(result.conflicts) == 1


def test_what_the_clerk_removed_and_the_draft_changed_is_marked(again: Any) -> None:
    def edit(document: Any) -> None:
        gone = paragraph(document, "Long Hoa, ngày")
        gone._p.addnext(docx.oxml.OxmlElement("w:p"))
        gone._p.getparent().remove(gone._p)

    lines, result = again(edit, replace(SCHOOL, place="Hòa Thành"))
    assert any(line.startswith("[Xung đột: đoạn này đã bị xóa") and "Hòa Thành" in line for line in lines)
    assert len(result.conflicts) == 1


def test_an_edited_paragraph_that_the_draft_drops_is_kept_and_marked(again: Any) -> None:
    def edit(document: Any) -> None:
        line = paragraph(document, "- Ban đại diện cha mẹ")
        line.text = "- Ban đại diện cha mẹ học sinh và cựu học sinh (để phối hợp);"

    school = replace(SCHOOL, recipients=(Recipient("Các tổ chuyên môn", "để thực hiện"),))
    lines, result = again(edit, school)
    assert "- Ban đại diện cha mẹ học sinh và cựu học sinh (để phối hợp);" in lines
    assert len(result.conflicts) == 1


def test_an_updated_plan_can_be_updated_again(again: Any, tmp_path: Path) -> None:
    again(nothing, replace(SCHOOL, place="Hòa Thành"))
    remembered = recall(docx.Document(str(tmp_path / "moi.docx")))
    assert any(one.text.startswith("Hòa Thành, ngày") for one in remembered)


def test_a_file_of_another_hand_is_refused(parent: Plan, tmp_path: Path) -> None:
    made = drafting.draft(parent, SCHOOL, ON)
    laid = lay(made)
    docx.Document().save(str(tmp_path / "khac.docx"))
    (tmp_path / "hong.docx").write_bytes(b"no zip")
    with pytest.raises(UpdateError, match="không phải bản do «kehoach draft» soạn"):
        update(tmp_path / "khac.docx", laid, made)
    with pytest.raises(UpdateError, match="không phải tệp Word"):
        update(tmp_path / "hong.docx", laid, made)


def test_the_command_tells_the_conflicts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = ("draft", folder / "cap-tren.txt", "--unit", folder / "UNIT.toml", "-o")
    assert run(*base, folder / "cu.docx") == 0
    document = docx.Document(str(folder / "cu.docx"))
    paragraph(document, "Nguyễn Thị A").text = "Nguyễn Thị Ánh"
    document.save(str(folder / "cu.docx"))
    before = (folder / "cu.docx").read_bytes()
    capsys.readouterr()
    more = ("--update", folder / "cu.docx", "--set", "signer.name=Trần Văn Bảy")
    assert run(*base, folder / "moi.docx", *more) == 0
    told = capsys.readouterr().err
    assert "xung đột: «Nguyễn Thị Ánh»" in told
    assert "Trần Văn Bảy" in told
    assert (folder / "cu.docx").read_bytes() == before
    once = (folder / "moi.docx").read_bytes()
    assert run(*base, folder / "moi.docx", *more) == 0
    assert (folder / "moi.docx").read_bytes() == once


def test_paragraphs_are_matched_though_numbers_move() -> None:
    old = ["1. Mục đích", "a) Nâng cao nhận thức.", "b) Huy động nguồn lực của nhà trường."]
    new = ["1. Yêu cầu chung", "2. Mục đích", "a) Nâng cao nhận thức.", "c) Huy động mọi nguồn lực của nhà trường."]
    assert matched(old, new) == {0: 1, 1: 2, 2: 3}


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_clerk_writes_is_still_there(again: Any, seed: int) -> None:
    chance = random.Random(seed)
    wrote: list[str] = []

    def edit(document: Any) -> None:
        body = [one for one in document.paragraphs if len(one.text) > 20]
        for number, line in enumerate(chance.sample(body, 14)):
            text = f"Câu của người soạn số {number:02}"
            action = chance.choice(["edit", "replace", "before", "delete"])
            if action == "delete":
                line._p.getparent().remove(line._p)
                continue
            wrote.append(text)
            if action == "before":
                line.insert_paragraph_before(text)
            elif action == "replace":
                line.text = text
            else:
                words = line.text.split()
                line.text = " ".join([*words[: len(words) // 2], text, *words[len(words) // 2 :]])

    unit = replace(SCHOOL, name="Trường THCS Lý Thường Kiệt", departments=("Ban Thư viện", "Tổ Khoa học tự nhiên"))
    lines, result = again(edit, unit)
    for text in wrote:
        assert sum(text in line for line in lines) == 1
    assert len([line for line in lines if line.startswith("[Xung đột: ")]) == len(result.conflicts)
