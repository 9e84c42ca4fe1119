"""Templates that people bring: no way into Python, no loop without end, no text without end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from ..kept import folder

# A plan of two hundred paragraphs takes some three thousand turns and fewer than a million characters.
MOST_TURNS = 200_000
MOST_CHARACTERS = 20_000_000
LONGEST_TEXT = 100_000
TOO_DEEP = "các thẻ lồng nhau quá sâu"
METHODS = frozenset(
    ("upper", "lower", "strip", "rstrip", "lstrip", "startswith", "endswith", "removeprefix", "removesuffix", "split")
)
FILTERS = frozenset(
    (
        "upper", "lower", "trim", "first", "last", "length", "count", "join", "default", "d", "map", "select",
        "selectattr", "reject", "rejectattr", "list", "sort", "unique", "min", "max", "e", "escape", "safe",
        "capitalize", "title", "string",
    )
)  # fmt: skip


@cache
def _sandbox() -> type[Any]:
    from jinja2 import nodes
    from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError
    from jinja2.runtime import BlockReference, LoopContext, Macro
    from jinja2.sandbox import SandboxedEnvironment
    from jinja2.visitor import NodeTransformer
    from markupsafe import escape

    class Glue(NodeTransformer):
        """`a ~ b` joins any texts: let it go through the join that looks at how long they are."""

        def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 — jinja2 names it
            self.generic_visit(node)
            return nodes.Call(
                nodes.EnvironmentAttribute("glued"), [nodes.List(node.nodes)], [], None, None, lineno=node.lineno
            )

    class Sandbox(SandboxedEnvironment):
        """Counts every turn of every loop and macro, and every character printed; calls only what cannot harm."""

        intercepted_binops = frozenset(["*", "**", "+"])

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self.turns = self.characters = 0
            self.filters = {name: it for name, it in self.filters.items() if name in FILTERS} | {"join": self.glued}
            self.globals = {"range": self.globals["range"]}
            self.concat: Callable[[Iterable[str]], str] = self.joined

        def begin(self) -> None:
            """Count anew, for one more document."""
            self.turns = self.characters = 0

        def tick(self) -> str:
            self.turns += 1
            if self.turns > MOST_TURNS:
                raise TemplateRuntimeError(f"vòng lặp quá {MOST_TURNS} lượt, có lẽ không bao giờ dừng")
            return ""

        def joined(self, pieces: Iterable[str]) -> str:
            kept = []
            for piece in pieces:
                self.characters += len(piece)
                if self.characters > MOST_CHARACTERS:
                    raise TemplateRuntimeError(f"văn bản tạo ra dài quá {MOST_CHARACTERS} ký tự")
                kept.append(piece)
            return "".join(kept)

        def glued(self, parts: Iterable[Any], between: str = "", attribute: str | None = None) -> Any:
            """The `join` filter, which must not make in three lines a text that fills the memory."""
            kept = [getattr(part, attribute) if attribute else part for part in parts]
            if sum(len(str(part)) + len(between) for part in kept) > LONGEST_TEXT:
                raise SecurityError("chuỗi ghép lại quá dài")
            if self.autoescape:
                return escape(between).join(kept)
            return between.join(map(str, kept))

        def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
            try:
                tree = super()._parse(source, name, filename)
            except RecursionError:
                raise TemplateSyntaxError(TOO_DEEP, 0, name, filename) from None
            calls = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
            for fetching in tree.find_all(calls) if self.loader is None else ():
                said = "mẫu không được gọi tệp khác (include, import, extends)"
                raise TemplateSyntaxError(said, fetching.lineno, name, filename)
            for node in tree.find_all((nodes.For, nodes.Macro, nodes.CallBlock)):
                call = nodes.Call(nodes.EnvironmentAttribute("tick"), [], [], None, None)
                node.body.insert(0, nodes.ExprStmt(call, lineno=node.lineno).set_lineno(node.lineno))  # type: ignore[attr-defined]
            return Glue().visit(tree).set_environment(self)  # type: ignore[no-any-return]

        def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any, **options: Any) -> Any:
            if not isinstance(source, str):
                return super().compile(source, name, filename, *rest, **options)
            return _code(self, source, name, filename)

        def compiled(self, source: str, name: str | None, filename: str | None) -> Any:
            try:
                return super().compile(source, name, filename)
            except (SyntaxError, RecursionError, MemoryError):  # of the Python code that Jinja makes
                raise TemplateSyntaxError(TOO_DEEP, 0, name, filename) from None

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            """What Jinja looks for at length; most that a layout asks is a text or a yes, which leads nowhere."""
            plain = type(value) in (bool, str) and not attr.startswith("_")
            return plain or super().is_safe_attribute(obj, attr, value)

        def is_safe_callable(self, obj: Any) -> bool:
            if obj in (self.tick, self.glued) or isinstance(obj, (Macro, LoopContext, BlockReference)) or obj is range:
                return True
            of_text = isinstance(getattr(obj, "__self__", None), str) and obj.__name__ in METHODS
            return of_text or obj is self.globals["range"]

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**":
                raise SecurityError("không dùng phép lũy thừa trong mẫu")
            if operator == "*" and not all(isinstance(one, (int, float)) for one in (left, right)):
                raise SecurityError("không nhân chuỗi hay danh sách trong mẫu")
            result = super().call_binop(context, operator, left, right)
            if isinstance(result, (str, list, tuple)) and len(result) > LONGEST_TEXT:
                raise SecurityError("chuỗi ghép lại quá dài")
            return result

    return Sandbox


# Compiling takes most of the time of a draft: what was compiled is kept, here and in the user's cache folder.
_CODES: dict[tuple[Any, ...], Any] = {}
MOST_CODES = 500


def _code(environment: Any, source: str, name: str | None, filename: str | None) -> Any:
    key = (source, name, filename, environment.autoescape, environment.trim_blocks, environment.lstrip_blocks)
    if key not in _CODES:
        if len(_CODES) >= MOST_CODES:
            _CODES.clear()
        _CODES[key] = _kept(environment, source, name, filename, str(key[3:]))
    return _CODES[key]


def _kept(environment: Any, source: str, name: str | None, filename: str | None, options: str) -> Any:
    """The code of a template from an earlier run, if nothing of it or of this module has changed since."""
    store = _cache()
    if store is None:
        return environment.compiled(source, name, filename)
    about = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    bucket = store.get_bucket(environment, f"{about} {name} {options}", filename, source)
    if bucket.code is None:
        bucket.code = environment.compiled(source, name, filename)
        with suppress(OSError):  # a full disk loses only speed
            _clear()
            store.set_bucket(bucket)
    return bucket.code


@cache
def _cache() -> Any:
    """Jinja's own, in the user's cache folder; None where there can be none."""
    from jinja2 import FileSystemBytecodeCache

    try:
        _folder().mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(_folder()), f"%s-{Path(__file__).stat().st_mtime_ns}.code")
    except OSError:
        return None


def _folder() -> Path:
    return folder() / "templates"


def _clear() -> None:
    """Throw everything away once there is more than the templates of one office: most of it is of old ones."""
    files = list(_folder().iterdir())
    for file in files if len(files) >= MOST_CODES else ():
        file.unlink(missing_ok=True)


def sandbox(**options: Any) -> Any:
    """A strict Jinja environment: a missing value is an error, and so is whatever could harm or never end."""
    from jinja2 import StrictUndefined

    return _sandbox()(undefined=StrictUndefined, **options)
