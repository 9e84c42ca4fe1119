"""What bad OCR makes of codes and names, undone with the tables of what can stand there.

A letter is compared by its class: «đ» is read as P, B, D, d, 4 or q, «O» as 0 or Q, «I» as l or 1.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache, lru_cache

from rapidfuzz import fuzz

from ..patterns import lazy
from ..text import fold, squeeze

# Letters that are read for one another; a class is known by its first.
LOOK_ALIKE = ("DĐÐPBdđbpq4", "OQ0oÔƠ", "I1il|!ÍÌ", "SŠs5", "UVuvƯ", "CGcg6", "AaĂÂ", "EeÊé", "TtŤ", "Xx")
CLASSES = {letter: group[0] for group in LOOK_ALIKE for letter in group}
SKELETON = str.maketrans(CLASSES)
# What OCR adds: a stroke in «QHI14», a letter in «TTeg», a «Đ» seen twice in «QĐĐ».
STROKE = lazy(r"(?<=QH)[Il1](?=1[0-9]\b)")
PRIME_MINISTER = lazy(r"TT[a-zE]?[gøq]$")
DOUBLED = lazy("Đ[DĐ]+|D+Đ|DD")
# One inserted or lost letter in five leaves 0.91, a wrong letter of another class 0.80.
LIKE = 88.0
# «Uy ban nhan thanh phé» for «Ủy ban nhân dân thành phố» (a line end lost) is 88 alike; unrelated bodies stay below 75.
SAME_NAME = 80.0
# «s6» for «so» is 50 alike; a first word that has nothing of the name's does not begin it.
SAME_START = 45.0


@lru_cache(maxsize=4096)
def skeleton(code: str) -> str:
    """What is left of a code when letters that OCR confuses are one: «SGDPT» and «SGDĐT» both give «SCDDT»."""
    return code.replace("&", "").translate(SKELETON).upper()


def restore(code: str, codes: Iterable[str]) -> str | None:
    """The one of `codes` that `code` most likely was before it was damaged, or None."""
    shape = skeleton(code)
    best, least = None, 99.0
    for candidate in codes:
        if skeleton(candidate) == shape:
            distance = float(sum(_cost(a, b) for a, b in zip(code, candidate, strict=False)))
        elif (
            len(shape) >= 5
            and fuzz.ratio(shape, skeleton(candidate)) >= LIKE
            and not _has_more(shape, skeleton(candidate))
        ):
            distance = 10.0 - fuzz.ratio(shape, skeleton(candidate)) / 100
        else:
            continue
        if distance < least:
            best, least = candidate, distance
    return best


def _has_more(shape: str, known: str) -> bool:
    """Whether a code has a letter of its own that no speck makes: «HNDTP» is no «HĐTP» with one more."""
    gone = (i for i in range(len(shape)) if shape[:i] + shape[i + 1 :] == known)
    return any(shape[i] not in (*shape[:i][-1:], *shape[i + 1 :][:1], "I") for i in gone)


def seen_twice(part: str, known: Container[str]) -> str | None:
    """The code in which OCR saw a «Đ» twice: «QĐĐ», «BGDDĐT»."""
    for m in DOUBLED.finditer(part):
        for letters in ("Đ", "D", "DĐ"):
            code = part[: m.start()] + letters + part[m.end() :]
            if len(code) < len(part) and code in known:
                return code
    return None


def one_less(part: str, codes: Iterable[str]) -> str | None:
    """The code, four letters long at least, that `part` is but for one letter too many: «TTLUT» for «TTLT»."""
    known = {code for code in codes if len(code) >= 4}
    return next((less for i in range(len(part)) if (less := part[:i] + part[i + 1 :]) in known), None)


def _cost(read: str, right: str) -> float:
    """How unlikely it is that `right` was read as `read`: nothing for itself, little for a lost stroke."""
    if read == right:
        return 0.0
    return 0.5 if fold(read) == fold(right) else 1.0


@cache
def _words(name: str) -> int:
    return len(name.split())


def name_at(text: str, names: dict[str, str]) -> tuple[str, int] | None:
    """Which of `names` (folded → right) damaged `text` begins with, and how many characters it takes there.

    The longest of the best matches wins, so that «Uy ban nhan dan thanh pho» is no mere «Uy ban nhan dan».
    """
    pieces, ends = _pieces(text)
    best: tuple[float, int, str] | None = None
    end = 0
    for folded, name in names.items():
        for count in {_words(folded), _words(folded) - 1, _words(folded) + 1}:
            if not 0 < count <= len(pieces):
                continue
            if fuzz.ratio(pieces[0], folded.partition(" ")[0]) < SAME_START:
                continue
            score = fuzz.ratio(" ".join(pieces[:count]), folded)
            rank = (score + 1.5 * min(_words(folded), 6), count, name)
            if score >= SAME_NAME and (best is None or rank > best):
                best, end = rank, ends[count - 1]
    return (best[2], end) if best else None


def _pieces(text: str) -> tuple[list[str], list[int]]:
    """The first ten words, folded, and where each ends."""
    pieces: list[str] = []
    ends: list[int] = []
    position = 0
    for piece in text.split(None, 10)[:10]:
        position = text.index(piece, position) + len(piece)
        pieces.append(squeeze(fold(piece)).strip(".,;:()"))
        ends.append(position - (len(piece) - len(piece.rstrip(".,;:()"))))
        if piece[-1] in ".;:)":
            break
    return pieces, ends
