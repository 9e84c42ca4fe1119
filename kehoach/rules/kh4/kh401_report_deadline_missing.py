from __future__ import annotations

import re
from typing import Annotated

from ...align.sections import at_end, family
from ...model import Deadline, Finding, Findings, Found, Plan, Related, Severity
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import SEVEN, emulation
from ..samples import plan as sample

ASKED = "Trước ngày 05 tháng 12 hằng năm, các trường báo cáo kết quả về Sở Giáo dục và Đào tạo."
SILENT = (*SEVEN[:-1], "Các tổ chuyên môn thực hiện Kế hoạch này.")
# A sentence that speaks of reports and of a time is taken for a reporting duty even if its date was not understood.
_REPORT = lazy(r"\b(?:bao cao|che do thong tin)\b")
_TIME = lazy(r"\b(?:truoc|cham nhat|dinh ky|(?:hang|moi) (?:quy|thang)|6 thang|ngay \d)")


@rule(
    "KH401",
    "report-deadline-missing",
    Severity.WARNING,
    source="Thời hạn báo cáo trong kế hoạch cấp trên; Nghị định 09/2019/NĐ-CP (chế độ báo cáo)",
    english="no reporting deadline, though the parent sets one or this kind of plan needs one",
    bad=(
        Bad(emulation(*SILENT), at=""),
        Bad(sample("I. NỘI DUNG", "Tập huấn giáo viên."), at="", parent=sample("I. TỔ CHỨC THỰC HIỆN", ASKED)),
        Bad(sample("I. NỘI DUNG", "Tập huấn giáo viên."), at="", options={"always": True}),
    ),
    good=(
        Good(emulation(*SEVEN)),
        Good(sample("I. NỘI DUNG", "Tập huấn giáo viên.")),
        Good(
            sample(
                "I. NỘI DUNG",
                "Tập huấn.",
                "II. TỔ CHỨC THỰC HIỆN",
                "Các tổ gửi báo cáo về nhà trường trước ngày 20 tháng 11 hằng năm.",
            ),
            parent=sample("I. TỔ CHỨC THỰC HIỆN", ASKED),
        ),
    ),
)
def check(
    plan: Plan,
    parent: Plan | None = None,
    *,
    always: Annotated[bool, "kế hoạch nào cũng phải có thời hạn báo cáo"] = False,
) -> Findings:
    """Kế hoạch không quy định khi nào phải báo cáo kết quả.

    Kế hoạch cấp trên có thời hạn báo cáo thì kế hoạch cấp dưới phải có thời hạn của mình, sớm hơn. Kế hoạch phong
    trào thi đua nhiều năm cần có báo cáo hằng năm, sơ kết, tổng kết.
    """
    theirs = next((d for d in parent.deadlines if is_dated(d)), None) if parent else None
    known = family(plan)
    if not theirs and not always and not (known and known["reports"]):
        return
    if any(is_dated(due) for due in plan.deadlines) or _speaks_of_reports(plan):
        return
    asks = f"{known['vietnamese']} cần có" if known else "kehoach.toml yêu cầu"
    reason = "kế hoạch cấp trên có thời hạn báo cáo" if theirs else asks
    related = Related(parent.document, theirs.span) if parent and theirs else None
    yield Finding(at_end(plan), f"chưa quy định thời hạn báo cáo kết quả thực hiện ({reason})", related=related)


def is_dated(found: Found[Deadline]) -> bool:
    """Whether this says when to report: «hằng năm» alone leaves open when in the year."""
    due = found.value
    return due.subject == "report" and bool(due.month or due.quarter or due.every not in (None, "year"))


def _speaks_of_reports(plan: Plan) -> bool:
    texts = (fold(block.text) for block in plan.document.blocks[plan.opening[1] : plan.end or None])
    sentences = (sentence for text in texts for sentence in re.split(r"[.;]", text) if "khen thuong" not in sentence)
    return any(_REPORT.search(sentence) and _TIME.search(sentence) for sentence in sentences)
