"""What is true about the world, as tables that a clerk could correct; code reads them through this module."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ..kept import Shelf

HERE = Path(__file__).parent
_SHELF = Shelf("tables")


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `name` (a file of this folder without its suffix).

    Raises FileNotFoundError for a name that is not there: a slip in code, not in data.
    """

    def parsed(path: Path) -> dict[str, Any]:
        import tomllib

        return tomllib.loads(path.read_text(encoding="utf-8"))

    found: dict[str, Any] = _fresh(HERE / f"{name}.toml", parsed)
    return found


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the CSV table `name`; lines that begin with «#» are comments."""

    def parsed(path: Path) -> list[dict[str, str]]:
        import csv

        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(line for line in file if not line.startswith("#")))

    return tuple(_fresh(HERE / f"{name}.csv", parsed))


def _fresh(path: Path, parsed: Callable[[Path], Any]) -> Any:
    """What the file holds: kept from an earlier run if the file is still the same."""
    stat = path.stat()
    mark = (str(path), stat.st_mtime_ns, stat.st_size)
    kept = _SHELF.get(path.name)
    if kept and kept[0] == mark:
        return _dated(kept[1]) if kept[2] else kept[1]
    found = parsed(path)
    plain = _undated(found)
    _SHELF.put(path.name, (mark, plain, plain != found))
    return found


def _undated(value: Any) -> Any:
    """Days as tuples of one number: neither TOML nor CSV has tuples, and what is kept can have no days."""
    if isinstance(value, date):
        return (value.toordinal(),)
    if isinstance(value, dict):
        return {key: _undated(each) for key, each in value.items()}
    return [_undated(each) for each in value] if isinstance(value, list) else value


def _dated(value: Any) -> Any:
    if isinstance(value, tuple):
        return date.fromordinal(value[0])
    if isinstance(value, dict):
        return {key: _dated(each) for key, each in value.items()}
    return [_dated(each) for each in value] if isinstance(value, list) else value
