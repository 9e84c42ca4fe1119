"""Files and folders of the command line: found by their names, passed over where they are no plans, never written over."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest

from kehoach.rules.samples import PARENT

from ..command import run
from .plans import WARNED


def test_an_empty_folder_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run("lint", tmp_path, capsys=capsys)
    assert code == 2
    assert "không có tệp nào đọc được" in err


def test_output_goes_to_the_file_that_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = folder / "report.json"
    _, out, _ = run("lint", folder / "warned.txt", "--format", "json", "-o", report, capsys=capsys)
    assert out == ""
    assert json.loads(report.read_text(encoding="utf-8"))["summary"]["warnings"] == 1


@pytest.mark.parametrize("command", ["lint", "baseline"])
@pytest.mark.parametrize("over", ["clean.txt", "parent.txt"])
def test_a_result_is_never_written_over_what_was_read(
    command: str, over: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / over).read_bytes()
    code, _, err = run(
        command, folder / "clean.txt", "--parent", folder / "parent.txt", "-o", folder / over, capsys=capsys
    )

    assert code == 2
    assert "hãy ghi ra tệp khác" in err
    assert (folder / over).read_bytes() == before


def test_a_text_that_is_no_plan_is_linted_without_complaint(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "thu.txt").write_text("hello world", encoding="utf-8")
    code, _, err = run("lint", folder / "thu.txt", capsys=capsys)

    assert code == 0
    assert "gặp lỗi" not in err


def test_in_a_folder_texts_that_are_no_plans_are_passed_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = folder / "README.md"
    readme.write_text("# Kế hoạch của các trường\n\nThư mục này chứa các kế hoạch đã nhận.\n", encoding="utf-8")
    _, out, err = run("lint", folder, "--format", "json", capsys=capsys)
    body = json.loads(out)

    assert body["passed_over"] == [str(readme)]
    assert str(readme) not in [file["file"] for file in body["files"]]
    assert f"không phải kế hoạch: {readme}" in err


def test_a_text_that_is_named_is_looked_at_whatever_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = folder / "README.md"
    readme.write_text("# Kế hoạch của các trường\n", encoding="utf-8")
    _, out, _ = run("lint", folder, readme, "--format", "json", capsys=capsys)

    assert str(readme) in [file["file"] for file in json.loads(out)["files"]]


def test_a_folder_without_any_plan_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("# Ghi chú\n", encoding="utf-8")
    code, out, err = run("lint", tmp_path, capsys=capsys)

    assert (code, out) == (2, "")
    assert "không có kế hoạch nào" in err


def test_a_report_is_not_named_like_a_word_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run("lint", folder / "clean.txt", "-o", folder / "ket-qua.docx", capsys=capsys)

    assert code == 2
    assert "dùng --comments" in err
    assert not (folder / "ket-qua.docx").exists()


@pytest.mark.parametrize("command", [("lint", ""), ("show", ""), ("fix", "", "-o", "x.txt"), ("baseline", "")])
def test_an_empty_name_is_not_this_folder(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    code, out, err = run(*command, capsys=capsys)

    assert (code, out) == (2, "")
    assert err == 'kehoach: tên tệp để trống (""); ghi tên tệp hoặc thư mục, dấu chấm (.) là thư mục hiện tại\n'


def test_a_name_is_found_however_its_accents_are_put_together(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / unicodedata.normalize("NFD", "Kế hoạch.txt")).write_text(WARNED, encoding="utf-8")
    for form in ("NFC", "NFD"):
        code, out, _ = run("lint", folder / unicodedata.normalize(form, "Kế hoạch.txt"), capsys=capsys)
        assert "KH205" in out
        assert code == 0


def test_the_name_of_any_file_is_found_however_its_accents_are_put_together(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = folder / unicodedata.normalize("NFD", "Cấp trên")
    inside.mkdir()
    (inside / unicodedata.normalize("NFD", "Kế hoạch.txt")).write_text(PARENT, encoding="utf-8")
    typed = folder / unicodedata.normalize("NFC", "Cấp trên") / unicodedata.normalize("NFC", "Kế hoạch.txt")
    code, out, _ = run("lint", folder / "wrong.txt", "--parent", typed, capsys=capsys)
    assert code == 1
    assert "KH302" in out
    assert (
        "not found" in run("lint", folder / "wrong.txt", "--unit", typed.parent / "no", "--lang=en", capsys=capsys)[2]
    )


def test_a_sentence_names_its_file_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (empty := folder / "empty.docx").touch()
    said = f"kehoach: Tệp «{empty}» rỗng (0 byte), hãy lấy lại bản đầy đủ."
    for command in (
        ("lint", empty, "-o", folder / "x.json", "--format", "json"),
        ("show", empty),
        ("fix", empty, "--diff"),
    ):
        code, _, err = run(*command, capsys=capsys)
        assert code == 2
        assert err.splitlines()[0] == said
    assert (
        run("lint", folder / "clean.txt", "--parent", empty, capsys=capsys)[2]
        == said.replace(": T", ": --parent: T") + "\n"
    )


@pytest.mark.parametrize(
    "command",
    [
        ("lint", "clean.txt", "-o"),
        ("lint", "clean.txt", "--comments"),
        ("baseline", "clean.txt", "-o"),
        ("fix", "clean.txt", "-o"),
        ("draft", "parent.txt", "--unit", "unit.toml", "-o"),
        ("draft", "parent.txt", "--unit", "unit.toml", "-o", "x.docx", "--trace"),
        ("unit", "init", "-o"),
        ("unit", "sheet", "-o"),
    ],
)
@pytest.mark.parametrize(("name", "said"), [("-", "«-» không phải tên tệp để ghi"), ("", "tên tệp để trống")])
def test_what_is_no_name_is_not_written_to(
    command: tuple[str, ...], name: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(folder)
    before = sorted(folder.iterdir())
    code, out, err = run(*command, name, capsys=capsys)

    assert (code, out) == (2, "")
    assert err.startswith(f"kehoach: {said}")
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    "command", [("lint", "none.txt"), ("baseline", "none.txt"), ("unit", "init"), ("unit", "sheet")]
)
def test_a_place_where_nothing_can_be_written_is_told_before_anything_is_read_or_asked(
    command: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(*command, "-o", folder / "no" / "x.xlsx", capsys=capsys)
    assert (code, out) == (2, "")
    assert err.startswith(f"kehoach: -o: không ghi được «{folder / 'no' / 'x.xlsx'}»: không có thư mục này; hãy tạo")
    (taken := folder / "x.xlsx").mkdir()
    assert run(*command, "-o", taken, capsys=capsys)[2] == f"kehoach: -o: không ghi được «{taken}»: đây là thư mục\n"


@pytest.mark.parametrize(
    "command", [("lint", "none.txt"), ("baseline", "none.txt"), ("unit", "init"), ("unit", "sheet")]
)
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_told_as_early(
    command: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "shut").mkdir(mode=0o500)
    code, out, err = run(*command, "-o", folder / "shut" / "x.xlsx", capsys=capsys)
    assert (code, out) == (2, "")
    assert err == f"kehoach: -o: không ghi được «{folder / 'shut' / 'x.xlsx'}»: không có quyền\n"


@pytest.mark.parametrize("command", [("lint", "clean.txt", "--parent", "-"), ("fix", "-", "--diff")])
def test_what_is_piped_in_can_only_be_a_plan_to_look_at(
    command: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    code, out, err = run(*command, capsys=capsys)
    assert (code, out) == (2, "")
    assert "«-» chỉ đứng ở chỗ của kế hoạch được kiểm tra hoặc xem" in err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is shut to the superuser")
def test_a_folder_that_may_not_be_looked_into_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "shut").mkdir(mode=0)
    code, out, err = run("lint", folder, "--select", "KH9", capsys=capsys)
    (folder / "shut").chmod(0o700)
    assert code == 2
    assert f"{folder / 'shut'}: tệp: KH901 lỗi: không mở được: không có quyền" in out
    assert "trong 5 tệp" in err
