"""What is piped in and out, closed, full or stopped: one sentence or none, and the right exit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.cli.unit import written

from ..command import run
from .plans import CLEAN, WARNED, WRONG

# A program that was started in the background of a shell has Ctrl-C switched off: here it is on.
HEEDING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from kehoach.cli import main; main()"
)


def test_no_colour_but_on_a_terminal(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "lint", str(folder / "warned.txt")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "KH205" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT that one process can send another")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_is_answered_in_one_sentence_and_leaves_nothing_behind(folder: Path, jobs: int) -> None:
    (folder / "000.docx").write_bytes(b"no zip at all")  # told first: then the checking has begun
    for number in range(400):
        (folder / f"{number}.txt").write_text(CLEAN, encoding="utf-8")
    where = ["-o", str(folder / "x.html")]
    command = ["-c", HEEDING, "lint", str(folder), "--jobs", str(jobs), "--format", "html", *where]
    running = subprocess.Popen([sys.executable, *command], stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert running.stderr
    assert "000.docx" in running.stderr.readline()
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate()

    assert running.returncode == 130
    assert err.startswith("kehoach: đã dừng theo yêu cầu")
    assert len(err.splitlines()) == 1
    assert not list(folder.glob("*x.html*"))


@pytest.mark.parametrize(("arguments", "said"), [((), "đã dừng theo yêu cầu"), (("--lang", "en"), "stopped")])
def test_ctrl_c_while_the_commands_are_loaded_is_answered_too(arguments: tuple[str, ...], said: str) -> None:
    loading = (
        "import sys; from importlib.abc import MetaPathFinder\n"
        "class Stopped(MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'typer': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stopped()); from kehoach.__main__ import main; main()"
    )
    command = [sys.executable, "-c", loading, "lint", "x.txt", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 130
    assert done.stderr.startswith(f"kehoach: {said}")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
def test_what_is_no_file_is_written_to_and_not_put_in_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run("lint", folder / "clean.txt", "-o", "/dev/full", capsys=capsys)
    assert code == 2
    assert err == "kehoach: không ghi được «/dev/full»: hết chỗ trên đĩa\n"
    assert Path("/dev/full").is_char_device()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Windows cannot close a stream")
def test_a_stream_that_is_closed_hears_nothing(folder: Path) -> None:
    command = f'"{sys.executable}" -m kehoach lint "{folder / "wrong.txt"}" --parent "{folder / "parent.txt"}"'
    done = subprocess.run(["sh", "-c", f"{command} >&-"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("1 lỗi")
    assert subprocess.run(["sh", "-c", f"{command} >&- 2>&-"], check=False).returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the language of a Windows console is no variable")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "html"])
def test_vietnamese_names_of_files_survive_a_system_without_a_language(folder: Path, form: str) -> None:
    (folder / "Kế hoạch số 1.txt").write_text(WARNED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "lint", "Kế hoạch số 1.txt", "warned.txt", "--format", form, "-o", "kết quả"],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"},
    )

    assert "cảnh báo" in done.stderr.decode()
    said = (folder / "kết quả").read_text(encoding="utf-8")
    assert ("K%E1%BA%BF" if form == "sarif" else "Kế hoạch số 1.txt") in said


@pytest.mark.skipif(sys.platform == "win32", reason="the language of a Windows console is no variable")
def test_a_vietnamese_name_of_a_person_survives_a_system_without_a_language(folder: Path) -> None:
    data: dict[str, object] = {
        "name": "Trường THCS Xuân Sơn", "short_name": "THCSXS", "level": "truong-thcs", "place": "Xuân Sơn",
        "province": "Quảng Ninh", "superior": "UBND phường Xuân Sơn", "signer": {"position": "HIỆU TRƯỞNG"},
    }  # fmt: skip
    (folder / "unit.toml").write_text(written(data), encoding="utf-8")
    named = ["draft", "parent.txt", "--unit", "unit.toml", "-o", "x.docx", "--set", "signer.name=Lê Thị Bưởi"]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "kehoach"]
    done = subprocess.run([*command, *named], capture_output=True, check=False, cwd=folder, env=environment)

    assert (done.returncode, done.stderr.decode().splitlines()[0]) == (0, "đã soạn x.docx")
    shown = subprocess.run([*command, "show", "x.docx"], capture_output=True, check=False, cwd=folder)
    assert "Lê Thị Bưởi" in shown.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Windows cannot close a stream")
def test_where_nothing_can_come_in_there_is_no_plan(folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m kehoach show - <&-'],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "kehoach: Tệp «-» không có chữ nào, hãy lấy lại bản đầy đủ.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes that a reader leaves like this")
@pytest.mark.parametrize(("command", "code"), [("rules", 0), ("lint many", 1)])
def test_who_reads_only_the_beginning_gets_the_exit_all_the_same(folder: Path, command: str, code: int) -> None:
    """More than a pipe holds: the rest would be for nobody."""
    (folder / "many").mkdir()
    for number in range(200):
        (folder / "many" / f"{number}.txt").write_text(WRONG.replace("ngày 31/01", f"ngày {number + 40}/01"), "utf-8")
    asked = [sys.executable, "-m", "kehoach", *command.split()]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline()
        running.stdout.close()
        assert "Error" not in running.stderr.read().decode()
    assert running.returncode == code


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
def test_an_error_that_nobody_can_be_told_is_still_an_error(folder: Path) -> None:
    command = [sys.executable, "-m", "kehoach", "lint", str(folder / "none.txt")]
    with Path("/dev/full").open("w") as full:
        assert subprocess.run(command, stderr=full, stdout=full, check=False).returncode == 2


@pytest.mark.parametrize(("form", "times"), [("text", 1), ("json", 2)])
def test_on_one_terminal_a_file_that_cannot_be_read_is_told_once(
    form: str, times: int, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    code, out, err = run("lint", folder / "none.txt", "--format", form, capsys=capsys)
    assert code == 2
    assert (out + err).count("không tìm thấy tệp này") == times
