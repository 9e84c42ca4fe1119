"""kehoach draft and kehoach unit: what they write, and one sentence with exit 2 for what they cannot use."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.cli import main
from kehoach.cli.unit import written
from kehoach.readers import read

from .conftest import PARENT
from .test_unit_toml import GOOD

Say = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cap-tren.txt").write_text(PARENT, encoding="utf-8")
    (tmp_path / "UNIT.toml").write_text(written(GOOD), encoding="utf-8")
    return tmp_path


def test_a_plan_is_written_and_its_blanks_are_told(folder: Path, capsys: Say) -> None:
    out = folder / "kh.docx"
    assert run("draft", folder / "cap-tren.txt", "--unit", folder / "UNIT.toml", "-o", out) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "để trống: số, ngày ban hành" in said.err
    assert "Số:      /KH-THCSXS" in [block.text for block in read(out).blocks]


def test_number_and_date_can_be_given(folder: Path) -> None:
    out = folder / "kh.docx"
    given = ("--date", "2027-02-03", "--number", "7")
    assert run("draft", folder / "cap-tren.txt", "--unit", folder / "UNIT.toml", "-o", out, *given) == 0
    texts = [block.text for block in read(out).blocks]
    assert "Số: 07/KH-THCSXS" in texts
    assert "Xuân Sơn, ngày 03 tháng 02 năm 2027" in texts


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"parent": "khong-co.docx"}, "khong-co.docx"),
        ({"parent": "."}, "thư mục"),
        ({"unit": "khong-co.toml"}, "không tìm thấy"),
        ({"out": "kh.pdf"}, "phải là tệp .docx"),
        ({"out": "khong-co/kh.docx"}, "không có thư mục này"),
        ({"more": ("--date", "2026-13-01")}, "không phải là một ngày"),
        ({"more": ("--number", "7a")}, "không phải số"),
        ({"more": ("--layout", "UNIT.toml")}, "không phải tệp Word"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_exit_2(
    folder: Path, capsys: Say, change: dict[str, object], said: str
) -> None:
    more = [folder / one if one == "UNIT.toml" else one for one in change.get("more", ())]  # type: ignore[attr-defined]
    code = run(
        "draft", folder / str(change.get("parent", "cap-tren.txt")),
        "--unit", folder / str(change.get("unit", "UNIT.toml")),
        "-o", folder / str(change.get("out", "kh.docx")), *more,
    )  # fmt: skip
    told = capsys.readouterr().err
    assert code == 2
    assert said in told
    assert told.count("\n") == 1
    assert not list(folder.glob("*.docx"))


def test_a_draft_can_be_checked_at_once(folder: Path, capsys: Say) -> None:
    unit, out = folder / "UNIT.toml", folder / "nhap.docx"
    assert run("draft", folder / "cap-tren.txt", "--unit", unit, "-o", out, "--check") == 0
    assert "tự kiểm tra: 0 lỗi, 0 cảnh báo" in capsys.readouterr().err
    (folder / "kehoach.toml").write_text(
        '[severity]\nKH1 = "error"\n[rules.KH120]\nfonts = ["Arial"]', encoding="utf-8"
    )
    assert run("draft", folder / "cap-tren.txt", "--unit", unit, "-o", out, "--check") == 1
    assert "KH120 lỗi: dùng phông chữ Arial thay cho Times New Roman" in capsys.readouterr().out


def test_a_draft_that_is_checked_is_not_blamed_for_what_was_asked_of_it(folder: Path, capsys: Say) -> None:
    command = ("draft", folder / "cap-tren.txt", "--unit", folder / "UNIT.toml", "-o", folder / "nhap.docx", "--check")
    assert run(*command, "--draft-mark", "--comments") == 0
    told = capsys.readouterr()
    assert "KH119" not in told.out
    assert "KH904" not in told.out


def test_a_file_that_was_read_is_never_written_over(folder: Path, capsys: Say) -> None:
    parent = folder / "cap-tren.docx"
    parent.write_bytes(b"PK")
    assert run("draft", parent, "--unit", folder / "UNIT.toml", "-o", parent) == 2
    assert "tệp đang đọc" in capsys.readouterr().err
    assert parent.read_bytes() == b"PK"


def test_a_unit_with_three_errors_tells_three(folder: Path, capsys: Say) -> None:
    unit = folder / "UNIT.toml"
    unit.write_text('name = "A"\nlevel = "xa"\nplace = "B"\nprovince = "C"\nsiger = 1\n', encoding="utf-8")
    assert run("unit", "check", unit) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 4
    assert any("có phải là «signer»?" in line for line in told)


def test_a_good_unit_is_told_good(folder: Path, capsys: Say) -> None:
    assert run("unit", "check", folder / "UNIT.toml") == 0
    assert "không có lỗi" in capsys.readouterr().out


def test_init_asks_and_writes_what_check_accepts(folder: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["truong-thc", "truong-thcs", "Trường THCS A", "THCSA", "UBND xã A", "A", "Huế", "", "HIỆU TRƯỞNG", ""]
    answers += ["Tổ Văn phòng; Tổ Toán", "Chi bộ (để báo cáo)"]
    monkeypatch.setattr("sys.stdin", __import__("io").StringIO("\n".join(answers) + "\n"))
    out = folder / "moi.toml"
    assert run("unit", "init", "-o", out) == 0
    assert run("unit", "check", out) == 0
    text = out.read_text(encoding="utf-8")
    assert "# Tên đầy đủ của đơn vị" in text
    told = capsys.readouterr().err
    assert "hãy trả lời bằng số từ 1 đến 12, hoặc bằng tên, mã trong danh sách trên; có phải là «truong-thcs»?" in told
    assert "«level»" not in told
    assert run("unit", "init", "-o", out) == 2


def test_init_asks_again_who_signs_until_the_authority_fits_the_position(
    tmp_path: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["truong-thcs", "Trường THCS A", "THCSA", "UBND xã A", "A", "Huế"]
    answers += ["Hiệu trưởng", "TM.", "HIỆU TRƯỞNG", "kt", "Phó Hiệu trưởng", "Lê Văn B", "", ""]
    monkeypatch.setattr("sys.stdin", __import__("io").StringIO("\n".join(answers) + "\n"))
    out = tmp_path / "U.toml"
    assert run("unit", "init", "-o", out) == 0
    told = capsys.readouterr().err
    assert "  hãy trả lời KT., TM., TL., TUQ., Q. hoặc nhấn Enter để trống\n" in told
    assert "làm việc theo chế độ thủ trưởng, không ký «TM.»" in told
    assert "signer." not in told
    assert 'authority = "KT."\n' in out.read_text(encoding="utf-8")
    assert run("unit", "check", out) == 0


def test_init_without_anybody_to_answer_says_where_it_stopped(
    tmp_path: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", __import__("io").StringIO("6\n"))
    assert run("unit", "init", "-o", tmp_path / "U.toml") == 2
    assert capsys.readouterr().err.endswith(
        "kehoach: hết câu trả lời khi đang hỏi «Tên đầy đủ của đơn vị»; chưa ghi tệp nào\n"
    )
    assert not list(tmp_path.iterdir())
