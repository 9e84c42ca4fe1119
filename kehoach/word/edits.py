"""Words of a Word file replaced, in place or as tracked changes; letters that stay keep their looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from difflib import SequenceMatcher

from lxml import etree
from msgspec import Struct

from ..patterns import lazy
from ..readers.docx import text_and_places
from ..readers.docx.names import Element, W
from .copying import Copy
from .splitting import RUN, SPACE, Atom, split

AUTHOR = "kehoach"
_TOKEN = lazy(r"\w+|\s|[^\w\s]")
_SPECIAL = {"\t": f"{W}tab", "\n": f"{W}br"}


class Edit(Struct, frozen=True, order=True):
    """Replace the characters [start, end) of a block's text."""

    block: int
    start: int
    end: int
    text: str


class CannotEdit(Exception):  # noqa: N818 — said of the words, as one says it
    """The words at a place are not plain text of the file: a formula, a symbol, letters of an old font."""


def edit(copy: Copy, edits: Iterable[Edit], track: bool = False) -> None:
    """Change the words of one block; the edits must not overlap. Raises CannotEdit before anything is changed."""
    wanted = sorted(edits)
    block = wanted[0].block
    paragraph = copy.paragraphs[block]
    text = text_and_places(paragraph.pieces)[0]
    if text != copy.document.blocks[block].text or not paragraph.pieces:
        raise CannotEdit
    small = [part for each in wanted for part in _parts(text, each)]
    atoms = split(paragraph, [at for part in small for at in (part.start, part.end)])
    plans = [(part, _runs(atoms, part.start, part.end), _beside(atoms, part.start)) for part in small]
    for part, gone, like in reversed(plans):
        _replace(part.text, gone, like, track)
    copy.touch(paragraph.element)
    for atom in atoms:
        copy.touch(atom.run)


def _parts(text: str, whole: Edit) -> Iterator[Edit]:
    """Only the words that differ, so that those between keep their looks."""
    old = _TOKEN.findall(text[whole.start : whole.end])
    new = _TOKEN.findall(whole.text)
    starts = [whole.start]
    for token in old:
        starts.append(starts[-1] + len(token))
    for kind, first, last, left, right in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(whole.block, starts[first], starts[last], "".join(new[left:right]))


def _runs(atoms: list[Atom], start: int, end: int) -> list[Element]:
    """The runs that are exactly the characters [start, end)."""
    found = [atom for atom in atoms if atom.start < end and start < atom.end]
    if any(atom.start < start or atom.end > end or atom.source.getparent() is not atom.run for atom in found):
        raise CannotEdit
    runs = list(dict.fromkeys(atom.run for atom in found))
    if any(run.tag != RUN for run in runs):
        raise CannotEdit
    if any(atom.run in runs and atom not in found and atom.start < atom.end for atom in atoms):
        raise CannotEdit
    return runs


def _beside(atoms: list[Atom], start: int) -> tuple[Element, bool]:
    """The run that new words at `start` look like: the one before, or else the one after (True)."""
    seen = [atom for atom in atoms if atom.start < atom.end and atom.run.tag == RUN]
    if not seen:
        raise CannotEdit
    before = [atom for atom in seen if atom.end == start]
    after = [atom for atom in seen if atom.start == start]
    if not before and not after:
        raise CannotEdit
    return (before[-1].run, False) if before else (after[0].run, True)


def _replace(text: str, gone: list[Element], beside: tuple[Element, bool], track: bool) -> None:
    like = gone[0] if gone else beside[0]
    new = _run(like, text) if text else None
    if new is not None:
        # inside somebody's tracked insertion new words are part of that: insertions are not nested
        inside = any(ancestor.tag == f"{W}ins" for ancestor in like.iterancestors())
        put = _marked("ins", new) if track and not inside else new
        if gone:
            gone[-1].addnext(put)
        elif beside[1]:
            like.addprevious(put)
        else:
            like.addnext(put)
    for run in gone:
        if track:
            _delete(run)
        else:
            _strip(run)


def _run(like: Element, text: str) -> Element:
    run = etree.Element(RUN)
    properties = like.find(f"{W}rPr")
    if properties is not None:
        run.append(deepcopy(properties))
    for piece in re.split(r"([\t\n])", text):
        if piece in _SPECIAL:
            etree.SubElement(run, _SPECIAL[piece])
        elif piece:
            words = etree.SubElement(run, f"{W}t")
            words.text = piece
            words.set(SPACE, "preserve")
    return run


def _strip(run: Element) -> None:
    """Take the words out of a run, and the run if nothing else is in it."""
    for child in list(run):
        if child.tag in (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen", f"{W}lastRenderedPageBreak"):
            run.remove(child)
    parent = run.getparent()
    if parent is not None and all(child.tag == f"{W}rPr" for child in run):
        parent.remove(run)


def _delete(run: Element) -> None:
    for words in run.iterfind(f"{W}t"):
        words.tag = f"{W}delText"
    mark = _marked("del", None)
    run.addprevious(mark)
    mark.append(run)


def _marked(kind: str, run: Element | None) -> Element:
    mark = etree.Element(
        f"{W}{kind}",
        {
            f"{W}id": "0",
            f"{W}author": AUTHOR,
            f"{W}date": datetime.now(UTC).replace(microsecond=0).strftime("%Y-%m-%dT%H:%M:%SZ"),
        },
    )
    if run is not None:
        mark.append(run)
    return mark


def number_changes(copy: Copy) -> None:
    """Give every tracked change of ours an id of its own."""
    for name in copy.changed:
        root = copy.roots[name]
        marks = [e for e in root.iter(f"{W}ins", f"{W}del") if e.get(f"{W}author") == AUTHOR]
        taken = [int(id) for e in root.iter() if (id := e.get(f"{W}id", "")).isdigit()]
        for number, mark in enumerate(marks, start=max(taken, default=0) + 1):
            mark.set(f"{W}id", str(number))
