from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import but

ADDRESSED = lazy(r"\s*kinh gui\s*:")
AS_ABOVE = lazy(r"[-–\s]*nhu tren\b")
AS_ARTICLE = lazy(r"[-–\s]*nhu dieu \d")
ARTICLE = lazy(r"\s*dieu \d{1,2}[.:]")


@rule(
    "KH159",
    "not-in-a-plan",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9 điểm b, c",
    english="«Kính gửi» or «Như trên» stands in a plan; they belong to letters and reports",
    needs=("clean", "state"),
    bad=(
        Bad(but(("- UBND phường (để b/c);", "- Như trên;")), at="- Như trên;"),
        Bad(but(("- UBND phường (để b/c);", "- Như Điều 3;")), at="- Như Điều 3;"),
        Bad(but(("Căn cứ Kế hoạch", "Kính gửi: Các tổ chuyên môn\nCăn cứ Kế hoạch")), at="Kính gửi: Các tổ chuyên môn"),
    ),
    good=(Good(but()),),
)
def check(plan: Plan) -> Findings:
    """Kế hoạch không có «Kính gửi», và nơi nhận không ghi «Như trên», «Như Điều 3».

    Hai chỗ này chỉ có trong công văn và tờ trình, báo cáo gửi cấp trên; «Như trên» nghĩa là như nơi ghi sau «Kính gửi».
    «Như Điều …» chỉ có trong quyết định, nghị quyết.
    """
    if plan.kind is None or plan.kind.value != "KH":
        return
    for number, block in enumerate(plan.document.blocks[: plan.opening[1]]):
        if ADDRESSED.match(fold(block.text)):
            yield Finding(Span(number, 0, len(block.text)), "kế hoạch không có phần «Kính gửi»")
    for line in components(plan).of("recipient"):
        said = fold(line.text)
        if AS_ABOVE.match(said):
            yield Finding(line.span, "nơi nhận của kế hoạch không ghi «Như trên»; ghi tên nơi nhận")
        elif AS_ARTICLE.match(said) and not any(ARTICLE.match(fold(block.text)) for block in plan.document.blocks):
            yield Finding(line.span, "kế hoạch không có Điều nào; ghi tên nơi nhận")
