"""The text layer of a page: its words with places and faces. PDFium is asked once a word, not once a character."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import atan2, hypot, pi
from typing import Any, NamedTuple

from ...patterns import lazy
from .. import symbols
from ..printed.words import Face, Sheet, Word
from . import drawings
from .fonts import decoded, fontname
from .pdfium import Opened, Paper, library, opened_page, opened_text, paper

# What PDFium puts for a hyphen at the end of a line, where it swallows the line break.
_HYPHEN = "\ufffe\x02"
_TOKEN = lazy(rf"[^\s\0{_HYPHEN}]+[{_HYPHEN}]?|[{_HYPHEN}]")
# The mark of a footnote behind a word («Bộ GD&ĐT1.»), and the units that it is not («m2»).
_MARKED = lazy(r"(.*[^\W\d_][”\")]?)(\d{1,2})([.,;:)”]*)$")
_UNIT = lazy(r"(?:.*[\W\d])?[dckm]?m$", re.IGNORECASE)
RAISED = 0.2
# A space begins this near (in ems) before the word that it parts; further off, something else is printed in between.
NEXT = 0.45
# Annotations that print something: notes, rubber stamps, fields and signatures.
PRINTED = frozenset((3, 13, 20))
_FORCED_BOLD, _ITALIC = 1 << 18, 1 << 6
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


def _annotations(page: Any) -> tuple[Box, ...]:
    lib = library()
    found: list[Box] = []
    box = lib.FS_RECTF()
    for place in range(lib.FPDFPage_GetAnnotCount(page)):
        annotation = lib.FPDFPage_GetAnnot(page, place)
        if lib.FPDFAnnot_GetSubtype(annotation) in PRINTED and lib.FPDFAnnot_GetRect(annotation, box):
            found.append((box.left, box.bottom, box.right, box.top))
        lib.FPDFPage_CloseAnnot(annotation)
    return tuple(found)


def _layer(page: Any, number: int, boxes: tuple[Box, ...], before: int) -> Layer:
    sheet = paper(page)
    with opened_text(page) as text:
        marks = _marks(text)
    main = Counter(mark.quarter for mark in marks).most_common(1)
    if main and main[0][0] is not None:
        sheet = sheet.turned(main[0][0] - library().FPDFPage_GetRotation(page))
    # what stands askew is a watermark, or a stamp on the edge of the paper
    marks = [mark for mark in marks if mark.quarter == main[0][0]]
    words = [_word(mark, sheet) for mark in marks]
    # annotations come behind the page's own text once they are part of it
    late = [word for mark, word in zip(marks, words, strict=True) if mark.start >= before] if boxes else []
    added = tuple(tuple(word for word in late if _inside(word, box, sheet)) for box in boxes)
    drawn = drawings.read(page, sheet)
    printed = Sheet(number, sheet.width, sheet.height, tuple(words), drawn.rules)
    return Layer(printed, drawn.pictures, drawn.paths, added)


def _word(mark: _Mark, sheet: Paper) -> Word:
    x0, y = sheet.put(mark.x, mark.y)
    if sheet.upright:
        x1 = sheet.put(mark.right, mark.y)[0]
    else:
        # which side of the last letter's box is its far end depends on how the page is turned
        x1 = max(sheet.put(x, y)[0] for x in (mark.left, mark.right) for y in (mark.bottom, mark.top))
    return Word(x0, y, max(x0, x1), mark.text, mark.face, mark.parted)


def _inside(word: Word, box: Box, sheet: Paper) -> bool:
    (xa, ya), (xb, yb) = sheet.put(box[0], box[1]), sheet.put(box[2], box[3])
    return min(xa, xb) - 1 <= word.x0 <= max(xa, xb) + 1 and min(ya, yb) - 1 <= word.y <= max(ya, yb) + 1


def _marks(text: Any) -> list[_Mark]:
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


def _pieces(text: Any, letters: str) -> Iterator[tuple[int, int]]:
    """Runs of letters that one text object prints side by side."""
    get_origin, get_owner = library().FPDFText_GetCharOrigin, _owner()
    handle = ctypes.cast(text, ctypes.c_void_p).value
    x, y = ctypes.c_double(), ctypes.c_double()
    to_x, to_y = ctypes.byref(x), ctypes.byref(y)
    for token in _TOKEN.finditer(letters):
        start = token.start()
        before: tuple[int, float] | None = None
        for place in range(*token.span()):
            get_origin(text, place, to_x, to_y)
            here = (get_owner(handle, place), x.value)
            if before and (here[0] != before[0] or here[1] < before[1]):
                yield start, place
                start = place
            before = here
        yield start, token.end()


def _measured(text: Any, letters: str, spans: Iterable[tuple[int, int]]) -> Iterator[_Mark]:
    lib = library()
    get_origin, get_box, get_owner = lib.FPDFText_GetCharOrigin, lib.FPDFText_GetCharBox, _owner()
    is_generated = lib.FPDFText_IsGenerated
    handle = ctypes.cast(text, ctypes.c_void_p).value
    x, y, left, right, bottom, top = values = [ctypes.c_double() for _ in range(6)]
    to_x, to_y, to_left, to_right, to_bottom, to_top = map(ctypes.byref, values)
    faces: dict[int, tuple[Face, int | None]] = {}
    fonts: dict[int, tuple[str, bool, bool]] = {}
    space_x = -1000.0
    for start, end in spans:
        # a space that the file itself has, and not PDFium from what it sees, parts words however near they are
        space = start > 0 and letters[start - 1] == " " and not is_generated(text, start - 1)
        if space:
            get_origin(text, start - 1, to_x, to_y)
            space_x = x.value
        get_origin(text, start, to_x, to_y)
        get_box(text, end - 1, to_left, to_right, to_bottom, to_top)
        owner = get_owner(handle, start)
        if owner not in faces:
            faces[owner] = _face(text, start, owner, fonts)
        face, quarter = faces[owner]
        if word := _word_text(text, start, letters[start:end], y.value, face):
            parted = space and 0 <= x.value - space_x < NEXT * face.size
            box = left.value, bottom.value, right.value, top.value
            yield _Mark(start, word, x.value, y.value, *box, face, quarter, parted)


def _word_text(text: Any, start: int, word: str, baseline: float, face: Face) -> str:
    """A word as a person reads it: letters put right, symbols for what they look like, no mark of a footnote."""
    if word[-1].isdigit() or word[-1] in ".,;:)”":
        word = _unmarked(text, start, word, baseline, face)
    word = decoded(word, face.font)
    if word and symbols.PRIVATE[0] <= ord(max(word)) <= symbols.PRIVATE[-1]:
        word = symbols.shown(word, face.font or "")
    return word


def _unmarked(text: Any, start: int, word: str, baseline: float, face: Face) -> str:
    """A word without the raised number of a footnote."""
    marked = _MARKED.match(word)
    if not marked or _UNIT.match(marked[1]):
        return word
    x, y = ctypes.c_double(), ctypes.c_double()
    library().FPDFText_GetCharOrigin(text, start + marked.start(2), x, y)
    return marked[1] + marked[3] if y.value - baseline > RAISED * face.size else word


@cache
def _owner() -> Any:
    """FPDFText_GetTextObject with plain integers for pointers, which can be looked up in a dict."""
    address = ctypes.cast(library().FPDFText_GetTextObject, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(address or 0)


def _letters(text: Any) -> str:
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


def _face(text: Any, start: int, owner: int, fonts: dict[int, tuple[str, bool, bool]]) -> tuple[Face, int | None]:
    """How a text object is set, and to which quarter it is turned (None: askew)."""
    lib = library()
    matrix, size = lib.FS_MATRIX(), ctypes.c_float()
    lib.FPDFText_GetMatrix(text, start, matrix)
    thing = ctypes.cast(owner, lib.FPDF_PAGEOBJECT)
    lib.FPDFTextObj_GetFontSize(thing, size)
    font = lib.FPDFTextObj_GetFont(thing)
    key = ctypes.cast(font, ctypes.c_void_p).value or 0
    if key not in fonts:
        fonts[key] = _font(font)
    name, bold, italic = fonts[key]
    points = round(abs(size.value) * hypot(matrix.c, matrix.d), 1)
    angle = atan2(matrix.b, matrix.a) / (pi / 2)
    quarter = round(angle) % 4 if abs(angle - round(angle)) < 0.05 else None
    return Face(name or None, points or 1.0, bold, italic), quarter


def _font(font: Any) -> tuple[str, bool, bool]:
    lib = library()
    if not font:
        return "", False, False
    buffer = ctypes.create_string_buffer(256)
    lib.FPDFFont_GetBaseFontName(font, buffer, 256)
    name, bold, italic = fontname(buffer.value.decode("utf-8", errors="replace"))
    flags = lib.FPDFFont_GetFlags(font)
    return name, bold or bool(flags & _FORCED_BOLD), italic or bool(flags & _ITALIC)
