from __future__ import annotations

from calendar import monthrange
from datetime import date

from ...align.issue import earliest
from ...align.sections import section_at
from ...model import Deadline, Finding, Findings, Found, Plan, Severity, Skip
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

# What must be finished by then, said right before; not what was done or is compared with.
_FINISH = lazy(r"\b(?:hoan thanh|xong|cham nhat|truoc)\b[^,]{0,20}$")
_DONE = lazy(r"\b(?:da|duoc)\b")
DECEMBER = 12


@rule(
    "KH416",
    "period-past",
    Severity.INFO,
    source="Thời hạn phải còn thực hiện được khi kế hoạch ban hành",
    english="work is to be finished in a month or quarter that was over when the plan was issued",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Rà soát, bãi bỏ văn bản; hoàn thành trong quý II năm 2024."),
            at="trong quý II năm 2024"),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Rà soát, bãi bỏ văn bản; hoàn thành trong quý IV năm 2024.")),
        Good(sample("I. NỘI DUNG", "Tiếp tục công việc đã hoàn thành trong quý II năm 2024; so với quý I năm 2024.")),
    ),
)  # fmt: skip
def check(plan: Plan, as_of: date | None = None) -> Findings:
    """Việc phải hoàn thành trong tháng, quý đã qua khi kế hoạch ban hành, thường là năm còn sót lại từ kế hoạch cũ."""
    today = earliest(plan) or as_of
    if today is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    for found in plan.deadlines:
        last = _last_day(found.value)
        if last and last < today and _is_to_finish(plan, found):
            said = plan.document.text(found.span)
            yield Finding(found.span, f"«{said}» đã qua khi kế hoạch ban hành; xem lại năm")


def _last_day(due: Deadline) -> date | None:
    """The end of a month or of a quarter."""
    month = 3 * due.quarter if due.quarter else due.month
    if due.date or due.day or not (due.year and month and 1 <= month <= DECEMBER):
        return None
    return date(due.year, month, monthrange(due.year, month)[1])


def _is_to_finish(plan: Plan, found: Found[Deadline]) -> bool:
    section = section_at(plan, found.span.block)
    before = fold(plan.document.blocks[found.span.block].text[: found.span.start])
    clause = before[max(before.rfind(mark) for mark in ".;:") + 1 :]
    return bool(_FINISH.search(clause)) and not _DONE.search(clause) and bool(section and section.role != "situation")
