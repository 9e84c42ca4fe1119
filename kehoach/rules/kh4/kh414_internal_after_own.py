from __future__ import annotations

from ...align.bodies import same_body
from ...align.reports import reports
from ...model import Deadline, Finding, Findings, Found, Plan, Related, Severity
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample

_KIND = lazy(r"\b(?P<kind>6 thang|quy (?:iv|i{1,3})|nam|thang|so ket|tong ket)\b")
_ABOVE = lazy(r"(?:ubnd|uy ban nhan dan|so|bo|phong giao duc)\b")
FAR = 40  # letters before a day in which the kind of the report is said


def _plan(inner: str) -> str:
    return sample(
        "I. CHẾ ĐỘ BÁO CÁO",
        "1. Nhà trường gửi UBND phường báo cáo năm trước ngày 20/11/2024.",
        f"2. Các tổ gửi báo cáo năm về nhà trường trước ngày {inner}/11/2024.",
    )


@rule(
    "KH414",
    "internal-after-own",
    Severity.WARNING,
    source="Thời hạn các bộ phận báo cáo phải trước thời hạn cơ quan báo cáo cấp trên để kịp tổng hợp",
    english="units report later than the body itself reports to the one above",
    needs=("clean",),
    bad=(Bad(_plan("25"), at="trước ngày 25/11/2024"),),
    good=(
        Good(_plan("15")),
        Good(_plan("25").replace("báo cáo năm về", "báo cáo tháng về")),
    ),
)
def check(plan: Plan) -> Findings:
    """Các bộ phận, đơn vị báo cáo sau ngày cơ quan phải báo cáo cấp trên thì không kịp tổng hợp.

    Chỉ so các báo cáo cùng kỳ (6 tháng, năm, quý).
    """
    found = reports(plan)
    own = [report for report in found if _to_above(plan, report.value)]
    for inner in found:
        if not _from_units(inner.value) or inner in own:
            continue
        for mine in own:
            same = _kind(plan, mine) == _kind(plan, inner) is not None
            if same and mine.value.year == inner.value.year and _day(inner.value) > _day(mine.value):
                said = plan.document.text(mine.span)
                yield Finding(
                    inner.span,
                    f"muộn hơn hạn báo cáo cấp trên ({said}); sửa cho kịp tổng hợp",
                    related=Related(plan.document, mine.span),
                )
                break


def _day(due: Deadline) -> tuple[int, int]:
    return due.month or 0, due.day or 0


def _kind(plan: Plan, report: Found[Deadline]) -> str | None:
    """What is reported of: the last word for it before the day."""
    before = fold(plan.document.blocks[report.span.block].text[: report.span.start])[-FAR:]
    found = [m["kind"] for m in _KIND.finditer(before[before.rfind(",") + 1 :])]
    return found[-1] if found else None


def _to_above(plan: Plan, due: Deadline) -> bool:
    own = plan.issuer.value if plan.issuer else ""
    if not due.recipient or (own and same_body(due.recipient, own)) or _from_units(due):
        return False
    above = plan.superior is not None and same_body(due.recipient, plan.superior.value)
    return above or _ABOVE.match(fold(due.recipient)) is not None


def _from_units(due: Deadline) -> bool:
    return fold(due.sender or "").startswith("cac ")
