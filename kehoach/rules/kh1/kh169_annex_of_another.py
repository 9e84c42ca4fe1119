from __future__ import annotations

from ...extract.components import Component, components
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold, short_date
from .. import Bad, Good, rule
from ..samples import but, replaced

ANNEX = "Nguyễn Thị Minh\nPhụ lục\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số {})\nDạy học trực tuyến."
REFERENCE = ("kế hoạch của tổ;", "kế hoạch của tổ (Phụ lục kèm theo);")
NUMBER = lazy(r"\bkem theo ke hoach so\s*:?\s*(?P<number>\d+)\s*/\s*(?P<symbol>[a-z][\w&-]*)")
DATE = lazy(r"\bngay\s+(?P<day>\d{1,2})\s*(?:thang|[/.-])\s*(?P<month>\d{1,2})\s*(?:nam|[/.-])\s*(?P<year>\d{4})")


def _with(note: str) -> str:
    return but(("Nguyễn Thị Minh", ANNEX.format(note)), REFERENCE)


@rule(
    "KH169",
    "annex-of-another",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm c",
    english="the note of an appendix has another number or date than the plan",
    needs=("clean", "state"),
    bad=(
        Bad(_with("43/KH-THCSXS ngày 12 tháng 9 năm 2024"), at="43/KH-THCSXS"),
        Bad(_with("34/KH-THCSXS ngày 21/9/2024"), at="ngày 21/9/2024"),
    ),
    good=(
        Good(_with("34/KH-THCSXS ngày 12 tháng 9 năm 2024 của Trường THCS Xuân Sơn")),
        Good(_with("34/KH-THCSXS ngày 12/9/2024")),
        Good(replaced(_with("05/KH-THCSXS ngày 12/9/2024"), "Số: 34/", "Số: 05/")),
        Good(replaced(_with("34/KH-THCSXS ngày 12/9/2024"), "Số: 34/", "Số: 34/2024/")),
        Good(_with("   /KH-THCSXS ngày    tháng 9 năm 2024")),
    ),
)
def check(plan: Plan) -> Findings:
    """Số và ngày ghi ở dòng «(Kèm theo Kế hoạch số … ngày …)» của phụ lục phải là số và ngày của chính kế hoạch."""
    own = plan.number.value if plan.number else None
    if plan.kind is None or plan.kind.value != "KH" or own is None or not own.number or not own.symbol:
        return
    for line in components(plan).of("annex-note"):
        said = fold(line.text)
        if not (code := NUMBER.search(said)):
            continue
        date = DATE.search(said, code.end())
        number = own.number.partition("/")[0]  # a year behind it is another rule's matter
        if code["number"].lstrip("0") != number.lstrip("0"):
            span = _at(line, code.start("number"), code.end())
            yield Finding(span, f"số của kế hoạch là {own.number}/{own.symbol}; sửa cho khớp")
        elif date and plan.issued and tuple(map(int, date.group("year", "month", "day"))) != (
            plan.issued.year, plan.issued.month, plan.issued.day,
        ):  # fmt: skip
            yield Finding(_at(line, *date.span()), f"ngày của kế hoạch là {short_date(plan.issued)}; sửa cho khớp")


def _at(line: Component, start: int, end: int) -> Span:
    return Span(line.span.block, line.span.start + start, line.span.start + end)
