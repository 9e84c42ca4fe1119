"""kehoach explain: a rule, why it is there, and what is wrong and right by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from .words import Command, Refusal, application

if TYPE_CHECKING:
    from ..rules import Rule

app = application()
LABELS = {
    "vi": {
        "source": "Căn cứ", "wrong": "Sai", "right": "Đúng", "fixed": "Sửa thành", "parent": "Kế hoạch cấp trên",
        "words": "Chỗ được chỉ ra", "absent": "(chỗ còn thiếu)", "file": "Tệp", "options": "Tùy chọn",
        "needs": "Cần có", "looks": "Trình bày",
    },
    "en": {
        "source": "Source", "wrong": "Wrong", "right": "Right", "fixed": "Fixed", "parent": "Parent plan",
        "words": "Marked", "absent": "(something absent)", "file": "File", "options": "Options", "needs": "Needs",
        "looks": "Looks",
    },
}  # fmt: skip


@app.command(cls=Command)
def explain(
    rule: Annotated[str, typer.Argument(metavar="QUY_TẮC", help="Mã hoặc tên quy tắc, ví dụ KH301.")],
    lang: Annotated[str, typer.Option("--lang", metavar="vi|en", help="Ngôn ngữ của các đề mục.")] = "vi",
) -> None:
    """Giải thích một quy tắc: vì sao có, căn cứ, ví dụ sai và đúng."""
    from ..rules import RULES

    found = RULES.get(rule.upper()) or next((r for r in RULES.values() if r.name == rule.lower()), None)
    if found is None:
        raise Refusal(f"không có quy tắc «{rule}»{_nearest(rule, RULES)}; xem «kehoach rules»")
    typer.echo("\n".join(lines(found, LABELS["en" if lang == "en" else "vi"], english=lang == "en")))


def lines(rule: Rule, labels: dict[str, str], *, english: bool) -> Iterator[str]:
    from ..report.results import NAMES

    yield f"{rule.id} {rule.name} ({rule.severity.name.lower() if english else NAMES[rule.severity]})"
    yield f"\n{rule.english[0].upper()}{rule.english[1:]}." if english else f"\n{rule.doc}"
    yield f"\n{labels['source']}: {rule.source}"
    if needs := [name for name, required in rule.asks.items() if required and name != "plan"]:
        yield f"{labels['needs']}: {', '.join(f'--{name}' for name in needs)}"
    for bad in rule.bad:
        yield f"\n{labels['wrong']}:"
        if bad.parent:
            yield from _quoted(labels["parent"], bad.parent)
        yield from _quoted(labels["file"], bad.text, bad.at)
        for worn in bad.dress or ():
            yield f"    {labels['looks']}: {f'«{worn.line}»: ' if worn.line else ''}{worn.said}"
        for note in bad.notes:
            yield f"    {labels['file']}: {note.text}"
        yield f"    {labels['words']}: {f'«{bad.at}»' if bad.at else labels['absent']}"
        if bad.fixed is not None:
            changed = [line for line in bad.fixed.splitlines() if line not in bad.text.splitlines()]
            yield f"    {labels['fixed']}:"
            yield from (f"      | {line}" for line in changed)
    for good in rule.good:
        yield f"\n{labels['right']}:"
        if good.parent:
            yield from _quoted(labels["parent"], good.parent)
        yield from _quoted(labels["file"], good.text)
    if rule.options:
        yield f"\n{labels['options']}:"
        yield from (f"    {name} = {default!r}" for name, default in rule.options.items())


def _quoted(label: str, text: str, at: str = "") -> Iterator[str]:
    """The lines of an example, without those that all examples have in common, unless nothing else is there."""
    from ..rules.samples import plan

    common = plan().splitlines()
    lines = [line for line in text.splitlines() if line.strip()]
    shown = [line for line in lines if line not in common or (at and at in line)] or lines
    yield f"    {label}:"
    yield from (f"      | {line}" for line in shown)


def _nearest(wanted: str, known: dict[str, Rule]) -> str:
    from rapidfuzz import process

    names = [*known, *(rule.name for rule in known.values())]
    best = process.extractOne(wanted.lower(), names, processor=str.lower, score_cutoff=60)
    return f", có phải là «{best[0]}»" if best else ""
