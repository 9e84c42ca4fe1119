"""What takes long to work out from our own files, kept in the user's cache folder from one run to the next.

Python keeps the bytecode of a module, but it compiles regular expressions and reads tables anew in each process: for
ours that takes longer than to check ten plans. What lies in the cache folder is never trusted to be there, whole and
fresh: a key holds all that its value depends on, and where nothing can be read or written, the work is done as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Hashable
from pathlib import Path
from typing import Any

from . import system

# More than any shelf of one version of ours: one that grew beyond it holds what nobody asks for any more.
MOST = 1500


class Shelf:
    """One file of the cache folder. Keys and values are what `marshal` writes: numbers, texts, tuples, lists, dicts."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.new: dict[Hashable, Any] = {}
        self._old: dict[Hashable, Any] | None = None
        _SHELVES.append(self)

    @property
    def path(self) -> Path:
        return folder() / f"{self.name}-{sys.implementation.cache_tag}.bin"

    @property
    def old(self) -> dict[Hashable, Any]:
        """What an earlier run left."""
        if self._old is None:
            try:
                found = marshal.loads(self.path.read_bytes())
            except (OSError, EOFError, ValueError, TypeError):
                found = None
            self._old = found if isinstance(found, dict) else {}
        return self._old

    def get(self, key: Hashable) -> Any:
        """What was put there under this key, in this run or an earlier one; None for nothing."""
        return self.new[key] if key in self.new else self.old.get(key)

    def put(self, key: Hashable, value: Any) -> None:
        self.new[key] = value

    def clear(self) -> None:
        """Forget everything: what lies there is none of ours."""
        self._old = {}
        self.new.clear()

    def save(self) -> None:
        if not self.new:
            return
        path = self.path
        try:
            data = marshal.dumps({**self.old, **self.new} if len(self.old) < MOST else self.new)
            path.parent.mkdir(parents=True, exist_ok=True)
            system.write(data, path)
        except (OSError, ValueError):
            return  # a home that cannot be written to: the next run works it out again
        self.old.update(self.new)
        self.new.clear()


_SHELVES: list[Shelf] = []


def save() -> None:
    """Write down what this run had to work out; at its end, since only the next one reads it."""
    for shelf in _SHELVES:
        shelf.save()


def folder() -> Path:
    if sys.platform == "linux":  # there it is one line, and the library's import takes as long as to check a plan
        home = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(home) if os.path.isabs(home) else Path.home() / ".cache") / "kehoach"
    from platformdirs import user_cache_path

    return user_cache_path("kehoach")
