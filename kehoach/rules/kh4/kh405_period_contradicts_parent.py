from __future__ import annotations

from ...align.periods import Period, phases, reviews, title_period, whole
from ...model import Finding, Findings, Plan, Related, Severity, Span
from .. import Bad, Good, rule
from ..samples import SEVEN, emulation

PHASES = (
    "Giai đoạn 1 (từ năm 2023 - 2025)",
    "sơ kết vào năm 2025.",
    "Giai đoạn 2 (từ năm 2026 - 2030)",
    "tổng kết vào năm 2030.",
)


def _with(first: str, review: str, second: str, end: str) -> str:
    return emulation(
        *SEVEN[:9], f"1. {first}", f"Thực hiện và {review}", f"2. {second}", f"Thực hiện và {end}", *SEVEN[10:]
    )


@rule(
    "KH405",
    "period-contradicts-parent",
    Severity.ERROR,
    source="Giai đoạn và mốc thời gian trong kế hoạch cấp trên",
    english="the period, a phase or a review has other years than in the parent",
    bad=(
        Bad(_with("Giai đoạn 1 (từ năm 2023 - 2026)", PHASES[1], *PHASES[2:]), at="2023 - 2026", parent=_with(*PHASES)),
        Bad(_with(*PHASES[:3], "tổng kết vào năm 2029."), at="2029", parent=_with(*PHASES)),
    ),
    good=(
        Good(_with("Giai đoạn 1 (từ năm 2024 - 2025)", *PHASES[1:]), parent=_with(*PHASES)),
    ),
)  # fmt: skip
def check(plan: Plan, parent: Plan) -> Findings:
    """Giai đoạn, mốc sơ kết, tổng kết phải khớp với kế hoạch cấp trên.

    Kế hoạch cấp dưới được bắt đầu muộn hơn, nhưng không được kết thúc khác hoặc chia giai đoạn khác.
    """
    for mine, theirs in ((title_period(plan), title_period(parent)), (whole(plan), whole(parent))):
        if mine and theirs and contradicts(mine, theirs):
            yield _finding(
                mine.span, f"kế hoạch cấp trên ghi giai đoạn {theirs.first} - {theirs.last}", parent, theirs.span
            )
    ours, above = phases(plan), phases(parent)
    if len(ours) == len(above):
        for mine, theirs in zip(ours, above, strict=True):
            if mine.last != theirs.last or (mine.index > 1 and mine.first != theirs.first) or mine.first < theirs.first:
                message = f"kế hoạch cấp trên ghi giai đoạn {mine.index} là {theirs.first} - {theirs.last}"
                yield _finding(mine.span, message, parent, theirs.span)
    for review in reviews(plan):
        known = [r for r in reviews(parent) if r.what == review.what]
        if known and review.year not in {r.year for r in known}:
            name = "sơ kết" if review.what == "so ket" else "tổng kết"
            yield _finding(review.span, f"kế hoạch cấp trên {name} vào năm {known[0].year}", parent, known[0].span)


def contradicts(mine: Period, theirs: Period) -> bool:
    """The same movement ends in the same year; who joins later may start later."""
    return mine.last != theirs.last or mine.first < theirs.first


def _finding(span: Span, message: str, parent: Plan, there: Span) -> Finding:
    return Finding(span, message, related=Related(parent.document, there))
