"""Where words of a wording file come from after all: bases, headings and days that are the parent's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ..model import Plan
from .context import Line, Origin
from .reports import Duty

EARLIER = "thời hạn của cấp trên, đặt sớm hơn để kịp tổng hợp"
FRONT = "việc của tổ chức ở cấp trên, đề nghị tổ chức cùng loại ở cấp của đơn vị"


def sourced(lines: Iterable[Line], parent: Plan, duties: Iterable[Duty]) -> Iterator[Line]:
    """The lines, with the parent as the origin of those that it gave the facts for."""
    due = {duty.when: duty.block for duty in duties if duty.when}
    bases = {
        f"{one.value.number}{sign}{one.value.symbol}": one.span.block
        for one in parent.citations
        if parent.opening[0] <= one.span.block < parent.opening[1]
        for sign in "/-"
    }
    for line in lines:
        if line.origin.kind != "wording":
            yield line
        elif line.marker == "~" and (block := _first(bases, line.text)) is not None:
            yield replace(line, origin=of(parent, block))
        elif (block := _first(due, line.text[:1].lower() + line.text[1:])) is not None:
            yield replace(line, origin=of(parent, block, EARLIER))
        else:
            yield line


def of(parent: Plan, block: int, *changed: str) -> Origin:
    return Origin("parent", parent.document.blocks[block].label, block, changed)


def _first(blocks: dict[str, int], text: str) -> int | None:
    return next((block for words, block in blocks.items() if words in text), None)
