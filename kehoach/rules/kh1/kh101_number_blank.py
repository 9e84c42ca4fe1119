from __future__ import annotations

import re

from ...model import Finding, Findings, Plan, Severity, Skip, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_LETTERS = lazy(r"\s*([^\W\d_]+)\s*/")
_WORD = lazy(r"\bs[ốo]\s*:?\s*$", re.IGNORECASE)


@rule(
    "KH101",
    "number-blank",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 điểm c và Phụ lục I, Phần I, Mục II, khoản 3 điểm a",
    english="the number of the plan is blank",
    bad=(
        Bad(sample(number="Số:     /KH-UBND"), at="Số:     /KH-UBND"),
        Bad(sample(number="Số: GL/KH-NCT"), at="Số: GL/KH-NCT"),
    ),
    good=(Good(sample(number="Số: 08/KH-UBND")),),
)
def check(plan: Plan) -> Findings:
    """Kế hoạch đã ban hành phải có số, ghi bằng chữ số Ả Rập.

    Dự thảo trình ký được để trống số; khi ban hành, Văn thư cấp số theo thứ tự trong năm. Chữ cái đứng ở chỗ của số
    thường là số viết tay bị nhận dạng sai.
    """
    if plan.number is None:
        yield Skip("không thấy dòng số, ký hiệu trong tệp; có thể bị mất khi trích chữ")
        return
    code = plan.number.value
    if code.number is not None:
        return
    if plan.document.ocr and code.written[:1].strip("/. "):
        yield Skip("số do máy nhận dạng từ ảnh không đọc được, hãy xem trên bản gốc")
        return
    span = plan.number.span
    before = _WORD.search(plan.document.blocks[span.block].text[: span.start])
    letters = _LETTERS.match(code.written)
    said = f"chỗ của số là chữ «{letters[1]}», không phải chữ số" if letters else "kế hoạch chưa có số"
    where = Span(span.block, before.start(), span.end) if before else span
    yield Finding(where, f"{said}; ghi số do Văn thư cấp khi ban hành")
