"""How printed paragraphs look: fonts, alignment and indents from where the rows stand, the margins of the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, Protocol

from msgspec import Struct

from ...model import Letters, Look, Page
from .margins import Around
from .words import Face, Row, Sheet

# The height of a line in single spacing, in ems of Times New Roman.
SINGLE = 1.15
# Sides that differ by less than this (in ems) agree.
AGREE = 0.25
MILLIMETRES = 25.4 / 72
Align = Literal["left", "center", "right", "both"]


def median(values: Iterable[float]) -> float:
    """The middle value, the upper one of two: `statistics` takes longer to load than a page to read."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


class Set(Protocol):
    """Rows and the sides that they are set between."""

    @property
    def rows(self) -> list[Row]: ...
    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def column(self) -> bool: ...


class Usual(Struct, frozen=True):
    """What most of the text has, for paragraphs of one line that do not tell: alignment, first-line indent in points,
    distance of baselines in ems."""

    align: Align = "both"
    first: float = 0.0
    pitch: float = SINGLE


def usual(stretches: Sequence[Set]) -> Usual:
    full = justified = 0
    pitches: list[float] = []
    indents: Counter[int] = Counter()
    for stretch in stretches:
        for before, row in pairwise(stretch.rows):
            if before.x1 > stretch.right - 3 * before.size:
                full += 1
                justified += abs(before.x1 - stretch.right) < AGREE * before.size + 2
            pitches.append((row.y - before.y) / row.size)
            indents[round((row.x0 - stretch.left) / 2)] += row.x0 - stretch.left > row.size
    common = indents.most_common(1)
    first = 2.0 * common[0][0] if common and common[0][1] > 3 else 0.0
    return Usual("both" if justified >= 0.6 * full else "left", first, median(pitches) if pitches else SINGLE)


def differ(before: Row, row: Row) -> bool:
    """Whether two rows are surely set differently: one all bold, the other not at all; or in another size."""
    a, b = _uniform(before), _uniform(row)
    if a is None or b is None or a.font is None:
        return False
    return a.bold != b.bold or abs(a.size - b.size) > 1


def _uniform(row: Row) -> Face | None:
    face, *others = row.faces
    return face if all(other.bold == face.bold and other.size == face.size for other in others) else None


def look(rows: list[Row], starts: list[int], place: Set, usual: Usual) -> Look:
    """The look of a paragraph from its rows; `starts` are their offsets in its text."""
    first = rows[0]
    size = first.size
    left, right = place.left, place.right
    align = _column_align(place) if place.column else _align(rows, left, right, usual)
    pitches = [b.y - a.y for a, b in pairwise(rows) if a.sheet == b.sheet and b.y > a.y]
    pitch = median(pitches) / size if pitches else usual.pitch
    body = min((row.x0 for row in rows[1:]), default=left)
    indented = align in ("left", "both")
    return Look(
        letters=tuple(_letters(rows, starts)),
        align=align,
        left=round(max(0.0, body - left), 1) if indented else 0.0,
        first=round(first.x0 - body, 1) if indented else 0.0,
        line=round(pitch / SINGLE, 2),
    )


def _column_align(place: Set) -> Align:
    """Rows of a letterhead are centred on one another, recipients begin below one another."""
    middles = [(row.x0 + row.x1) / 2 for row in place.rows]
    off = median(abs(middle - median(middles)) for middle in middles)
    ragged = median(row.x0 - place.left for row in place.rows)
    return "left" if len(middles) > 1 and ragged < off else "center"


def _align(rows: list[Row], left: float, right: float, usual: Usual) -> Align:
    near = AGREE * rows[0].size + 2
    if _is_centred(rows, left, right, usual):
        return "center"
    if len(rows) > 1:
        if all(abs(row.x1 - right) < near for row in rows[:-1]):
            return "both"
        if all(abs(row.x1 - right) < near for row in rows):
            return "right"
        return "left"
    if abs(rows[0].x1 - right) < near and rows[0].x0 - left > (right - left) / 3:
        return "right"
    return usual.align


def _is_centred(rows: list[Row], left: float, right: float, usual: Usual) -> bool:
    """Whether every row leaves as much room on its left as on its right; a title may be a little off."""
    size = rows[0].size
    for row in rows:
        before, after = row.x0 - left, right - row.x1
        off = abs(before - after) / 2
        if off > 2 * size or (off > 0.5 * size and min(before, after) < usual.first + size):
            return False
    first = rows[0].x0 - left
    if len(rows) == 1 and abs(first - usual.first) < 0.3 * size:
        return False  # an ordinary first line that happens to end there
    return max(row.x0 for row in rows) - left > size


def _letters(rows: list[Row], starts: list[int]) -> Iterator[Letters]:
    """Runs of words in one face; the spaces between them belong to the run behind."""
    begin = end = starts[0]
    face = rows[0].words[0].face
    for row, start in zip(rows, starts, strict=True):
        if row.faces == [face]:
            end = start + len(row.text)
            continue
        for word in row.words:
            if word.face is not face and word.face != face:
                yield Letters(begin, end, face.font, face.size, face.bold, face.italic)
                begin, face = end, word.face
            end = start + len(word.text)
            start = end + 1
    yield Letters(begin, end, face.font, face.size, face.bold, face.italic)


def papers(sheets: list[Sheet], pages: list[Around]) -> tuple[Page, ...]:
    """The paper and margins, as far as the text fills them; another Page where the size changes."""
    found: list[Page] = []
    start = 0
    for place in range(1, len(sheets) + 1):
        if place == len(sheets) or _size(sheets[place]) != _size(sheets[start]):
            found.append(_paper(sheets[start:place], pages[start:place]))
            start = place
    return tuple(found)


def _size(sheet: Sheet) -> tuple[int, int]:
    return round(sheet.width / 5), round(sheet.height / 5)


def _paper(sheets: list[Sheet], pages: list[Around]) -> Page:
    width, height = sheets[0].width, sheets[0].height
    rows = [row for page in pages for row in page.rows]
    lefts = Counter(round(row.x0) for row in rows)
    rights = Counter(round(row.x1) for row in rows)
    left = min((x for x, times in lefts.items() if times > 0.1 * len(rows)), default=0)
    right = max((x for x, times in rights.items() if times > 0.1 * len(rows)), default=round(width))
    tops = [page.rows[0].y - page.rows[0].size for page in pages if page.rows]
    bottoms = [page.rows[-1].y + 0.25 * page.rows[-1].size for page in pages if page.rows]
    numbered = Counter(page.numbered for page in pages if page.numbered).most_common(1)
    at = numbered[0][0] if numbered else None
    margin = (
        [(page.header if at == "header" else page.footer)[0] for page in pages if page.numbered == at] if at else []
    )
    return Page(
        width=round(width * MILLIMETRES, 1),
        height=round(height * MILLIMETRES, 1),
        top=round(min(tops, default=0) * MILLIMETRES, 1),
        bottom=round((height - max(bottoms, default=height)) * MILLIMETRES, 1),
        left=round(left * MILLIMETRES, 1),
        right=round((width - right) * MILLIMETRES, 1),
        landscape=width > height,
        number_at="header" if at == "header" else "footer" if at else None,
        number_align=_number_align(margin, left, right) if margin else None,
        number_first=bool(pages and pages[0].numbered),
    )


def _number_align(margin: list[Row], left: float, right: float) -> str:
    middle = median((row.x0 + row.x1) / 2 for row in margin)
    share = (middle - left) / (right - left) if right > left else 0.5
    return "left" if share < 0.25 else "right" if share > 0.75 else "center"
