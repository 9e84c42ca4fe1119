"""PDFium asked about many characters of a page at once: the loop over them runs in C, and takes a tenth of the time."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

from .bindings import bare, pointer

# Fewer words than this have few pages.
ROOM = 512


class _Room:
    """Room for the numbers that PDFium writes, and where each of them stands, as an argument of a bare function."""

    def __init__(self, size: int) -> None:
        self.numbers = (ctypes.c_double * size)()
        start = ctypes.addressof(self.numbers)
        self.at = [pointer(start + 8 * place) for place in range(size)]


@lru_cache(maxsize=2)
def _room(size: int) -> _Room:
    return _Room(size)


class Asked:
    """The text of a page, asked about the characters at some places."""

    def __init__(self, text: int) -> None:
        self._text = pointer(text)

    def origins(self, places: Sequence[int]) -> tuple[list[float], list[float]]:
        """Where on its baseline each character stands: x and y."""
        x, y = self._numbers("FPDFText_GetCharOrigin", places, 2)
        return x, y

    def boxes(self, places: Sequence[int]) -> list[list[float]]:
        """The sides of each character: left, right, bottom and top."""
        return self._numbers("FPDFText_GetCharBox", places, 4)

    def owners(self, places: Sequence[int]) -> list[int]:
        """The text object that prints each character."""
        return list(map(bare("FPDFText_GetTextObject", ctypes.c_void_p), repeat(self._text), places))

    def is_generated(self, place: int) -> bool:
        """Whether a character is not in the file but PDFium's own, from what it sees on the page."""
        return bool(bare("FPDFText_IsGenerated", ctypes.c_int)(self._text, place))

    def _numbers(self, name: str, places: Sequence[int], each: int) -> list[list[float]]:
        count = len(places)
        # a power of two, so that all pages have room in one that was made
        room = _room(4 * max(ROOM, 1 << count.bit_length()))
        parts = [slice(number * count, (number + 1) * count) for number in range(each)]
        call: Any = map(bare(name, ctypes.c_int), repeat(self._text), places, *(room.at[part] for part in parts))
        deque(call, maxlen=0)
        return [room.numbers[part] for part in parts]
