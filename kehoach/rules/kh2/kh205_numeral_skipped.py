from __future__ import annotations

import re
from collections.abc import Iterator

from ...align.numerals import WIDEST, Numeral, Slip, numeral, shown, slips
from ...model import Finding, Findings, Plan, Section, Severity, Span
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH205",
    "numeral-skipped",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm đ",
    english="a numeral is skipped",
    needs=("clean",),
    bad=(
        Bad(sample("I. MỤC ĐÍCH", "Nâng cao.", "III. NỘI DUNG", "Tập huấn.", "IV. KINH PHÍ", "Có."), at="III"),
        Bad(sample("I. NỘI DUNG", "1. Tập huấn.", "2. Hội thảo.", "4. Tham quan.", "II. KINH PHÍ", "Có."), at="4"),
    ),
    good=(
        Good(sample("I. MỤC ĐÍCH", "Nâng cao.", "II. NỘI DUNG", "a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "đ) Năm.")),
        Good(sample("I. NỘI DUNG", "* Học kỳ I", "1. Tập huấn.", "2. Hội thảo.", "* Học kỳ II", "1. Tổng kết.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Số thứ tự mục, khoản, điểm phải liên tục.

    Phần, mục lớn dùng số La Mã, khoản dùng chữ số Ả Rập, điểm dùng chữ cái tiếng Việt: sau d) là đ), sau e) là g),
    sau i) là k). Nhảy số thường là do một mục đã bị xóa hoặc bị bỏ sót.
    """
    yield from _first(plan)
    for slip in slips(plan):
        if slip.skipped and not _stands(plan, slip):
            said = f"sau {_called(slip.before, slip.last)} là {_called(slip.section, slip.now)}"
            yield Finding(
                place(slip.section), f"{said}: thiếu «{shown(slip.last, slip.last.value + 1)}» hoặc đánh số sai"
            )


def _stands(plan: Plan, slip: Slip) -> bool:
    """Whether the numeral that seems to be missing stands there after all, before something no heading begins with."""
    mark = re.compile(rf"\s*{re.escape(shown(slip.last, slip.last.value + 1))}\s*[.)/]")
    return any(mark.match(block.shown) for block in plan.document.blocks[slip.before.block + 1 : slip.section.block])


def _first(plan: Plan) -> Iterator[Finding]:
    """The first top-level section must be the first of its list."""
    if not plan.sections or (first := numeral(plan.sections[0].numeral)) is None:
        return
    if first.style == "roman" and 1 < first.value <= WIDEST:
        yield Finding(
            place(plan.sections[0]),
            f"mục đầu tiên đánh số «{plan.sections[0].numeral}»; thiếu mục «I» hoặc đánh số sai",
        )


def place(section: Section) -> Span:
    """The numeral as typed; the heading where Word counts."""
    return section.number or section.heading


def _called(section: Section, read: Numeral) -> str:
    what = "mục" if section.level == 1 else "điểm" if read.style == "letter" else "khoản"
    return f"{what} {section.numeral}"
