"""kehoach show: what was understood of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .words import Command, Refusal, application, named

FORMATS = ("tree", "json", "text")
app = application()


@app.command(cls=Command)
def show(
    plan: Annotated[Path, typer.Argument(parser=named, metavar="KẾ_HOẠCH", help="Tệp kế hoạch.")],
    format: Annotated[
        str, typer.Option("--format", metavar="tree|json|text", help="Cây cho người đọc, JSON, hoặc chữ như đọc được.")
    ] = "tree",
    restored: Annotated[
        bool, typer.Option("--restored", help="In chữ đã khôi phục dấu của văn bản bị mất dấu; chỗ chưa chắc có [?].")
    ] = False,
) -> None:
    """Cho xem kehoach hiểu gì về một kế hoạch: số, ngày, mục, viện dẫn, thời hạn, nhiệm vụ, nơi nhận, người ký."""
    from ..readers import ReadingError, read

    if format not in FORMATS:
        raise Refusal(f"--format: không có dạng «{format}», chọn một trong: {', '.join(FORMATS)}")
    try:
        document = read(plan)
    except ReadingError as error:
        raise Refusal(f"{plan}: {error}") from error
    if restored:
        from ..readers.shown import restored_text

        typer.echo(restored_text(document), nl=False)
        return
    if format == "text":
        from ..readers.shown import blocks_as_text

        typer.echo(blocks_as_text(document))
        return
    from .. import extract
    from ..report import plan_json, plan_tree

    understood = extract.plan(document)
    typer.echo(plan_json.render(understood) if format == "json" else plan_tree.render(understood))
