"""Patterns that are compiled when first used, and kept from one run to the next.

Python keeps the bytecode of a module but compiles its regular expressions anew in each process; all of ours together
take as long as reading and checking ten plans. What the compiler made of them lies in the user's cache folder and is
taken from there for as long as Python's pattern machine is the same; where it cannot be read or written, patterns are
compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, cast

# A pattern's source and flags, and what the compiler made of it: flags, code, groups, names by number and back.
Key = tuple[str, int]
Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

# More than all of ours: a file that grew beyond it holds patterns of versions long gone.
MOST = 4000
# What a compiled pattern can do and tell.
ABLE = (
    "finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn",
    "pattern", "flags", "groups", "groupindex",
)  # fmt: skip
_new: dict[Key, Made] = {}


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
    if not _machine():
        return re.compile(source, flags)
    key = (source, int(flags))
    made = _kept().get(key) or _new.get(key)
    if made:
        try:
            return _pattern(source, made)
        except (RuntimeError, TypeError, ValueError):  # what lies there is none of ours
            _kept().clear()
    _new[key] = made = _make(source, int(flags))
    return _pattern(source, made)


def keep() -> None:
    """Write what this run had to compile to the cache folder; at the end of a run, since the next is its reader."""
    if not _new:
        return
    patterns = {**_kept(), **_new} if len(_kept()) < MOST else dict(_new)
    path = _file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as beside:
            marshal.dump(patterns, beside)
        os.replace(beside.name, path)
    except OSError:
        return  # a home that cannot be written to: the next run compiles again
    _kept().update(_new)
    _new.clear()


@cache
def _machine() -> Any:
    """CPython's pattern machine and its version; None where there is another, or one that works otherwise."""
    try:
        import _sre
        from re import _compiler, _parser  # type: ignore[attr-defined]
    except ImportError:
        return None
    known = hasattr(_compiler, "_code") and hasattr(_sre, "compile") and hasattr(_parser, "parse")
    return (_sre, _compiler, _parser) if known and sys.implementation.name == "cpython" else None


def _make(source: str, flags: int) -> Made:
    """What `re.compile` does up to its last step."""
    _, compiler, parser = _machine()
    parsed = parser.parse(source, flags)
    code = array("I", compiler._code(parsed, flags)).tobytes()
    named: dict[str, int] = parsed.state.groupdict
    numbered: list[str | None] = [None] * parsed.state.groups
    for name, number in named.items():
        numbered[number] = name
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, dict(named), tuple(numbered)


def _pattern(source: str, made: Made) -> re.Pattern[str]:
    flags, code, groups, named, numbered = made
    machine = _machine()[0]
    return cast("re.Pattern[str]", machine.compile(source, flags, array("I", code).tolist(), groups, named, numbered))


@cache
def _kept() -> dict[Key, Made]:
    try:
        found = marshal.loads(_file().read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


@cache
def _file() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("kehoach") / f"patterns-{sys.implementation.cache_tag}-{_machine()[0].MAGIC}.bin"
