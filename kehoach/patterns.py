"""Patterns that are compiled when a text needs them, told where they can begin, and kept from one run to the next."""

from __future__ import annotations

import re
import sys
from array import array
from functools import cache, lru_cache
from typing import Any, cast

from .kept import Shelf

# What the compiler makes of a pattern: flags, code, number of groups, their numbers by name and names by number.
Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

# What a compiled pattern can do and tell.
ABLE = (
    "finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn",
    "pattern", "flags", "groups", "groupindex",
)  # fmt: skip
# Part of each key: what is made of a pattern has changed with it.
VERSION = 3
_SHELF = Shelf("patterns")
_NEEDED = Shelf("needed")
MOST_NEEDED = 30  # texts to look for, beyond which the pattern itself is as fast


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


@lru_cache(maxsize=2000)
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, from the cache folder where it is there. Raises re.error for a source that is none."""
    machine = _machine()
    if machine is None:
        return re.compile(source, flags)
    key = (VERSION, machine[0].MAGIC, source, int(flags))
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
    parser = _machine()[2]
    parsed = parser.parse(source, flags)
    code = array("I", _code(parsed, int(flags | parsed.state.flags))).tobytes()
    named: dict[str, int] = parsed.state.groupdict
    numbered: list[str | None] = [None] * parsed.state.groups
    for name, number in named.items():
        numbered[number] = name
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, dict(named), tuple(numbered)


def _code(parsed: Any, flags: int) -> list[int]:
    """The code of a pattern, with the letters it can begin with, between which the engine need not look.

    Python's own compiler gives up at «(?<!\\w)» and «\\b», with which most of ours begin; then every letter of a text
    is tried, which takes three times as long.
    """
    _, compiler, parser = _machine()
    code: list[int] = []
    compiler._compile_info(code, parsed, flags)
    info, _, known, least, most = code[:5]
    if least and not known and (begins := _begins(parsed.data, flags)):
        code = [info, 0, compiler.SRE_INFO_CHARSET, least, most]
        compiler._compile_charset(compiler._optimize_charset(begins)[0], flags, code)
        code[1] = len(code) - 1
    compiler._compile(code, parsed.data, flags)
    return [*code, parser.SUCCESS]


def _begins(items: Any, flags: int) -> list[Any] | None:
    """The characters with which something can begin, as the compiler writes sets; None where that cannot be said."""
    _, _, parser = _machine()
    for at, (op, what) in enumerate(items):
        if op in (parser.AT, parser.ASSERT, parser.ASSERT_NOT):
            continue
        if op in (parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT):
            least, _, inside = what
            return _either([inside, *([] if least else [items[at + 1 :]])], flags)
        if op is parser.SUBPATTERN:
            _, more, fewer, inside = what
            return None if more or fewer else _either([[*inside, *items[at + 1 :]]], flags)
        if op is parser.BRANCH:
            return _either([[*branch, *items[at + 1 :]] for branch in what[1]], flags)
        if op is parser.LITERAL:
            return None if flags & re.IGNORECASE and chr(what).isalpha() else [(op, what)]
        return what if op is parser.IN and not flags & re.IGNORECASE else None
    return None


def _either(branches: list[Any], flags: int) -> list[Any] | None:
    found: list[Any] = []
    for branch in branches:
        begins = _begins(branch, flags)
        negated = begins and begins[0][0] is _machine()[2].NEGATE
        if begins is None or (negated and len(branches) > 1):
            return None
        found += begins
    return found


@lru_cache(maxsize=2000)
def needed(source: str) -> tuple[str, ...]:
    """Texts in small letters, one of which stands in whatever the pattern matches in any case; none if unknown.

    To look for them first takes a tenth of the time: most patterns of a table find nothing in a sentence.

    >>> needed(r"\b(?:các )?(?:nhà trường|lớp học)\b")
    ('nhà trường', 'lớp học')
    """
    machine = _machine()
    if machine is None:
        return ()
    key = (VERSION, machine[0].MAGIC, source)
    found = _NEEDED.get(key)
    if found is None:
        _NEEDED.put(key, found := tuple(_needs(machine[2].parse(source).data) or ()))
    return cast("tuple[str, ...]", found)


def _needs(items: Any) -> list[str] | None:
    """The best of what each part of a sequence needs: the longest texts, and few of them."""
    parser = _machine()[2]
    best: list[str] = []
    run = ""
    for op, what in [*items, (None, None)]:
        if op is parser.LITERAL:
            run += chr(what).lower()
            continue
        if op is parser.AT:
            continue
        other: list[str] | None = None
        if op is parser.SUBPATTERN:
            other = _needs(what[3])
        elif op is parser.BRANCH:
            each = [_needs(branch) for branch in what[1]]
            other = None if None in each else [text for one in each if one for text in one]
        elif op in (parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT) and what[0]:
            other = _needs(what[2])
        best = max(best, [run] if run else [], other or [], key=_worth)
        run = ""
    return best or None


def _worth(texts: list[str]) -> tuple[int, int]:
    return (min(map(len, texts)), -len(texts)) if 0 < len(texts) <= MOST_NEEDED else (0, 0)


def _pattern(source: str, made: Made) -> re.Pattern[str]:
    """The last step: it checks the code, and raises RuntimeError for what is none."""
    flags, code, groups, named, numbered = made
    engine = _machine()[0]
    return cast("re.Pattern[str]", engine.compile(source, flags, array("I", code).tolist(), groups, named, numbered))
