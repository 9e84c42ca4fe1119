"""The Vietnamese words of the command line itself: help scaffolding and usage errors that typer has in English only."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ..system import reason

HELP = (
    (r"(?<=^Usage: )(.*) \{([^{}]*)\}", r"\1 \2"),
    (r"^Usage: ", "Cách dùng: "),
    (r"\[OPTIONS\]", "[TÙY CHỌN]"),
    (r"COMMAND \[ARGS\]\.\.\.", "LỆNH [ĐỐI SỐ]..."),
    (r"^Arguments:$", "Đối số:"),
    (r"^Options:$", "Tùy chọn:"),
    (r"^Commands:$", "Lệnh:"),
    (r"Show this message and exit\.", "Hiện hướng dẫn này rồi thoát."),
    (r"\[required\]", "[bắt buộc]"),
    (r"\[default:(\s+)([^\]]*)\]", r"[mặc định:\1\2]"),
)
USAGE = (
    (r"No such option: (\S+)(?: .*)?", "không có tùy chọn «{}»"),
    (r"No such command '(.*)'\.(?:.*)", "không có lệnh «{}»"),
    (r"Missing command\.", "chưa cho biết lệnh nào"),
    (r"Option '?([^\s']+)'? requires (?:an|\d+) arguments?\.?", "tùy chọn «{}» cần một giá trị"),
    (r"Option '?([^\s']+)'? does not take a value\.?", "tùy chọn «{}» không nhận giá trị"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", "thừa đối số: «{}»"),
    (r"Missing (?:argument|option|parameter) '([^']+)'.*", "thiếu {}"),
    (r"Invalid value for '?([^':]+)'?(?: / '[^']*')?: .* '(.*)' is not readable\.", "{}: không có quyền đọc «{}»"),
    (r"Invalid value for '?([^':]+)'?(?: / '[^']*')?: .*", "giá trị của {} không hợp lệ"),
)
# typer carries its own copy of click since 0.28 and needed the package before: the base class is the same in both.
UsageError = typer.BadParameter.__base__ or typer.BadParameter


class Refusal(Exception):  # noqa: N818 — a user error said in one sentence, not a failure of ours
    """The command cannot go on because of what it was given. The message is one Vietnamese sentence; the exit is 2."""


class Command(TyperCommand):
    """A command with Vietnamese help."""

    def get_help(self, ctx: Any) -> str:
        return vietnamese(super().get_help(ctx))


class Group(TyperGroup):
    """A command with subcommands and Vietnamese help."""

    def get_help(self, ctx: Any) -> str:
        return vietnamese(super().get_help(ctx))


def application() -> typer.Typer:
    """What a module of a single command starts with."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def vietnamese(help: str) -> str:
    for english, ours in HELP:
        help = re.sub(english, ours, help, flags=re.MULTILINE)
    return help


def explained(error: Exception, english: bool = False) -> str:
    """What to tell the user when a command stopped: one sentence, or the help when nothing was asked."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error)
    if not english:
        return f"kehoach: {_explained(error)}"
    if isinstance(error, UsageError):
        return f"kehoach: {error.format_message()}"  # type: ignore[attr-defined]
    from ..report.english import sentence

    return f"kehoach: {sentence(_explained(error))}"


def _explained(error: Exception) -> str:
    if isinstance(error, Refusal):
        return str(error)
    if isinstance(error, UsageError):
        command = getattr(getattr(error, "ctx", None), "command_path", "kehoach")
        return f"{_usage(error)}; xem «{command} --help»"
    if isinstance(error, OSError):
        what = f"đọc hoặc ghi được «{error.filename}»" if error.filename else "in ra được kết quả"
        return f"không {what}: {reason(error)}"
    return f"chương trình gặp lỗi ngoài dự kiến ({type(error).__name__}: {error}); xin báo cho nhóm phát triển"


def _usage(error: Any) -> str:
    said = error.format_message()
    for english, ours in USAGE:
        if m := re.fullmatch(english, said, re.DOTALL):
            return ours.format(*m.groups())
    return f"dòng lệnh không đúng ({said})"


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
        return next((each for each in path.parent.iterdir() if nfc(each.name) == nfc(path.name)), path)
    return path


def existing(path: Path, what: str) -> Path:
    """`path`, if there is such a file. Raises Refusal."""
    if os.path.isfile(path):
        return path
    is_folder = os.path.isdir(path)
    raise Refusal(f"{what}: «{path}» là thư mục, cần một tệp" if is_folder else f"{what}: không tìm thấy «{path}»")


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


def _as_bytes(error: UnicodeError) -> tuple[bytes, int]:
    """What stands for characters that UTF-8 has not: the bytes of a file's name that Python could not read as text.

    Where the system's language is «C», a Vietnamese name comes as such bytes; they are UTF-8 nearly always.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    odd = error.object[error.start : error.end]
    name = bytes(ord(c) - ESCAPED for c in odd if 0x80 <= ord(c) - ESCAPED <= 0xFF)
    return name.decode("utf-8", "replace").encode() or b"?", error.end


# Python writes a byte 0x80 to 0xFF that is no text as U+DC80 to U+DCFF.
ESCAPED = 0xDC00
NAMES = "kehoach.names"
codecs.register_error(NAMES, _as_bytes)


def output(path: Path, text: str) -> None:
    """Write a text file whole or not at all."""
    output_bytes(path, text.encode("utf-8", NAMES))


def output_bytes(path: Path, content: bytes, make_folder: bool = False) -> None:
    """Write a file whole or not at all: beside, then rename. What is no file (/dev/stdout) is written to as it is.

    Raises Refusal.
    """
    beside = path.with_name(f".{path.name}.tmp")
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise Refusal(f"không ghi được «{path}»: {reason(error)}") from error
    finally:  # also when the user stops it
        with suppress(OSError):
            beside.unlink(missing_ok=True)
