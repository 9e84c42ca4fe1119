"""The parent's own deadlines in its sentences: the draft sets days of its own, the work beside them stays."""

from __future__ import annotations

from collections.abc import Iterable

from ..patterns import lazy
from ..text import squeeze
from .clauses import says_work

# What a clause says last of reports, when its work stands before it.
_REPORT = lazy(
    r",?\s+(?:và |đồng thời )?(?:(?:gửi |tổng hợp,? )?báo cáo|(?:gửi|nộp) (?:kết quả|số liệu|biên bản|hồ sơ))\b[^;]*$"
)
_TIMED = lazy(
    r"(?i)(?:định kỳ|(?:ngày \d+ )?hằng (?:năm|quý|tháng|tuần)|\d+ tháng|năm|quý|thực hiện|chế độ|có|và|[(),;\s])*"
)
# «Bước 2: …»: a row of steps lacks none.
_STEP = lazy(r"Bước \d")
# Whom the report was prepared for, once the report is gone.
_ADVISED = lazy(r",?\s+tham mưu(?: cho| với| giúp)? (?:UBND|Ủy ban nhân dân|Giám đốc|Chủ tịch)(?: \w+){0,2}$")


def without_deadline(clause: str, plain: str, deadlines: Iterable[str]) -> str:
    """A clause without a report due by one of `deadlines`, which `plain` shows; "" where nothing else is in it."""
    found = [words for words in deadlines if words in plain]
    if not found or _STEP.match(clause):
        return clause
    report = _REPORT.search(clause)
    work = clause[: report.start()] if report else ""
    for words in found:
        work = work.replace(words, " ")
    if report is None or not says_work(work) or _TIMED.fullmatch(squeeze(work)):
        return ""
    return _ADVISED.sub("", clause[: report.start()])
