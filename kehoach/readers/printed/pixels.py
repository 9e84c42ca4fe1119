"""A page as a picture."""

from __future__ import annotations

from msgspec import Struct


class Pixels(Struct, frozen=True):
    """A page in shades of grey, a byte a pixel, `stride` bytes a line, `dots` to the inch.

    `seen` is the page with its red ink, where `data` is without: seals hide the print below them. `unsigned` is the
    page without red and blue ink, where there is some: numbers and signatures are written in blue.
    """

    data: bytes
    width: int
    height: int
    stride: int
    dots: int
    seen: bytes = b""
    unsigned: bytes = b""
