from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding, Findings, Page, Plan, Severity, Skip, Span
from .. import Bad, Good, dress, rule
from ..samples import plan as sample

# Fewer letters than this go on one page, which carries no number.
ONE_PAGE = 1800


@rule(
    "KH125",
    "page-number",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 7",
    english="the page number is missing, not centred at the top, or shown on page 1",
    needs=("layout", "state"),
    bad=(
        Bad(sample(), at="", dress=(dress("", "số trang ở chân trang", number_at="footer"),)),
        Bad(sample(), at="", dress=(dress("", "số trang sát lề phải", number_align="right"),)),
        Bad(sample(), at="", dress=(dress("", "trang 1 cũng có số", number_first=True),)),
        Bad(sample("I. NỘI DUNG", *["Đẩy mạnh học tập suốt đời trong nhà trường." * 2] * 30), at="",
            dress=(dress("", "không có số trang", number_at=None, number_align=None),)),
    ),
    good=(
        Good(sample(), dress=()),
        Good(sample(), dress=(dress("", "một trang, không có số", number_at=None, number_align=None),)),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Số trang đặt canh giữa ở lề trên, đánh từ 1 và không hiện ở trang thứ nhất.

    Văn bản chỉ có một trang thì không cần số trang.
    """
    pages = plan.document.pages
    if not pages:
        yield Skip("tệp không cho biết trang giấy")
        return
    first = pages[0]
    here = Span(first.first_block, 0, 0)
    numbered = [page for page in pages if page.number_at]
    if plan.document.format == "pdf" and (not numbered or max(block.page or 1 for block in plan.document.blocks) < 2):
        yield Skip("không nhận ra số trang trong tệp .pdf")
        return
    if not numbered:
        if sum(len(block.text) for block in plan.document.blocks) > ONE_PAGE:
            yield Finding(here, "chưa có số trang; đặt số trang canh giữa ở lề trên, từ trang 2")
        return
    told: set[str] = set()
    for page in numbered:
        said = "; ".join(wrong for wrong in _wrong(page, first) if wrong not in told)
        told.update(_wrong(page, first))
        if said:
            yield Finding(Span(page.first_block, 0, 0), said)


def _wrong(page: Page, first: Page) -> Iterator[str]:
    if page.number_at == "footer":
        yield "số trang ở lề dưới; đặt ở giữa lề trên"
    elif page.number_align != "center":
        yield "số trang không ở giữa; canh giữa theo chiều ngang"
    if page is first and first.number_first:
        yield "trang thứ nhất hiện số trang; chọn «Different First Page»"
