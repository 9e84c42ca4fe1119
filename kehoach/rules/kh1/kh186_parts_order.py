from __future__ import annotations

from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample

# «Điều 5, khoản 2», where no other Điều follows that the khoản could belong to
REVERSED = lazy(
    r"Điều (?P<article>\d{1,3}),?\s+khoản (?P<clause>\d{1,2})(?![\d.])(?!\s*,?\s*(?:và\s+)?(?:Điều|khoản|\d))"
)
COMMA = lazy(r"(?<!\w)(?:khoản \d{1,2}|điểm [a-zđ])(?P<comma>\s*,\s*)(?=(?:khoản|Điều) \d)")


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH186",
    "parts-order",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 7 (ví dụ)",
    english="parts of a document that is cited go from the smallest to the largest, without commas",
    needs=("typed", "state"),
    bad=(
        Bad(_text("Thực hiện theo Điều 5, khoản 2 Luật Viên chức."), at="Điều 5, khoản 2",
            fixed=_text("Thực hiện theo khoản 2 Điều 5 Luật Viên chức.")),
        Bad(_text("Thực hiện theo khoản 2, Điều 5 Luật Viên chức."), at=", ",
            fixed=_text("Thực hiện theo khoản 2 Điều 5 Luật Viên chức.")),
    ),
    good=(
        Good(_text("Thực hiện theo điểm a khoản 2 Điều 5; Điều 6, khoản 1 Điều 7; khoản 1, 2 Điều 8 Luật Viên chức.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Viện dẫn từ phần nhỏ đến phần lớn, giữa các phần không có dấu phẩy: «điểm a khoản 2 Điều 5»."""
    for passage in passages(plan):
        if "khoan " not in passage.folded:
            continue
        for m in REVERSED.finditer(passage.text):
            yield passage.finding(*m.span(), f"khoản {m['clause']} Điều {m['article']}")
        for m in COMMA.finditer(passage.text):
            yield passage.finding(*m.span("comma"), " ", "bỏ dấu phẩy giữa điểm, khoản, Điều")
