from __future__ import annotations

from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose

# A whole date anywhere, its year perhaps in two halves; a day and a month behind «ngày», a month and a year behind
# «tháng».
_DATES = lazy(
    r"(?<![\d/])\d{1,2} ?/ ?\d{1,2} ?/ ?(?:19|20)(?:\d\d| \d\d)(?![\d/])"
    r"|(?:(?<=ngày )|(?<=tháng ))\d{1,2}(?: /|/ | / )(?:\d{4}|\d{1,2})(?![\d/])",
)


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH732",
    "date-spaced",
    Severity.WARNING,
    source="Cách ghi ngày, tháng, năm bằng số: viết liền, giữa các số có dấu «/»",
    english="a space inside a date",
    needs=("clean", "typed"),
    bad=(
        Bad(_said("Khai mạc ngày 19/ 8 tại hội trường."), at="19/ 8",
            fixed=_said("Khai mạc ngày 19/8 tại hội trường.")),
        Bad(_said("Hoàn thành trước 16/7/20 26."), at="16/7/20 26", fixed=_said("Hoàn thành trước 16/7/2026.")),
        Bad(_said("Khai mạc ngày 19/ 8 /2026."), at="19/ 8 /2026", fixed=_said("Khai mạc ngày 19/8/2026.")),
    ),
    good=(Good(_said("Ngày 19/8/2026 và ngày 20/8; đạt 3 / 5 chỉ tiêu, hạng 1/ 12; từ 01/9/2026 10 lớp học.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Ngày, tháng, năm ghi bằng số thì viết liền: «19/8», không phải «19/ 8»; «16/7/2026», không phải «16/7/20 26»."""
    here = prose(plan)
    if "/" not in here.letters or plan.document.format == "pdf":  # its spaces are guessed from the gaps on paper
        return
    for match in _DATES.finditer(here.text):
        right = match.group().replace(" ", "")
        if right != match.group():
            span = here.span(*match.span())
            yield Finding(span, f"bỏ dấu cách trong ngày tháng: «{right}»", Fix(span, right))
