"""The text layer of a page: its words with places and faces. PDFium is asked for words, not characters."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import compress, count
from operator import eq, itemgetter, lt, sub
from typing import Any
from unicodedata import combining

from msgspec import Struct

from ...patterns import lazy
from .. import symbols
from ..letters import repaired
from ..printed.words import Face, Sheet, Word
from . import drawings
from .asking import Asked
from .bindings import library
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


class Layer(Struct, frozen=True):
    """A page as it stands in the file. `pictures` is the share of the paper under the largest picture, `paths` counts
    what is drawn, `added` holds the words that each annotation prints."""

    sheet: Sheet
    pictures: float
    paths: int
    added: tuple[tuple[Word, ...], ...]


class _Marks(Struct):
    """The words of a page in PDF units, each at one place in all lists: which character it begins with, the origin of
    its first letter, the box of its last, its face, to which quarter it is turned (None: askew), and whether a space is
    known to part it from the one before. A loop over all words is one in C where there is one."""

    starts: list[int]
    texts: list[str]
    x: list[float]
    y: list[float]
    left: list[float]
    right: list[float]
    bottom: list[float]
    top: list[float]
    faces: list[Face]
    quarters: list[int | None]
    parted: list[bool]

    def kept(self, wanted: list[Any]) -> _Marks:
        """Those that are wanted."""
        if all(wanted):
            return self
        return _Marks(*(list(compress(getattr(self, name), wanted)) for name in self.__struct_fields__))


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
    if main := Counter(marks.quarters).most_common(1):
        quarter = main[0][0]
        if quarter is not None:
            sheet = sheet.turned(quarter - library().FPDFPage_GetRotation(page))
        # what stands askew is a watermark, or a stamp on the edge of the paper
        marks = marks.kept([own == quarter for own in marks.quarters])
    words = tuple(_words(marks, sheet))
    # annotations come behind the page's own text once they are part of it
    late = [word for start, word in zip(marks.starts, words, strict=True) if start >= before] if boxes else []
    added = tuple(tuple(word for word in late if _inside(word, box, sheet)) for box in boxes)
    drawn = drawings.read(page, sheet)
    return Layer(Sheet(number, sheet.width, sheet.height, words, drawn.rules), drawn.pictures, drawn.paths, added)


def _words(marks: _Marks, sheet: Paper) -> Iterator[Word]:
    if sheet.upright:
        a, _, _, d, e, f = sheet.matrix
        left = _moved(marks.x, a, e)
        baseline = _moved(marks.y, d, f)
        right = _moved(list(map(max, marks.x, marks.right)), a, e)
    else:
        left, baseline, right = _turned(marks, sheet)
    return map(Word, left, baseline, right, marks.texts, marks.faces, marks.parted)


def _moved(values: list[float], scale: float, by: float) -> list[float]:
    return values if (scale, by) == (1, 0) else [scale * value + by for value in values]


def _turned(marks: _Marks, sheet: Paper) -> tuple[list[float], list[float], list[float]]:
    left, baseline, right = [], [], []
    for x, y, *sides in zip(marks.x, marks.y, marks.left, marks.right, marks.bottom, marks.top, strict=True):
        x0, y0 = sheet.put(x, y)
        # which side of the last letter's box is its far end depends on how the page is turned
        x1 = max(sheet.put(x, y)[0] for x in sides[:2] for y in sides[2:])
        left.append(x0)
        baseline.append(y0)
        right.append(max(x0, x1))
    return left, baseline, right


def _inside(word: Word, box: Box, sheet: Paper) -> bool:
    (xa, ya), (xb, yb) = sheet.put(box[0], box[1]), sheet.put(box[2], box[3])
    return min(xa, xb) - 1 <= word.x0 <= max(xa, xb) + 1 and min(ya, yb) - 1 <= word.y <= max(ya, yb) + 1


def _marks(text: int) -> _Marks:
    """The words in the order of the file; where that is not the order on paper, the pieces that are."""
    letters = _letters(text)
    asked = Asked(text)
    faces = Faces(text)
    found = _measured(asked, faces, letters, [token.span() for token in _TOKEN.finditer(letters)])
    if _is_mixed(found):
        # letters that a font does not have are printed in another one behind the rest of the line
        found = _measured(asked, faces, letters, list(_pieces(asked, letters)))
    return found


def _is_mixed(marks: _Marks) -> bool:
    """Whether a word is printed to the left of the one before on its line, or ends to the left of its own beginning."""
    x, y = marks.x, marks.y
    back = [place for place in compress(count(1), map(lt, x[1:], x)) if abs(y[place] - y[place - 1]) < 1]
    back += [place for place in compress(count(), map(lt, marks.right, x)) if len(marks.texts[place]) > 1]
    return any(marks.quarters[place] == 0 for place in back)


def _pieces(asked: Asked, letters: str) -> Iterator[tuple[int, int]]:
    """Runs of letters that one text object prints side by side."""
    for token in _TOKEN.finditer(letters):
        start, end = token.span()
        places = range(start, end)
        owners, (x, _) = asked.owners(places), asked.origins(places)
        for place in range(1, end - start):
            if owners[place] != owners[place - 1] or x[place] < x[place - 1]:
                yield start, token.start() + place
                start = token.start() + place
        yield start, end


def _measured(asked: Asked, faces: Faces, letters: str, spans: list[tuple[int, int]]) -> _Marks:
    starts, ends = map(list, zip(*spans, strict=True)) if spans else ([], [])
    x, y = asked.origins(starts)
    left, right, bottom, top = asked.boxes([end - 1 for end in ends])
    fonts, quarters = faces.of(asked.owners(starts), starts)
    texts = [letters[start:end] for start, end in spans]
    for place in compress(count(), map(_BEHIND.__contains__, map(itemgetter(-1), texts))):
        if texts[place].rstrip(_MARKS)[-1:].isdigit():
            texts[place] = _unmarked(asked, starts[place], texts[place], y[place], fonts[place])
    if odd := _odd(letters):
        texts = [word if odd.isdisjoint(word) else _shown(word, face) for word, face in zip(texts, fonts, strict=True)]
    marks = _Marks(starts, texts, x, y, left, right, bottom, top, fonts, quarters, [False] * len(texts)).kept(texts)
    _part(asked, marks, letters)
    return marks


def _part(asked: Asked, marks: _Marks, letters: str) -> None:
    """Mark the words before which a space stands in the file itself, and not PDFium's from what it sees: such a space
    parts words however near they are. Words with much room between them need none."""
    x, y = marks.x, marks.y
    near = APART * max((face.size for face in set(marks.faces)), default=0.0)
    gaps = map(sub, x[1:], marks.right)
    level = map(eq, y[1:], y)
    for place in [place for place, alike, gap in zip(count(1), level, gaps) if gap <= near or not alike]:
        before = marks.starts[place] - 1
        if letters[before] != " ":
            continue
        size = marks.faces[place].size
        if y[place] == y[place - 1] and x[place] - marks.right[place - 1] > APART * size:
            continue
        if not asked.is_generated(before):
            marks.parted[place] = 0 <= x[place] - asked.origins([before])[0][0] < NEXT * size


def _odd(letters: str) -> frozenset[str]:
    """The characters of a page that may have to be put right: few pages have any."""
    return frozenset(filter(_is_odd, set(letters)))


@cache
def _is_odd(c: str) -> bool:
    if c.isascii():
        return c in _HYPHEN
    return c in _HYPHEN or bool(combining(c)) or repaired(c) != c or ord(c) in symbols.PRIVATE


def _shown(word: str, face: Face) -> str:
    """A word as a person reads it: letters put right, symbols for what they look like."""
    word = decoded(word, face.font)
    if word and symbols.PRIVATE[0] <= ord(max(word)) <= symbols.PRIVATE[-1]:
        word = symbols.shown(word, face.font or "")
    return word


def _unmarked(asked: Asked, start: int, word: str, baseline: float, face: Face) -> str:
    """A word without the raised number of a footnote."""
    marked = _MARKED.match(word)
    if not marked or _UNIT.match(marked[1]):
        return word
    raised = asked.origins([start + marked.start(2)])[1][0] - baseline
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
