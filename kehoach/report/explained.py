"""A rule told to people: what, why, by which source, wrong and right, its fix and options; as text or Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ..model import Finding, Fix
from ..rules import Bad, Good, Rule, options
from ..rules.options import Option, toml, wanted
from .examples import right, wrong
from .results import NAMES

FAMILIES = {
    "KH1": "Thể thức và kỹ thuật trình bày",
    "KH2": "Bố cục",
    "KH3": "Viện dẫn",
    "KH4": "Thời hạn",
    "KH5": "Nhiệm vụ, chỉ tiêu của cấp trên",
    "KH6": "Tên gọi, chữ viết tắt",
    "KH7": "Câu chữ",
    "KH9": "Tệp",
}
LABELS = {
    "vi": {
        "source": "Căn cứ", "wrong": "Sai", "right": "Đúng", "fixed": "Sửa thành", "parent": "Kế hoạch cấp trên",
        "words": "Chỗ được chỉ ra", "absent": "(chỗ còn thiếu)", "file": "Tệp", "options": "Tùy chọn",
        "set": "khi đặt",
        "needs": "Cần có", "looks": "Trình bày", "fixable": "Sửa tự động", "safe": "được («kehoach fix»)",
        "unsafe": "được, cần người xem lại («kehoach fix --unsafe»)", "none": "không",
        "nothing": "(văn bản không có điều đó)", "whole": "(cả văn bản)",
    },
    "en": {
        "source": "Source", "wrong": "Wrong", "right": "Right", "fixed": "Fixed", "parent": "Parent plan",
        "words": "Marked", "absent": "(something absent)", "file": "File", "options": "Options", "needs": "Needs",
        "set": "with",
        "looks": "Looks", "fixable": "Fix", "safe": "yes (kehoach fix)",
        "unsafe": "yes, to be reviewed (kehoach fix --unsafe)", "none": "no", "nothing": "(a document without that)",
        "whole": "(the whole document)",
    },
}  # fmt: skip


class Facts(Struct, frozen=True):
    """What is said of a rule beside its text and its examples, ready to be shown."""

    source: str
    needs: str
    fixable: str
    options: tuple[str, ...]


def facts(rule: Rule, labels: dict[str, str]) -> Facts:
    needs = [f"--{name}" for name, required in rule.asks.items() if required and name != "plan"]
    told = tuple(f"{o.name} = {toml(o.default)}: {o.meaning}{_values(o)}" for o in options.of(rule.check).values())
    return Facts(rule.source, ", ".join(needs), labels[fixable(rule)], told)


def _values(option: Option) -> str:
    """What an option may be, where its default does not show it."""
    said = wanted(option.kind)
    return f" ({said})" if said.startswith(("một trong", "một bảng")) else ""


def fixable(rule: Rule) -> str:
    """«safe», «unsafe» or «none»: what the rule says of its own wrong examples."""
    fixes = [fix for bad in rule.bad if bad.fixed is not None for fix in _fixes(rule, bad)]
    return "none" if not fixes else "safe" if any(fix.safe for fix in fixes) else "unsafe"


def _fixes(rule: Rule, bad: Bad) -> list[Fix]:
    from msgspec.structs import replace

    from ..extract import plan
    from ..readers.text import parse
    from ..rules.dressing import dressed

    document = replace(parse(bad.text), notes=bad.notes)
    above = plan(parse(bad.parent, Path("<parent>"))) if bad.parent else None
    subject = plan(document if bad.dress is None else dressed(document, bad.dress))
    found = rule.run({"plan": subject, "parent": above, "unit": bad.unit}, bad.options)
    return [each.fix for each in found if isinstance(each, Finding) and each.fix]


def line(rule: Rule, english: bool) -> str:
    """A rule in one line of `kehoach rules`: code, name, severity, what it is about."""
    severity = rule.severity.name.lower() if english else NAMES[rule.severity]
    return f"{rule.id}  {rule.name:<26}  {severity:<8}  {rule.english if english else rule.doc.splitlines()[0]}"


def text(rule: Rule, language: str) -> Iterator[str]:
    """The lines of `kehoach explain`."""
    labels, english = LABELS[language], language == "en"
    told = facts(rule, labels)
    yield f"{rule.id} {rule.name} ({rule.severity.name.lower() if english else NAMES[rule.severity]})"
    yield f"\n{rule.english[0].upper()}{rule.english[1:]}." if english else f"\n{rule.doc}"
    yield f"\n{labels['source']}: {told.source}"
    if told.needs:
        yield f"{labels['needs']}: {told.needs}"
    yield f"{labels['fixable']}: {told.fixable}"
    for bad in rule.bad:
        yield f"\n{labels['wrong']}{_set(bad, labels)}:"
        if bad.parent:
            yield from _indented(labels["parent"], bad.parent.splitlines())
        yield from _indented(labels["file"], wrong(rule, bad))
        yield from (f"    {line}" for line in _remarks(bad, labels))
        if bad.fixed is not None:
            yield from _indented(labels["fixed"], changed(bad))
    for good in rule.good:
        yield f"\n{labels['right']}{_set(good, labels)}:"
        if good.parent:
            yield from _indented(labels["parent"], good.parent.splitlines())
        lines, looks = right(rule, good), [*_looks(good, labels)]
        yield from _indented(labels["file"], lines)
        yield from (f"    {line}" for line in looks or ([] if lines else [labels["nothing"]]))
    if told.options:
        yield f"\n{labels['options']}:"
        yield from (f"    {option}" for option in told.options)


def markdown(rule: Rule) -> Iterator[str]:
    """The lines of a rule in docs/rules.md."""
    labels = LABELS["vi"]
    told = facts(rule, labels)
    summary, _, why = rule.doc.partition("\n")
    yield f"### {rule.id} {rule.name}"
    yield f"\n**{summary}** ({NAMES[rule.severity]})"
    if why.strip():
        yield f"\n{why.strip()}"
    yield f"\n- {labels['source']}: {told.source}"
    if told.needs:
        yield f"- {labels['needs']}: `{told.needs}`"
    yield f"- {labels['fixable']}: {told.fixable}"
    if told.options:
        yield f"- {labels['options']}, đặt ở `[rules.{rule.id}]` trong kehoach.toml:"
        yield from (f"  - `{name}`{colon}{note}" for name, colon, note in (o.partition(": ") for o in told.options))
    for bad in rule.bad:
        yield f"\n{labels['wrong']}{_set(bad, labels)}:"
        yield from _fenced(labels["parent"], bad.parent.splitlines() if bad.parent else [])
        yield from _fenced("", wrong(rule, bad))
        yield "\n" + "  \n".join(_remarks(bad, labels))
        if bad.fixed is not None and (lines := changed(bad)):
            yield from _fenced(labels["fixed"], lines)
    for good in rule.good:
        yield f"\n{labels['right']}{_set(good, labels)}:"
        yield from _fenced(labels["parent"], good.parent.splitlines() if good.parent else [])
        lines, looks = right(rule, good), [*_looks(good, labels)]
        yield from _fenced("", lines)
        if looks or not lines:
            yield "\n" + "  \n".join(looks or [labels["nothing"]])


def changed(bad: Bad) -> list[str]:
    return [line for line in (bad.fixed or "").splitlines() if line not in bad.text.splitlines()]


def _remarks(bad: Bad, labels: dict[str, str]) -> Iterator[str]:
    yield from _looks(bad, labels)
    yield from (f"{labels['file']}: {note.text}" for note in bad.notes)
    nowhere = labels["whole" if bad.notes or bad.dress is not None else "absent"]
    yield f"{labels['words']}: {f'«{bad.at}»' if bad.at else nowhere}"


def _looks(example: Bad | Good, labels: dict[str, str]) -> Iterator[str]:
    for worn in example.dress or ():
        yield f"{labels['looks']}: {f'«{worn.line}»: ' if worn.line else ''}{worn.said}"


def _set(example: Bad | Good, labels: dict[str, str]) -> str:
    """The options under which an example is wrong or right: «, khi đặt days = 5»."""
    told = ", ".join(f"{name} = {toml(value)}" for name, value in (example.options or {}).items())
    return f", {labels['set']} {told}" if told else ""


def _indented(label: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"    {label}:"
        yield from (f"      | {line}" for line in lines)


def _fenced(label: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"\n{label}:\n\n```text" if label else "\n```text"
        yield from lines
        yield "```"
