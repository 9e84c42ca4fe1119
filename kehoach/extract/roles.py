"""What a top-level section is for, whatever its heading says; and the usual heading that a spoilt one stands for."""

from __future__ import annotations

from functools import cache
from typing import get_args

from rapidfuzz import fuzz, process

from ..knowledge import table
from ..model import Role
from ..text import fold, squeeze

ROLES: tuple[Role, ...] = get_args(Role)
# A spoilt word counts as a known one from this likeness on (0 to 100): «TIEN PQ», «THUC HI¢N».
NEAR = 84


@cache
def _words() -> tuple[tuple[str, Role], ...]:
    pairs = [(word, role) for role in ROLES for word in table("headings")[role]["words"]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _usual() -> dict[str, tuple[str, Role]]:
    return {fold(t): (t, role) for role in ROLES for t in table("headings")[role]["usual"]}


def role(title: str, damaged: bool = False) -> Role:
    """The role of a heading: the one whose word stands first in it.

    >>> role("TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG"), role("Kinh phí và tổ chức thực hiện")
    ('criteria', 'funding')
    """
    folded = squeeze(fold(title))
    if damaged and (near := usual(title)):
        return near[1]
    best: tuple[int, int, Role] | None = None
    for word, name in _words():
        at = folded.find(word)
        if at < 0 and damaged and len(word) >= 6:
            found = fuzz.partial_ratio_alignment(word, folded, score_cutoff=NEAR)
            at = found.dest_start if found else -1
        if at >= 0 and (best is None or (at, -len(word)) < best[:2]):
            best = (at, -len(word), name)
    return best[2] if best else "other"


def usual(title: str, least: float = NEAR) -> tuple[str, Role] | None:
    """The usual heading nearest to `title` and its role, if it is near enough.

    >>> usual("TIEN PQ THUC HIEN")
    ('TIẾN ĐỘ THỰC HIỆN', 'schedule')
    """
    known = _usual()
    found = process.extractOne(squeeze(fold(title)), known.keys(), scorer=fuzz.ratio, score_cutoff=least)
    return known[found[0]] if found else None
