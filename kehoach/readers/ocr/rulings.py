"""The rulings of tables in the picture of a page: long straight runs of ink, across and down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..printed.pixels import Pixels
from ..printed.words import Rule

# Ink is darker than this share of the paper: a thin ruling comes out of a scanner grey.
DARK = 0.67
SAMPLE = 997  # pixels from one to the next of those that tell how light the paper is; prime to any width
# Runs shorter than this (in points) are letters and dashes; on a skewed page a ruling is many runs.
ACROSS, DOWN = 24.0, 16.0
# Runs that miss each other by less than this (in points) are one ruling. No column is narrower than the gap across, no
# line of print lower than the gap down.
NEAR, GAP_ACROSS, GAP_DOWN = 2.5, 20.0, 12.0


def found(pixels: Pixels, slope: float) -> tuple[Rule, ...]:
    """The rulings in points, with the skew of the page (a slope) taken out."""
    point = 72 / pixels.dots
    ink = _ink(pixels)
    stride = pixels.stride
    size = pixels.height * stride
    middle, centre = pixels.width / 2, pixels.height / 2
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    # three lines of pixels as one: a slanting ruling goes from one to the next, and specks of a scan break each of them
    wide = (ink | ink << 8 * stride | ink >> 8 * stride).to_bytes(size + stride, "little")
    for y in range(0, pixels.height, 2):
        for x0, x1 in _runs(wide[y * stride : y * stride + pixels.width], round(ACROSS / point)):
            level = y + slope * (middle - (x0 + x1) / 2)
            shift = slope * (level - centre)
            across.append((level * point, (x0 + shift) * point, (x1 + shift) * point))
    tall = (ink | ink << 8 | ink >> 8).to_bytes(size + 1, "little") if across else b""
    for x in range(0, pixels.width if across else 0, 2):
        for y0, y1 in _runs(tall[x::stride], round(DOWN / point)):
            rise = slope * (middle - x)
            place = x + slope * ((y0 + y1) / 2 + rise - centre)
            down.append((place * point, (y0 + rise) * point, (y1 + rise) * point))
    rules = [Rule(start, place, end, place) for place, start, end in _merged(across, GAP_ACROSS)]
    rules += [Rule(place, start, place, end) for place, start, end in _merged(down, GAP_DOWN)]
    return tuple(rules)


def _ink(pixels: Pixels) -> int:
    """The page as one number with a byte a pixel, 1 for ink: what is done to it is done to all pixels at once."""
    sample = sorted(pixels.data[::SAMPLE])
    dark = DARK * sample[len(sample) // 2] if sample else 0
    ink = pixels.data.translate(bytes(level < dark for level in range(256)))
    if pixels.stride > pixels.width:  # what fills up a line is none
        fill = bytes(pixels.stride - pixels.width)
        starts = range(0, pixels.height * pixels.stride, pixels.stride)
        ink = b"".join(ink[start : start + pixels.width] + fill for start in starts)
    return int.from_bytes(ink[: pixels.height * pixels.stride], "little")


def _runs(line: bytes, least: int) -> Iterator[tuple[int, int]]:
    if b"\1" * least in line:
        for run in re.finditer(b"\1{%d,}" % least, line):
            yield run.span()


def _merged(runs: list[tuple[float, float, float]], gap: float) -> Iterator[tuple[float, float, float]]:
    """Runs (place, start, end) that lie on one line, as one."""
    level: list[tuple[float, float, float]] = []
    for run in sorted(runs):
        if level and run[0] - level[-1][0] > NEAR:
            yield from _joined(level, gap)
            level = []
        level.append(run)
    yield from _joined(level, gap)


def _joined(level: list[tuple[float, float, float]], gap: float) -> Iterator[tuple[float, float, float]]:
    """Runs of one level from the first to the last; a new ruling begins behind a gap."""
    place = start = end = 0.0
    for number, run in enumerate(sorted(level, key=lambda run: run[1])):
        if number and run[1] <= end + gap:
            place, end = max(place, run[0]), max(end, run[2])
            continue
        if number:
            yield place, start, end
        place, start, end = run
    if level:
        yield place, start, end
