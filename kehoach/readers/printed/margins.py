"""What stands around the text of a page: its number, running lines, footnotes, marks of digital signatures."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct, field

from ...patterns import lazy
from ...text import fold
from .words import Row, Sheet, Word, joined

# Page numbers and running lines stand in the outer tenth of the paper.
OUTER = 0.11
# Footnotes are set this much smaller than the text above them.
SMALLER = 0.9
_NUMBER = lazy(r"(?:[-–—]\s*|(?:trang|page)\s+)?\d{1,3}(?:\s*[-–—.]|\s*/\s*\d{1,3})?$", re.IGNORECASE)
_NOTE = lazy(r"\(?(?:\d{1,2}|\*)[).]?\s*\S")
_STAMP = lazy(
    r"(?:(?:nguoi|ngay|gio|thoi gian) ky\s*:|(?:duoc )?ky (?:so )?boi\b"
    r"|signature (?:not )?(?:verified|valid)|(?:digitally )?signed by\b)"
)
_TIME = lazy(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W{0,2}T?\s?\d{1,2}:\d{2}|\d{1,2}:\d{2}:\d{2}|[+-]\d{2}[':]00")


class Around(Struct):
    """The rows of a page, sorted out: `noted` are its footnotes, `numbered` tells where the page number stands."""

    rows: list[Row]
    header: list[Row] = field(default_factory=list)
    footer: list[Row] = field(default_factory=list)
    noted: list[Row] = field(default_factory=list)
    numbered: str | None = None


def is_signature(words: tuple[Word, ...] | list[Word]) -> bool:
    """Whether words are what signing software prints: who, when, with which certificate."""
    text = " ".join(word.text for word in words)
    return bool(_STAMP.search(fold(text)) or _TIME.search(text))


def without_signatures(rows: list[Row], usual: float) -> list[Row]:
    """The rows without marks of digital signatures, which stand in small print anywhere on the page."""
    dropped: set[int] = set()
    for place, row in enumerate(rows):
        for start in _openings(row):
            mark = _mark(rows, place, start)
            small = mark[0].face.size < 0.85 * usual
            if small or _TIME.search(" ".join(word.text for word in mark)):
                dropped |= {id(word) for word in mark}
    if not dropped:
        return rows
    kept = [[word for word in row.words if id(word) not in dropped] for row in rows]
    return [Row(words, row.sheet) for words, row in zip(kept, rows, strict=True) if words]


def _openings(row: Row) -> list[int]:
    """Where a mark may begin: with a capital, at the start of a row or behind a wide space."""
    if not _STAMP.search(fold(row.text)):
        return []
    return [
        start
        for start, word in enumerate(row.words)
        if word.text[0] in "NKTGSDĐ"
        and _STAMP.match(fold(" ".join(w.text for w in row.words[start : start + 4])))
        and (not start or word.x0 - row.words[start - 1].x1 > word.face.size)
    ]


def _mark(rows: list[Row], place: int, start: int) -> list[Word]:
    """The words of a mark that begins at this word: its line, and the lines below that begin where it does."""
    first = rows[place].words[start]
    size = first.face.size
    found = _run(rows[place].words[start:])
    bottom = first.y
    for row in rows[place + 1 :]:
        if row.y - bottom > 2 * size:
            break
        below = next((at for at, word in enumerate(row.words) if abs(word.x0 - first.x0) < size), None)
        if below is not None and abs(row.words[below].face.size - size) < 0.15 * size:
            found += _run(row.words[below:])
            bottom = row.y
    return found


def _run(words: list[Word]) -> list[Word]:
    found = words[:1]
    for word in words[1:]:
        if word.x0 - found[-1].x1 > 2 * word.face.size:
            break
        found.append(word)
    return found


def around(sheets: list[Sheet], pages: list[list[Row]]) -> list[Around]:
    """The rows of each page with everything that is not text set aside."""
    usual = _usual_size(pages)
    found = [Around(without_signatures(rows, usual)) for rows in pages]
    for page, sheet in zip(found, sheets, strict=True):
        _take_number(page, sheet)
    _take_running(found, sheets)
    for page, sheet in zip(found, sheets, strict=True):
        _take_notes(page, sheet, usual)
    return found


def _take_number(page: Around, sheet: Sheet) -> None:
    """A page number: alone in the first or last row, in the outer part of the paper."""
    if page.rows and page.rows[0].y < OUTER * sheet.height and _NUMBER.match(page.rows[0].text):
        page.header.append(page.rows.pop(0))
        page.numbered = "header"
    elif page.rows and page.rows[-1].y > (1 - OUTER) * sheet.height and _NUMBER.match(page.rows[-1].text):
        page.footer.append(page.rows.pop())
        page.numbered = "footer"


def _take_running(pages: list[Around], sheets: list[Sheet]) -> None:
    """A first or last row that says the same, but for numbers, on at least three pages and on half of them."""
    if len(pages) < 3:
        return
    for end in (0, -1):
        while True:
            edges = [
                (page, page.rows[end])
                for page, sheet in zip(pages, sheets, strict=True)
                if page.rows and _outer(page.rows[end], sheet, end)
            ]
            said = Counter(_said(row) for _, row in edges)
            common = next(
                (text for text, times in said.most_common(1) if times >= max(3, len(pages) / 2) and len(text) > 3), None
            )
            if common is None:
                break
            for page, row in edges:
                if _said(row) == common:
                    (page.footer if end else page.header).append(page.rows.pop(end))


def _outer(row: Row, sheet: Sheet, end: int) -> bool:
    return row.y > (1 - OUTER) * sheet.height if end else row.y < OUTER * sheet.height


def _said(row: Row) -> str:
    return re.sub(r"\d+", "0", fold(row.text))


def _usual_size(pages: list[list[Row]]) -> float:
    sizes: Counter[int] = Counter()
    for rows in pages:
        for row in rows:
            sizes[round(row.size)] += len(row.words)
    return float(sizes.most_common(1)[0][0]) if sizes else 0.0


def _take_notes(page: Around, sheet: Sheet, usual: float) -> None:
    """Footnotes: the last rows of a page, in small print, of which the first begins with a number."""
    start = len(page.rows)
    while start and page.rows[start - 1].size <= SMALLER * usual and page.rows[start - 1].y > sheet.height * 0.4:
        start -= 1
    while start < len(page.rows) and not _NOTE.match(page.rows[start].text):
        start += 1
    if 0 < start < len(page.rows) and _is_note(page.rows[start], page.rows[start - 1]):
        page.noted = page.rows[start:]
        del page.rows[start:]


def _is_note(row: Row, before: Row) -> bool:
    """A number in front, raised or followed by words, and space above."""
    first = row.words[0]
    raised = first.face.size < 0.85 * row.size or row.y - first.y > 0.1 * row.size
    return raised or (joined([first])[0].isdigit() and row.y - before.y > 1.4 * row.size and len(row.words) > 2)
