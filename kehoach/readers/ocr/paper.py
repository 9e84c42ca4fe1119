"""The paper of a page as it was scanned or photographed: whether light falls on it evenly, how it lies."""

from __future__ import annotations

from math import atan, degrees

from ..printed.pixels import Pixels

# In a photograph paper in the shadow is darker than this share of paper in the light.
SHADE = 0.75
TILES = 6


def is_shaded(pixels: Pixels) -> bool:
    """Whether the paper is lighter in one place than in another, as in a photograph: seen from a grid of samples."""
    step = max(1, min(pixels.width, pixels.height) // (TILES * 24))
    rows = range(0, pixels.height, step)
    tall = max(1, len(rows) // TILES)
    papers = []
    for first in range(0, tall * TILES, tall):
        lines = [
            pixels.data[row * pixels.stride : row * pixels.stride + pixels.width : step]
            for row in rows[first : first + tall]
        ]
        wide = max(1, len(lines[0]) // TILES)
        for left in range(0, wide * TILES, wide):
            tile = sorted(b"".join(line[left : left + wide] for line in lines))
            papers.append(tile[len(tile) * 9 // 10])
    return min(papers) < SHADE * max(papers)


def turned(pixels: Pixels, quarters: int) -> Pixels:
    """The page turned clockwise by so many quarters."""
    data, width, height, stride = pixels.data, pixels.width, pixels.height, pixels.stride
    for _ in range(quarters):
        data = b"".join(data[column : stride * height : stride][::-1] for column in range(width))
        width, height = height, width
        stride = width
    return Pixels(data, width, height, stride, pixels.dots)


def straightened(pixels: Pixels, slope: float) -> Pixels:
    """The page turned so that lines which fall by `slope` from left to right are level."""
    from PIL import Image

    def level(data: bytes) -> Image.Image:
        page = Image.frombuffer("L", (pixels.width, pixels.height), data, "raw", "L", pixels.stride, 1)
        return page.rotate(degrees(atan(slope)), Image.Resampling.BICUBIC, expand=True, fillcolor=255)

    page = level(pixels.data)
    inks = (level(data).tobytes() if data else b"" for data in (pixels.seen, pixels.unsigned))
    return Pixels(page.tobytes(), page.width, page.height, page.width, pixels.dots, *inks)
