"""The rulings of tables in pictures of pages: thin, grey, slanting, broken by specks."""

from __future__ import annotations

import random

import pytest

from kehoach.readers.ocr import rulings
from kehoach.readers.printed.pixels import Pixels

DOTS, WIDTH, HEIGHT, STRIDE = 200, 1000, 700, 1004
COLUMNS, ROWS = (100, 300, 600, 900), (100, 200, 300)
POINT = 72 / DOTS


def page(slope: float = 0.0, level: int = 60, lost: float = 0.0) -> Pixels:
    """A table of three columns and two rows, of rulings two pixels wide; a share of their pixels is lost."""
    pen = random.Random(7)
    rows = [bytearray([235] * WIDTH + [0] * (STRIDE - WIDTH)) for _ in range(HEIGHT)]

    def dot(x: int, y: int) -> None:
        moved = y + slope * (x - WIDTH / 2), x - slope * (y - HEIGHT / 2)
        for thick in (0, 1):
            if pen.random() >= lost:
                rows[round(moved[0]) + thick][round(moved[1])] = level
            if pen.random() >= lost:
                rows[round(moved[0])][round(moved[1]) + thick] = level

    for y in ROWS:
        for x in range(COLUMNS[0], COLUMNS[-1]):
            dot(x, y)
    for x in COLUMNS:
        for y in range(ROWS[0], ROWS[-1]):
            dot(x, y)
    return Pixels(b"".join(rows), WIDTH, HEIGHT, STRIDE, DOTS)


def places(pixels: Pixels, slope: float) -> tuple[list[int], list[int]]:
    """Where the rulings down and across are, in pixels rounded to tens."""
    found = rulings.found(pixels, slope)
    upright = {round(rule.x0 / POINT, -1) for rule in found if rule.x1 == rule.x0}
    level = {round(rule.y0 / POINT, -1) for rule in found if rule.y1 == rule.y0}
    return sorted(map(int, upright)), sorted(map(int, level))


@pytest.mark.parametrize(
    ("slope", "level", "lost"),
    [(0.0, 60, 0.0), (0.02, 60, 0.0), (-0.02, 60, 0.1), (0.0, 140, 0.0), (0.02, 140, 0.1)],
    ids=["sharp", "slanting", "slanting and specked", "grey", "all at once"],
)
def test_every_ruling_of_a_table_is_seen(slope: float, level: int, lost: float) -> None:
    assert places(page(slope, level, lost), slope) == (list(COLUMNS), list(ROWS))


@pytest.mark.parametrize("slope", [0.0, 0.02, -0.02])
def test_rulings_end_where_the_table_does(slope: float) -> None:
    across = [rule for rule in rulings.found(page(slope), slope) if rule.y1 == rule.y0]

    assert all(abs(rule.x0 / POINT - COLUMNS[0]) < 4 for rule in across)
    assert all(abs(rule.x1 / POINT - COLUMNS[-1]) < 4 for rule in across)


def test_tables_side_by_side_have_rulings_of_their_own() -> None:
    rows = [bytearray([235] * WIDTH) for _ in range(HEIGHT)]
    for y in (100, 101):
        rows[y][100:400], rows[y][500:900] = bytes(300), bytes(400)

    found = rulings.found(Pixels(b"".join(rows), WIDTH, HEIGHT, WIDTH, DOTS), 0.0)
    assert [(round(rule.x0 / POINT), round(rule.x1 / POINT)) for rule in found] == [(100, 400), (500, 900)]


def test_a_dark_paper_is_no_ink() -> None:
    grey = Pixels(bytes([120]) * (WIDTH * HEIGHT), WIDTH, HEIGHT, WIDTH, DOTS)

    assert rulings.found(grey, 0.0) == ()


def test_dashes_and_letters_are_no_rulings() -> None:
    rows = [bytearray([235] * WIDTH) for _ in range(HEIGHT)]
    for y in range(100, 600, 40):
        for x in range(100, 900, 30):
            rows[y][x : x + 20] = bytes(20)

    assert rulings.found(Pixels(b"".join(rows), WIDTH, HEIGHT, WIDTH, DOTS), 0.0) == ()
