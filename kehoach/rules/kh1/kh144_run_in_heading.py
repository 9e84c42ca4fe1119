from __future__ import annotations

import re

from ...extract.appearance import extent, stretches
from ...extract.components import Component, components
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..samples import but

LEAST_AFTER = 20  # letters of running text after the heading
CLAUSE = ("1. Tổ chuyên môn\na) Xây", "1. Tổ chuyên môn: Dạy học theo kế hoạch, đổi mới kiểm tra, đánh giá.\na) Xây")


@rule(
    "KH144",
    "run-in-heading",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm đ",
    english="the heading of a clause stands on one line with its text",
    needs=("layout", "state"),
    bad=(
        Bad(but(CLAUSE), at="1. Tổ chuyên môn:", dress=(dress("1. Tổ", "phần tiêu đề đậm", bold_until=17),)),
    ),
    good=(Good(but(), dress=()), Good(but(CLAUSE), dress=())),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Nếu khoản có tiêu đề (in đậm) thì số thứ tự và tiêu đề ở một dòng riêng, lời văn xuống dòng."""
    spans = [span for line in components(plan).of("clause-text") if (span := _bold_start(plan, line))]
    if spans:
        yield Finding(spans[0], f"tiêu đề khoản đặt ở dòng riêng, lời văn xuống dòng{extent(plan, spans)}")


def _bold_start(plan: Plan, line: Component) -> Span | None:
    """The bold beginning of a paragraph, up to a colon or full stop, where running text follows on the line."""
    parts = list(stretches(plan, line.span))
    end = line.span.start
    for span, letters in parts:
        if not letters.bold and plan.document.text(span).strip():
            break
        end = span.end
    heading = line.text[: end - line.span.start].rstrip()
    titled = re.search(r"\w{2,}.*[:.]$", heading) is not None and len(heading.split()) > 1
    if titled and len(line.text) - len(heading) >= LEAST_AFTER:
        return Span(line.span.block, line.span.start, line.span.start + len(heading))
    return None
