"""Tasks of the parent that a draft says itself: that a plan is made, that reports are sent."""

from __future__ import annotations

from ..extract.names import opens_name
from ..patterns import lazy
from .clauses import says_work
from .concern import bare_label

_PLANNING = lazy(
    r"(?i)(?:căn cứ [^;.]{0,60}?,? )?(?:chủ động |khẩn trương )?(?:xây dựng|ban hành)\b[^;.]{0,40}\bkế hoạch\b(?! của)"
)
_REPORTING = lazy(
    r"(?i)(?:định kỳ |hằng năm,? )?(?:báo cáo|tổng hợp,? (?:kết quả[^;.]{0,20}, )?báo cáo|gửi báo cáo"
    r"|thực hiện (?:chế độ )?báo cáo)\b"
)

_GIVEN = lazy(
    r"(?i)(?:tổ chức |triển khai |thực hiện |tập trung )+"
    r"(?:có hiệu quả |hiệu quả |nghiêm túc |nghiêm |tốt |đầy đủ |kịp thời )*"
    r"(?:các |những )?(?:nội dung, )?nhiệm vụ (?:được|đã) (?:giao|phân công)(?: tại kế hoạch(?: này)?)?[.;]?"
)
_GATHERING = lazy(r"(?i)tổng hợp (?:tình hình|kết quả|số liệu)(?: thực hiện)?(?: kế hoạch)?[.;]?")


def own_words(text: str) -> bool:
    """Whether the draft says this itself: that a plan is made, that reports are sent."""
    return bool(_PLANNING.match(text) or _REPORTING.match(text) or _GATHERING.fullmatch(text) or _GIVEN.fullmatch(text))


def no_task(text: str) -> bool:
    """Whether the draft says this itself, or it only names somebody."""
    return not text or own_words(text) or bare_label(text) or (opens_name(text) and not says_work(text))


def beside_plans(text: str) -> str:
    """A task without what the draft says itself: «Xây dựng kế hoạch; mở lớp theo nhu cầu» → «Mở lớp theo nhu cầu»."""
    if not own_words(text):
        return text
    rest = [part for part in text.split("; ")[1:] if not (own_words(part) or part.startswith(("giao ", "gửi ")))]
    said = "; ".join(rest)
    return said[:1].upper() + said[1:]
