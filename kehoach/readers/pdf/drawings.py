"""What a page has beside text: the rulings of tables, and pictures that may be a scan."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from msgspec import Struct

from ..printed.words import Rule
from .bindings import FORM, LINE_TO, MOVE_TO, PATH, PICTURE, library
from .pdfium import Paper

# A path thinner than this (points) is a ruling; one shorter than LEAST is no side of a cell.
THIN = 2.5
LEAST = 6.0
# A whole table may be one path of many segments; a drawing has thousands.
MOST = 4000
# A frame around nearly the whole paper, or its background, is no table.
WHOLE = 0.9


class Drawn(Struct, frozen=True):
    """Rulings, the share of the paper under the largest picture (0 to 1), and how many paths there are."""

    rules: tuple[Rule, ...]
    pictures: float
    paths: int


def read(page: int, sheet: Paper) -> Drawn:
    lib = library()
    get, kind_of = lib.FPDFPage_GetObject, lib.FPDFPageObj_GetType
    rules: list[Rule] = []
    covered = 0.0
    paths = 0
    for place in range(lib.FPDFPage_CountObjects(page)):
        thing = get(page, place)
        kind = kind_of(thing)
        if kind == PATH:
            paths += 1
            rules += _rules(thing, sheet)
        elif kind == PICTURE or (kind == FORM and _holds_picture(thing)):
            covered = max(covered, _share(thing, sheet))
    return Drawn(tuple(rules), covered, paths)


def _holds_picture(form: int) -> bool:
    lib = library()
    inside = (lib.FPDFFormObj_GetObject(form, place) for place in range(lib.FPDFFormObj_CountObjects(form)))
    return any(lib.FPDFPageObj_GetType(thing) == PICTURE for thing in inside)


def _bounds(thing: int, sheet: Paper) -> Rule | None:
    sides = (ctypes.c_float * 4)()
    at = ctypes.addressof(sides)
    if not library().FPDFPageObj_GetBounds(thing, at, at + 4, at + 8, at + 12):
        return None
    left, bottom, right, top = sides
    return _box(sheet.put(left, bottom), sheet.put(right, top))


def _box(a: tuple[float, float], b: tuple[float, float]) -> Rule:
    return Rule(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _share(thing: int, sheet: Paper) -> float:
    box = _bounds(thing, sheet)
    if box is None:
        return 0.0
    width = min(box.x1, sheet.width) - max(box.x0, 0.0)
    height = min(box.y1, sheet.height) - max(box.y0, 0.0)
    return max(width, 0.0) * max(height, 0.0) / (sheet.width * sheet.height)


def _rules(thing: int, sheet: Paper) -> Iterator[Rule]:
    """The straight lines that a path draws: itself, if it is thin; the sides of a box; the segments of a grid."""
    box = _bounds(thing, sheet)
    if box is None:
        return
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if min(width, height) <= THIN:
        if max(width, height) >= LEAST:
            yield _thin(box)
        return
    lib = library()
    if (
        not LEAST < lib.FPDFPath_CountSegments(thing) + LEAST < MOST
        or max(width / sheet.width, height / sheet.height) > 1
    ):
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    lib.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value:
        yield from _segments(thing, sheet)


def _thin(box: Rule) -> Rule:
    if box.x1 - box.x0 > box.y1 - box.y0:
        y = (box.y0 + box.y1) / 2
        return Rule(box.x0, y, box.x1, y)
    x = (box.x0 + box.x1) / 2
    return Rule(x, box.y0, x, box.y1)


def _segments(path: int, sheet: Paper) -> Iterator[Rule]:
    lib = library()
    matrix = (ctypes.c_float * 6)()
    lib.FPDFPageObj_GetMatrix(path, matrix)
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    to = ctypes.byref(x), ctypes.byref(y)
    start = before = None
    for place in range(lib.FPDFPath_CountSegments(path)):
        segment = lib.FPDFPath_GetPathSegment(path, place)
        lib.FPDFPathSegment_GetPoint(segment, *to)
        here = sheet.put(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = lib.FPDFPathSegment_GetType(segment)
        if kind == MOVE_TO:
            start = here
        elif kind == LINE_TO and before:
            yield from _side(before, here)
        if lib.FPDFPathSegment_GetClose(segment) and start:
            yield from _side(here, start)
        before = here


def _side(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Rule]:
    box = _box(a, b)
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if min(width, height) <= 0.5 and max(width, height) >= LEAST:
        yield _thin(box)
