"""Long names in the narrow head of a plan: how wide words are, and where a line is best broken."""

from __future__ import annotations

import unicodedata
from functools import cache

from ..knowledge import table

# Widths of Times New Roman Bold letters, in thousandths of the size (Adobe Times-Bold metrics).
_WIDTHS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (
    722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000,
    722, 722, 667,
), strict=True)) | dict(zip("abcdefghijklmnopqrstuvwxyz", (
    500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722,
    500, 500, 444,
), strict=True)) | {" ": 250, ",": 250, ".": 250, "-": 333}  # fmt: skip

# What stands against a way to break a name; lines of equal length cost nothing, one that is half empty costs one.
LINE = 4.0  # each line more
INSIDE = 8.0  # inside words that go together: «GIÁO / DỤC»
HUNG = 8.0  # a dash at the beginning of a line
ALONE = 2.0  # the last word alone, most often half a place's name
KIND = -1.5  # before the kind of a place or of a school, where a reader takes breath: «UBND / TỈNH PHÚ THỌ»
_KINDS = frozenset(["tỉnh", "thành phố", "huyện", "quận", "thị xã", "phường", "xã", "đặc khu"])


def measured(text: str, size: float) -> float:
    """The width of a line of bold text in points. Vietnamese letters are as wide as their bases."""
    bare = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return sum(_WIDTHS.get(letter, 500) for letter in bare if not unicodedata.combining(letter)) * size / 1000


def wrapped(text: str, width: float, size: float = 13) -> list[str]:
    """A name broken into few lines of about equal length, none inside words that go together.

    >>> wrapped("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN THÁP MƯỜI", 178)
    ['PHÒNG GIÁO DỤC', 'VÀ ĐÀO TẠO', 'HUYỆN THÁP MƯỜI']
    """
    words = text.split()
    costs = _costs(words)
    best: list[tuple[float, int]] = [(0.0, 0)]  # for the first words: what they cost in lines, where the last begins
    for end in range(1, len(words) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            long = measured(" ".join(words[start:end]), size)
            if long > width and start < end - 1:
                break
            empty = max(0.0, 1 - long / width)
            ways.append((best[start][0] + costs[start] + LINE + 4 * empty * empty, start))
        best.append(min(ways))
    lines: list[str] = []
    end = len(words)
    while end:
        start = best[end][1]
        lines.insert(0, " ".join(words[start:end]))
        end = start
    return lines or [""]


def _costs(words: list[str]) -> list[float]:
    """What it costs to begin a line with each of the words."""
    low = [word.lower() for word in words]
    costs = [0.0] * len(words)
    for number in range(1, len(words)):
        if low[number] in "-–,":
            costs[number] += HUNG
        if low[number] in _KINDS or " ".join(low[number : number + 2]) in _KINDS:
            costs[number] += KIND
        if number == len(words) - 1:
            costs[number] += ALONE
    for together in _together():
        for start in range(len(words) - len(together) + 1):
            if tuple(low[start : start + len(together)]) == together:
                for number in range(start + 1, start + len(together)):
                    costs[number] += INSIDE
    return costs


@cache
def _together() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in table("unbroken")["words"])
