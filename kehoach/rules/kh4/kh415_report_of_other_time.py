from __future__ import annotations

from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

_REPORT = lazy(
    r"\bbao cao (?:so ket |dinh ky |ket qua )?"
    r"(?P<what>6 thang(?: dau nam| cuoi nam)?|sau thang dau nam|quy (?:iv|i{1,3}))\b"
    r"(?:(?!\b(?:quy|9 thang|nam)\b)[^.;:]){0,40}?\b(?P<due>truoc ngay \d{1,2}(?:/| thang )(?P<month>\d{1,2}))"
)
# The months in which such a report can be due.
_MONTHS = {
    "6 thang": (5, 6, 7),
    "sau thang dau nam": (5, 6, 7),
    "6 thang dau nam": (5, 6, 7),
    "6 thang cuoi nam": (10, 11, 12, 1),
    "quy i": (3, 4),
    "quy ii": (5, 6, 7),
    "quy iii": (8, 9, 10),
    "quy iv": (11, 12, 1),
}


@rule(
    "KH415",
    "report-of-other-time",
    Severity.WARNING,
    source="Thời hạn gửi báo cáo định kỳ phải gần cuối kỳ báo cáo",
    english="a periodic report is due in a month far from its period",
    needs=("clean",),
    bad=(
        Bad(sample("I. BÁO CÁO", "Các tổ gửi báo cáo 6 tháng trước ngày 20 tháng 12."), at="trước ngày 20 tháng 12"),
        Bad(sample("I. BÁO CÁO", "Các tổ gửi báo cáo quý I trước ngày 20/6."), at="trước ngày 20/6"),
    ),
    good=(
        Good(sample("I. BÁO CÁO", "Các tổ gửi báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 05/12.")),
        Good(sample("I. BÁO CÁO", "Các tổ gửi báo cáo 6 tháng, báo cáo năm trước ngày 05/6 và 05/12.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Hạn gửi báo cáo định kỳ không hợp với kỳ báo cáo: «báo cáo 6 tháng trước ngày 20 tháng 12»."""
    for number, block in enumerate(plan.document.blocks):
        folded = fold(block.text)
        for m in _REPORT.finditer(folded) if "bao cao" in folded else ():
            if int(m["month"]) not in _MONTHS[m["what"]]:
                said = block.text[m.start("what") : m.end("what")]
                yield Finding(Span(number, *m.span("due")), f"hạn này không hợp với báo cáo {said}; xem lại ngày")
