"""Runs of a paragraph split so that given words are whole runs; each part keeps the looks of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise

from msgspec import Struct

from ..readers.docx import Paragraph, text_and_places
from ..readers.docx.names import Element, W
from ..readers.docx.runs import Piece
from ..text import nfc

RUN = f"{W}r"
TEXT = f"{W}t"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RUBY = f"{W}ruby"
# The marks that Vietnamese letters are made of, where they are not composed.
_MARKS = "".join(map(chr, range(0x300, 0x370)))
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


class Atom(Struct):
    """Characters [start, end) of a block's text and the element they come from; `run` holds them and perhaps more."""

    start: int
    end: int
    source: Element
    run: Element


def split(paragraph: Paragraph, cuts: Iterable[int]) -> list[Atom]:
    """Split the runs behind a block at these offsets of its text; the text itself does not change.

    Where a run cannot be split (a formula, a symbol, letters of an old font) it stays whole and reaches over the cut.
    """
    wanted = sorted(set(cuts))
    atoms: list[Atom] = []
    pieces = _whole_letters(paragraph.pieces)
    raw = "".join(piece.text for piece in pieces)
    plain = nfc(raw) == raw
    lead = len(nfc(raw)) - len(nfc(raw).lstrip())
    before = 0
    for piece, (start, end) in zip(pieces, text_and_places(pieces)[1], strict=True):
        inside = [cut for cut in wanted if start < cut < end]
        if inside and _is_plain(piece):
            at = [_raw(raw, cut + lead, plain) - before for cut in inside]
            parts = _split_text(piece.source, at)
        else:
            inside, parts = [], [piece.source]
        bounds = [start, *inside, end]
        for part, (first, last) in zip(parts, pairwise(bounds), strict=True):
            atoms.append(Atom(first, last, part, _run(part)))
        before += len(piece.text)
    return _split_runs(atoms, set(wanted))


def _whole_letters(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each combining mark in the run of the letter that it stands on, where a reader sees it."""
    found: list[Piece] = []
    for piece in pieces:
        kept = piece.text.lstrip(_MARKS)
        before = found[-1] if found else None
        if kept != piece.text and before and _is_plain(piece) and _is_plain(before):
            moved = before.text + piece.text[: len(piece.text) - len(kept)]
            before.source.text, piece.source.text = moved, kept
            found[-1], piece = before._replace(text=moved), piece._replace(text=kept)
        found.append(piece)
    return found


def _is_plain(piece: Piece) -> bool:
    return piece.source.tag == TEXT and piece.source.text == piece.text


def _raw(raw: str, wanted: int, plain: bool) -> int:
    """The offset in the text as it stands in the file, given the offset in its NFC form."""
    if plain:
        return wanted
    low, high = 0, len(raw)
    while low < high:  # the NFC length of a prefix never gets shorter as the prefix grows
        middle = (low + high) // 2
        if len(nfc(raw[:middle])) < wanted:
            low = middle + 1
        else:
            high = middle
    while low < len(raw) and len(nfc(raw[: low + 1])) == wanted:
        low += 1  # marks that combine with the letter before the cut
    return low


def _split_text(element: Element, at: list[int]) -> list[Element]:
    """One w:t as several; the first is the element itself."""
    text = element.text or ""
    bounds = [0, *at, len(text)]
    parts = [element, *(deepcopy(element) for _ in at)]
    for part, (start, end) in zip(parts, pairwise(bounds), strict=True):
        part.text = text[start:end]
        part.tail = None
        part.set(SPACE, "preserve")
    for before, part in pairwise(parts):
        before.addnext(part)
    return parts


def _run(source: Element) -> Element:
    """The run that an element of text stands in, the outer one for ruby text, the formula for a formula."""
    ancestors = list(source.iterancestors())
    if source.tag.startswith(MATH):
        return next((a for a in reversed(ancestors) if a.tag in (f"{MATH}oMathPara", f"{MATH}oMath")), ancestors[0])
    for ancestor in ancestors:
        if ancestor.tag == RUN and not any(a.tag == RUBY for a in ancestor.iterancestors()):
            return ancestor
    return ancestors[0]


def _split_runs(atoms: list[Atom], cuts: set[int]) -> list[Atom]:
    """Begin a new run with each atom that starts at a cut inside its run."""
    for before, atom in pairwise(atoms):
        if atom.run is not before.run or before.end not in cuts or atom.source.getparent() is not atom.run:
            continue
        old = atom.run
        new = _empty_like(old)
        new.extend(list(old)[old.index(atom.source) :])
        old.addnext(new)
        for each in atoms:
            if each.run is old and any(a is new for a in each.source.iterancestors()):
                each.run = new
    return atoms


def _empty_like(run: Element) -> Element:
    """An empty run with the same looks."""
    new = deepcopy(run)
    for child in list(new):
        if child.tag != f"{W}rPr":
            new.remove(child)
    new.tail = None
    return new
