"""How plans are to be drafted, the same for one unit and for many: date, layout, an office's own templates, remarks."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..model import Plan, Unit
from ..unit import levels
from .compose import compose
from .context import Draft
from .layout import LAYOUT, LayoutError, nearest
from .render import render
from .wording import TEMPLATES, WORDING, WordingError


class Job(Struct, frozen=True):
    """`day`: the day itself is printed. `overlay` is a folder of wording files, `comments` puts the trace into Word."""

    on: date
    day: bool = False
    layout: Path = LAYOUT
    overlay: Path | None = None
    mark: bool = False
    comments: bool = False

    def draft(self, parent: Plan, unit: Unit, number: str = "") -> Draft:
        return compose(parent, unit, self.on, number, self.day, self.overlay)

    def file(self, draft: Draft, parent: Plan, unit: Unit) -> bytes:
        said = None
        if self.comments:
            from .trace import remarks

            said = remarks(draft, parent, unit)
        return render(draft, self.layout, mark=self.mark, remarks=said)


def layout_named(name: str) -> Path:
    """A layout by its path, or one of those shipped by its name («truong-hoc»). Raises LayoutError."""
    path = Path(name)
    shipped = {one.stem: one for one in sorted((TEMPLATES / "layout").glob("*.docx"))}
    if path.exists() or path.suffix:
        return path
    if name in shipped:
        return shipped[name]
    raise LayoutError(f"không có mẫu trình bày «{name}»; có sẵn: {', '.join(shipped)}, hoặc chỉ một tệp .docx")


def office_templates(folder: Path) -> tuple[Path | None, Path | None]:
    """The wording folder and the layout of an office's own templates, None for what it does not change.

    Raises WordingError for a file that would change nothing: it is misplaced or misspelt.
    """
    if not folder.is_dir():
        raise WordingError(f"--templates: không có thư mục «{folder}»")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise WordingError(f"--templates: không mở được «{folder}»: không có quyền")
    wording, layout = folder / "wording", folder / "layout" / LAYOUT.name
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith((".", "~$"))]
    if not files:
        raise WordingError(f"--templates: thư mục «{folder}» không có tệp nào")
    for path in files:
        if path != layout:
            _check_place(path.relative_to(folder).as_posix())
    return wording if wording.is_dir() else None, layout if layout.is_file() else None


def _check_place(place: str) -> None:
    """Refuse a file that hides none of those shipped and is none of a level's own."""
    parts = {path.name for path in WORDING.rglob("*.txt")}
    families = sorted(path.name for path in WORDING.iterdir() if path.is_dir())
    every = [*levels().values(), *(replace(one, **more) for one in levels().values() for more in one.variants.values())]
    kinds = dict.fromkeys([*(one.words or one.key for one in every), *(one.group for one in every)])
    homes = [f"wording/{family}{kind}" for family in families for kind in ("", *(f"/{one}" for one in kinds))]
    home, _, name = place.rpartition("/")
    if home in homes and name in parts:
        return
    known = (f"layout/{LAYOUT.name}", *(f"{home}/{name}" for home in homes for name in sorted(parts)))
    near = nearest(place, known)
    hint = f"; có phải là «{near}»?" if near else ""
    raise WordingError(f"--templates: «{place}» không thay cho tệp nào của kehoach{hint}")
