"""The command line. One file per command, loaded when it is called: parse, call, print, exit."""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from .. import kept, stopping
from .words import NAMES, explained, told, vietnamese

# Each command is a module of this package with an `app`; the words are for `kehoach --help`.
COMMANDS = {
    "draft": "Soạn kế hoạch của một hay nhiều đơn vị từ kế hoạch cấp trên.",
    "lint": "Kiểm tra kế hoạch, đối chiếu với kế hoạch cấp trên nếu có.",
    "show": "Cho xem kehoach hiểu gì về một kế hoạch.",
    "fix": "Sửa những chỗ sửa được, ghi ra tệp mới.",
    "baseline": "Ghi các phát hiện hiện có làm mốc, để lần sau chỉ báo điều mới.",
    "explain": "Giải thích một quy tắc: vì sao, căn cứ, ví dụ sai và đúng.",
    "rules": "Liệt kê các quy tắc.",
    "unit": "Lập và kiểm tra tệp thông tin đơn vị.",
    "template": "Kiểm tra mẫu trình bày riêng của cơ quan.",
}


class Commands(TyperGroup):
    """The commands by name: `--help` needs none of their modules, a command only its own."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(f".{cmd_name}", __name__).app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def get_help(self, ctx: Any) -> str:
        return vietnamese(super().get_help(ctx))


app = typer.Typer(
    cls=Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True
)


def _version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        told(f"kehoach {__version__}")
        raise typer.Exit


@app.callback(context_settings={"help_option_names": ["-h", "--help"]})
def kehoach(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="In số phiên bản rồi thoát."
    ),
) -> None:
    """Soạn và kiểm tra kế hoạch hành chính theo kế hoạch cấp trên và Nghị định 30/2020/NĐ-CP."""


def _nowhere() -> io.TextIOWrapper:
    return open(os.devnull, "w", encoding="utf-8")  # open as long as the program runs


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 nothing found, 1 findings, 2 bad usage or unreadable file. Never a traceback."""
    # Nearly everything that a command makes goes with its last reference: to look for circles seldom saves a tenth.
    gc.set_threshold(50_000)
    said = sys.argv[1:] if arguments is None else arguments
    # A stream that was closed («>&-») is none at all: what is said there, nobody hears.
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=NAMES)
    try:
        # typer turns the user's Ctrl-C into the code 130
        code = typer.main.get_command(app).main(arguments, prog_name="kehoach", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        code = stopping.STOPPED
    except Exception as error:
        # The one place where an unforeseen error is turned into a sentence: a clerk never sees a traceback.
        with suppress(OSError):  # the error stream may be what cannot be written to
            typer.echo(explained(error, stopping.is_english(said)), err=True)
        sys.exit(2)
    finally:
        kept.save()
    if code == stopping.STOPPED:
        typer.echo(stopping.words(said), err=True)
    sys.exit(code if isinstance(code, int) else 0)
