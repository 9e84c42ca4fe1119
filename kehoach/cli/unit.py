"""kehoach unit: write a UNIT.toml by asking, and check one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .. import unit as units
from ..patterns import lazy
from .files import named, output, output_bytes
from .given import unit_at
from .words import Command, Group, Refusal, told

_KEY = lazy(r"^«\w+» là «[^»]*»[:,] ")

app = typer.Typer(
    cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
    help="Lập và kiểm tra tệp thông tin đơn vị (UNIT.toml).",
)  # fmt: skip


@app.command(cls=Command)
def check(
    file: Annotated[Path, typer.Argument(parser=named, metavar="UNIT.toml", help="Tệp thông tin đơn vị.")],
) -> None:
    """Kiểm tra một tệp UNIT.toml và nêu tất cả lỗi cùng lúc."""
    unit = unit_at(file, what="UNIT.toml")
    told(f"{file}: {unit.name} ({units.levels()[unit.level].name}), không có lỗi")


@app.command(cls=Command)
def init(
    out: Annotated[Path, typer.Option("--output", "-o", metavar="TỆP", help="Ghi ra tệp này.")] = Path("UNIT.toml"),
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> None:
    """Hỏi từng mục rồi ghi một tệp UNIT.toml có chú thích."""
    if out.exists() and not force:
        raise Refusal(f"«{out}» đã có; thêm --force để ghi đè hoặc -o để ghi tên khác")
    typer.echo("Loại đơn vị: trả lời bằng số ở đầu dòng, bằng tên hoặc bằng mã trong ngoặc.", err=True)
    for number, (key, level) in enumerate(units.levels().items(), 1):
        typer.echo(f"  {number:>2}. {level.name} ({key})", err=True)
    answers = _asked()
    output(out, written(answers))
    typer.echo(f"đã ghi {out}; soạn kế hoạch: kehoach draft KẾ_HOẠCH_CẤP_TRÊN --unit {out} -o KẾ_HOẠCH.docx", err=True)


@app.command(cls=Command)
def sheet(
    out: Annotated[Path, typer.Option("--output", "-o", metavar="UNITS.xlsx", help="Ghi ra tệp này.")] = Path(
        "UNITS.xlsx"
    ),
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> None:
    """Ghi một bảng Excel trống để khai nhiều đơn vị.

    Trong bảng có hướng dẫn và danh sách để chọn; điền xong thì dùng với «kehoach draft --units».
    """
    if out.suffix.lower() != ".xlsx":
        raise Refusal(f"-o: «{out}» phải là tệp .xlsx")
    if out.exists() and not force:
        raise Refusal(f"«{out}» đã có; thêm --force để ghi đè hoặc -o để ghi tên khác")
    from ..draft import workbook

    output_bytes(out, workbook.empty())
    typer.echo(f"đã ghi {out}; điền xong: kehoach draft KẾ_HOẠCH_CẤP_TRÊN --units {out} -o THƯ_MỤC", err=True)


def _asked() -> dict[str, object]:
    """Every key of UNIT.toml, asked again until it can be used."""
    data: dict[str, object] = {}
    for key in ("level", "name", "short_name", "superior", "place", "province"):
        data[key] = _ask(key, data)
    signer: dict[str, str] = {}
    data["signer"] = signer
    for key in ("authority", "position", "name"):
        while True:
            signer[key] = _prompt(units.MEANING[f"signer.{key}"], optional=key != "position")
            wrong = [error for error in units.problems(data) if "signer" in error and "thiếu" not in error]
            if not wrong or (key == "authority" and signer[key] in units.AUTHORITIES):
                break
            typer.echo("\n".join(wrong), err=True)
    data["departments"] = [{"name": name} for name in _list("Các phòng, tổ, bộ phận, đầu mối ghi trước")]
    data["recipients"] = [
        {"name": name.strip(), "purpose": purpose.strip(" )")}
        for name, _, purpose in (
            one.partition("(") for one in _list("Nơi nhận khác, ví dụ: Các tổ dân phố (để thực hiện)")
        )
    ]
    return data


def _ask(key: str, data: dict[str, object]) -> str:
    while True:
        answer = _prompt(units.MEANING[key], optional=not units.KEYS[key])
        if key == "level":
            answer = _level(answer)
        wrong = [
            error for error in units.problems({**data, key: answer}) if f"«{key}»" in error and "thiếu" not in error
        ]
        if not wrong:
            return answer
        if key == "level":
            _, hint, meant = wrong[0].partition("; có phải là ")
            last = len(units.levels())
            wrong = [f"hãy trả lời bằng số từ 1 đến {last}, hoặc bằng tên, mã trong danh sách trên{hint}{meant}"]
        # who was asked a question does not know the key that its answer has in the file
        typer.echo("\n".join(f"  {_KEY.sub('', error)}" for error in wrong), err=True)


def _level(answer: str) -> str:
    keys = list(units.levels())
    return keys[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(keys) else units.level_named(answer)


def _prompt(words: str, optional: bool = False) -> str:
    free = " (có thể để trống)" if optional and "để trống" not in words else ""
    words = f"{words[:1].upper()}{words[1:]}{free}"
    try:
        return str(typer.prompt(words, default="" if optional else None, show_default=False, err=True)).strip()
    except typer.Abort:
        typer.echo(err=True)  # the cursor stands behind the question
        if sys.stdin is not None and sys.stdin.isatty():
            raise
        raise Refusal(f"hết câu trả lời khi đang hỏi «{words}»; chưa ghi tệp nào") from None


def _list(words: str) -> list[str]:
    return [
        one.strip()
        for one in _prompt(f"{words}; cách nhau bằng dấu chấm phẩy", optional=True).split(";")
        if one.strip()
    ]


def written(data: dict[str, object]) -> str:
    """A UNIT.toml with a comment over every key.

    >>> written({"name": "Trường \\"A\\"", "signer": {}}).splitlines()[1]
    'name = "Trường \\\\"A\\\\""'
    """
    lines: list[str] = []
    for key, value in data.items():
        if isinstance(value, str):
            lines += [f"# {_sentence(units.MEANING[key])}", f"{key} = {_quoted(value)}"]
        elif isinstance(value, dict):
            lines += ["", "# Người ký", f"[{key}]"]
            for name, text in value.items():
                lines += [f"# {_sentence(units.MEANING[f'{key}.{name}'])}", f"{name} = {_quoted(text)}"]
        elif isinstance(value, list):
            lines += [
                "",
                f"# {'Các phòng, tổ, bộ phận; mục đầu là đầu mối' if key == 'departments' else 'Nơi nhận khác'}",
            ]
            for row in value:
                lines += [f"[[{key}]]", *(f"{name} = {_quoted(text)}" for name, text in row.items() if text)]
    return "\n".join(lines) + "\n"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
