"""Coloured ink taken out of a page: seals, stamps and signatures lie over print that must be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pixels import Pixels

if TYPE_CHECKING:
    from PIL.Image import Image

# A point is red ink where red is this much lighter than green and blue; print below it is dark in all three.
COLOURED = 30
# Less coloured ink than this share of the page is the fringe of black letters.
FEWEST = 0.0005


def without_red(page: Image, dots: int) -> Pixels:
    """A coloured page in grey, its red ink made paper; as it is where there is none. See Pixels for the blue."""
    seen = page.convert("L")
    data = seen.tobytes()
    red, green, blue = page.split()
    clean = seen.copy()
    if mask := _ink(red, green, blue):
        clean.paste(255, mask=mask)
    bare = clean.tobytes() if mask else data
    unsigned = b""
    if mask := _ink(blue, red, green):
        clean.paste(255, mask=mask)
        unsigned = clean.tobytes()
    return Pixels(bare, page.width, page.height, page.width, dots, data if bare is not data else b"", unsigned)


def _ink(colour: Image, *others: Image) -> Image | None:
    """Where ink of one colour is; None where there is hardly any."""
    from PIL import ImageChops

    mask = ImageChops.subtract(colour, ImageChops.lighter(*others)).point([0] * COLOURED + [255] * (256 - COLOURED))
    return mask if mask.histogram()[255] >= FEWEST * colour.width * colour.height else None
