"""What can be asked of `kehoach draft` besides a plan: fields set anew, a draft mark, a PDF, a trace, remarks."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kehoach import draft as drafting
from kehoach.draft.layout import LAYOUT
from kehoach.draft.trace import as_html, as_json, remarks, section, trace
from kehoach.extract import plan as understood
from kehoach.model import Plan
from kehoach.readers import office, read

from .conftest import ON, UNITS
from .test_command import folder, run

__all__ = ["folder"]  # a fixture
Say = pytest.CaptureFixture[str]
LAYOUTS = sorted(LAYOUT.parent.glob("*.docx"))


def draft(folder: Path, *more: object, out: str = "kh.docx") -> int:
    return run("draft", folder / "cap-tren.txt", "--unit", folder / "UNIT.toml", "-o", folder / out, *more)


def texts(path: Path) -> list[str]:
    return [block.text for block in read(path).blocks]


def test_fields_of_the_unit_are_set_anew(folder: Path) -> None:
    changes = ("--set", "signer.name=Đỗ Văn C", "--set", "departments=Tổ Văn; Tổ Toán")
    assert draft(folder, *changes, "--set", "recipients=Đảng ủy phường (để báo cáo); Hội phụ huynh") == 0
    lines = texts(folder / "kh.docx")
    assert "Đỗ Văn C" in lines
    assert "- Đảng ủy phường (để báo cáo);" in lines
    assert "- Hội phụ huynh;" in lines
    assert any("Tổ Toán" in line for line in lines)
    assert not any("Tổ chuyên môn" in line for line in lines)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("signer.nam=A", "có phải là «signer.name»?"),
        ("name", "phải có dạng trường=giá trị"),
        ("level=truong-thc", "có phải là «truong-thcs»?"),
        ("signer=A", "không có trường «signer»"),
    ],
)
def test_a_wrong_field_is_told(folder: Path, capsys: Say, change: str, said: str) -> None:
    assert draft(folder, "--set", change) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "kh.docx").exists()


@pytest.mark.parametrize("layout", [one.stem for one in LAYOUTS])
def test_the_draft_mark_stands_at_the_head_and_the_plan_is_still_understood(folder: Path, layout: str) -> None:
    assert draft(folder, "--draft-mark", "--layout", layout) == 0
    assert draft(folder, "--layout", layout, out="khong.docx") == 0
    lines = texts(folder / "kh.docx")
    assert lines.index("DỰ THẢO") < lines.index("KẾ HOẠCH")
    assert "DỰ THẢO" not in texts(folder / "khong.docx")
    plan = understood(read(folder / "kh.docx"))
    assert plan.number is not None
    assert plan.number.value.symbol == "KH-THCSXS"
    assert plan.issuer is not None
    assert plan.issuer.value == "Trường THCS Xuân Sơn"


def test_a_pdf_comes_beside_the_word_file(folder: Path) -> None:
    if office.find() is None:
        pytest.skip("LibreOffice is not installed here")
    assert draft(folder, "--pdf") == 0
    assert (folder / "kh.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in folder.iterdir()) == ["UNIT.toml", "cap-tren.txt", "kh.docx", "kh.pdf"]


def test_without_libreoffice_a_pdf_is_refused_before_anything_is_written(
    folder: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEHOACH_SOFFICE", os.devnull + "-khong-co")
    assert draft(folder, "--pdf") == 2
    assert "--pdf cần LibreOffice" in capsys.readouterr().err
    assert not (folder / "kh.docx").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--trace", "{}/t.txt"), "phải là tệp .html hoặc .json"),
        (("--trace", "{}/khong-co/t.html"), "không có thư mục này"),
        (("--update", "{}/khong-co.docx"), "không tìm thấy"),
        (("--update", "{}/kh.docx"), "đang đọc"),
        (("--layout", "mau-nao"), "có sẵn: nd30, truong-hoc, ubnd-xa"),
        (("--units", "{}/U.xlsx"), "cần đúng một trong hai"),
    ],
)
def test_options_that_cannot_be_are_one_sentence(
    folder: Path, capsys: Say, options: tuple[str, ...], said: str
) -> None:
    assert draft(folder, *(option.format(folder) for option in options)) == 2
    err = capsys.readouterr().err
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_every_printed_line_is_traced(parent: Plan) -> None:
    made = drafting.draft(parent, UNITS["truong-thcs"], ON)
    rows = trace(made, parent, UNITS["truong-thcs"])
    assert [row.text for row in rows if row.field == "paragraphs"] == [one.text for one in made.paragraphs]
    fields = {row.field for row in rows}
    assert fields == {
        "superior", "issuer", "number", "place_date", "kind", "title", "paragraphs", "recipients", "signing", "signer",
    }  # fmt: skip
    for row in rows:
        if row.origin.kind == "parent":
            assert row.origin.block is not None
            assert row.words == parent.document.blocks[row.origin.block].shown


def test_a_trace_names_the_parents_section(parent: Plan) -> None:
    block = next(i for i, one in enumerate(parent.document.blocks) if one.text.startswith("b) Huy động các cơ sở"))
    assert section(parent, block).startswith("I.1")


def test_the_json_trace_says_what_was_left_out_and_why(parent: Plan) -> None:
    made = drafting.draft(parent, UNITS["truong-thcs"], ON)
    body = json.loads(as_json(made, parent, UNITS["truong-thcs"]))
    assert body["schema"] == "kehoach.trace/1"
    assert len(body["left_out"]) == len(made.left_out) > 0
    assert all(row["reason"] and row["text"] for row in body["left_out"])
    assert body["to_decide"] == ["[họ và tên người ký]"]
    kinds = {row["origin"]["kind"] for row in body["paragraphs"]}
    assert kinds == {"parent", "wording", "unit"}
    changed = [row for row in body["paragraphs"] if row["changed"]]
    assert all(row["origin"]["text"] != row["text"] for row in changed)


def test_the_html_trace_is_whole_and_safe(parent: Plan) -> None:
    from msgspec.structs import replace

    unit = replace(UNITS["truong-thcs"], name="Trường <b>A</b> & {{ TITLE }}")
    page = as_html(drafting.draft(parent, unit, ON), parent, unit)
    assert page.startswith("<!doctype html>")
    assert "<b>A</b>" not in page
    assert "Trường &lt;b&gt;A&lt;/b&gt; &amp; {{ TITLE }}" in page
    assert "<mark>[họ và tên người ký]</mark>" in page
    assert "<del>" in page
    assert "http" not in page


def test_remarks_are_word_comments_on_their_paragraphs(folder: Path) -> None:
    import docx

    assert draft(folder, "--comments", "--date", "2026-12-01") == 0
    assert draft(folder, "--comments", "--date", "2026-12-01", out="lai.docx") == 0
    assert (folder / "kh.docx").read_bytes() == (folder / "lai.docx").read_bytes()
    said = [comment.text for comment in docx.Document(str(folder / "kh.docx")).comments]
    assert any("Không đưa vào:" in one for one in said)
    assert any(one.startswith("Nguồn: lời văn mẫu, ") for one in said)
    assert any("Nguồn: thông tin đơn vị, tên đầy đủ của đơn vị («name»)" in one for one in said)
    assert any("mục I.1" in one and "Đã đổi: " in one for one in said)
    assert draft(folder, "--date", "2026-12-01", out="khong.docx") == 0
    assert texts(folder / "kh.docx") == texts(folder / "khong.docx")


def test_remarks_tell_what_a_person_must_decide(parent: Plan) -> None:
    unit = UNITS["truong-thcs"]
    said = remarks(drafting.draft(parent, unit, ON), parent, unit)
    assert "Cần người soạn quyết định: [họ và tên người ký]" in said["signer", 0]
