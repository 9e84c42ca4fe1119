"""lint --comments writes copies with the findings in the margin, and never writes to a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.readers import read
from kehoach.rules.samples import plan as sample

from ..command import run
from ..readers.wordfile import p
from ..word.test_comments import commented_words, whole

TEXT = sample("I. NỘI DUNG", "Theo qui định của Sở.", "III. KINH PHÍ", "Theo dự toán.")


def plan(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(exist_ok=True)
    return whole(path, "".join(p(line) for line in text.splitlines()) + "<w:sectPr/>")


def test_each_finding_is_a_comment_on_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = plan(tmp_path / "plan.docx"), tmp_path / "out.docx"
    before = file.read_bytes()
    run("lint", file, "--select", "KH716,KH205", "--comments", out, capsys=capsys)
    words = commented_words(out)
    (qui,) = [said for said, on in words.items() if on == "qui"]
    assert qui.startswith("KH716 cảnh báo: ")
    assert "Sửa thành: «quy»" in qui
    assert "Căn cứ: " in qui
    assert {said[:5] for said in words} == {"KH205", "KH716"}
    assert file.read_bytes() == before
    assert [block.text for block in read(out).blocks] == [block.text for block in read(file).blocks]


def test_a_folder_takes_the_copies_of_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = plan(tmp_path / "a" / "plan.docx"), plan(tmp_path / "b" / "plan.docx")
    text = tmp_path / "plain.txt"
    text.write_text(TEXT, encoding="utf-8")
    _, _, err = run("lint", one, two, text, "--select", "KH716", "--comments", f"{tmp_path}/out/", capsys=capsys)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["whole-plan-2.docx", "whole-plan.docx"]
    assert all("qui" in commented_words(path).values() for path in (tmp_path / "out").iterdir())
    assert "plain.txt" in err


def test_a_plan_without_findings_has_a_copy_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.docx"
    run("lint", plan(tmp_path / "plan.docx"), "--select", "KH713", "--comments", out, capsys=capsys)
    assert commented_words(out) == {}


def test_a_plan_is_never_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = plan(tmp_path / "plan.docx")
    before = file.read_bytes()
    for where in (file, f"{file.parent}/"):
        code, _, err = run("lint", file, "--comments", where, capsys=capsys)
        assert code == 2
        assert "là tệp đang đọc" in err
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("where", "said"), [("out.txt", "phải là tệp .docx hoặc thư mục"), ("nowhere/out.docx", "không ghi được")]
)
def test_where_nothing_can_be_written_is_bad_usage(
    tmp_path: Path, where: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run("lint", plan(tmp_path / "plan.docx"), "--comments", tmp_path / where, capsys=capsys)
    assert code == 2
    assert said in err


def test_a_text_file_has_no_margin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, encoding="utf-8")
    code, _, err = run("lint", file, "--comments", tmp_path / "out.docx", capsys=capsys)
    assert code == 2
    assert "chỉ ghi vào bản sao của tệp Word" in err


def test_a_copy_that_is_there_is_written_over_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = plan(tmp_path / "plan.docx"), tmp_path / "out.docx"
    out.write_bytes(b"somebody's work")
    code, printed, err = run("lint", file, "--comments", out, capsys=capsys)
    assert (code, printed, out.read_bytes()) == (2, "", b"somebody's work")
    assert "đã có; thêm --force" in err

    assert run("lint", file, "--comments", out, "--force", capsys=capsys)[0] in (0, 1)
    assert out.read_bytes() != b"somebody's work"
