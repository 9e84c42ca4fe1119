"""Examples in the looks of a Word file: right in everything, but for what an example says."""

from __future__ import annotations

from typing import Any

from msgspec.structs import fields, replace

from ..extract import plan
from ..extract.components import components
from ..knowledge import table
from ..model import Document, Letters, Look, Page
from . import Dress

RIGHT = Page(210, 297, 20, 20, 30, 15, number_at="header", number_align="center")
RUNNING: dict[str, Any] = {"align": "both", "first": 28.35, "after": 6.0}
_LETTERS = {field.name for field in fields(Letters)}
_LOOK = {field.name for field in fields(Look)}


def dressed(document: Document, changes: tuple[Dress, ...]) -> Document:
    """The document as a .docx that keeps to the decree, with `changes`."""
    wanted: dict[str, dict[str, Any]] = table("presentation")["component"]
    blocks = list(document.blocks)
    names = {line.span.block: line.name for line in reversed(components(plan(document)).lines)}
    for number, block in enumerate(blocks):
        named = wanted.get(names.get(number, ""), {})
        said: dict[str, Any] = {"size": float(named.get("usual", 14))}
        said |= {key: named[key] for key in ("bold", "italic") if key in named}
        said |= {"align": named["align"]} if "align" in named else RUNNING
        for change in changes:
            if change.line and block.text.startswith(change.line):
                said |= dict(change.looks)
        look = Look(_letters(len(block.text), said), **_only(said, _LOOK))
        blocks[number] = replace(block, look=look, cell=said.get("cell"))
    page = RIGHT
    for change in changes:
        if not change.line:
            page = replace(page, **dict(change.looks))
    return replace(document, format="docx", blocks=tuple(blocks), pages=(page,))


def _letters(length: int, said: dict[str, Any]) -> tuple[Letters, ...]:
    """One stretch of letters; two where only the beginning is bold."""
    letters = Letters(0, length, **{"font": "Times New Roman"} | _only(said, _LETTERS))
    cut = said.get("bold_until")
    return (letters,) if cut is None else (replace(letters, end=cut, bold=True), replace(letters, start=cut))


def _only(said: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name in names}
