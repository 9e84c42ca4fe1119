"""The Vietnamese words of the command line itself: help scaffolding and usage errors that typer has in English only."""

from __future__ import annotations

import codecs
import os
import re
import sys
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

    lines = map(sentence, _explained(error).splitlines())
    return "kehoach: " + "\n".join(lines)


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


def told(text: str, newline: bool = True) -> None:
    """Print a result. A pipe that somebody closed («| head -1») hears no more of it, and the exit stays what it is."""
    try:
        typer.echo(text, nl=newline)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def noted(said: str, english: bool = False) -> None:
    """Say on the error stream what was done."""
    if english:
        from ..report.english import sentence

        said = sentence(said)
    typer.echo(said, err=True)


def about(path: Path, said: str) -> str:
    """A sentence about a file, with its name in front where the sentence does not name it."""
    return said if f"«{path}»" in said else f"{path}: {said}"


def as_text(argument: str) -> str:
    """What was typed on the command line, where the system's language is «C» too: see `_as_bytes`."""
    return argument.encode("utf-8", NAMES).decode()


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
