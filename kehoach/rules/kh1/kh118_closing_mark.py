from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Skip, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import but

TEXT = ("body", "bullet", "clause-text", "point-text", "item-text", "clause-title", "point-title", "item-title")
END = lazy(r"(?P<word>[^\s./;,:]*)\s*(?P<mark>[\s./;,:]*)$")


@rule(
    "KH118",
    "closing-mark",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, Mẫu 1.4",
    english="the text does not end with «./.»",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(but(("năm 2025./.", "năm 2025./")), at="2025./", fixed=but()),
        Bad(but(("năm 2025./.", "năm 2025.")), at="2025.", fixed=but()),
    ),
    good=(Good(but()),),
)
def check(plan: Plan) -> Findings:
    """Nội dung văn bản kết thúc bằng «./.», cho biết nội dung đến đây là hết.

    Nghị định không có quy định riêng về dấu này, nhưng mọi mẫu văn bản ở Phụ lục III đều kết thúc như vậy.
    """
    found = components(plan)
    if found.first("recipients-label", "authority", "position", "name") is None:
        yield Skip("không thấy nơi nhận và phần ký, nên không biết nội dung kết thúc ở đâu")
        return
    last = next((line for line in reversed(found.lines) if line.span.block < plan.end), None)
    if last is None or last.name not in TEXT or any(line.text.rstrip().endswith("./.") for line in found.of(*TEXT)):
        return
    m = END.search(last.text)
    if m is None:
        return
    span = Span(last.span.block, last.span.start + m.start(), last.span.start + len(last.text.rstrip()))
    said = "dấu kết thúc còn thiếu; sửa thành «./.»" if "/" in m["mark"] else "cuối nội dung thêm dấu kết thúc «./.»"
    yield Finding(span, said, Fix(span, f"{m['word']}./."))
