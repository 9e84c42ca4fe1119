"""Tasks of the parent that a draft says itself: that a plan is made, that reports are sent."""

from __future__ import annotations

from ..extract.names import opens_name
from ..patterns import lazy
from ..text import CAPITAL
from .clauses import says_work
from .concern import bare_label

_PLANNING = lazy(
    r"(?i)(?:căn cứ [^;.]{0,60}?,? )?(?:chủ động |khẩn trương )?(?:xây dựng|ban hành)\b[^;.]{0,40}\bkế hoạch\b"
    r"(?! của (?!đơn vị|nhà trường|trung tâm|địa phương))"
)
_REPORTING = lazy(
    r"(?i)(?:định kỳ |hằng năm,? )?(?:báo cáo(?! (?:đột xuất|ngay|kịp thời))"
    r"|tổng hợp,? (?:kết quả[^;.]{0,20}, )?báo cáo|gửi báo cáo"
    r"|thực hiện (?:chế độ )?báo cáo)\b"
)

_GIVEN = lazy(
    r"(?i)(?:tổ chức |triển khai |thực hiện |tập trung )+"
    r"(?:có hiệu quả |hiệu quả |nghiêm túc |nghiêm |tốt |đầy đủ |kịp thời )*"
    r"(?:các |những )?(?:nội dung, )?nhiệm vụ (?:được|đã) (?:giao|phân công)(?: tại kế hoạch(?: này)?)?[.;]?"
)
# «Xây dựng kế hoạch, thành lập Ban Chỉ đạo …»: there is more to do than the plan.
_PLANNED_TOO = lazy(
    r"(?i)^(?:xây dựng|ban hành) kế hoạch(?: và (?=chỉ đạo\b)|[^,;.]{0,60}, )"
    r"(?=(?:thành lập|kiện toàn|phân công|giao|mở|cử|đăng ký|bố trí|chỉ đạo)\b)"
)
# The last words of a plan, and work that says nothing.
_CLOSING = lazy(
    r"(?i)\(?(?:nhiệm vụ|nội dung|danh mục|chi tiết)[^.;]{0,60}(?:tại|theo|ở) phụ lục"
    r"|trong quá trình (?:tổ chức |triển khai )*(?:thực hiện)?\b"
    r"|.*\bnghiêm túc (?:triển khai |tổ chức )?thực hiện\b[^;]*$"
)
_EMPTY = lazy(
    r"(?i)(?:(?:chủ động|tích cực|nghiêm túc|tổ chức|triển khai|thực hiện|kiểm tra|đánh giá|đôn đốc|chỉ đạo|theo dõi"
    r"|xây dựng|kế hoạch(?: này)?|phong trào(?: thi đua)?(?: này)?|của đơn vị|(?:bố trí|bảo đảm) kinh phí"
    r"|và|,|;)\s*)+[.;]?"
)
# «Chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để …»: no task of a department.
_ANSWERS = lazy(r"(?i)chịu trách nhiệm (?:toàn diện )?trước (?:Chủ tịch |Giám đốc )?(?:UBND|Ủy ban nhân dân|Sở)\b")
_GATHERING = lazy(r"(?i)tổng hợp (?:tình hình|kết quả|số liệu)(?: thực hiện)?(?: kế hoạch)?[.;]?")


# «Phòng Quản lý đô thị; Công ty cổ phần Xây dựng …»: the words of a name tell of no work.
_NAMED = lazy(rf"(?<=\w ){CAPITAL}[^\W\d_]*(?: [a-zà-ỹđ]+(?=[ ,;.]|$))?")
_BODY = lazy(r"(?:Các )?(?:[Cc]ông ty|[Tt]ổng [Cc]ông ty|[Đđ]ơn vị|[Pp]hòng|[Tt]rung tâm|[Cc]hi cục) ")
_SOME = lazy(
    r"(?i)[^;]*\b(?:(?:triển khai|thực hiện) một số (?:nhiệm vụ|nội dung|công việc)(?: cụ thể)?"
    r"|có (?:trách nhiệm|nhiệm vụ))(?: như sau| sau)?[.:;]?"
)


def own_words(text: str) -> bool:
    """Whether the draft says this itself: that a plan is made, that reports are sent."""
    return bool(_PLANNING.match(text) or _REPORTING.match(text) or _GATHERING.fullmatch(text) or _GIVEN.fullmatch(text))


def no_task(text: str) -> bool:
    """Whether the draft says this itself, or it only names somebody."""
    if (
        not text
        or own_words(text)
        or bare_label(text)
        or _CLOSING.match(text)
        or _EMPTY.fullmatch(text)
        or _ANSWERS.match(text)
        or _SOME.fullmatch(text)
    ):
        return True
    return (opens_name(text) or bool(_BODY.match(text))) and not says_work(_NAMED.sub("", text))


def beside_plans(text: str) -> str:
    """A task without what the draft says itself: «Xây dựng kế hoạch; mở lớp theo nhu cầu» → «Mở lớp theo nhu cầu»."""
    text = _PLANNED_TOO.sub("", text)
    text = text[:1].upper() + text[1:]
    if not own_words(text):
        return text
    rest = [part for part in text.split("; ")[1:] if not (own_words(part) or part.startswith(("giao ", "gửi ")))]
    said = "; ".join(rest)
    return said[:1].upper() + said[1:]
