"""kehoach draft: a plan for one unit, from the plan above it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from .words import Command, Refusal, application, existing, reason

app = application()


@app.command(cls=Command)
def draft(
    parent: Annotated[Path, typer.Argument(metavar="KẾ_HOẠCH_CẤP_TRÊN", help="Kế hoạch cấp trên: .docx, .txt, .md.")],
    unit: Annotated[
        Path, typer.Option("--unit", metavar="UNIT.toml", help="Thông tin đơn vị; lập bằng «kehoach unit init».")
    ],
    out: Annotated[Path, typer.Option("--output", "-o", metavar="TỆP.docx", help="Ghi kế hoạch mới ra tệp này.")],
    on: Annotated[
        str,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Ngày ban hành; không có thì để trống ngày, lấy tháng này."),
    ] = "",
    number: Annotated[str, typer.Option("--number", metavar="SỐ", help="Số của kế hoạch; không có thì để trống.")] = "",
    layout: Annotated[
        Path | None, typer.Option("--layout", metavar="MẪU.docx", help="Mẫu trình bày riêng của cơ quan.")
    ] = None,
) -> None:
    """Soạn kế hoạch của một đơn vị từ kế hoạch cấp trên.

    Điều chỉ người soạn mới biết được để trong ngoặc vuông […] và liệt kê ra màn hình.
    """
    from .. import unit as units
    from ..readers import ReadingError, read

    day = _day(on)
    if number and not (number.isascii() and number.isdigit()):
        raise Refusal(f"--number: «{number}» không phải số")
    _check_output(out, parent, unit, layout)
    try:
        issuer = units.read(unit)
    except units.UnitError as error:
        raise Refusal("\n".join(error.errors)) from error
    try:
        document = read(existing(parent, "kế hoạch cấp trên"))
    except ReadingError as error:
        raise Refusal(f"{parent}: {error}") from error
    from .. import draft as drafting
    from .. import extract

    try:
        made = drafting.draft(
            extract.plan(document), issuer, day or date.today(), number.zfill(2) if number else "", bool(day)
        )
        content = drafting.render(made, layout) if layout else drafting.render(made)
    except (drafting.LayoutError, drafting.WordingError) as error:
        raise Refusal(str(error)) from error
    try:
        drafting.write(content, out)
    except OSError as error:
        raise Refusal(f"không ghi được «{out}»: {reason(error)}") from error
    _tell(made, out, blank=[name for name, given in (("số", number), ("ngày ban hành", day)) if not given])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refusal(f"--date: «{text}» không phải ngày dạng YYYY-MM-DD") from None


def _check_output(out: Path, *read: Path | None) -> None:
    """Never write over a file that was read, nor where nothing can be written."""
    if out.suffix.lower() != ".docx":
        raise Refusal(f"-o: «{out}» phải là tệp .docx")
    if out.is_dir() or not out.parent.is_dir():
        raise Refusal(f"-o: không ghi được «{out}»: {'đây là thư mục' if out.is_dir() else 'không có thư mục này'}")
    if any(path and path.exists() and out.exists() and path.samefile(out) for path in read):
        raise Refusal(f"-o: «{out}» là tệp đang đọc; hãy ghi ra tệp khác")


def _tell(made: object, out: Path, blank: list[str]) -> None:
    """What was written and what a person must still fill in: on stderr, the plan itself is the result."""
    from ..draft import Draft

    assert isinstance(made, Draft)
    typer.echo(f"đã soạn {out}", err=True)
    if blank:
        typer.echo(f"  để trống: {', '.join(blank)}", err=True)
    for mark in made.marks:
        typer.echo(f"  cần điền: {mark}", err=True)
    if made.left_out:
        typer.echo(
            f"  không đưa vào {len(made.left_out)} đoạn của cấp trên vì không thuộc đơn vị hoặc đã quá hạn", err=True
        )
