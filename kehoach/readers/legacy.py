"""Documents written in fonts from before Unicode, brought to Unicode whatever format they came in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ..knowledge import table
from ..model import Block, Document, Letters, Note
from ..text import is_damaged
from .charsets import KEPT_HYPHEN, Charset, convert_with_places, of_font, recognise
from .sample import sample

__all__ = ["kept", "note", "repair"]

Reading = tuple[Charset | None, bool]
UNICODE: Reading = (None, False)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters [start, end) of a block that are read in one way."""

    start: int
    end: int
    reading: Reading


def kept(text: str, font: str | None) -> str:
    """`text` with the soft hyphens of a TCVN3 font, each of which is an ư, in a form that lasts until `repair`."""
    if "\xad" in text and font and of_font(font)[0] == "tcvn3":
        return text.replace("\xad", KEPT_HYPHEN)
    return text


def repair(document: Document) -> Document:
    """The document in Unicode, with a note that says from which sets; the same document where it was in Unicode.

    Fonts tell the set; where no font does, the letters of the whole document do, if they do so clearly.
    """
    fonts = {letters.font for block in document.blocks if block.look for letters in block.look.letters}
    by_font = {font: reading for font in fonts if font and (reading := of_font(font))[0]}
    elsewhere = recognise(sample(document.blocks, by_font))
    if not by_font and elsewhere is None:
        return document
    blocks = tuple(_block(block, by_font, elsewhere) for block in document.blocks)
    sets = {charset for charset, _ in by_font.values()} | {elsewhere}
    changed = any(new.text != old.text for new, old in zip(blocks, document.blocks, strict=True))
    notes = (*document.notes, note(sets)) if changed else document.notes
    return replace(document, blocks=blocks, notes=notes, damaged=is_damaged(sample(blocks)))
