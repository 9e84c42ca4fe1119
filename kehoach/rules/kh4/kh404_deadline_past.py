from __future__ import annotations

from datetime import date

from ...align.issue import earliest
from ...align.sections import LEAD, section_at
from ...model import Deadline, Finding, Findings, Found, Plan, Severity, Skip
from ...patterns import lazy
from ...text import fold, short_date, short_month
from .. import Bad, Good, rule
from ..samples import plan as sample
from .kh410_weekday_wrong import mismatches

_HEAD_ENDS = lazy(r"\s*(?:\([^)]*\)\s*)?(?::|$)")
_TIME = lazy(r"\W*(?:[a-z0-9]{1,2}[.)]\s*)?thoi gian\b[^:]{0,30}:[^:;.]{0,30}")


@rule(
    "KH404",
    "deadline-past",
    Severity.ERROR,
    source="Thời hạn phải còn thực hiện được khi kế hoạch ban hành",
    english="a deadline lies before the plan's own date",
    bad=(
        Bad(sample("I. TỔ CHỨC THỰC HIỆN", "Các tổ gửi báo cáo về nhà trường trước ngày 10 tháng 5 năm 2024."),
            at="trước ngày 10 tháng 5 năm 2024"),
        Bad(sample("I. LỊCH TẬP HUẤN", "- Ngày 20/12/2024: Mở.", "- Ngày 02/01/2024: Bế mạc."), at="Ngày 02/01/2024"),
    ),
    good=(
        Good(sample("I. TỔ CHỨC THỰC HIỆN", "Các tổ gửi báo cáo về nhà trường trước ngày 10 tháng 5 năm 2025.")),
        Good(sample("I. TỔ CHỨC THỰC HIỆN", "Các tổ gửi báo cáo về nhà trường trước ngày 10 tháng 5 hằng năm.")),
        Good(sample("I. THỜI GIAN", "Thời gian: ngày 09/3/2024 (âm lịch).")),
        Good(sample("I. LỊCH TẬP HUẤN", "- Ngày 02/01/2024 (thứ Năm): Khai mạc.")),
        Good(sample("I. ĐẶC ĐIỂM TÌNH HÌNH", "Ngày 02/01/2024, nhà trường đã tổng kết đợt thi đua.")),
    ),
)  # fmt: skip
def check(plan: Plan, as_of: date | None = None) -> Findings:
    """Thời hạn nộp báo cáo, hồ sơ hoặc hoàn thành nhiệm vụ không thể trước ngày ban hành kế hoạch.

    Thường là năm còn sót lại từ kế hoạch cũ.
    """
    today = earliest(plan) or as_of
    if today is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    shown = short_date(today) if plan.issued or not earliest(plan) else f"tháng {short_month(today)}"
    told = {span.block for span, *_ in mismatches(plan)}  # with its year put right by KH410
    for found in plan.deadlines:
        due = found.value.date
        if due and due < today and found.span.block not in told and _looks_ahead(plan, found):
            yield Finding(
                found.span, f"thời hạn {short_date(due)} đã qua khi kế hoạch ban hành ({shown}); sửa lại thời hạn"
            )


def _looks_ahead(plan: Plan, found: Found[Deadline]) -> bool:
    """Whether a date is one to keep: a limit, or the head of a line of the schedule («Ngày 02/01/2025: Tập huấn.»).

    Other days may be told of what was done before.
    """
    due = found.value
    if due.relation in ("before", "by"):
        return due.subject != "milestone"
    text = plan.document.blocks[found.span.block].text
    section = section_at(plan, found.span.block)
    before, after = fold(text[: found.span.start]), text[found.span.end :]
    heads = (LEAD.fullmatch(before) and _HEAD_ENDS.match(after)) or _TIME.fullmatch(before)
    return bool(heads and section and section.role != "situation")
