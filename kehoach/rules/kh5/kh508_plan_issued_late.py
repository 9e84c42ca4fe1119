from __future__ import annotations

from ...align.addressees import addressed, addressee
from ...align.due import last_day
from ...extract.duties import sentence
from ...extract.tasks import owner
from ...model import Deadline, Finding, Findings, Found, Plan, Related, Severity, Unit
from ...patterns import lazy
from ...text import fold, short_date
from .. import Bad, Good, rule
from ..restored import sound
from ..samples import plan as sample

# «xây dựng, ban hành kế hoạch của cơ quan trước ngày …», or to be sent in by a day; not a plan of something else.
_ISSUE = lazy(
    r"\b(?:xay dung|ban hanh)\b[^.;]{0,30}\bke hoach"
    r"(?: (?:thuc hien|trien khai|cu the|chi tiet|hanh dong|nam|cua|phu hop)\b[^.;]{0,80})?"
    r"(?:[;,]? (?:va )?gui (?:ke hoach )?(?:ve|qua|cho)\b[^.;]{0,60})?,?\s*(?:hoan thanh |xong )*$"
)
_MANY = lazy(r"\b(?:cac|tung|moi)\b")
ABOVE = sample(
    "I. TỔ CHỨC THỰC HIỆN", "1. Các trường học trên địa bàn phường",
    "a) Xây dựng, ban hành kế hoạch của đơn vị trước ngày {}; tổ chức thực hiện đúng tiến độ.",
    number="Số: 12/KH-UBND", date="Xuân Sơn, ngày 05 tháng 8 năm 2024",
    opening="UBND phường Xuân Sơn ban hành Kế hoạch với các nội dung sau:",
)  # fmt: skip


@rule(
    "KH508",
    "plan-issued-late",
    Severity.WARNING,
    source="Thời hạn ban hành kế hoạch của đơn vị, ghi trong kế hoạch cấp trên",
    english="the plan is dated after the day on which the parent wants it issued",
    bad=(Bad(sample(), at="ngày 12 tháng 9 năm 2024", parent=ABOVE.format("30/8/2024")),),
    good=(
        Good(sample(), parent=ABOVE.format("30/9/2024")),
        Good(sample(), parent=ABOVE.format("30/8/2024").replace("Các trường học trên địa bàn phường", "Phòng Kinh tế")),
        Good(sample(), parent=ABOVE.format("30/8/2024").replace("kế hoạch của đơn vị", "kế hoạch chống bão")),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan, unit: Unit | None = None) -> Findings:
    """Kế hoạch ban hành sau ngày mà cấp trên yêu cầu các đơn vị ban hành kế hoạch của mình."""
    whom = addressee(plan, unit)
    if plan.date is None or plan.issued is None or whom is None or parent.issuer is None:
        return
    above = sound(parent)
    for found in above.deadlines:
        last = last_day(found.value)
        if last is None or last >= plan.issued or not _ISSUE.search(_before(above, found)):
            continue
        if addressed(_sender(above, found), whom, parent.issuer.value):
            message = f"kế hoạch ban hành sau ngày cấp trên yêu cầu ({short_date(last)})"
            yield Finding(plan.date.span, message, related=Related(parent.document, found.span))
            return


def _before(parent: Plan, found: Found[Deadline]) -> str:
    return fold(parent.document.blocks[found.span.block].text)[: found.span.start].rstrip()


def _sender(parent: Plan, found: Found[Deadline]) -> str:
    """Who has to issue a plan: the body that the sentence begins with, else the one that the work is given to."""
    text = parent.document.blocks[found.span.block].text
    start = sentence(fold(text), found.span.start, found.span.end).start
    named = owner(text[start : found.span.start].lstrip(" -+*").partition(") ")[2] or text[start : found.span.start])
    if named and _MANY.search(fold(named[0])):
        return named[0]
    return found.value.sender or next((task.owner for task in parent.tasks if task.block == found.span.block), "")
