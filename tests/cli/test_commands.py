"""The command line keeps its contract: what goes where, which exit, and never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kehoach.rules.samples import SEVEN, emulation
from kehoach.rules.samples import plan as sample

from ..command import run


def rules_in(out: str, file: int = 0) -> list[str]:
    return [finding["rule"] for finding in json.loads(out)["files"][file]["findings"]]


def test_nothing_found_exits_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("lint", folder / "clean.txt", "--parent", folder / "parent.txt", capsys=capsys)
    assert code == 0
    assert " lỗi: " not in out
    assert "Không thấy lỗi nào trong 1 tệp" in err


def test_an_error_exits_1_and_shows_the_words_and_the_parent(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("lint", folder / "wrong.txt", "--parent", folder / "parent.txt", capsys=capsys)
    assert code == 1
    lines = out.splitlines()
    first = next(i for i, line in enumerate(lines) if "KH302 lỗi" in line)
    assert lines[first].startswith(f"{folder / 'wrong.txt'}:5: KH302 lỗi: kế hoạch cấp trên mang số 12/KH-SGDĐT")
    marks = lines[first + 2]
    assert lines[first + 1][marks.index("^") : marks.rindex("^") + 1] == "21/KH-SGDĐT"
    assert "sửa thành: «12/KH-SGDĐT»" in lines[first + 3]
    assert f"{folder / 'parent.txt'}:1" in lines[first + 4]


def test_warnings_fail_only_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lint", folder / "warned.txt", capsys=capsys)[0] == 0
    assert run("lint", folder / "warned.txt", "--fail-on", "warning", capsys=capsys)[0] == 1


def test_select_and_ignore_take_ids_and_families(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, form = folder / "warned.txt", ("--format", "json")
    assert rules_in(run("lint", file, *form, "--select", "KH205", capsys=capsys)[1]) == ["KH205"]
    assert rules_in(run("lint", file, *form, "--select", "kh2", "--ignore", "KH205", capsys=capsys)[1]) == []
    code, _, err = run("lint", file, "--select", "KH999", capsys=capsys)
    assert code == 2
    assert "KH999" in err


def test_the_parent_is_found_among_the_files_by_the_opening(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("lint", folder, "--format", "json", capsys=capsys)
    parents = {Path(f["file"]).name: f["parent"] and Path(f["parent"]).name for f in json.loads(out)["files"]}
    assert parents == {"clean.txt": "parent.txt", "parent.txt": None, "warned.txt": None, "wrong.txt": None}


def test_json_has_the_shape_of_the_contract(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("lint", folder / "wrong.txt", "--parent", folder / "parent.txt", "--format", "json", capsys=capsys)
    body = json.loads(out)
    assert body["schema"] == "kehoach.findings/1"
    assert body["summary"]["errors"] == 1
    (finding,) = [f for f in body["files"][0]["findings"] if f["rule"] == "KH302"]
    text = (folder / "wrong.txt").read_text(encoding="utf-8").splitlines()[finding["line"] - 1]
    assert text[finding["start"] : finding["end"]] == finding["text"] == "21/KH-SGDĐT"
    assert finding["name"] == "parent-number"
    assert finding["fix"] == {"text": "12/KH-SGDĐT", "safe": True}
    assert finding["related"]["file"].endswith("parent.txt")
    assert finding["related"]["text"] == "12/KH-SGDĐT"
    assert finding["source"].startswith("Nghị định 30/2020/NĐ-CP")


def test_what_could_not_be_seen_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("lint", folder / "clean.txt", "--format", "json", capsys=capsys)
    blind = {b["rule"]: b["reason"] for b in json.loads(out)["files"][0]["not_evaluated"]}
    assert "--parent" in blind["KH301"]
    assert "KH201" not in blind


def test_a_file_that_cannot_be_read_stops_no_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = folder / "broken.docx"
    broken.write_bytes(b"no zip at all")
    code, out, err = run(
        "lint", broken, folder / "nowhere.txt", folder / "warned.txt", "--format", "json", capsys=capsys
    )
    assert code == 2
    assert [rules_in(out, i) for i in range(3)] == [["KH901"], ["KH901"], ["KH205"]]
    assert len([line for line in err.splitlines() if line.startswith("kehoach: ")]) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lintt",), "không có lệnh «lintt»"),
        (("lint",), "thiếu"),
        (("lint", "x.txt", "--bogus"), "không có tùy chọn «--bogus»"),
        (("lint", "x.txt", "--format", "xml"), "không có dạng «xml»"),
        (("lint", "x.txt", "--fail-on", "fatal"), "không có mức «fatal»"),
        (("lint", "x.txt", "--as-of", "2026-02-30"), "không phải là một ngày"),
        (("lint", "x.txt", "--jobs", "two"), "không phải là một số"),
        (("lint", "x.txt", "--parent", "nowhere.txt"), "không tìm thấy «nowhere.txt»"),
        (("lint", "x.txt", "--parent"), "«--parent» cần một giá trị"),
        (("lint", "x.txt", "--lang", "fr"), "không có ngôn ngữ «fr»"),
        (("show", "x.txt", "y.txt"), "thừa đối số: «y.txt»"),
        (("show", "nowhere.txt"), "nowhere.txt"),
        (("explain", "KH999"), "không có quy tắc «KH999»"),
    ],
)
def test_bad_usage_is_one_vietnamese_sentence(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(*arguments, capsys=capsys)
    assert code == 2
    assert out == ""
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_several_processes_find_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def findings(jobs: int) -> object:
        return json.loads(run("lint", folder, "--format", "json", "--jobs", jobs, capsys=capsys)[1])["files"]

    assert findings(1) == findings(2)


def test_as_of_stands_for_a_date_that_is_blank(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.txt"
    later = "Theo Kế hoạch số 81/KH-SGDĐT ngày 19/9/2025 của Sở Giáo dục và Đào tạo về chuyển đổi số."
    file.write_text(sample("I. NỘI DUNG", later, date=""), encoding="utf-8")
    form = ("--format", "json", "--select", "KH310")
    assert rules_in(run("lint", file, *form, "--as-of", "2024-09-01", capsys=capsys)[1]) == ["KH310"]
    assert rules_in(run("lint", file, *form, "--as-of", "2025-10-01", capsys=capsys)[1]) == []


def test_messages_can_be_english(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = run("lint", folder / "warned.txt", "--lang", "en", "--select", "KH205", capsys=capsys)
    assert "KH205 warning: a numeral is skipped" in out
    assert "1 warning, 0 notes in 1 file" in err


def test_show_prints_the_plan_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(emulation(*SEVEN), encoding="utf-8")
    code, out, _ = run("show", file, "--format", "json", capsys=capsys)
    body = json.loads(out)
    assert code == 0
    assert (body["schema"], body["kind"], body["number"], body["date"]) == ("kehoach.plan/1", "KH", "34", "2024-09-12")
    assert [section["role"] for section in body["sections"]] == [
        "purpose", "content", "criteria", "solutions", "schedule", "funding", "implementation",
    ]  # fmt: skip


def test_show_draws_a_tree_and_gives_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(emulation(*SEVEN), encoding="utf-8")
    assert "├─ Mục" in run("show", file, capsys=capsys)[1]
    assert "VI. KINH PHÍ THỰC HIỆN" in run("show", file, "--format", "text", capsys=capsys)[1]


def test_rules_lists_every_rule_and_explain_tells_each(capsys: pytest.CaptureFixture[str]) -> None:
    from kehoach.rules import RULES

    _, table, _ = run("rules", capsys=capsys)
    for id, rule in RULES.items():
        assert f"{id}  {rule.name}" in table
        _, told, _ = run("explain", id.lower(), capsys=capsys)
        assert rule.source in told
        assert "Sai:" in told
        assert "Đúng:" in told


def test_explaining_a_family_lists_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    whole = run("rules", capsys=capsys)[1].splitlines()
    for asked in ("KH3", "kh31"):
        code, told, _ = run("explain", asked, capsys=capsys)
        assert code == 0
        assert told.splitlines() == [line for line in whole if line.startswith(asked.upper())]
    assert run("explain", "", capsys=capsys)[0] == 2


@pytest.mark.parametrize("command", ["", "lint", "show", "explain", "rules", "draft", "unit"])
def test_help_is_vietnamese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(*command.split(), "--help", capsys=capsys)
    assert code == 0
    assert out.startswith("Cách dùng: kehoach")
    for english in ("Usage", "Options:", "Arguments:", "Commands:", "Show this", "[required]", "[default"):
        assert english not in out


def test_a_baseline_of_nothing_readable_is_not_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder / "moc.json"
    code, _, err = run("baseline", folder / "khong-co.docx", "-o", out, capsys=capsys)

    assert code == 2
    assert "không ghi tệp mốc" in err
    assert not out.exists()


@pytest.mark.parametrize("day", ["2026-02-01", "01/02/2026", "1/2/2026"])
def test_a_day_can_be_written_as_vietnamese_do(folder: Path, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lint", folder / "clean.txt", "--as-of", day, capsys=capsys)[0] == 0


@pytest.mark.parametrize("day", ["30/02/2026", "1/2", "2026/02/01", "ngày mai"])
def test_what_is_no_day_is_refused(folder: Path, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run("lint", folder / "clean.txt", "--as-of", day, capsys=capsys)
    assert code == 2
    assert err.startswith(f"kehoach: --as-of: «{day}» không phải là một ngày")


def test_bad_usage_points_to_the_help_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lint", capsys=capsys)[2] == "kehoach: thiếu KẾ_HOẠCH...; xem «kehoach lint --help»\n"
    assert run("unit", "check", capsys=capsys)[2].endswith("xem «kehoach unit check --help»\n")


def test_what_is_shown_and_fixed_is_told_in_english_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong, against = folder / "wrong.txt", ("--parent", folder / "parent.txt", "--lang", "en")
    assert "─ Recipients (" in run("show", wrong, "--lang", "en", capsys=capsys)[1]
    _, out, err = run("fix", wrong, "--diff", *against, capsys=capsys)
    assert out.splitlines()[1] == f"+++ {wrong} (fixed)"
    assert err.startswith("fixes to make: 1; ")
    _, _, err = run("baseline", wrong, "-o", folder / "marks.json", *against, capsys=capsys)
    assert err.startswith("findings noted: ")


def test_errors_can_be_english(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = run("lint", folder / "none.txt", folder / "clean.txt", "--lang", "en", capsys=capsys)
    assert "KH901 error: the file cannot be read: there is no such file" in out
    assert err.startswith(f"kehoach: {folder / 'none.txt'}: there is no such file\n")
    _, _, err = run("lint", folder / "clean.txt", "--select", "KH999", "--lang=en", capsys=capsys)
    assert err == "kehoach: --select: no rule or family «KH999»; see «kehoach rules»\n"
    _, _, err = run("lint", "--parnt", "x", "--lang", "en", capsys=capsys)
    assert err.startswith("kehoach: No such option: --parnt")
