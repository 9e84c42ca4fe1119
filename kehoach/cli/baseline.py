"""kehoach baseline: note what is found now, so that later runs tell only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .asked import AsOf, Ignore, Jobs, Lang, Parent, Plans, Select, UnitFile
from .files import apart, existing, output, target, writable
from .words import Command, Refusal, application, noted

app = application()


@app.command(cls=Command)
def baseline(
    plans: Plans,
    out: Annotated[
        Path, typer.Option("--output", "-o", parser=target, metavar="TỆP", help="Ghi tệp mốc ra đây.")
    ] = Path("kehoach.baseline.json"),
    parent: Parent = None,
    unit: UnitFile = None,
    select: Select = "",
    ignore: Ignore = "",
    as_of: AsOf = "",
    jobs: Jobs = "0",
    lang: Lang = "vi",
) -> None:
    """Ghi các phát hiện hiện có thành tệp mốc, để «kehoach lint --baseline» chỉ báo điều mới.

    Chèn thêm dòng vào kế hoạch thì các phát hiện cũ vẫn được nhận ra. Mã thoát: 0, hoặc 2 khi có tệp không đọc được.
    """
    from .. import baseline as marks
    from ..config import DEFAULT
    from . import batch, given
    from .jobs import Job

    english = given.language(lang) == "en"
    files = batch.collect(plans)
    apart(out, *files, parent, unit)
    writable(out)
    job = Job(
        config=given.config_over(DEFAULT, select, ignore, ""),
        above=existing(parent, "--parent") if parent else None,
        unit=given.unit_at(unit) if unit else None,
        as_of=given.day(as_of),
        configs=given.configs(files, select, ignore, ""),
        unnamed=batch.unnamed(files),
        english=english,
    )
    checked = batch.run(list(files), job, given.count(jobs)).files
    readable = [(file.plan.document, file.report) for file in checked if not file.broken]
    if not readable:
        raise Refusal("không có tệp nào đọc được, nên không ghi tệp mốc")
    output(out, marks.dump(out, readable) + "\n")
    count = sum(len(report.findings) for _, report in readable)
    noted(f"đã ghi {count} phát hiện của {len(readable)} tệp vào {out}; dùng: kehoach lint --baseline {out}", english)
    if any(file.broken for file in checked):
        raise typer.Exit(2)
