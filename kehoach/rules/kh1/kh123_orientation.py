from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Page, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..samples import plan as sample


@rule(
    "KH123",
    "orientation",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 2",
    english="the text is set landscape although it has no tables",
    needs=("exact", "state"),
    bad=(Bad(sample(), at="", dress=(dress("", "trang ngang", width=297, height=210, landscape=True),)),),
    good=(Good(sample(), dress=()),),
)
def check(plan: Plan) -> Findings:
    """Văn bản trình bày theo chiều dài của khổ A4 (trang dọc).

    Chỉ trình bày theo chiều ngang khi trong nội dung có bảng, biểu mà không làm thành phụ lục riêng. Phụ lục có bảng
    đặt ngang là bình thường.
    """
    cells = {line.span.block for line in components(plan).of("cell")}
    for page, end in _with_ends(plan):
        text = range(page.first_block, min(end, plan.end))
        if page.landscape and text and not any(number in cells for number in range(page.first_block, end)):
            yield Finding(Span(page.first_block, 0, 0), "trang đặt ngang; phần lời văn trình bày theo chiều dọc khổ A4")
            return


def _with_ends(plan: Plan) -> list[tuple[Page, int]]:
    pages = plan.document.pages
    starts = [page.first_block for page in pages[1:]]
    # a Word file without any section properties has no pages at all
    return list(zip(pages, (*starts, len(plan.document.blocks)), strict=False))
