"""The rules. One file each, in a folder per family; who asks the package for RULES gets them all."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..kept import Shelf
from ..model import Finding, Findings, Note, Plan, Severity, Skip, Unit

Check = Callable[..., Findings]
RULES: dict[str, Rule]  # all of them, loaded when somebody asks for the name
_LOADED: dict[str, Rule] = {}


class Dress(Struct, frozen=True):
    """How a line of an example looks where it does not look as it should; `line` begins its text, "" means the paper.

    `said` tells a person («cỡ chữ 12»); `looks` are fields of Letters, Look or Page, or the `cell` that it stands in.
    """

    line: str
    said: str
    looks: tuple[tuple[str, Any], ...]


def dress(line: str, said: str, /, **looks: Any) -> Dress:
    """A Dress written as one reads it: dress("KẾ HOẠCH", "cỡ chữ 12", size=12)."""
    return Dress(line, said, tuple(looks.items()))


class Bad(Struct, frozen=True):
    """A text the rule must flag at exactly the words `at` ("" for something absent).

    `fixed` is the text after the fix, if there is one. `parent` is the text of the parent plan, `notes` what a reader
    noticed about the file. With `dress` the text stands in a Word file that looks as it should but for what is said.
    `options` are set in the kehoach.toml of the office that wrote it.
    """

    text: str
    at: str
    fixed: str | None = None
    parent: str | None = None
    notes: tuple[Note, ...] = ()
    dress: tuple[Dress, ...] | None = None
    unit: Unit | None = None
    options: Mapping[str, Any] | None = None


class Good(Struct, frozen=True):
    """A text on which the rule must be silent."""

    text: str
    parent: str | None = None
    notes: tuple[Note, ...] = ()
    dress: tuple[Dress, ...] | None = None
    unit: Unit | None = None
    options: Mapping[str, Any] | None = None


# What a check may ask for beside the plan, by its positional parameters; the reason is shown when it was not given.
GIVEN = {
    "parent": "không có kế hoạch cấp trên để đối chiếu; thêm --parent",
    "unit": "không có thông tin đơn vị để đối chiếu; thêm --unit",
    "as_of": "không có ngày xét; thêm --as-of",
}


@lru_cache(maxsize=4)  # of each plan, half of the rules ask this
def _no_layout(plan: Plan) -> str | None:
    if any(block.look for block in plan.document.blocks):
        return None
    return f"tệp .{plan.document.format} không cho biết phông chữ, lề và cách dòng"


def _not_clean(plan: Plan) -> str | None:
    return "văn bản nhận dạng bị mất dấu nên không xét được cách viết" if plan.document.damaged else None


def _not_typed(plan: Plan) -> str | None:
    """Recognised text is right in its letters, but not in every dash, quote and capital."""
    if plan.document.ocr:
        return "chữ nhận dạng từ bản quét nên dấu câu, chữ hoa có thể khác bản gốc"
    return _not_clean(plan)


# Formats that say of every paragraph where it stands, and not only how it came out on paper.
EXACT = frozenset({"docx", "doc", "rtf", "odt", "dotx", "docm"})


def _not_exact(plan: Plan) -> str | None:
    if plan.document.format in EXACT or _no_layout(plan):
        return _no_layout(plan)
    return f"tệp .{plan.document.format} không cho biết chắc lề, thụt đầu dòng và giãn cách"


IN_FORCE = date(2020, 3, 5)


@lru_cache(maxsize=4)
def _not_state(plan: Plan) -> str | None:
    """The decree is about administrative documents of the State, not about laws and not about the Party's."""
    when = plan.date.value if plan.date else None
    if when and ((when.value and when.value < IN_FORCE) or (when.year and when.year < IN_FORCE.year)):
        return "văn bản có trước ngày Nghị định 30/2020/NĐ-CP có hiệu lực (05/3/2020)"
    first = next((block.text for block in plan.document.blocks if block.text.strip()), "")
    from ..extract.signature import APPENDIX  # reports ask for the names of rules where nothing was read
    from ..text import fold, squeeze

    if APPENDIX.match(fold(first)):
        return "tệp là một phụ lục tách riêng, không phải toàn văn của một văn bản"
    if plan.kind is None:
        return "không thấy tên loại, số và ký hiệu nên không rõ đây có phải văn bản hành chính"
    if plan.kind.value != "KH" and plan.number is None and plan.date is None:
        return "không thấy số, ký hiệu và ngày ban hành nên không rõ văn bản theo thể thức nào"
    own = plan.number.value if plan.number else None
    party = own is not None and "/" in (own.symbol or "")
    party = party or any(
        squeeze(block.text).upper() == "ĐẢNG CỘNG SẢN VIỆT NAM" for block in plan.document.blocks[: plan.opening[0]]
    )
    norm = own is not None and "/" in (own.number or "") and (plan.kind is None or plan.kind.value != "KH")
    if party or norm or (plan.kind and plan.kind.value in ("NĐ", "TT", "TTLT", "Luật", "PL", "Hiến pháp")):
        return "thể thức của Nghị định 30/2020/NĐ-CP không áp dụng cho văn bản quy phạm pháp luật và văn bản của Đảng"
    return None


# What a rule may need of the document itself: each tells why a plan does not have it.
NEEDS: dict[str, Callable[[Plan], str | None]] = {
    "layout": _no_layout, "exact": _not_exact, "clean": _not_clean, "typed": _not_typed, "state": _not_state,
}  # fmt: skip


class Rule(Struct, frozen=True):
    """A check with its name, weight, source and examples. `english` is the message for --lang en.

    `asks` says what the check takes beside the options, and whether it cannot do without; the options are its
    keyword-only arguments, their defaults the defaults. `restored`: a damaged plan is looked at with its accents back;
    `together`: what is found at several places is one habit of the writer, and said once with its extent.
    """

    id: str
    name: str
    severity: Severity
    source: str
    english: str
    check: Check
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    needs: tuple[str, ...]
    asks: Mapping[str, bool]
    options: Mapping[str, Any]
    restored: bool = False
    together: bool = False

    @property
    def doc(self) -> str:
        import inspect

        return inspect.cleandoc(self.check.__doc__ or "")

    def run(self, given: Mapping[str, Any], options: Mapping[str, Any] | None = None) -> Iterator[Finding | Skip]:
        """Check what is `given` (plan, parent, unit, as_of); a lone Skip when the rule cannot see what it needs."""
        if self.restored and given["plan"].document.damaged:
            yield from self._run_on_restored(given, options)
            return
        if reason := self._blind(given):
            yield Skip(reason)
            return
        for found in self.check(*(given.get(name) for name in self.asks), **(options or {})):
            yield found if isinstance(found, Skip) else replace(found, rule=self.id, severity=self.severity)

    def _run_on_restored(self, given: Mapping[str, Any], options: Mapping[str, Any] | None) -> Iterator[Finding | Skip]:
        from .restored import back, view

        seen = view(given["plan"])
        for found in self.run({**given, "plan": seen.plan}, options):
            said = found if isinstance(found, Skip) else back(seen, found)
            if said is not None:
                yield said

    def _blind(self, given: Mapping[str, Any]) -> str | None:
        for name, required in self.asks.items():
            if required and given.get(name) is None:
                return GIVEN[name]
        return next((reason for need in self.needs if (reason := NEEDS[need](given["plan"]))), None)


def rule(
    id: str,
    name: str,
    severity: Severity,
    *,
    source: str,
    english: str,
    bad: tuple[Bad, ...],
    good: tuple[Good, ...],
    needs: tuple[str, ...] = (),
    restored: bool = False,
    together: bool = False,
) -> Callable[[Check], Check]:
    """Register a check. It names what it looks at by its positional parameters; keyword-only ones are its options.

    `restored` is for a check that bears a wrong word here and there: it sees a damaged plan with its accents put back.
    `together` is for a check that finds one habit of the writer again and again: it is said once, with its extent.
    """

    def register(check: Check) -> Check:
        if id in _LOADED:
            raise ValueError(f"{id} is taken by {_LOADED[id].name}")
        code, defaults = check.__code__, check.__defaults__ or ()
        needed = code.co_argcount - len(defaults)
        asks = {name: at < needed for at, name in enumerate(code.co_varnames[: code.co_argcount])}
        options = dict(check.__kwdefaults__ or {})
        _LOADED[id] = Rule(
            id, name, severity, source, english, check, bad, good, needs, asks, options, restored, together
        )
        return check

    return register


def _load() -> None:
    """Import the files of all families.

    Their bytecode is kept in one file: Python takes twice as long to look for 160 modules as to run them.
    """
    for path in sorted(Path(__path__[0]).glob("kh?/*.py")):
        name = f"{__name__}.{path.parent.name}" + f".{path.stem}" * (path.stem != "__init__")
        if name in sys.modules:  # another rule needed it
            continue
        stat = path.stat()
        mark = (str(path), stat.st_mtime_ns, stat.st_size)
        kept = _SHELF.get(name)
        if kept and kept[0] == mark:
            _run(name, path, kept[1])
        else:
            module = importlib.import_module(name)
            _SHELF.put(name, (mark, module.__loader__.get_code(name)))  # type: ignore[union-attr]
    globals()["RULES"] = {id: _LOADED[id] for id in sorted(_LOADED)}


def _run(name: str, path: Path, code: CodeType) -> None:
    """What importing does once it has found the code."""
    spec = spec_from_file_location(name, path)
    assert spec
    module = module_from_spec(spec)
    sys.modules[name] = module
    exec(code, module.__dict__)
    package, _, last = name.rpartition(".")
    setattr(sys.modules[package], last, module)


def only(*ids: str) -> list[Rule]:
    """These rules, loaded without the others: to load all takes a third of the time of a draft, which needs four."""
    for id in ids:
        family, start = id[:3].lower(), f"{id.lower()}_"
        for name in os.listdir(Path(__path__[0], family)):  # a glob takes as long as to import the rule
            if name.startswith(start) and name.endswith(".py"):
                importlib.import_module(f"{__name__}.{family}.{name.removesuffix('.py')}")
    return [_LOADED[id] for id in ids]


def __getattr__(name: str) -> Any:
    if name != "RULES":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    _load()
    return globals()[name]


_SHELF = Shelf("rules")
