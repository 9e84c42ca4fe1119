from __future__ import annotations

from ...extract.appearance import count, extent, stretches
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..samples import plan as sample

LEFT = {"marked": ("chữ còn tô nền màu", "bỏ màu nền"), "struck": ("chữ còn bị gạch ngang", "xóa hoặc bỏ gạch")}


@rule(
    "KH909",
    "marks-left",
    Severity.WARNING,
    source="Quy ước của kehoach: bản trình ký, ban hành không còn vết sửa; Nghị định 30/2020/NĐ-CP, Điều 12",
    english="words are still highlighted or crossed out",
    needs=("layout",),
    bad=(
        Bad(sample(), at="Nâng cao chất lượng dạy và học.", dress=(dress("Nâng cao", "tô nền vàng", marked=True),)),
        Bad(sample(), at="Nâng cao chất lượng dạy và học.", dress=(dress("Nâng cao", "gạch ngang", struck=True),)),
    ),
    good=(Good(sample(), dress=()),),
)
def check(plan: Plan) -> Findings:
    """Chữ còn tô nền màu (Highlight) hoặc bị gạch ngang (Strikethrough).

    Đó thường là chỗ người soạn, người góp ý đánh dấu để xem lại hoặc định bỏ; phải xử lý xong trước khi trình ký.
    """
    found: dict[str, list[Span]] = {}
    for number, block in enumerate(plan.document.blocks):
        for span, letters in stretches(plan, Span(number, 0, len(block.text))):
            for mark in LEFT:
                if getattr(letters, mark) and count(plan, span):
                    found.setdefault(mark, []).append(span)
    for mark, spans in found.items():
        said, cure = LEFT[mark]
        yield Finding(spans[0], f"{said}{extent(plan, spans)}; {cure} trước khi trình ký")
