from __future__ import annotations

import re

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

LABEL = lazy(r"\s*(?P<word>S[ốôỗồổộóo]|s[ốôỗồổộóo])\s*(?P<colon>[:;.,]?)(?P<space>\s*)", re.IGNORECASE)


@rule(
    "KH103",
    "number-line",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm c",
    english="the number line does not begin with «Số:»",
    needs=("clean", "state"),
    bad=(
        Bad(sample(number="Số 34/KH-THCSXS"), at="Số", fixed=sample(number="Số: 34/KH-THCSXS")),
        Bad(sample(number="34/KH-THCSXS"), at="34/KH-THCSXS", fixed=sample(number="Số: 34/KH-THCSXS")),
        Bad(sample(number="SỐ: 34/KH-THCSXS"), at="SỐ:", fixed=sample(number="Số: 34/KH-THCSXS")),
        Bad(sample(number="Số : 34/KH-THCSXS"), at="Số :", fixed=sample(number="Số: 34/KH-THCSXS")),
    ),
    good=(Good(sample()), Good(sample(number="Số:    /KH-THCSXS"))),
)
def check(plan: Plan) -> Findings:
    """Số của văn bản bắt đầu bằng từ «Số», viết hoa chữ S, sau đó có dấu hai chấm: «Số: 34/KH-THCSXS»."""
    line = components(plan).first("number")
    if line is None:
        return
    label = LABEL.match(line.text)
    if line.text[:1].isdigit():
        code = Span(line.span.block, line.span.start, line.span.start + len(line.text.rstrip()))
        yield Finding(code, "viết «Số:» trước số của văn bản", Fix(code, f"Số: {line.text.rstrip()}"))
    elif label and (label["word"] != "Số" or label["colon"] != ":" or label.start("colon") > label.end("word")):
        part = "colon" if label["colon"] else "word"
        start = line.span.start + label.start("word")
        span = Span(line.span.block, start, line.span.start + label.end(part))
        yield Finding(span, "viết «Số:», có dấu hai chấm, trước số của văn bản", Fix(span, "Số:"))
