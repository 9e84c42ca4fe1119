"""The sentences of templates/wording: text Jinja files, rendered strictly and read as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from ..patterns import lazy
from .context import Line, Marker, Origin
from .explaining import BROKEN, explained
from .failure import DraftingError
from .sandbox import sandbox

HERE = Path(__file__).parents[1]
# In the wheel the templates lie inside the package, in the source tree beside it.
TEMPLATES = next(path for path in (HERE / "templates", HERE.parent / "templates") if path.is_dir())
WORDING = TEMPLATES / "wording"

_MARKERS: tuple[tuple[re.Pattern[str], Marker], ...] = (
    (lazy(r"###\s+"), "###"),
    (lazy(r"##\s+"), "##"),
    (lazy(r"#\s+"), "#"),
    (lazy(r"\d+\.\s+"), "*"),
    (lazy(r"[a-zđ]\)\s+"), "**"),
    (lazy(r"-\s+"), "-"),
    (lazy(r"\+\s+"), "+"),
    (lazy(r"~\s+"), "~"),
    (lazy(r"!\s+"), "!"),
)
_TAG = lazy(r"\{[{%#].*?[#%}]\}|^# [a-z-]+$", re.DOTALL | re.MULTILINE)
# A line of the parent stands in rendered text as this character and its number, so that it keeps its origin.
_PLACE = "\ue900"


class WordingError(DraftingError):
    """A wording file that cannot be used; the message is a Vietnamese sentence."""


@cache
def _origin(path: str, folders: tuple[Path, ...]) -> tuple[Path, Origin]:
    """Where words of a file come from, and in which of the folders it lies."""
    folder = next(folder for folder in folders if Path(path).is_relative_to(folder))
    return folder, Origin("wording", Path(path).relative_to(folder).as_posix())


class Wording:
    """The wording of one family of plans for one level; a file nearer to the level hides one farther away.

    `overlay` is a folder of an office's own files: each hides the one of the same name that is shipped.
    """

    def __init__(self, family: str, level: str, group: str, overlay: Path | None = None, like: str = "") -> None:
        from jinja2 import FileSystemLoader

        self._put: list[Line] = []
        self._folders = [overlay, WORDING] if overlay else [WORDING]
        own = [part for part in (level, group, like) if part]
        places = [*(f"{family}/{part}" for part in own), family, *(f"chung/{part}" for part in own), "chung"]
        self._places = [path for place in places for folder in self._folders if (path := folder / place).is_dir()]
        self.environment = sandbox(
            loader=FileSystemLoader(self._places),
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
        self.environment.begin()
        try:
            loader = self.environment.loader
            assert loader is not None
            source, path, _ = loader.get_source(self.environment, name)
            folder, origin = _origin(path, tuple(self._folders))
            if folder != WORDING:  # the files shipped with kehoach are checked by its tests
                missing = meta.find_undeclared_variables(self.environment.parse(source, name)) - context.keys()
                if missing:
                    raise WordingError(f"tệp lời văn {origin.where}: không có giá trị cho {', '.join(sorted(missing))}")
            text = self.environment.from_string(source).render(context)
        except UnicodeDecodeError as error:
            raise WordingError(f"tệp lời văn {name} không phải văn bản UTF-8") from error
        except (TemplateError, *BROKEN) as error:
            raise WordingError(f"tệp lời văn {name}: {explained(error)}") from error
        return [self._line(row.strip(), origin) for row in text.splitlines() if row.strip()]

    def has(self, part: str) -> bool:
        """Whether there is wording for a part."""
        return any((folder / f"{part}.txt").is_file() for folder in self._places)

    def sentences(self) -> tuple[str, ...]:
        """All that this wording may say, without its tags: clean text of the same kind, to restore damaged text by."""
        loader = self.environment.loader
        names = loader.list_templates() if loader else []
        texts = (loader.get_source(self.environment, name)[0] for name in names) if loader else ()
        return tuple(_TAG.sub("", text) for text in texts)

    def _line(self, row: str, origin: Origin) -> Line:
        if row.startswith(_PLACE):
            return self._put[int(row[1:])]
        for pattern, marker in _MARKERS:
            if found := pattern.match(row):
                return Line(marker, row[found.end() :], origin)
        return Line("", row, origin)
