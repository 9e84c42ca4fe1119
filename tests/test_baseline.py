"""A baseline lets pass what was there before, wherever it stands now, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kehoach.rules.samples import plan as sample

from .command import run

WARNED = sample("I. NỘI DUNG", "Các tổ gửi hồ sơ về Sở theo thời gian quy định.", "III. KINH PHÍ", "Theo dự toán.")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(WARNED, encoding="utf-8")
    return path


def marked(file: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    out = file.with_name("kehoach.baseline.json")
    assert run("baseline", file, "-o", out, capsys=capsys)[0] == 0
    return out


def news(file: Path, marks: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    _, out, _ = run("lint", file, "--baseline", marks, "--format", "json", capsys=capsys)
    return [finding["rule"] for finding in json.loads(out)["files"][0]["findings"]]


def test_what_was_there_is_let_pass_and_counted(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = marked(file, capsys)
    body = json.loads(marks.read_text(encoding="utf-8"))
    assert body["schema"] == "kehoach.baseline/1"
    assert list(body["files"]) == ["plan.txt"]
    assert news(file, marks, capsys) == []
    code, out, err = run("lint", file, "--baseline", marks, "--fail-on", "info", capsys=capsys)
    assert code == 0
    assert "KH205" not in out
    assert f"{sum(row['count'] for row in body['files']['plan.txt'])} phát hiện đã có trong tệp mốc" in err


def test_inserted_lines_do_not_matter(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = marked(file, capsys)
    file.write_text(WARNED.replace("I. NỘI DUNG\n", "I. NỘI DUNG\nMở rộng các lớp học.\n\n"), encoding="utf-8")
    assert news(file, marks, capsys) == []


def test_what_is_new_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = marked(file, capsys)
    file.write_text(WARNED.replace("Theo dự toán.", "Theo qui định."), encoding="utf-8")
    assert news(file, marks, capsys) == ["KH716"]


def test_a_second_one_of_a_kind_is_new(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = marked(file, capsys)
    line = "Các tổ gửi hồ sơ về Sở theo thời gian quy định.\n"
    file.write_text(WARNED.replace(line, 2 * line), encoding="utf-8")
    assert news(file, marks, capsys).count("KH407") == 1


def test_plans_are_named_as_seen_from_the_baseline(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = marked(file, capsys)
    monkeypatch.chdir(file.parent)
    assert news(Path("plan.txt"), marks, capsys) == []
    monkeypatch.chdir(file.parent.parent)
    assert news(Path(file.parent.name) / "plan.txt", marks, capsys) == []


@pytest.mark.parametrize("name", ["ke-hoach-moi.txt", "2026/plan.txt"])
def test_a_plan_that_was_renamed_or_moved_is_known(file: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    other = file.with_name("other.txt")
    other.write_text(sample("II. NỘI DUNG", "Theo qui định."), encoding="utf-8")
    marks = file.with_name("kehoach.baseline.json")
    run("baseline", file, other, "-o", marks, capsys=capsys)
    new = file.parent / name
    new.parent.mkdir(exist_ok=True)
    file.rename(new)
    assert news(new, marks, capsys) == []
    assert news(other, marks, capsys) == []


def test_a_baseline_goes_along_with_its_folder(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = marked(file, capsys)
    folder = file.parent.rename(file.parent.with_name("ban-sao"))
    assert news(folder / file.name, folder / marks.name, capsys) == []


def test_a_copy_beside_the_plan_is_new(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = marked(file, capsys)
    copy = file.with_name("copy.txt")
    copy.write_bytes(file.read_bytes())
    assert news(copy, marks, capsys) != []


@pytest.mark.parametrize(
    "text", ["no json", "[]", '{"schema": "x"}', '{"schema": "kehoach.baseline/1", "files": {"a": [1]}}']
)
def test_what_is_no_baseline_is_bad_usage(file: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    marks = file.with_name("marks.json")
    marks.write_text(text, encoding="utf-8")
    code, out, err = run("lint", file, "--baseline", marks, capsys=capsys)
    assert (code, out) == (2, "")
    assert "marks.json" in err


def test_a_baseline_that_is_not_there_is_told_before_any_plan_is_read(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = file.with_name("hong.docx")
    broken.write_bytes(b"PK")
    code, _, err = run("lint", broken, "--baseline", file.with_name("none.json"), capsys=capsys)
    assert code == 2
    assert "hong.docx" not in err
    assert err.count("\n") == 1
