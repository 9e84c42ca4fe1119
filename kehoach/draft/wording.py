"""The sentences of templates/wording: text Jinja files, rendered strictly and read as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .context import Line, Marker, Origin

HERE = Path(__file__).parents[1]
# In the wheel the templates lie inside the package, in the source tree beside it.
TEMPLATES = next(path for path in (HERE / "templates", HERE.parent / "templates") if path.is_dir())
WORDING = TEMPLATES / "wording"

_MARKERS: tuple[tuple[re.Pattern[str], Marker], ...] = (
    (re.compile(r"###\s+"), "###"),
    (re.compile(r"##\s+"), "##"),
    (re.compile(r"#\s+"), "#"),
    (re.compile(r"\d+\.\s+"), "*"),
    (re.compile(r"[a-zđ]\)\s+"), "**"),
    (re.compile(r"-\s+"), "-"),
    (re.compile(r"\+\s+"), "+"),
    (re.compile(r"~\s+"), "~"),
    (re.compile(r"!\s+"), "!"),
)
# A line of the parent stands in rendered text as this character and its number, so that it keeps its origin.
_PLACE = "\ue900"


class WordingError(Exception):
    """A wording file that cannot be used; the message is a Vietnamese sentence."""


class Wording:
    """The wording of one family of plans for one level; a file nearer to the level hides one farther away."""

    def __init__(self, family: str, level: str, group: str, folder: Path | None = None) -> None:
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment

        folder = folder or WORDING
        places = (f"{family}/{level}", f"{family}/{group}", family, f"chung/{level}", f"chung/{group}", "chung")
        wanted = [folder / place for place in places]
        self._put: list[Line] = []
        self._folder = folder
        self.environment = SandboxedEnvironment(
            loader=FileSystemLoader([path for path in wanted if path.is_dir()]),
            undefined=StrictUndefined,
            autoescape=False,  # these are lines of text; XML is escaped where XML is written
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=0,
        )
        self.environment.filters |= {"put": self._place, "first_upper": lambda text: text[:1].upper() + text[1:]}

    def _place(self, lines: Iterable[Line]) -> str:
        first = len(self._put)
        self._put += lines
        return "\n".join(f"{_PLACE}{number}" for number in range(first, len(self._put)))

    def lines(self, part: str, context: dict[str, Any]) -> list[Line]:
        """The lines of one part («muc-dich»). Raises WordingError for a variable without value and for bad syntax."""
        from jinja2 import TemplateError, meta

        name = f"{part}.txt"
        try:
            loader = self.environment.loader
            assert loader is not None
            source, path, _ = loader.get_source(self.environment, name)
            origin = Origin("wording", str(Path(path or name).relative_to(self._folder)))
            if self._folder != WORDING:  # the files shipped with kehoach are checked by its tests
                missing = meta.find_undeclared_variables(self.environment.parse(source, name)) - context.keys()
                if missing:
                    raise WordingError(f"tệp lời văn {origin.where}: không có giá trị cho {', '.join(sorted(missing))}")
            text = self.environment.from_string(source).render(context)
        except TemplateError as error:
            raise WordingError(f"tệp lời văn {name}: {error}") from error
        return [self._line(row.strip(), origin) for row in text.splitlines() if row.strip()]

    def _line(self, row: str, origin: Origin) -> Line:
        if row.startswith(_PLACE):
            return self._put[int(row[1:])]
        for pattern, marker in _MARKERS:
            if found := pattern.match(row):
                return Line(marker, row[found.end() :], origin)
        return Line("", row, origin)
