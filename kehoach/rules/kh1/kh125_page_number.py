from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from ...model import Finding, Findings, Page, Plan, Severity, Skip, Span
from .. import Bad, Good, dress, rule
from ..samples import plan as sample

# Fewer letters than this go on one page, which carries no number.
ONE_PAGE = 1800
PLACES = {"header": "lề trên", "footer": "lề dưới"}
ALIGNED = {"left": "canh trái", "center": "canh giữa", "right": "canh phải"}


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
        Bad(sample(), at="", dress=(dress("", "số trang đánh từ 3", number_start=3),)),
        Bad(sample(), at="", dress=(dress("", "số trang i, ii, iii", number_format="lowerRoman"),)),
        Bad(
            sample("I. NỘI DUNG", *["Đẩy mạnh học tập suốt đời trong nhà trường." * 2] * 30),
            at="",
            dress=(dress("", "không có số trang", number_at=None, number_align=None),),
        ),
    ),
    good=(
        Good(sample(), dress=()),
        Good(sample(), dress=(dress("", "một trang, không có số", number_at=None, number_align=None),)),
        Good(
            sample(),
            dress=(dress("", "số trang ở giữa chân trang", number_at="footer"),),
            options={"place": "footer"},
        ),
        Good(sample(), dress=(dress("", "trang 1 cũng có số", number_first=True),), options={"first": True}),
    ),
)
def check(
    plan: Plan,
    *,
    place: Annotated[Literal["header", "footer"], "chỗ đặt số trang: lề trên (header) hay lề dưới (footer)"] = "header",
    align: Annotated[Literal["left", "center", "right"], "số trang canh trái, giữa hay phải"] = "center",
    first: Annotated[bool, "trang thứ nhất cũng hiện số trang"] = False,
) -> Findings:
    """Số trang đặt canh giữa ở lề trên, đánh từ 1 bằng chữ số Ả Rập và không hiện ở trang thứ nhất.

    Văn bản chỉ có một trang thì không cần số trang.
    """
    pages = plan.document.pages
    if not pages:
        yield Skip("tệp không cho biết trang giấy")
        return
    here = Span(pages[0].first_block, 0, 0)
    numbered = [page for page in pages if page.number_at]
    if plan.document.format == "pdf" and (not numbered or max(block.page or 1 for block in plan.document.blocks) < 2):
        yield Skip("không nhận ra số trang trong tệp .pdf")
        return
    if not numbered:
        if sum(len(block.text) for block in plan.document.blocks) > ONE_PAGE:
            yield Finding(
                here, f"chưa có số trang; đặt số trang {ALIGNED[align]} ở {PLACES[place]}, từ trang {1 if first else 2}"
            )
        return
    told: set[str] = set()
    for page in numbered:
        wrong = list(_wrong(page, place, align))
        if page is pages[0] and page.number_first and not first:
            wrong.append("trang thứ nhất hiện số trang; chọn «Different First Page»")
        if page is pages[0] and page.number_start not in (None, 1):
            wrong.append(f"số trang đánh từ {page.number_start}; đánh từ 1")
        said = "; ".join(each for each in wrong if each not in told)
        told.update(wrong)
        if said:
            yield Finding(Span(page.first_block, 0, 0), said)


def _wrong(page: Page, place: str, align: str) -> Iterator[str]:
    if page.number_format.endswith(("Roman", "Letter")):
        yield "số trang không phải chữ số Ả Rập; đánh 1, 2, 3"
    if page.number_at != place:
        yield f"số trang ở {PLACES[page.number_at or '']}; đặt ở {PLACES[place]}, {ALIGNED[align]}"
    elif page.number_align != align:
        yield f"số trang không {ALIGNED[align]}; {ALIGNED[align]} theo chiều ngang"
