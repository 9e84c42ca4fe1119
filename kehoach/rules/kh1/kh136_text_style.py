from __future__ import annotations

from ...extract.appearance import RUNNING, extent, share, stretches
from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import FULL

# Foreign words, notes and emphasis are set in italics; a third of the text is more than that.
MUCH = 0.3


@rule(
    "KH136",
    "text-style",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm e",
    english="much of the text is bold, italic or underlined",
    needs=("layout", "state"),
    bad=(
        Bad(FULL, at="Trường THCS Xuân Sơn ban hành Kế hoạch với các nội dung sau:",
            dress=(dress("Trường THCS", "chữ nghiêng", italic=True), dress("Nâng", "chữ nghiêng", italic=True))),
    ),
    good=(Good(FULL, dress=()), Good(FULL, dress=(dress("a) ", "chữ nghiêng", italic=True),))),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Nội dung văn bản in kiểu chữ đứng, không đậm.

    Nhấn mạnh vài từ là bình thường; chỉ báo khi từ một phần ba nội dung trở lên bị nghiêng, đậm hay gạch chân.
    """
    lines = list(components(plan).of(*RUNNING))
    for style, said in (("italic", "chữ nghiêng"), ("bold", "chữ đậm"), ("underline", "chữ gạch chân")):
        spans = [part for line in lines for part, look in stretches(plan, line.span) if getattr(look, style)]
        if spans and (much := share(plan, spans, lines)) > MUCH:
            percent = round(100 * much)
            yield Finding(spans[0], f"{percent}% nội dung là {said}; trình bày kiểu chữ đứng{extent(plan, spans)}")
