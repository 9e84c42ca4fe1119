"""The words of one paragraph as a person sees them: insertions in, deletions out, fields by their results."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, field

from .. import legacy, symbols
from .names import MC, VAL, Element, W, child_value
from .styles import Said, Styles, run_says

CHOICE = f"{MC}Choice"
FALLBACK = f"{MC}Fallback"
ALTERNATE = f"{MC}AlternateContent"
RUN = f"{W}r"
BOX = f"{W}txbxContent"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

# Everything else inside a paragraph is looked into, so that no text is lost in a wrapper that we never heard of.
UNSEEN = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "customXmlPr", "txbxContent")
)
GRAPHIC = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", ALTERNATE})
PLAIN = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip


class Piece(NamedTuple):
    """Text from one element of a run (`source`, mostly a w:t) with how its letters look."""

    text: str
    said: Said
    source: Element


class Fields(Struct):
    """The complex fields that are open at this point; they may run over many paragraphs.

    Each is its instruction so far, and whether its result has begun.
    """

    open: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        return any(not begun for _, begun in self.open)

    def mark(self, kind: str | None) -> str:
        """Take one w:fldChar; give the instruction when it is complete."""
        if kind == "begin":
            self.open.append(("", False))
        elif kind == "separate" and self.open:
            instruction, _ = self.open[-1]
            self.open[-1] = (instruction, True)
            return instruction
        elif kind == "end" and self.open:
            instruction, begun = self.open.pop()
            return "" if begun else instruction
        return ""

    def instruct(self, text: str) -> None:
        if self.open and not self.open[-1][1]:
            self.open[-1] = (self.open[-1][0] + text, False)


class Words(Struct):
    """What one w:p holds: pieces of text, text boxes anchored in it, notes it refers to, a page number field."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    page_number: bool = False
    hidden: int = 0


def words(paragraph: Element, styles: Styles, table: str, style: str, fields: Fields) -> Words:
    """Read one w:p. `table` and `style` are the ids of its table style and paragraph style."""
    found = Words()
    for run in _runs(paragraph, found):
        if run.tag == MATH_TEXT:
            if run.text and not fields.hidden:
                found.pieces.append(Piece(run.text, styles.letters(table, style, ""), run))
            continue
        properties = run.find(f"{W}rPr")
        said = styles.letters(table, style, child_value(properties, "rStyle") or "")
        if properties is not None and len(properties):
            said = said | run_says(properties, styles.theme)
        _read_run(run, said, fields, found)
    return found


def _runs(element: Element, found: Words) -> Iterator[Element]:
    for child in element:
        tag = child.tag
        if tag in (RUN, MATH_TEXT):
            yield child
        elif tag == ALTERNATE:
            chosen = alternative(child)
            if chosen is not None:
                yield from _runs(chosen, found)
        elif tag == f"{W}fldSimple":
            found.page_number |= _is_page(child.get(f"{W}instr", ""))
            yield from _runs(child, found)
        elif tag not in UNSEEN and len(child):
            yield from _runs(child, found)


def alternative(element: Element) -> Element | None:
    """The branch of mc:AlternateContent that Word shows; the fallback repeats it for old programs."""
    chosen = element.find(CHOICE)
    return chosen if chosen is not None else element.find(FALLBACK)


def _read_run(run: Element, said: Said, fields: Fields, found: Words) -> None:
    for child in run:
        tag = child.tag
        if tag == f"{W}t":
            _add(child.text or "", said, child, fields, found)
        elif tag in PLAIN:
            _add(PLAIN[tag], said, child, fields, found)
        elif tag == f"{W}fldChar":
            found.page_number |= _is_page(fields.mark(child.get(f"{W}fldCharType")))
        elif tag == f"{W}instrText":
            fields.instruct(child.text or "")
        elif tag == f"{W}softHyphen" and legacy.kept("\xad", said.get("font")) != "\xad":
            _add("\xad", said, child, fields, found)
        elif tag == f"{W}sym":
            _add(_symbol(child), said, child, fields, found)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            found.notes.append((tag[len(W) : -len("Reference")], child.get(f"{W}id", "")))
        elif tag in GRAPHIC:
            found.boxes.extend(boxes(child))
        elif tag == f"{W}ruby":
            for base in child.iterfind(f"{W}rubyBase/{RUN}"):
                _read_run(base, said, fields, found)


def _add(text: str, said: Said, source: Element, fields: Fields, found: Words) -> None:
    if not text or fields.hidden:
        return
    if said.get("hidden"):
        found.hidden += bool(text.strip())
        return
    # Symbol fonts, and those from before Unicode, are the only ones whose letters are not what their codes say.
    if said.get("font") in ("Symbol", "Wingdings") or not text.isprintable():
        text = legacy.kept(symbols.shown(text, said.get("font") or ""), said.get("font"))
    found.pieces.append(Piece(text, said, source))


def _symbol(element: Element) -> str:
    try:
        character = chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return symbols.shown(character, element.get(f"{W}font", ""))


def _is_page(instruction: str) -> bool:
    parts = instruction.split()
    return bool(parts) and parts[0].upper() == "PAGE"


def boxes(element: Element) -> Iterator[Element]:
    """The outermost text boxes (w:txbxContent) in a drawing, each once."""
    if element.tag == BOX:
        yield element
        return
    if element.tag == ALTERNATE:
        chosen = alternative(element)
        children = [] if chosen is None else list(chosen)
    else:
        children = list(element)
    for child in children:
        yield from boxes(child)


def mark_is_gone(properties: Element | None) -> bool:
    """Whether the paragraph mark is deleted or hidden, so that the paragraph runs on into the next one."""
    mark = None if properties is None else properties.find(f"{W}rPr")
    if mark is None:
        return False
    if mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None:
        return True
    hidden = mark.find(f"{W}vanish")
    return hidden is not None and hidden.get(VAL) not in ("0", "false", "off")
