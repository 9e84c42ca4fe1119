"""kehoach lint: check plans, alone or against their parents."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .words import Command, Refusal, application, existing, output

if TYPE_CHECKING:
    from ..config import Config
    from ..model import Unit

app = application()
FAIL_ON = ("error", "warning", "info")


@app.command(cls=Command)
def lint(
    plans: Annotated[list[Path], typer.Argument(metavar="KẾ_HOẠCH...", help="Tệp hoặc thư mục kế hoạch.")],
    parent: Annotated[
        Path | None, typer.Option("--parent", metavar="TỆP", help="Kế hoạch cấp trên, dùng cho mọi tệp.")
    ] = None,
    unit: Annotated[Path | None, typer.Option("--unit", metavar="TỆP", help="Thông tin đơn vị (UNIT.toml).")] = None,
    format: Annotated[str, typer.Option("--format", metavar="text|json", help="Dạng kết quả.")] = "text",
    output_file: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi kết quả ra tệp thay vì màn hình.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="error|warning|info", help="Mức thấp nhất làm mã thoát bằng 1.")
    ] = "error",
    select: Annotated[
        str, typer.Option("--select", metavar="MÃ,...", help="Chỉ xét các quy tắc hoặc nhóm này, ví dụ KH3,KH401.")
    ] = "",
    ignore: Annotated[str, typer.Option("--ignore", metavar="MÃ,...", help="Bỏ qua các quy tắc hoặc nhóm này.")] = "",
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="NĂM-THÁNG-NGÀY", help="Ngày xét, khi kế hoạch chưa ghi ngày.")
    ] = "",
    jobs: Annotated[
        str, typer.Option("--jobs", "-j", metavar="SỐ", help="Số tiến trình chạy song song (0: tự chọn).")
    ] = "0",
    lang: Annotated[str, typer.Option("--lang", metavar="vi|en", help="Ngôn ngữ của thông báo.")] = "vi",
) -> None:
    """Kiểm tra kế hoạch về bố cục, viện dẫn, thời hạn; đối chiếu với kế hoạch cấp trên nếu có.

    Mã thoát: 0 không có lỗi, 1 có lỗi từ mức --fail-on, 2 dùng sai hoặc có tệp không đọc được.
    """
    from ..report import REPORTERS, Results
    from ..report.summary import summary
    from . import batch

    started = time.perf_counter()
    if format not in REPORTERS:
        raise Refusal(f"--format: không có dạng «{format}», chọn một trong: {', '.join(REPORTERS)}")
    if lang not in ("vi", "en"):
        raise Refusal(f"--lang: không có ngôn ngữ «{lang}», chọn vi hoặc en")
    config = _config(select, ignore, fail_on)
    job = batch.Job(
        config=config,
        parent=batch.parent_plan(existing(parent, "--parent")) if parent else None,
        unit=_unit(existing(unit, "--unit")) if unit else None,
        as_of=_date(as_of),
    )
    files = batch.run(batch.collect(plans), job, _count(jobs))
    color = output_file is None and sys.stdout.isatty() and not _no_color()
    results = Results(tuple(files), time.perf_counter() - started, language=lang, color=color)
    text = REPORTERS[format](results)
    if output_file:
        output(output_file, text + "\n")
    elif text:
        typer.echo(text)
    typer.echo(summary(results), err=True)
    if any(file.broken for file in results.files):
        raise typer.Exit(2)
    raise typer.Exit(1 if any(finding.severity >= config.fail_on for finding in results.findings) else 0)


def _no_color() -> bool:
    import os

    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def _config(select: str, ignore: str, fail_on: str) -> Config:
    from ..config import Config
    from ..model import Severity

    if fail_on not in FAIL_ON:
        raise Refusal(f"--fail-on: không có mức «{fail_on}», chọn một trong: {', '.join(FAIL_ON)}")
    return Config(
        select=_codes("--select", select) or ("KH",),
        ignore=dict.fromkeys(_codes("--ignore", ignore), "dòng lệnh"),
        fail_on=Severity[fail_on.upper()],
    )


def _codes(option: str, text: str) -> tuple[str, ...]:
    from ..rules import RULES

    codes = tuple(code.strip().upper() for code in text.split(",") if code.strip())
    for code in codes:
        if not any(id.startswith(code) for id in RULES):
            raise Refusal(f"{option}: không có quy tắc hay nhóm «{code}»; xem «kehoach rules»")
    return codes


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refusal(f"--as-of: «{text}» không phải là một ngày; viết NĂM-THÁNG-NGÀY, ví dụ 2026-11-21") from None


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    raise Refusal(f"--jobs: «{text}» không phải là một số nguyên từ 0 trở lên")


def _unit(path: Path) -> Unit:
    from .. import unit

    try:
        return unit.read(path)
    except unit.UnitError as error:
        raise Refusal("; ".join(error.errors)) from error
