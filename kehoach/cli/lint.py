"""kehoach lint: check plans, alone or against their parents."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .asked import AsOf, FailOn, Ignore, Jobs, Lang, Parent, Plans, Select, UnitFile
from .files import apart, existing, named, output, target, writable
from .words import Command, Refusal, application, told

if TYPE_CHECKING:
    from ..baseline import Baseline
    from ..report import Checked

app = application()


@app.command(cls=Command)
def lint(
    plans: Plans,
    parent: Parent = None,
    unit: UnitFile = None,
    format: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif|junit|github|html", help="Dạng kết quả.")
    ] = "text",
    output_file: Annotated[
        Path | None,
        typer.Option("--output", "-o", parser=target, metavar="TỆP", help="Ghi kết quả ra tệp thay vì màn hình."),
    ] = None,
    comments: Annotated[
        str | None,
        typer.Option(
            "--comments",
            metavar="TỆP.docx|THƯ_MỤC/",
            help="Ghi thêm bản sao của kế hoạch, mỗi phát hiện là một ghi chú trên đúng các chữ.",
        ),
    ] = None,
    fail_on: FailOn = "",
    select: Select = "",
    ignore: Ignore = "",
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", parser=named, metavar="TỆP", help="Chỉ báo điều chưa có trong tệp mốc («kehoach baseline»)."
        ),
    ] = None,
    show_config: Annotated[
        bool, typer.Option("--show-config", help="Cho xem từng quy tắc bật hay tắt, vì sao; không kiểm tra gì.")
    ] = False,
    as_of: AsOf = "",
    jobs: Jobs = "0",
    force: Annotated[bool, typer.Option("--force", help="Với --comments: ghi đè những bản sao đã có.")] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Xét lại cả những tệp không thay đổi từ lần chạy trước.")
    ] = False,
    lang: Lang = "vi",
) -> None:
    """Kiểm tra kế hoạch về bố cục, viện dẫn, thời hạn; đối chiếu với kế hoạch cấp trên nếu có.

    Cấu hình riêng đặt trong tệp kehoach.toml ở thư mục của kế hoạch hoặc thư mục trên nữa; tùy chọn ghi trên dòng
    lệnh được ưu tiên. Mã thoát: 0 không có lỗi, 1 có lỗi từ mức --fail-on, 2 dùng sai hoặc có tệp không đọc được.
    """
    from ..config import DEFAULT
    from ..report import REPORTERS, WHOLE, Results
    from ..report.results import WIDTH
    from ..report.summary import summary
    from . import batch, given
    from .jobs import Job

    started = time.perf_counter()
    if format not in REPORTERS:
        raise Refusal(f"--format: không có dạng «{format}», chọn một trong: {', '.join(REPORTERS)}")
    given.language(lang)
    given.config_over(DEFAULT, select, ignore, fail_on)  # a slip there is told before any file is looked for
    day, processes = given.day(as_of), given.count(jobs)
    above = existing(parent, "--parent") if parent else None
    body = given.unit_at(unit) if unit else None
    known = _known(existing(baseline, "--baseline")) if baseline else None
    paths = batch.collect(plans)
    if output_file:
        apart(output_file, *paths, parent, unit)
        _for_text(output_file)
        writable(output_file)
    if comments is not None:
        from . import marking

        copies = marking.targets(paths, comments, (parent, unit), force)
    configs = given.configs(paths, select, ignore, fail_on)
    if show_config:
        from ..report import settings_table

        for config, of in settings_table.grouped(configs):
            told(settings_table.render(config, of))
        return
    terminal = output_file is None and sys.stdout.isatty()
    usual = next(iter(configs.values()), DEFAULT)
    own = {path: config for path, config in configs.items() if config is not usual}
    job = Job(
        usual, above, body, day,
        configs=own, whole=format in WHOLE, unnamed=batch.unnamed(paths), remember=not no_cache,
        english=lang == "en", shown=terminal and format == "text" and sys.stderr.isatty(),
    )  # fmt: skip
    done = batch.run(list(paths), job, processes)
    if not done.files:
        raise Refusal(
            f"không có kế hoạch nào trong {len(paths)} tệp ở thư mục đã cho; muốn kiểm tra thì ghi rõ tên tệp"
        )
    files = _new_only(done.files, known) if known else done.files
    seconds = time.perf_counter() - started
    results = Results(
        files,
        seconds,
        language=lang,
        color=terminal and not _no_color(),
        width=min(WIDTH, _width()) if terminal else WIDTH,
        passed_over=done.passed_over,
    )
    text = REPORTERS[format](results)
    if comments is not None:
        marking.write(results, copies)
    if output_file:
        output(output_file, text + "\n")
    elif text:
        told(text)
    typer.echo(summary(results), err=True)
    if any(file.broken for file in results.files):
        raise typer.Exit(2)
    raise typer.Exit(1 if any(file.failed for file in results.files) else 0)


def _for_text(out: Path) -> None:
    """Refuse to name a report like a document: Word could not open it, or a plan would be gone."""
    from ..readers import READERS

    if out.suffix.lower() in READERS.keys() - {".txt", ".md"}:
        raise Refusal(
            f"-o: kết quả không ghi ra tệp {out.suffix} được; muốn có ghi chú trong tệp Word, dùng --comments"
        )


def _known(path: Path) -> Baseline:
    from ..baseline import Baseline, BaselineError

    try:
        return Baseline(path)
    except BaselineError as error:
        raise Refusal(str(error)) from error


def _new_only(files: tuple[Checked, ...], known: Baseline) -> tuple[Checked, ...]:
    from msgspec.structs import replace

    return tuple(replace(file, report=known.without_known(file.plan.document, file.report)) for file in files)


def _width() -> int:
    """How much of a paragraph fits beside its mark, so that the signs below stand under the words."""
    import shutil

    return max(30, shutil.get_terminal_size().columns - 8)


def _no_color() -> bool:
    import os

    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
