"""Red ink taken out of a coloured page: seals and stamps lie over print that must be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pixels import Pixels

if TYPE_CHECKING:
    from PIL.Image import Image

# A point is red ink where red is this much lighter than green and blue; print below it is dark in all three.
RED = 40
# Less red than this share of the page is the fringe of black letters.
FEWEST = 0.0005


def without_red(page: Image, dots: int) -> Pixels:
    """A coloured page in grey, its red ink made paper; as it is where there is none."""
    from PIL import ImageChops

    seen = page.convert("L")
    data = seen.tobytes()
    red, green, blue = page.split()
    mask = ImageChops.subtract(red, ImageChops.lighter(green, blue)).point([0] * RED + [255] * (256 - RED))
    if mask.histogram()[255] < FEWEST * page.width * page.height:
        return Pixels(data, page.width, page.height, page.width, dots)
    seen.paste(255, mask=mask)
    return Pixels(seen.tobytes(), page.width, page.height, page.width, dots, data)
