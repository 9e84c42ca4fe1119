"""Old Word, RTF and OpenDocument files: LibreOffice makes a .docx of each, which our own reader reads."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from msgspec.structs import replace

from ..model import Document
from .failure import ReadingError
from .kinds import OLE, ZIP, real_suffix

# Where LibreOffice stands when it is not on the PATH; `KEHOACH_SOFFICE` names it wherever it is.
PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
# A plan takes one or two seconds; one that takes this long hangs.
TIMEOUT = 120.0
# What a file of each kind begins with: LibreOffice takes anything else for plain text and makes a document of it.
STARTS = {"doc": (OLE, b"{\\rtf", b"<", b"\xef\xbb\xbf<", ZIP), "rtf": (b"{\\rtf", OLE, ZIP), "odt": (ZIP, b"<?xml")}

# What a file may not do on the way: run macros, fetch linked files, keep anything, ask anything.
SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


def read(path: Path) -> Document:
    """The document at `path`; ReadingError where LibreOffice is missing or cannot open it."""
    kind = real_suffix(path).lstrip(".").replace("dot", "doc")
    if not _starts_with(path, *STARTS[kind]):
        raise ReadingError(f"Tệp «{path}» không phải tệp .{kind} (hoặc đã hỏng), hãy lấy lại bản đầy đủ.")
    if kind != "odt" and _starts_with(path, ZIP):
        return _as_docx(path, path, kind)  # a .docx under another name needs no one's help
    program = find()
    if program is None:
        raise ReadingError(
            f"Chưa đọc được «{path}»: hãy cài LibreOffice (libreoffice.org) để đọc tệp .{kind}, "
            "hoặc mở bằng Word rồi lưu lại thành .docx."
        )
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        return _as_docx(path, convert(program, path, Path(folder)), kind)


def find() -> str | None:
    """The LibreOffice program, None where there is none."""
    named = os.environ.get("KEHOACH_SOFFICE")
    if named is not None:
        return shutil.which(named)
    return shutil.which("soffice") or shutil.which("libreoffice") or next(filter(shutil.which, PLACES), None)


def convert(program: str, path: Path, folder: Path, timeout: float = TIMEOUT) -> Path:
    """The .docx that LibreOffice makes of `path` in `folder`, with a profile of its own there.

    It works on a copy, since it puts a lock file beside the one it opens; of the same name, which a page may show.
    """
    # LibreOffice goes by the suffix where that says «plain text»
    source = folder / (path.name if path.suffix.lower() == real_suffix(path) else f"{path.stem}{real_suffix(path)}")
    shutil.copyfile(path, source)
    target = folder / "target" / f"{path.stem}.docx"
    if not run(program, [source], "docx:MS Word 2007 XML", folder, timeout):
        raise ReadingError(
            f"LibreOffice đọc «{path}» quá {timeout:.0f} giây chưa xong, hãy mở bằng Word rồi lưu lại thành .docx."
        )
    if not target.is_file() or not _starts_with(target, ZIP):
        raise ReadingError(
            f"LibreOffice không mở được «{path}» (tệp hỏng, có mật khẩu hoặc không phải văn bản), "
            "hãy mở bằng Word rồi lưu lại thành .docx."
        )
    return target


def run(program: str, sources: list[Path], to: str, folder: Path, timeout: float) -> bool:
    """Let LibreOffice turn files into another format, in `folder`/target; False if that takes longer than `timeout`."""
    profile = folder / "profile"
    if not profile.is_dir():
        _write_settings(profile)
    command = [
        program, f"-env:UserInstallation={profile.as_uri()}",
        "--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
        "--convert-to", to, "--outdir", str(folder / "target"), *map(str, sources),
    ]  # fmt: skip
    return _run(command, folder, timeout)


def _run(command: list[str], folder: Path, timeout: float) -> bool:
    """Run to the end; False, and nothing of it left running, after `timeout` seconds."""
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        return False
    finally:
        # «soffice» is only a script that starts the real one, which would go on without it
        if process.poll() is None:
            _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _as_docx(path: Path, converted: Path, kind: str) -> Document:
    from . import docx

    try:
        document = docx.read(converted)
    except ReadingError as error:
        raise ReadingError(str(error).replace(str(converted), str(path))) from error
    return replace(document, path=path, format=kind)


def _starts_with(path: Path, *marks: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(8).startswith(marks)


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
