from __future__ import annotations

from ...extract.appearance import RUNNING, extent
from ...extract.components import components
from ...extract.marks import parse
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import SMALL
from .. import Bad, Good, rule
from ..samples import but

TITLES = ("section", "clause-title", "point-title", "item-title")
ENDED = (".", ";", ":", "!", "?", "”", ".)", "/.")
FIRST = lazy(rf"(?P<word>{SMALL}+)")


@rule(
    "KH181",
    "sentence-start",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục I",
    english="a paragraph begins with a small letter",
    needs=("exact", "typed", "state"),
    bad=(
        Bad(but(("a) Xây dựng kế hoạch", "a) xây dựng kế hoạch")), at="xây", dress=()),
        Bad(but(("Triển khai chuyển đổi số năm", "triển khai chuyển đổi số năm")), at="triển", dress=()),
    ),
    good=(Good(but(), dress=()),),
)
def check(plan: Plan) -> Findings:
    """Khi xuống dòng, viết hoa chữ cái đầu âm tiết thứ nhất; trích yếu cũng vậy.

    Chỉ xét tệp soạn thảo: khi trích chữ từ .pdf, một đoạn có thể bị ngắt thành nhiều dòng.
    """
    title = components(plan).first("title")
    if title and (m := FIRST.match(title.text)) and plan.kind and title.span.block > plan.kind.span.block:
        span = Span(title.span.block, title.span.start, title.span.start + m.end())
        yield Finding(span, "viết hoa chữ đầu trích yếu")
    spans = []
    headings = {line.span.block for line in components(plan).of(*TITLES)}
    for line in components(plan).of(*RUNNING):
        before = plan.document.blocks[line.span.block - 1].text.rstrip() if line.span.block else ""
        mark = parse(line.text)
        m = FIRST.match(line.text, mark.end if mark else 0)
        if m and (mark or before.endswith(ENDED) or line.span.block - 1 in headings):
            spans.append(Span(line.span.block, *m.span("word")))
    if spans:
        yield Finding(spans[0], f"viết hoa chữ đầu đoạn{extent(plan, spans)}")
