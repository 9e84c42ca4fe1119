"""The parent's own deadlines in its sentences: the draft sets days of its own, the work beside them stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ..model import Deadline, Found, Plan
from ..patterns import lazy
from ..text import fold, squeeze
from . import occasions
from .clauses import says_work
from .mending import Mend

# What the draft says itself. Other things that are handed in are work with a day: «lập danh sách …, gửi Phòng Nội vụ
# trước ngày 30/9», «đăng ký với Công an tỉnh trước ngày 20/4».
_SAID_APART = lazy(r"\b(?:ke hoach|bao cao|bien ban|khen thuong|danh hieu|thi dua|du toan)\b")
_UNTIL = ("before", "by")
# Who takes in what others hand in: «hồ sơ nộp cho Ban Chỉ huy Quân sự xã» is work for the commune.
_BELOW = lazy(r"(?:ban chi huy|hoi dong|cong an|ubnd|uy ban nhan dan)\b[^;.]*\b(?:xa|phuong|dac khu)\b")

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


# «Sơ kết trước ngày 30/5, tổng kết trước ngày 15/11, gửi báo cáo về Sở»: the days of the reviews are those of reports.
_REPORTED = lazy(r"[^.;]*\b(?:gửi )?báo cáo (?:về|cho|lên) (?P<to>[^;.,()]{3,80}?)(?=\s*(?:[;.,(]|\(qua|$))")


def owed(parent: Plan) -> Iterator[Found[Deadline]]:
    """The parent's deadlines with the reviews that are reported to somebody as reports."""
    for found in parent.deadlines:
        if found.value.subject != "review":
            yield found
            continue
        to = _REPORTED.match(parent.document.blocks[found.span.block].text, found.span.end)
        yield replace(found, value=replace(found.value, subject="report", recipient=to["to"])) if to else found


def duty_words(parent: Plan, mend: Mend | None) -> dict[int, tuple[str, ...]]:
    """The words of the parent's report deadlines, by block: the draft writes its own instead."""
    found: dict[int, list[str]] = {}
    for deadline in owed(parent):
        if (deadline.value.day or deadline.value.month) and _owed(deadline, parent):
            words = parent.document.text(deadline.span)
            found.setdefault(deadline.span.block, []).append((mend(words) if mend else None) or words)
    return {block: tuple(words) for block, words in found.items()}


def _owed(deadline: Found[Deadline], parent: Plan) -> bool:
    """Whether something is sent upwards by this day."""
    if deadline.value.subject != "dossier":
        return deadline.value.subject == "report"
    if _BELOW.match(fold(deadline.value.recipient or "")):
        return False
    before = fold(parent.document.blocks[deadline.span.block].text[: deadline.span.start])
    clause = before[max(before.rfind(";"), before.rfind(". "), 0) :]
    return deadline.value.relation in _UNTIL and bool(_SAID_APART.search(clause) or occasions.what(parent, deadline))


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
