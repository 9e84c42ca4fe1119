"""Patterns that are compiled when a text needs them, and kept compiled from one run to the next."""

from __future__ import annotations

import re
import sys
from array import array
from functools import cache
from typing import Any, cast

from .kept import Shelf

# What the compiler makes of a pattern: flags, code, number of groups, their numbers by name and names by number.
Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

# What a compiled pattern can do and tell.
ABLE = (
    "finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn",
    "pattern", "flags", "groups", "groupindex",
)  # fmt: skip
_SHELF = Shelf("patterns")


class _Lazy:
    """What `lazy` gives: a pattern that is not there before somebody looks at it."""

    __slots__ = ("_flags", "_source", *ABLE)

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """Called until everything of the compiled pattern is here."""
        pattern = compiled(self._source, self._flags)
        for each in ABLE:
            setattr(self, each, getattr(pattern, each))
        return getattr(pattern, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for a module's constants: it costs nothing until a text needs it, and then little.

    >>> lazy(r"k[eé] hoach").sub("kế hoạch", "ké hoach")
    'kế hoạch'
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, from the cache folder where it is there. Raises re.error for a source that is none."""
    machine = _machine()
    if machine is None:
        return re.compile(source, flags)
    key = (machine[0].MAGIC, source, int(flags))
    if made := _SHELF.get(key):
        try:
            return _pattern(source, made)
        except (RuntimeError, TypeError, ValueError):
            _SHELF.clear()
    _SHELF.put(key, made := _make(source, int(flags)))
    return _pattern(source, made)


@cache
def _machine() -> Any:
    """CPython's pattern machine: engine, compiler, parser. None where there is another, or one that works otherwise."""
    try:
        import _sre
        from re import _compiler, _parser  # type: ignore[attr-defined]
    except ImportError:
        return None
    known = hasattr(_compiler, "_code") and hasattr(_sre, "compile") and hasattr(_parser, "parse")
    return (_sre, _compiler, _parser) if known and sys.implementation.name == "cpython" else None


def _make(source: str, flags: int) -> Made:
    """What `re.compile` does, up to its last step."""
    _, compiler, parser = _machine()
    parsed = parser.parse(source, flags)
    code = array("I", compiler._code(parsed, flags)).tobytes()
    named: dict[str, int] = parsed.state.groupdict
    numbered: list[str | None] = [None] * parsed.state.groups
    for name, number in named.items():
        numbered[number] = name
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, dict(named), tuple(numbered)


def _pattern(source: str, made: Made) -> re.Pattern[str]:
    """The last step: it checks the code, and raises RuntimeError for what is none."""
    flags, code, groups, named, numbered = made
    engine = _machine()[0]
    return cast("re.Pattern[str]", engine.compile(source, flags, array("I", code).tolist(), groups, named, numbered))
