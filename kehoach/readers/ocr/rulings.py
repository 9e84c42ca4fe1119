"""The rulings of tables in the picture of a page: long straight runs of ink, across and down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..printed.pixels import Pixels
from ..printed.words import Rule

DARK = bytes(1 if level < 140 else 0 for level in range(256))
# Runs shorter than this (in points) are letters and dashes; on a skewed page a ruling is many runs.
ACROSS, DOWN = 24.0, 16.0
# Runs that miss each other by less than this (in points) are one ruling; one shorter than LEAST is none.
NEAR, GAP, LEAST = 2.5, 8.0, 16.0


def found(pixels: Pixels, slope: float) -> tuple[Rule, ...]:
    """The rulings in points, with the skew of the page (a slope) taken out."""
    point = 72 / pixels.dots
    ink = pixels.data.translate(DARK)
    middle, centre = pixels.width / 2, pixels.height / 2
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    # the thinnest ruling is a third of a point wide: no more lines of pixels than that are left out
    step = max(1, pixels.dots // 150)
    for y in range(0, pixels.height, step):
        line = ink[y * pixels.stride : y * pixels.stride + pixels.width]
        for x0, x1 in _runs(line, round(ACROSS / point)):
            level = y + slope * (middle - (x0 + x1) / 2)
            shift = slope * (level - centre)
            across.append((level * point, (x0 + shift) * point, (x1 + shift) * point))
    for x in range(0, pixels.width, step):
        for y0, y1 in _runs(ink[x :: pixels.stride], round(DOWN / point)):
            rise = slope * (middle - x)
            place = x + slope * ((y0 + y1) / 2 + rise - centre)
            down.append((place * point, (y0 + rise) * point, (y1 + rise) * point))
    rules = [Rule(start, place, end, place) for place, start, end in _merged(across)]
    rules += [Rule(place, start, place, end) for place, start, end in _merged(down)]
    return tuple(rules)


def _runs(line: bytes, least: int) -> Iterator[tuple[int, int]]:
    if b"\1" * least in line:
        for run in re.finditer(b"\1{%d,}" % least, line):
            yield run.span()


def _merged(runs: list[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Runs (place, start, end) that lie on one line, as one."""
    lines: list[list[float]] = []
    for place, start, end in sorted(runs):
        for line in reversed(lines):
            if place - line[0] > NEAR:
                continue
            if start <= line[2] + GAP and end >= line[1] - GAP:
                line[0] = place
                line[1], line[2] = min(line[1], start), max(line[2], end)
                break
        else:
            lines.append([place, start, end])
    yield from ((place, start, end) for place, start, end in lines if end - start >= LEAST)
