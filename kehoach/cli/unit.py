"""kehoach unit: write a UNIT.toml by asking, and check one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .. import unit as units
from ..patterns import lazy
from .files import named, output, output_bytes, spared, target, writable
from .given import unit_at
from .words import Command, Group, Refusal, told

_KEY = lazy(r"^«\w+» là «[^»]*»[:,] ")
LISTS = {
    "departments": "Các phòng, tổ, bộ phận, đầu mối ghi trước",
    "recipients": "Nơi nhận khác, ví dụ: Các tổ dân phố (để thực hiện)",
}

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
    out: Annotated[Path, typer.Option("--output", "-o", parser=target, metavar="TỆP", help="Ghi ra tệp này.")] = Path(
        "UNIT.toml"
    ),
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> None:
    """Hỏi từng mục rồi ghi một tệp UNIT.toml có chú thích."""
    writable(out)
    spared([out], force)
    typer.echo("Loại đơn vị: trả lời bằng số ở đầu dòng, bằng tên hoặc bằng mã trong ngoặc.", err=True)
    for number, (key, level) in enumerate(units.levels().items(), 1):
        typer.echo(f"  {number:>2}. {level.name} ({key})", err=True)
    answers = _asked()
    output(out, written(answers))
    typer.echo(f"đã ghi {out}; soạn kế hoạch: kehoach draft KẾ_HOẠCH_CẤP_TRÊN --unit {out} -o KẾ_HOẠCH.docx", err=True)


@app.command(cls=Command)
def sheet(
    out: Annotated[
        Path, typer.Option("--output", "-o", parser=target, metavar="UNITS.xlsx", help="Ghi ra tệp này.")
    ] = Path("UNITS.xlsx"),
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> None:
    """Ghi một bảng Excel trống để khai nhiều đơn vị.

    Trong bảng có hướng dẫn và danh sách để chọn; điền xong thì dùng với «kehoach draft --units».
    """
    if out.suffix.lower() != ".xlsx":
        raise Refusal(f"-o: «{out}» phải là tệp .xlsx")
    writable(out)
    spared([out], force)
    from ..draft import workbook

    output_bytes(out, workbook.empty())
    typer.echo(f"đã ghi {out}; điền xong: kehoach draft KẾ_HOẠCH_CẤP_TRÊN --units {out} -o THƯ_MỤC", err=True)


def _asked() -> dict[str, object]:
    """Every key of UNIT.toml, asked again until it can be used."""
    data: dict[str, object] = {}
    for key in ("level", "name", "short_name", "superior", "place", "province"):
        data[key] = _ask(key, data)
    data["signer"] = _signer(data)
    for key, words in LISTS.items():
        data[key] = units.listed(key, _prompt(f"{words}; cách nhau bằng dấu chấm phẩy", optional=True))
    return data


def _signer(data: dict[str, object]) -> dict[str, str]:
    """Who signs. The authority and the position must fit each other: where they do not, both are asked again."""
    while True:
        authority = _authority()
        position = _prompt(units.MEANING["signer.position"])
        signer = {"authority": authority, "position": position}
        if not (wrong := _wrong_signer(data, signer)):
            break
        _tell(wrong)
    while True:
        signer["name"] = _prompt(units.MEANING["signer.name"], optional=True)
        if not (wrong := _wrong_signer(data, signer)):
            return signer
        _tell(wrong)


def _authority() -> str:
    """One that Nghị định 30 has; «tm» and «KT» are meant as «TM.» and «KT.»."""
    while True:
        answer = _prompt(units.MEANING["signer.authority"], optional=True).upper()
        authority = f"{answer.rstrip('.')}." if answer else ""
        if authority in units.AUTHORITIES:
            return authority
        _tell([f"hãy trả lời {', '.join(filter(None, units.AUTHORITIES))} hoặc nhấn Enter để trống"])


def _wrong_signer(data: dict[str, object], signer: dict[str, str]) -> list[str]:
    """What is wrong with the signer, in the words of the questions."""
    others = set(units.problems(data))
    found = [error for error in units.problems({**data, "signer": signer}) if error not in others]
    for key in ("authority", "position", "name"):
        meaning = units.MEANING[f"signer.{key}"].partition(":")[0].partition(",")[0]
        found = [error.replace(f"signer: «{key}»", meaning).replace(f"«signer.{key}»", meaning) for error in found]
    return found


def _tell(wrong: list[str]) -> None:
    typer.echo("\n".join(f"  {error}" for error in wrong), err=True)


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
        _tell([_KEY.sub("", error) for error in wrong])


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
