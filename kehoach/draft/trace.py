"""Where every paragraph of a draft came from, what was changed, what was left out, what a person must decide."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..model import Plan, Section, Unit
from ..text import fold, squeeze
from ..unit import MEANING
from . import naming
from .context import MARK, Draft, Origin

SCHEMA = "kehoach.trace/1"
LONGEST_REMARK = 700  # characters of the parent's words in a Word comment
# Fields of the head and the foot of a plan, and where each comes from.
_FROM_UNIT = {
    "superior": "superior", "issuer": "name", "number": "short_name", "place_date": "place",
    "signing": "signer.position", "signer": "signer.name",
}  # fmt: skip
PARTS = {
    "superior": "cơ quan chủ quản", "issuer": "cơ quan ban hành", "number": "số, ký hiệu",
    "place_date": "địa danh, ngày tháng", "kind": "tên loại", "title": "trích yếu", "paragraphs": "nội dung",
    "recipients": "nơi nhận", "signing": "chức vụ người ký", "signer": "họ tên người ký",
    "annex": "phụ lục",
}  # fmt: skip


class Traced(Struct, frozen=True):
    """One printed line of a draft with its origin; `section` and `words` are the parent's."""

    field: str
    index: int
    text: str
    origin: Origin
    section: str = ""
    words: str = ""

    @property
    def marks(self) -> list[str]:
        return MARK.findall(self.text)


def trace(draft: Draft, parent: Plan, unit: Unit) -> tuple[Traced, ...]:
    """Every line of the draft, in printed order."""
    return tuple(_whole(one, parent) for one in _lines(draft, parent, unit))


def _lines(draft: Draft, parent: Plan, unit: Unit) -> Iterator[Traced]:
    for name in ("superior", "issuer", "number", "place_date"):
        value = getattr(draft, name)
        for index, text in enumerate([value] if isinstance(value, str) else value):
            yield Traced(name, index, text, Origin("unit", _FROM_UNIT[name]))
    yield Traced("kind", 0, draft.kind, Origin("wording", "tên loại văn bản"))
    block = parent.title.span.block if parent.title else None
    where = parent.document.blocks[block].label if block is not None else "không có trích yếu"
    yield Traced("title", 0, draft.title, Origin("parent", where, block, ("trích yếu chuyển theo đơn vị",)))
    for index, paragraph in enumerate(draft.paragraphs):
        table = "\n" + "\n".join(paragraph.table.texts) if paragraph.table else ""
        yield Traced("paragraphs", index, paragraph.text + table, paragraph.origin)
    for index, text in enumerate(draft.recipients):
        yield Traced("recipients", index, text, _recipient(text, parent, unit))
    for index, text in enumerate(draft.signing):
        yield Traced("signing", index, text, Origin("unit", _FROM_UNIT["signing"]))
    yield Traced("signer", 0, draft.signer, Origin("unit", _FROM_UNIT["signer"]))
    for number, annex in enumerate(draft.annexes, 1):
        yield Traced("annex", number, "\n".join((annex.title, *annex.table.texts)), annex.table.origin)


def _recipient(text: str, parent: Plan, unit: Unit) -> Origin:
    def named(name: str) -> bool:
        return fold(squeeze(name)) in fold(text)

    if any(named(one.name) for one in unit.recipients):
        return Origin("unit", "recipients")
    if parent.issuer and named(parent.issuer.value):
        block = parent.issuer.span.block
        return Origin("parent", parent.document.blocks[block].label, block)
    if unit.superior and named(unit.superior):
        return Origin("unit", "superior")
    return Origin("wording", "nơi nhận thường dùng của loại đơn vị")


def _whole(one: Traced, parent: Plan) -> Traced:
    block = one.origin.block
    if block is None:
        return one
    return replace(one, section=section(parent, block), words=parent.document.blocks[block].shown)


def section(parent: Plan, block: int) -> str:
    """The numerals of the sections a block stands in: «II.1.a»."""
    path: list[str] = []
    parts: tuple[Section, ...] = parent.sections
    while inside := next((part for part in parts if part.block <= block <= part.last_block), None):
        if inside.numeral:
            path.append(inside.numeral)
        parts = inside.children
    return ".".join(path)


# --- three ways to show it --------------------------------------------------------------------------------------


def as_json(draft: Draft, parent: Plan, unit: Unit) -> str:
    """Schema kehoach.trace/1."""
    body = {
        "schema": SCHEMA,
        "parent": {"file": parent.document.path.name, "kind": naming.kind(parent), "number": naming.code(parent)},
        "unit": unit.name,
        "title": draft.title,
        "paragraphs": [_row(one) for one in trace(draft, parent, unit)],
        "left_out": [
            {
                "text": one.text, "reason": one.reason, "block": one.block, "section": section(parent, one.block),
                "where": parent.document.blocks[one.block].label,
            }
            for one in draft.left_out
        ],
        "to_decide": list(draft.marks),
    }  # fmt: skip
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _row(one: Traced) -> dict[str, Any]:
    return {
        "part": one.field,
        "text": one.text,
        "origin": {
            "kind": one.origin.kind,
            "where": one.origin.where,
            "block": one.origin.block,
            "section": one.section,
            "text": one.words,
        },
        "changed": list(one.origin.changed),
        "to_decide": one.marks,
    }


def remarks(draft: Draft, parent: Plan, unit: Unit) -> dict[tuple[str, int], str]:
    """What a Word comment on each line of the draft says; on the title also what was left out."""
    said = {(one.field, one.index): _remark(one, parent) for one in trace(draft, parent, unit)}
    if draft.left_out:
        rows = [
            f"- {_place(section(parent, one.block), parent.document.blocks[one.block].label)}: "
            f"«{_cut(one.text, 200)}» ({one.reason})"
            for one in draft.left_out
        ]
        said["title", 0] += "\n" + "\n".join(["Không đưa vào:", *rows])
    return said


def _remark(one: Traced, parent: Plan) -> str:
    lines = [_source(one, parent)]
    if one.origin.changed:
        lines.append(f"Đã đổi: {'; '.join(one.origin.changed)}.")
    if one.marks:
        lines.append(f"Cần người soạn quyết định: {', '.join(one.marks)}.")
    return "\n".join(lines)


def _source(one: Traced, parent: Plan) -> str:
    if one.origin.kind == "parent":
        place = _place(one.section, one.origin.where)
        words = f": «{_cut(one.words, LONGEST_REMARK)}»" if one.words else ""
        return f"Nguồn: {naming.kind(parent)} số {naming.code(parent)}, {place}{words}"
    if one.origin.kind == "unit":
        return f"Nguồn: thông tin đơn vị, {_field(one.origin.where)}"
    return f"Nguồn: lời văn mẫu, {one.origin.where}"


def _field(key: str) -> str:
    """A key of UNIT.toml as a clerk knows it: «tên đầy đủ của đơn vị («name»)»."""
    meaning = MEANING.get(key) or MEANING[f"{key}.name"]
    return f"{meaning.partition(', ví dụ')[0]} («{key}»)"


def _place(numerals: str, label: str) -> str:
    return f"mục {numerals}, {label}" if numerals else label


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def as_html(draft: Draft, parent: Plan, unit: Unit) -> str:
    """A page of its own that needs nothing from elsewhere."""
    source = (Path(__file__).with_name("trace.html")).read_text(encoding="utf-8")
    rows = "\n".join(_html_row(one) for one in trace(draft, parent, unit))
    left = "\n".join(
        f"<tr><td>{_safe(_place(section(parent, one.block), parent.document.blocks[one.block].label))}</td>"
        f"<td>{_safe(one.text)}</td><td>{_safe(one.reason)}</td></tr>"
        for one in draft.left_out
    )
    marks = "\n".join(f"<li>{_safe(mark)}</li>" for mark in draft.marks)
    values = {
        "TITLE": _safe(f"Kế hoạch {naming.lowered(draft.title)}"),
        "UNIT": _safe(unit.name),
        "PARENT": _safe(f"{naming.kind(parent)} số {naming.code(parent)} ({parent.document.path.name})"),
        "ROWS": rows,
        "LEFT": left or '<tr><td colspan="3">Không có.</td></tr>',
        "MARKS": marks or "<li>Không còn gì.</li>",
    }
    before, *parts = source.split("{{")
    return before + "".join(values[part.partition("}}")[0].strip()] + part.partition("}}")[2] for part in parts)


def _html_row(one: Traced) -> str:
    text = _safe(one.text)
    for mark in dict.fromkeys(one.marks):
        text = text.replace(_safe(mark), f"<mark>{_safe(mark)}</mark>")
    kinds = {"parent": "cấp trên", "wording": "lời văn mẫu", "unit": "đơn vị"}
    where = one.origin.where
    if one.origin.kind == "parent":
        where = _place(one.section, where)
    elif one.origin.kind == "unit":
        where = _field(where)
    changed = f"<p class=changed>{_safe('; '.join(one.origin.changed))}</p>" if one.origin.changed else ""
    words = f"<p class=words>{_differences(one.words, one.text)}</p>" if one.words else ""
    return (
        f'<tr class={one.origin.kind}><td>{_safe(PARTS.get(one.field, one.field))}</td><td class="text">{text}</td>'
        f"<td><b>{kinds[one.origin.kind]}</b>: {_safe(where)}{changed}{words}</td></tr>"
    )


def _differences(old: str, new: str) -> str:
    """The parent's words, with what the draft dropped struck out and what it put in underlined."""
    a, b = old.split(), new.split()
    parts = []
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(_safe(" ".join(a[i:j])))
            continue
        parts += [f"<del>{_safe(' '.join(a[i:j]))}</del>"] if j > i else []
        parts += [f"<ins>{_safe(' '.join(b[k:m]))}</ins>"] if m > k else []
    return " ".join(parts)


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
