"""Where a draft is written: never over somebody's work, whole or not at all, also when it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from kehoach.draft.memory import untouched

from .test_command import folder, run
from .test_options import draft
from .test_units import table

__all__ = ["folder", "table"]  # fixtures
Say = pytest.CaptureFixture[str]


def test_a_draft_that_nobody_has_saved_since_is_drafted_anew(folder: Path) -> None:
    assert draft(folder) == 0
    assert untouched(folder / "kh.docx")
    assert draft(folder, "--date", "2026-12-01") == 0
    assert draft(folder, "--comments", "--layout", "ubnd-xa") == 0
    assert untouched(folder / "kh.docx")


def saved_by_word(path: Path) -> None:
    """Every program that saves a Word file names itself in it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"kehoach", b"Microsoft Office Word")
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def changed_by_a_script(path: Path) -> None:
    document: Any = docx.Document(str(path))
    document.paragraphs[5].text = "Câu của người soạn."
    document.save(str(path))


def another_file(path: Path) -> None:
    path.write_bytes(b"a scan of the signed plan")


@pytest.mark.parametrize("work", [saved_by_word, changed_by_a_script, another_file])
def test_work_that_is_there_is_not_written_over_without_force(
    folder: Path, capsys: Say, work: Callable[[Path], None]
) -> None:
    assert draft(folder) == 0
    work(folder / "kh.docx")
    before = (folder / "kh.docx").read_bytes()
    capsys.readouterr()
    assert draft(folder) == 2
    said = capsys.readouterr().err
    assert "đã có; thêm --force để ghi đè" in said
    assert said.count("\n") == 1
    assert (folder / "kh.docx").read_bytes() == before
    assert draft(folder, "--force") == 0
    assert untouched(folder / "kh.docx")


def test_a_plan_drafted_into_a_clerks_file_counts_as_the_clerks(folder: Path) -> None:
    assert draft(folder, out="cu.docx") == 0
    changed_by_a_script(folder / "cu.docx")
    assert draft(folder, "--update", folder / "cu.docx") == 0
    assert not untouched(folder / "kh.docx")


def test_a_pdf_that_is_there_is_not_written_over(folder: Path, capsys: Say) -> None:
    (folder / "kh.pdf").write_bytes(b"the signed scan")
    code = draft(folder, "--pdf")
    assert code == 2
    assert (folder / "kh.pdf").read_bytes() == b"the signed scan"
    assert not (folder / "kh.docx").exists() or "LibreOffice" in capsys.readouterr().err


def test_a_missing_folder_is_named(folder: Path, capsys: Say) -> None:
    assert draft(folder, out="nam-2027/kh.docx") == 2
    assert "không có thư mục này; hãy tạo thư mục" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_to_is_one_sentence(folder: Path, capsys: Say) -> None:
    closed = folder / "dong"
    closed.mkdir()
    closed.chmod(0o555)
    try:
        if os.access(closed, os.W_OK):
            pytest.skip("this user may write anywhere")
        assert draft(folder, out="dong/kh.docx") == 2
        assert "không ghi được" in capsys.readouterr().err
    finally:
        closed.chmod(0o755)


# A program that was started in the background of a shell has Ctrl-C switched off: here it is on.
HEEDING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from kehoach.cli import main; main()"
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_many_plans_stopped_half_way_leave_whole_files_and_one_sentence(table: Callable[..., Path]) -> None:
    path = table()
    book = openpyxl.load_workbook(path)
    for number in range(200):
        name = f"Trường Tiểu học Hòa Long {number}"
        book["Đơn vị"].append((name, "TH", "truong-tieu-hoc", "UBND xã A", "A", "Huế", None, "HIỆU TRƯỞNG"))
    book.save(path)
    out = path.parent / "ra"
    command = [
        sys.executable,
        "-c",
        HEEDING,
        "draft",
        str(path.parent / "cap-tren.txt"),
        "--units",
        str(path),
        "-o",
        str(out),
    ]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not list(out.glob("*.docx")) and running.poll() is None:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.strip() == "kehoach: đã dừng theo yêu cầu; không có tệp nào bị ghi dở"
    written = list(out.iterdir())
    assert 0 < len(written) < 200
    assert all(one.suffix == ".docx" and zipfile.ZipFile(one).testzip() is None for one in written)
    assert not (out / "tong-hop.xlsx").exists()


def test_no_bar_grows_where_no_terminal_is(table: Callable[..., Path], capsys: Say) -> None:
    path = table()
    assert run("draft", path.parent / "cap-tren.txt", "--units", path, "-o", path.parent / "ra") == 0
    said = capsys.readouterr().err
    assert "█" not in said
    assert "\r" not in said
