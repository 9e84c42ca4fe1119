"""The files that a command is given and writes: found by their names, never written over, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..system import reason, write
from .words import NAMES, Refusal


def named(text: str) -> Path:
    """A file or folder of the command line, however its accents are put together.

    Raises Refusal for an empty name, which Python takes for this folder.
    """
    if not text:
        raise Refusal('tên tệp để trống (""); ghi tên tệp hoặc thư mục, dấu chấm (.) là thư mục hiện tại')
    path = Path(text)
    if os.path.lexists(path) or text == "-":
        return path
    from ..text import nfc

    # A Mac writes «ế» as three characters and a keyboard as one: the same name to whoever reads it.
    with suppress(OSError):
        inside = named(str(path.parent)).iterdir()
        return next((each for each in inside if nfc(each.name) == nfc(path.name)), path)
    return path


def existing(path: Path, what: str) -> Path:
    """`path`, if there is such a file. Raises Refusal."""
    if str(path) == "-":
        raise Refusal(f"{what}: «-» chỉ đứng ở chỗ của kế hoạch được kiểm tra hoặc xem; hãy ghi ra một tệp trước")
    if os.path.isfile(path):
        return path
    if os.path.isdir(path):
        raise Refusal(f"{what}: «{path}» là thư mục, cần một tệp")
    try:
        path.stat()
    except PermissionError as error:  # of a folder on the way to it
        raise Refusal(f"{what}: không mở được «{path}»: {reason(error)}") from error
    except OSError:
        pass
    raise Refusal(f"{what}: không tìm thấy «{path}»")


def target(text: str) -> Path:
    """A file or folder of the command line that is to be written. Raises Refusal for an empty name and for «-»."""
    if text == "-":
        raise Refusal("«-» không phải tên tệp để ghi; hãy ghi một tên tệp")
    return named(text)


def writable(out: Path, option: str = "-o") -> None:
    """Refuse what cannot be written, before anything is read or asked. Raises Refusal."""
    if os.path.exists(out) and not os.path.isfile(out) and not os.path.isdir(out):
        return  # a device or a pipe is written to as it is
    if os.path.isdir(out):
        why = "đây là thư mục"
    elif not os.path.isdir(out.parent):
        why = f"không có thư mục này; hãy tạo thư mục «{out.parent}» trước"
    elif not os.access(out.parent, os.W_OK):
        why = "không có quyền"
    else:
        return
    raise Refusal(f"{option}: không ghi được «{out}»: {why}")


def apart(out: Path, *read: Path | None) -> None:
    """Refuse to write over a file that is read. Raises Refusal."""
    if out.exists() and any(path and path.exists() and path.samefile(out) for path in read):
        raise Refusal(f"«{out}» là tệp đang đọc; hãy ghi ra tệp khác")


def spared(out: Iterable[Path], force: bool) -> None:
    """Refuse to write over documents that are there: somebody may have worked on them. Raises Refusal.

    What only kehoach writes (a report, a baseline) is renewed without asking. An empty file has no work in it.
    """
    there = [] if force else [path for path in out if path.is_file() and path.stat().st_size]
    if there:
        more = f" và {len(there) - 1} tệp khác" if len(there) > 1 else ""
        raise Refusal(f"«{there[0]}»{more} đã có; thêm --force để ghi đè, hoặc ghi ra chỗ khác")


def output(path: Path, text: str) -> None:
    """Write a text file whole or not at all."""
    output_bytes(path, text.encode("utf-8", NAMES))


def output_bytes(path: Path, content: bytes, make_folder: bool = False) -> None:
    """Write a file whole or not at all. What is no file (/dev/stdout) is written to as it is.

    Raises Refusal.
    """
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        write(content, path)
    except OSError as error:
        raise Refusal(f"không ghi được «{path}»: {reason(error)}") from error
