"""The text layer of a page: its words with places and faces. PDFium is asked once a word, not once a character."""

from __future__ import annotations

import ctypes
import re
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining

from ...patterns import lazy
from .. import symbols
from ..letters import repaired
from ..printed.words import Face, Sheet, Word
from . import drawings
from .bindings import bare, library, pointer
from .fonts import Faces, decoded
from .pdfium import Opened, Paper, opened_page, opened_text, paper

# What PDFium puts for a hyphen at the end of a line, where it swallows the line break.
_HYPHEN = "\ufffe\x02"
_TOKEN = lazy(rf"[^\s\0{_HYPHEN}]+[{_HYPHEN}]?|[{_HYPHEN}]")
# The mark of a footnote behind a word («Bộ GD&ĐT1.»), and the units that it is not («m2»).
_MARKED = lazy(r"(.*[^\W\d_][”\")]?)(\d{1,2})([.,;:)”]*)$")
_UNIT = lazy(r"(?:.*[\W\d])?[dckm]?m$", re.IGNORECASE)
RAISED = 0.2
# What may stand behind the mark of a footnote, and what ends a word that may have one.
_MARKS = ".,;:)”"
_BEHIND = frozenset(_MARKS + "0123456789")
# From this room between two words on (in ems) they are two.
APART = 0.15
# A space begins this near (in ems) before the word that it parts; further off, something else is printed in between.
NEXT = 0.45
# Annotations that print something: notes, rubber stamps, fields and signatures.
PRINTED = frozenset((3, 13, 20))
Box = tuple[float, float, float, float]


class Layer(NamedTuple):
    """A page as it stands in the file. `pictures` is the share of the paper under the largest picture, `paths` counts
    what is drawn, `added` holds the words that each annotation prints."""

    sheet: Sheet
    pictures: float
    paths: int
    added: tuple[tuple[Word, ...], ...]


class _Mark(NamedTuple):
    """A word in PDF units: the origin of its first letter, the box of its last."""

    start: int
    text: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    face: Face
    quarter: int | None
    parted: bool = False


def read(file: Opened, number: int) -> Layer:
    """Page `number` (from 1), with what its annotations print: the number of a document is often filled in so."""
    with opened_page(file, number) as page:
        boxes = _annotations(page)
        if not boxes:
            return _layer(page, number, (), 0)
        with opened_text(page) as text:
            before = library().FPDFText_CountChars(text)
        library().FPDFPage_Flatten(page, 0)
    with opened_page(file, number) as page:
        return _layer(page, number, boxes, before)


def _annotations(page: int) -> tuple[Box, ...]:
    lib = library()
    found: list[Box] = []
    box = (ctypes.c_float * 4)()
    for place in range(lib.FPDFPage_GetAnnotCount(page)):
        annotation = lib.FPDFPage_GetAnnot(page, place)
        if lib.FPDFAnnot_GetSubtype(annotation) in PRINTED and lib.FPDFAnnot_GetRect(annotation, box):
            left, top, right, bottom = box
            found.append((left, bottom, right, top))
        lib.FPDFPage_CloseAnnot(annotation)
    return tuple(found)


def _layer(page: int, number: int, boxes: tuple[Box, ...], before: int) -> Layer:
    sheet = paper(page)
    with opened_text(page) as text:
        marks = _marks(text)
    main = Counter(mark.quarter for mark in marks).most_common(1)
    if main and main[0][0] is not None:
        sheet = sheet.turned(main[0][0] - library().FPDFPage_GetRotation(page))
    # what stands askew is a watermark, or a stamp on the edge of the paper
    marks = [mark for mark in marks if mark.quarter == main[0][0]]
    words = _words(marks, sheet)
    # annotations come behind the page's own text once they are part of it
    late = [word for mark, word in zip(marks, words, strict=True) if mark.start >= before] if boxes else []
    added = tuple(tuple(word for word in late if _inside(word, box, sheet)) for box in boxes)
    drawn = drawings.read(page, sheet)
    printed = Sheet(number, sheet.width, sheet.height, tuple(words), drawn.rules)
    return Layer(printed, drawn.pictures, drawn.paths, added)


def _words(marks: list[_Mark], sheet: Paper) -> list[Word]:
    a, _, _, d, e, f = sheet.matrix
    if not sheet.upright:
        return [_turned_word(mark, sheet) for mark in marks]
    return [
        Word(a * mark.x + e, d * mark.y + f, a * max(mark.x, mark.right) + e, mark.text, mark.face, mark.parted)
        for mark in marks
    ]


def _turned_word(mark: _Mark, sheet: Paper) -> Word:
    x0, y = sheet.put(mark.x, mark.y)
    # which side of the last letter's box is its far end depends on how the page is turned
    x1 = max(sheet.put(x, y)[0] for x in (mark.left, mark.right) for y in (mark.bottom, mark.top))
    return Word(x0, y, max(x0, x1), mark.text, mark.face, mark.parted)


def _inside(word: Word, box: Box, sheet: Paper) -> bool:
    (xa, ya), (xb, yb) = sheet.put(box[0], box[1]), sheet.put(box[2], box[3])
    return min(xa, xb) - 1 <= word.x0 <= max(xa, xb) + 1 and min(ya, yb) - 1 <= word.y <= max(ya, yb) + 1


def _marks(text: int) -> list[_Mark]:
    """The words in the order of the file; where that is not the order on paper, the pieces that are."""
    letters = _letters(text)
    found = list(_measured(text, letters, (token.span() for token in _TOKEN.finditer(letters))))
    if any(_is_behind(before, mark) for before, mark in pairwise(found)):
        # letters that a font does not have are printed in another one behind the rest of the line
        found = list(_measured(text, letters, _pieces(text, letters)))
    return found


def _is_behind(before: _Mark, mark: _Mark) -> bool:
    """Whether a word is printed to the left of the one before on its line, or ends to the left of its own beginning."""
    if mark.quarter != 0:
        return False
    return (mark.right < mark.x and len(mark.text) > 1) or (mark.x < before.x and abs(mark.y - before.y) < 1)


class _Asked:
    """PDFium asked about the characters of a page: all that it needs is made ready once, its answers are numbers."""

    def __init__(self, text: int) -> None:
        numbers = (ctypes.c_double * 6)()
        start = ctypes.addressof(numbers)
        self.read = partial(struct.Struct("6d").unpack_from, memoryview(numbers).cast("B"))
        self.text = pointer(text)
        self.to = [pointer(start + 8 * place) for place in range(6)]
        self.origin = bare("FPDFText_GetCharOrigin", ctypes.c_int)
        self.box = bare("FPDFText_GetCharBox", ctypes.c_int)
        self.owner = bare("FPDFText_GetTextObject", ctypes.c_void_p)
        self.generated = bare("FPDFText_IsGenerated", ctypes.c_int)

    def where(self, place: int) -> tuple[float, float]:
        self.origin(self.text, place, self.to[0], self.to[1])
        x, y, *_ = self.read()
        return x, y


def _pieces(text: int, letters: str) -> Iterator[tuple[int, int]]:
    """Runs of letters that one text object prints side by side."""
    asked = _Asked(text)
    for token in _TOKEN.finditer(letters):
        start = token.start()
        before: tuple[int, float] | None = None
        for place in range(*token.span()):
            here = (asked.owner(asked.text, place), asked.where(place)[0])
            if before and (here[0] != before[0] or here[1] < before[1]):
                yield start, place
                start = place
            before = here
        yield start, token.end()


def _measured(text: int, letters: str, spans: Iterable[tuple[int, int]]) -> Iterator[_Mark]:
    asked = _Asked(text)
    handle, get_origin, get_box, get_owner, read = asked.text, asked.origin, asked.box, asked.owner, asked.read
    to_x, to_y, to_left, to_bottom, to_right, to_top = asked.to
    odd = _odd(letters)
    faces = Faces(text)
    end_x = end_y = -1000.0
    for start, end in spans:
        get_origin(handle, start, to_x, to_y)
        get_box(handle, end - 1, to_left, to_right, to_bottom, to_top)
        owner = get_owner(handle, start)
        x, y, left, bottom, right, top = read()
        face, quarter = faces.known.get(owner) or faces.ask(start, owner)
        word = letters[start:end]
        if word[-1] in _BEHIND and word.rstrip(_MARKS)[-1:].isdigit():
            word = _unmarked(asked, start, word, y, face)
        if odd and not odd.isdisjoint(word):
            word = _shown(word, face)
        if word:
            # words with so much room between them need no space to part them
            apart = y == end_y and x - end_x > APART * face.size
            parted = not apart and start > 0 and letters[start - 1] == " " and _is_space(asked, start - 1, x, face)
            yield _Mark(start, word, x, y, left, bottom, right, top, face, quarter, parted)
            end_x, end_y = right, y


def _is_space(asked: _Asked, place: int, x: float, face: Face) -> bool:
    """Whether a space before x is in the file itself, and not PDFium's from what it sees: such a space parts words
    however near they are."""
    return not asked.generated(asked.text, place) and 0 <= x - asked.where(place)[0] < NEXT * face.size


def _odd(letters: str) -> frozenset[str]:
    """The characters of a page that may have to be put right: few pages have any."""
    private = symbols.PRIVATE
    return frozenset(
        c
        for c in set(letters)
        if (not c.isascii() and (combining(c) or repaired(c) != c or private[0] <= ord(c) <= private[-1]))
        or c in _HYPHEN
    )


def _shown(word: str, face: Face) -> str:
    """A word as a person reads it: letters put right, symbols for what they look like."""
    word = decoded(word, face.font)
    if word and symbols.PRIVATE[0] <= ord(max(word)) <= symbols.PRIVATE[-1]:
        word = symbols.shown(word, face.font or "")
    return word


def _unmarked(asked: _Asked, start: int, word: str, baseline: float, face: Face) -> str:
    """A word without the raised number of a footnote."""
    marked = _MARKED.match(word)
    if not marked or _UNIT.match(marked[1]):
        return word
    raised = asked.where(start + marked.start(2))[1] - baseline
    return marked[1] + marked[3] if raised > RAISED * face.size else word


def _letters(text: int) -> str:
    """The characters of the page, one for each of PDFium's."""
    lib = library()
    count = lib.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = lib.FPDFText_GetText(text, 0, count, buffer)
    letters = bytes(buffer).decode("utf-16-le", errors="replace")[:count]
    if written == count + 1 and len(letters) == count:
        return letters
    codes = (lib.FPDFText_GetUnicode(text, place) for place in range(count))
    return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)
