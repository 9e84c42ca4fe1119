"""kehoach template: look an office's own layout through before it is used, and list those that are shipped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .files import existing, named
from .words import Command, Group, Refusal, told

app = typer.Typer(
    cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
    help="Kiểm tra mẫu trình bày (.docx) riêng của cơ quan.",
)  # fmt: skip


@app.command(cls=Command)
def check(
    layout: Annotated[Path, typer.Argument(parser=named, metavar="MẪU.docx", help="Mẫu trình bày.")],
) -> None:
    """Cho biết mẫu dùng, thiếu hay viết sai trường nào và ở đâu."""
    from ..draft import DraftingError, template
    from ..draft.layout import FIELDS

    try:
        checked = template.check(existing(layout, "mẫu trình bày"))
    except DraftingError as error:
        raise Refusal(str(error)) from error
    for name, places in checked.used.items():
        told(f"  {name:<12}{FIELDS[name]}; ở {', '.join(places)}")
    if checked.problems:
        wrong = "\n".join(f"  {one}" for one in checked.problems)
        raise Refusal(f"{layout}: {len(checked.problems)} chỗ phải sửa\n{wrong}")
    told(f"{layout}: dùng được")


@app.command("list", cls=Command)
def shipped() -> None:
    """Liệt kê các mẫu trình bày có sẵn và chỗ của chúng."""
    from ..draft.wording import TEMPLATES

    for path in sorted((TEMPLATES / "layout").glob("*.docx")):
        told(f"{path.stem:<14}{path}")
