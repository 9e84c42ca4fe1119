"""What a report or a dossier is called: by its occasion, how often it comes back, the parent's own name for it."""

from __future__ import annotations

import re

from ..model import Deadline, Found, Plan
from ..patterns import lazy
from ..text import fold, squeeze
from .spelling import righted

RESULTS = "báo cáo kết quả thực hiện"

# What a report or dossier is about, told by the words before its day; the nearest one counts.
_OCCASIONS = {
    "so ket": "báo cáo sơ kết", "tong ket": "báo cáo tổng kết", "6 thang": "báo cáo 6 tháng",
    "bao cao quy": "báo cáo quý", "bao cao nam": "báo cáo năm", "ca nam": "báo cáo năm", "ke hoach": "",
    "khen thuong": "hồ sơ đề nghị khen thưởng",
}  # fmt: skip
_PERIODIC = {"quarter": "báo cáo quý", "half-year": "báo cáo 6 tháng", "month": "báo cáo tháng"}
PERIODICAL = ("6 thang", "bao cao quy", "bao cao nam", "ca nam")  # told apart also where they come back every year
_WITH_REPORT = lazy(r"\bho so va bao cao|\bbao cao va ho so\b")
_AWARDS = lazy(r"\b(?:khen thuong|danh hieu)\b")
_PART = lazy(r"\s*\((học kỳ I{1,2}|cả năm học|năm học|cả năm)\)")  # «trước ngày 25/12 (học kỳ I)»
_SENT = lazy(r"[;\s]*(?:va )?(?:gui|nop)\b")


_EVERY_QUARTER = lazy(r"\bquy, (?:bao cao )?6 thang(?P<nine>, 9 thang)?(?:,| va) (?:ca )?nam\b")
_YEARLY = lazy(r"(?:^|[,;)]|\bva)\s*(?:bao cao )?(?:ca )?nam\s*\(?\s*$")
# «báo cáo kết quả công tác chuẩn bị», «hồ sơ đề nghị công nhận»: what is sent has a name of its own.
_SPECIAL = lazy(
    r"\b(?P<what>(?:hồ sơ|bài|sản phẩm) dự (?:thi|tuyển|xét)\b"
    r"|(?:báo cáo (?:kết quả|tình hình) (?:công tác|rà soát|kiểm tra|chuẩn bị|khảo sát)[^,;.:()“”]{0,50}?"
    r"|hồ sơ (?:đề nghị|xét|đăng ký) (?!khen)[^,;.:()“”]{3,60}?)"
    r"(?=\s+(?:về|cho|gửi|trước|chậm nhất|hằng|hàng|qua)\b|[,;.(]|\s*$))",
    re.IGNORECASE,
)


# «Khảo sát mức độ hài lòng …; gửi kết quả về Sở Nội vụ trước …»: the results of that alone.
_MEASURED = lazy(
    r"\b(?P<what>(?:đo lường|khảo sát|điều tra|rà soát|kiểm tra|thống kê) [^;.,:]{3,60}?)"
    r"(?=(?: (?:đối với|trên|tại|tới|đến)\b[^;.]*|,[^;.]*)?;\s*(?:và )?(?:gửi|nộp|báo cáo) kết quả\b)",
    re.IGNORECASE,
)


def _named(parent: Plan, found: Found[Deadline], since: int) -> str | None:
    """What is sent, by the parent's own name for it."""
    if parent.document.damaged:
        return None
    words = parent.document.blocks[found.span.block].text[since : found.span.start]
    if (measured := _MEASURED.search(words)) and not found.value.every:
        return righted(f"kết quả {measured['what'][:1].lower()}{squeeze(measured['what'][1:])}")
    said = _SPECIAL.search(words)
    return righted(f"{said['what'][:1].lower()}{squeeze(said['what'][1:])}") if said else None


def what(parent: Plan, found: Found[Deadline]) -> str | None:
    """What must be sent: «báo cáo sơ kết», «báo cáo kết quả thực hiện»; None for a plan, which this draft is itself."""
    before = fold(parent.document.blocks[found.span.block].text)[: found.span.start]
    beside = (one.span for one in parent.deadlines if one.span.block == found.span.block)
    ends = [span.end for span in beside if span.end <= found.span.start]
    since = max(before.rfind(";"), before.rfind(". "), *ends, 0)
    if _SENT.match(before, since):  # «Xây dựng Kế hoạch …; gửi về Sở»: what is sent stands before
        since = max(before.rfind(". ", 0, since), *ends, 0)
    words = before[since:] if since > len(before) - 200 else before[-200:]
    nearest = max(((words.rfind(sign), sign) for sign in _OCCASIONS), default=(-1, ""))
    known = nearest[0] >= 0 and (not found.value.every or nearest[1] in PERIODICAL)
    named = _OCCASIONS[nearest[1]] if known else None
    if said := _named(parent, found, since):
        return said
    if found.value.every == "quarter" and (said_of := _EVERY_QUARTER.search(words)):
        return f"báo cáo quý, 6 tháng{', 9 tháng' if said_of['nine'] else ''} và năm"
    if _YEARLY.search(words):
        return "báo cáo năm"
    if named == "" and "bao cao" not in words[nearest[0] :]:
        return None
    if found.value.subject == "dossier" and not _AWARDS.search(words) and "bao cao" not in words:
        return None  # enrolments, lists to be made known
    occasion = next((name for sign, name in (("so ket", "sơ kết"), ("tong ket", "tổng kết")) if sign in words), "")
    if _AWARDS.search(words) and (found.value.subject == "dossier" or named == _OCCASIONS["khen thuong"]):
        both = f"báo cáo {occasion} và " if occasion and f"bao cao {fold(occasion)}" in words else ""
        if not both and _WITH_REPORT.search(words):
            return f"{RESULTS} và hồ sơ đề nghị khen thưởng"
        return f"{both}hồ sơ đề nghị khen thưởng {'' if both else occasion}".strip()
    if part := _PART.match(parent.document.blocks[found.span.block].text[found.span.end :]):
        return f"báo cáo {part[1]}"
    return named or _PERIODIC.get(found.value.every or "", RESULTS)
