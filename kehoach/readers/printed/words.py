"""What a printed page is made of: words with their places, and the rulings of tables."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct


class Face(Struct, frozen=True):
    """How letters are set: font («Times New Roman»), size in points, weight and slant. OCR knows none but the size."""

    font: str | None = None
    size: float = 12.0
    bold: bool = False
    italic: bool = False


class Word(Struct, frozen=True, gc=False):
    """A word and where it stands: `x0` to `x1` on the baseline `y`, in points from the top left corner of the paper.

    `parted` where a space is known to stand before it, however near the word before is.
    """

    x0: float
    y: float
    x1: float
    text: str
    face: Face
    parted: bool = False


class Rule(Struct, frozen=True, gc=False):
    """A straight line of a table, as a box without width or height."""

    x0: float
    y0: float
    x1: float
    y1: float


class Sheet(Struct, frozen=True):
    """One page: its size in points, its words, its rulings. `confidence` (0 to 100) is that of OCR, else None."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    confidence: float | None = None


class Row:
    """Words on one baseline, from left to right: `gaps` is the room between each two, `faces` are their faces."""

    def __init__(self, words: list[Word], sheet: int) -> None:
        self.words = words
        self.sheet = sheet
        self.text = joined(words)
        self.gaps = _gaps(words)
        self.x0 = words[0].x0
        self.x1 = max([word.x1 for word in words])
        # most rows are set in one face, which is one object
        self.faces = list({id(face): face for face in [word.face for word in words]}.values())
        if len(self.faces) == 1:
            self.size = self.faces[0].size
            self.y = max([word.y for word in words])
        else:
            self.size = _size(words)
            self.y = max([word.y for word in words if word.face.size >= 0.8 * self.size])

    def __repr__(self) -> str:
        return f"Row({self.text!r}, x0={self.x0:.0f}, x1={self.x1:.0f}, y={self.y:.0f})"


def _size(words: list[Word]) -> float:
    """The size of most of the letters."""
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.face.size] = sizes.get(word.face.size, 0) + len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size))


# Words nearer than this (in ems) have no space between them: a font changed in the middle of a word. A figure filled in
# behind a word may come nearer.
TOUCHING = 0.12
FILLED_IN = 0.06


def joined(words: list[Word]) -> str:
    return " ".join([word.text for word in words])


def _gaps(words: list[Word]) -> list[float]:
    return [after.x0 - word.x1 for word, after in pairwise(words)]


def touch(before: Word, word: Word) -> bool:
    """Whether two words are one. OCR, which knows no font, has parted them by better signs."""
    if word.face.font is None or word.parted:
        return False
    least = FILLED_IN if before.text[-1].isalpha() and word.text[0].isdigit() else TOUCHING
    return word.x0 - before.x1 < least * word.face.size


# Baselines that differ by less than this (in ems) are one: superscripts, and the skew of a scan.
LEVEL = 0.4


def rows(words: list[Word], sheet: int) -> list[Row]:
    """The words as rows from top to bottom; a word printed twice on the same spot is taken once."""
    found: list[Row] = []
    cluster: list[Word] = []
    top = 0.0
    # sorting tuples takes a third of the time of asking each word for its place
    for y, _, place in sorted([(word.y, word.x0, place) for place, word in enumerate(words)]):
        word = words[place]
        if y > top and cluster and y - top > LEVEL * max(word.face.size, cluster[0].face.size):
            found.append(Row(_once(cluster), sheet))
            cluster = []
        if not cluster:
            top = y
        cluster.append(word)
    if cluster:
        found.append(Row(_once(cluster), sheet))
    return found


def _once(cluster: list[Word]) -> list[Word]:
    """The words of a row from left to right; pieces that touch are one word, what is printed twice is taken once."""
    cluster = [cluster[place] for _, place in sorted([(word.x0, place) for place, word in enumerate(cluster)])]
    if min(_gaps(cluster), default=0) >= TOUCHING * max([word.face.size for word in cluster]):
        return cluster
    kept = cluster[:1]
    for word in cluster[1:]:
        last = kept[-1]
        if word.text == last.text and word.x0 - last.x0 < 0.2 * word.face.size:
            continue
        if not touch(last, word):
            kept.append(word)
        else:
            text = last.text if _is_footnote_mark(last, word) else last.text + word.text
            kept[-1] = Word(last.x0, last.y, max(last.x1, word.x1), text, last.face, last.parted)
    return kept


def _is_footnote_mark(before: Word, word: Word) -> bool:
    """A small raised number behind a word, but not the exponent of a unit («m2»)."""
    raised = word.face.size < 0.8 * before.face.size and before.y - word.y > 0.15 * before.face.size
    return raised and word.text.isdigit() and before.text[-2:].lower() not in ("m", "cm", "km", "dm", "mm")
