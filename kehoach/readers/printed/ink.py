"""Coloured ink taken out of a page: seals, stamps and signatures lie over print that must be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pixels import Pixels

if TYPE_CHECKING:
    from PIL.Image import Image

# A point is red ink where red is this much lighter than green and blue; print below it is dark in all three. Of a
# signature the fringe goes too, where only the name below is looked for.
INK, FRINGE = 40, 30
# Less coloured ink than this share of the page is the fringe of black letters.
FEWEST = 0.0005


def without_red(page: Image, dots: int) -> Pixels:
    """A coloured page in grey, its red ink made paper; as it is where there is none. See Pixels for the blue."""
    seen = page.convert("L")
    red, green, blue = page.split()
    seal = _ink(INK, red, green, blue)
    unsigned = b""
    if (signature := _ink(FRINGE, blue, red, green)) is not None:
        unsigned = _without(seen, signature, _ink(FRINGE, red, green, blue))
    data = seen.tobytes()
    bare = data if seal is None else _without(seen, seal)
    return Pixels(bare, page.width, page.height, page.width, dots, b"" if seal is None else data, unsigned)


def _without(page: Image, *inks: Image | None) -> bytes:
    clean = page.copy()
    for ink in filter(None, inks):
        clean.paste(255, mask=ink)
    return clean.tobytes()


def _ink(least: int, colour: Image, *others: Image) -> Image | None:
    """Where ink of one colour is; None where there is hardly any."""
    from PIL import ImageChops

    mask = ImageChops.subtract(colour, ImageChops.lighter(*others)).point([0] * least + [255] * (256 - least))
    return mask if mask.histogram()[255] >= FEWEST * colour.width * colour.height else None
