"""Options of rules: what a keyword-only argument of a check means, of which type it is, and whether a value will do."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

Range = tuple[float, float]
Words = tuple[str, ...]


class Option(Struct, frozen=True):
    """A keyword-only argument: `kind` is its type, `meaning` the Vietnamese words that annotate it."""

    name: str
    kind: Any
    default: Any
    meaning: str


def of(check: Callable[..., Any]) -> dict[str, Option]:
    """The options of a check, by its signature; nobody but a person and a kehoach.toml asks."""
    defaults = {name: p.default for name, p in inspect.signature(check).parameters.items() if p.kind is p.KEYWORD_ONLY}
    hints = get_type_hints(check, include_extras=True) if defaults else {}
    return {name: Option(name, hints[name], default, _meaning(hints[name])) for name, default in defaults.items()}


def accept(option: Option, value: Any) -> Any:
    """The value as the check takes it. Raises ValueError that says in Vietnamese what is wanted."""
    try:
        right = msgspec.convert(value, option.kind)
    except msgspec.ValidationError as error:
        raise ValueError(wanted(option.kind, option.default)) from error
    ranges = right.values() if isinstance(right, dict) else [right]
    if any(_is_range(each) and each[0] > each[1] for each in ranges):
        raise ValueError(wanted(option.kind, option.default))
    return right


def wanted(kind: Any, example: Any = None) -> str:
    """What a value has to be: «một số nguyên từ 1 trở lên».

    >>> wanted(tuple[str, ...]), wanted(Literal["a", "b"])
    ('danh sách các chuỗi, ví dụ ["một", "hai"]', 'một trong "a", "b"')
    """
    origin, inner = get_origin(kind), get_args(kind)
    if hasattr(kind, "__metadata__"):
        return wanted(inner[0], example) + "".join(f" từ {m.ge} trở lên" for m in kind.__metadata__ if _is_bound(m))
    if origin is Literal:
        return f"một trong {', '.join(map(toml, inner))}"
    if kind == Range:
        return f"hai số, số nhỏ trước, ví dụ {toml(example or (13.0, 14.0))}"
    if origin is tuple:
        each = inner[0]
        if each is str:
            return 'danh sách các chuỗi, ví dụ ["một", "hai"]'
        return f"danh sách, mỗi mục là {wanted(each)}"
    if inner:  # a table by names
        names = f", tên là {wanted(inner[0])}" if get_origin(inner[0]) is Literal else ""
        return f"một bảng{names}; mỗi giá trị là {wanted(inner[1])}"
    return {bool: "true hoặc false", int: "một số nguyên", float: "một số", str: "một chuỗi trong ngoặc kép"}[kind]


def is_allowed(words: str, allowed: Iterable[str]) -> bool:
    """Whether an office writes these words on purpose; capitals and spaces do not matter."""
    return _key(words) in map(_key, allowed)


def toml(value: Any) -> str:
    """A value as one writes it in kehoach.toml.

    >>> toml(("a", "b")), toml(True), toml((13.0, 14.5)), toml({"motto": (12.0, 13.0)})
    ('["a", "b"]', 'true', '[13, 14.5]', '{ motto = [12, 13] }')
    """
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, int | float):
        return f"{value:g}"
    pairs = ", ".join(
        f"{name if name.isascii() and name.isidentifier() else toml(name)} = {toml(each)}"
        for name, each in value.items()
    )
    return f"{{ {pairs} }}" if pairs else "{}"


def _meaning(kind: Any) -> str:
    return " ".join(note for note in getattr(kind, "__metadata__", ()) if isinstance(note, str))


def _is_bound(note: Any) -> bool:
    return isinstance(note, Meta) and note.ge is not None


def _is_range(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(isinstance(each, float) for each in value)


def _key(words: str) -> str:
    return " ".join(words.casefold().split())
