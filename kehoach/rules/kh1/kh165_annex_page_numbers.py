from __future__ import annotations

from ...extract.components import Component, components
from ...model import Finding, Findings, Page, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import but

ANNEX = "Nguyễn Thị Minh\nPhụ lục\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 34/KH-THCSXS)\nDạy học trực tuyến."
TEXT = but(("Nguyễn Thị Minh", ANNEX), ("kế hoạch của tổ;", "kế hoạch của tổ (Phụ lục kèm theo);"))


@rule(
    "KH165",
    "annex-page-numbers",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm đ",
    english="the pages of an appendix are not numbered on their own",
    needs=("exact", "state"),
    bad=(Bad(TEXT, at="Phụ lục", dress=()),),
    good=(Good(but(), dress=()), Good(TEXT, dress=(dress("", "không có số trang", number_at=None),))),
)
def check(plan: Plan) -> Findings:
    """Số trang của phụ lục được đánh số riêng theo từng phụ lục.

    Trong Word: ngắt phần (Section Break, Next Page) trước phụ lục, rồi đặt số trang bắt đầu lại từ 1 (Format Page
    Numbers, Start at 1). Phụ lục không có số trang thì không báo.
    """
    going_on = [line for line in components(plan).of("annex") if _goes_on(plan.document.pages, line)]
    if going_on:
        which = f" (cả {len(going_on)} phụ lục)" if len(going_on) > 1 else ""
        said = f"số trang của phụ lục đánh tiếp số trang của phần trước{which}; đánh riêng, bắt đầu lại từ 1"
        yield Finding(going_on[0].span, said)


def _goes_on(pages: tuple[Page, ...], line: Component) -> bool:
    """Whether the numbers of the pages run on into the appendix."""
    page = next((page for page in reversed(pages) if page.first_block <= line.span.block), None)
    if page is None or page.number_at is None:
        return False
    return page.first_block < line.span.block - 2 or page.number_start is None
