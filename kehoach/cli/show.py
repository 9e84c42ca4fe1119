"""kehoach show: what was understood of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .asked import Lang
from .files import named
from .words import Command, Refusal, about, application, told

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
    lang: Lang = "vi",
) -> None:
    """Cho xem kehoach hiểu gì về một kế hoạch: số, ngày, mục, viện dẫn, thời hạn, nhiệm vụ, nơi nhận, người ký."""
    from ..readers import ReadingError, read
    from .given import language

    english = language(lang) == "en"
    if format not in FORMATS:
        raise Refusal(f"--format: không có dạng «{format}», chọn một trong: {', '.join(FORMATS)}")
    try:
        document = read(plan)
    except ReadingError as error:
        raise Refusal(about(plan, str(error))) from error
    if restored:
        from ..readers.shown import restored_text

        told(restored_text(document), newline=False)
        return
    if format == "text":
        from ..readers.shown import blocks_as_text

        told(blocks_as_text(document))
        return
    from .. import extract
    from ..report import plan_json, plan_tree

    understood = extract.plan(document)
    told(plan_json.render(understood) if format == "json" else plan_tree.render(understood, english))
