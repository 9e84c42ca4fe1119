"""Names of bodies compared letter by letter, accents included: what `same_body` is too kind to tell apart."""

from __future__ import annotations

from functools import lru_cache

from ..knowledge import table
from ..patterns import lazy
from ..places import key

_LONG = (
    ("thpt", "trung học phổ thông"),
    ("thcs", "trung học cơ sở"),
    ("th&thcs", "tiểu học và trung học cơ sở"),
    ("tp.", "thành phố"),
    ("tp", "thành phố"),
    ("tx.", "thị xã"),
    ("ptdtnt", "phổ thông dân tộc nội trú"),
    ("ptdtbt", "phổ thông dân tộc bán trú"),
    ("th", "tiểu học"),
    ("mn", "mầm non"),
    ("gdtx", "giáo dục thường xuyên"),
    ("gdnn", "giáo dục nghề nghiệp"),
    ("mttq", "mặt trận tổ quốc"),
)
_KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_MARKS = lazy(r"[^\w&.]+")


@lru_cache(maxsize=1024)
def exact(name: str) -> str:
    """A name in small letters, its usual abbreviations written out, without punctuation; accents stay.

    >>> exact("TRƯỜNG THCS XUÂN SƠN") == exact("Trường Trung học cơ sở Xuân Sơn")
    True
    """
    small = f" {' '.join(_MARKS.sub(' ', key(name.replace('uỷ', 'ủy').replace('UỶ', 'ỦY'))).split())} "
    for short, long in (*_LONG, *((s.lower(), e.lower()) for s, e in table("bodies")["spelled"].items())):
        small = small.replace(f" {short} ", f" {long} ")
    return small.strip(" .")


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, or one goes on with the place: «Sở Nội vụ», «Sở Nội vụ tỉnh Đắk Lắk»."""
    a, b = sorted((exact(one), exact(other)), key=len)
    return a == b or (b.startswith(f"{a} ") and (a.endswith(_KINDS) or b[len(a) + 1 :].startswith(_KINDS)))
