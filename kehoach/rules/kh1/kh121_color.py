from __future__ import annotations

from ...extract.appearance import count, extent, stretches
from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..samples import plan as sample

# The darkest that a person takes for black: automatic colours and themes give 000000, printers' greys a little more.
BLACK = 0x33


@rule(
    "KH121",
    "color",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4",
    english="letters are not black",
    needs=("layout", "state"),
    bad=(
        Bad(sample(), at="Nâng cao chất lượng dạy và học.",
            dress=(dress("Nâng cao", "chữ màu đỏ", color="FF0000"),)),
    ),
    good=(Good(sample(), dress=(dress("Nâng cao", "chữ màu đen", color="000000"),)),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Chữ trong văn bản màu đen.

    Chữ màu thường là chỗ đang sửa, chỗ người góp ý đánh dấu hoặc đường liên kết chép từ trang mạng. Dấu chỉ mức độ khẩn
    (HỎA TỐC, KHẨN) màu đỏ là đúng.
    """
    stamped = {line.span.block for line in components(plan).of("stamp")}
    spans = [
        span
        for number, block in enumerate(plan.document.blocks)
        if number not in stamped
        for span, letters in stretches(plan, Span(number, 0, len(block.text)))
        if _is_coloured(letters.color) and count(plan, span)
    ]
    if sum(count(plan, span) for span in spans) >= 2:
        first = [span for span in spans if span.block == spans[0].block]
        where = Span(spans[0].block, first[0].start, first[-1].end)
        yield Finding(where, f"chữ không phải màu đen{extent(plan, spans)}; đổi về màu đen trước khi trình ký")


def _is_coloured(color: str | None) -> bool:
    if color is None or len(color) != 6:
        return False
    try:
        parts = [int(color[i : i + 2], 16) for i in (0, 2, 4)]
    except ValueError:
        return False
    return max(parts) > BLACK
