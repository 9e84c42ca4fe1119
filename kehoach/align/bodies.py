"""Names of bodies compared: «Sở GD&ĐT tỉnh Đắk Lắk» and «Sở Giáo dục và Đào tạo» are one."""

from __future__ import annotations

from functools import lru_cache

from ..patterns import lazy
from ..text import fold, likeness, squeeze

_SHORT = (
    (lazy(r"\bu[yi] ?ban nhan dan\b"), "ubnd"),
    (lazy(r"\bhoi dong nhan dan\b"), "hdnd"),
    (lazy(r"\bmat tran to quoc\b"), "mttq"),
    (lazy(r"\bgiao duc (?:va|&) dao tao\b|\bgd ?(?:&|va|-) ?dt\b|\bgddt\b"), "gddt"),
    (lazy(r"\btrung hoc pho thong\b"), "thpt"),
    (lazy(r"\btrung hoc co so\b"), "thcs"),
    (lazy(r"\bthanh pho\b|\btp\.?(?=\s)"), "tp"),
    (lazy(r"\bthi xa\b|\btx\.?(?=\s)"), "tx"),
    (lazy(r"\bdang cong san viet nam\b"), "dang"),
)
_TITLES = lazy(r"^(?:bo truong|chu tich|giam doc|hieu truong|truong phong|lanh dao)\s+(?=\w)")
_JOINTS = lazy(r"[^\w]+")
# Two spellings of one name in damaged text are at least so alike.
NEAR = 86


@lru_cache(maxsize=4096)
def body_key(name: str) -> str:
    """A name without case, accents, punctuation, usual abbreviations and the office of its head."""
    folded = squeeze(fold(name))
    for pattern, short in _SHORT:
        folded = pattern.sub(short, folded)
    return _TITLES.sub("", _JOINTS.sub(" ", folded).strip())


def same_body(one: str, other: str) -> bool:
    """Whether two names may mean one body: alike, or one is the other with more said after it."""
    a, b = body_key(one), body_key(other)
    if not a or not b or f"{a} ".startswith(f"{b} ") or f"{b} ".startswith(f"{a} "):
        return True
    return likeness(a, b) >= NEAR
