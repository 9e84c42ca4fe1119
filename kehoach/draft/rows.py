"""A drafted table that a clerk has worked on, merged with the new one cell by cell."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from . import hands
from .memory import words
from .nodes import matched

CELLS, ROWS = " | ", "\n"  # between the cells and the rows of a remembered table


def merged(base: str, now: Any, new: Any, remarked: set[str]) -> list[str] | None:
    """Put into the table `now` what `new` changed in it; the cells that both changed, None if rows cannot be told.

    `base` is the table as it was drafted, remembered as text; `remarked` the numbers of comments that people made.
    """
    before = [row.split(CELLS) for row in base.split(ROWS)]
    here, fresh = _rows(now), _rows(new)
    columns = {len(row) for row in before} | {len(_cells(row)) for row in (*here, *fresh)}
    if len(columns) != 1 or any(len(_paragraphs(cell)) != 1 for row in (*here, *fresh) for cell in _cells(row)):
        return None
    texts = [[_without_number(_texts(row)) for row in rows] for rows in (here, fresh)]
    told = [_without_number(row) for row in before]
    places, then = matched(told, texts[0]), matched(told, texts[1])
    conflicts: list[str] = []
    for number, row in enumerate(before):
        mine, theirs = places.get(number), then.get(number)
        if mine is None:
            continue  # the clerk took it out
        if theirs is None:
            if texts[0][mine] == told[number]:
                now.remove(here[mine])
            continue
        for column, was in enumerate(row[1:], 1):
            conflicts += _cell(was, _cells(here[mine])[column], _cells(fresh[theirs])[column], remarked)
    _add(here, fresh, {theirs: places.get(number) for number, theirs in then.items()})
    _number(now)
    return conflicts


def _cell(was: str, mine: Any, theirs: Any, remarked: set[str]) -> list[str]:
    """Three ways in one cell: what both changed stays the clerk's, the new words stand behind it in brackets."""
    old, new = _paragraphs(mine)[0], _paragraphs(theirs)[0]
    a, b = words(old), words(new)
    if b in (was, a):
        return []
    if a == was and not hands.seen(old, new, remarked):
        mine.replace(old, deepcopy(new))
        return []
    mine.append(hands.marked(f"[Xung đột: bản soạn mới viết: «{b}»]"))
    return [f"«{a}»: bản soạn mới viết: «{b}»"]


def _add(here: list[Any], fresh: list[Any], stands: dict[int, int | None]) -> None:
    """Rows that the new draft alone has, each below the one that stands above it there."""
    last = here[0]
    for number, row in enumerate(fresh):
        if number in stands:
            place = stands[number]
            last = here[place] if place is not None and here[place].getparent() is not None else last
        else:
            new = deepcopy(row)
            last.addnext(new)
            last = new


def _number(table: Any) -> None:
    """The first column counts the rows, if that is what it did."""
    rows = [row for row in _rows(table)[1:] if _texts(row).partition(CELLS)[0].strip().isdigit()]
    for number, row in enumerate(rows, 1):
        _write(_paragraphs(_cells(row)[0])[0], str(number))


def _write(paragraph: Any, text: str) -> None:
    """Other words in the looks of the first."""
    from docx.oxml.ns import qn

    runs = list(paragraph.iter(qn("w:r")))
    for run in runs[1:]:
        run.getparent().remove(run)
    for run in runs[:1]:
        for part in run.findall(qn("w:t")):
            run.remove(part)
        run.text = text


def _rows(table: Any) -> list[Any]:
    from docx.oxml.ns import qn

    return list(table.findall(qn("w:tr")))


def _cells(row: Any) -> list[Any]:
    from docx.oxml.ns import qn

    return list(row.findall(qn("w:tc")))


def _paragraphs(cell: Any) -> list[Any]:
    from docx.oxml.ns import qn

    return list(cell.iter(qn("w:p")))


def _texts(row: Any) -> str:
    return CELLS.join(words(one) for cell in _cells(row) for one in _paragraphs(cell))


def _without_number(row: str | list[str]) -> str:
    """A row by what it says: its number changes by itself."""
    cells = row.split(CELLS) if isinstance(row, str) else row
    return CELLS.join(cells[1:] if cells[0].strip().isdigit() else cells)
