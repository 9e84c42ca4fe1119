from __future__ import annotations

from collections.abc import Iterator

from ...align.sections import top_level
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import SEVEN, emulation
from ..samples import plan as sample

_REVIEW = lazy(r"\b(?:so ket|tong ket)\b[^.;,]{0,60}")
# «trên cơ sở kết quả giai đoạn 1» and «trên cơ sở sơ kết» plan nothing; without accents «sở kết» looks like «sơ kết».
_BASIS = lazy(r"\bco (?:so )?$|\bket qua $|\bco so [^.;,]{0,30}$")
ROWS = "TT | Thời gian | Việc\n1 | 4 - 5/2025 | Báo cáo tổng kết\n2 | 6/2025 | Lưu hồ sơ"
_YEAR = lazy(r"\b20\d\d\b")
_DAY = lazy(r"\bngay\s+\d|\bthang\s+\d|\bquy\s+(?:[1-4]|i{1,3}v?|iv)\b|\d{1,2}/\d{1,2}|\bcuoi nam hoc\b")


@rule(
    "KH408",
    "review-without-date",
    Severity.INFO,
    source="Mốc sơ kết, tổng kết cần có ngày hoặc tháng để các đơn vị chuẩn bị",
    english="a review is planned without a date",
    needs=("clean",),
    restored=True,
    bad=(
        Bad(emulation(*SEVEN[:9], "Tiến hành sơ kết vào năm 2025.", *SEVEN[10:]), at="sơ kết vào năm 2025"),
        Bad(emulation(*SEVEN[:9], "Sơ kết vào năm 2025.", "Tổng kết Phong trào thi đua.", *SEVEN[10:]),
            at="Tổng kết Phong trào thi đua"),
    ),
    good=(
        Good(emulation(*SEVEN[:9], "Tiến hành sơ kết trước ngày 15 tháng 6 năm 2025.", *SEVEN[10:])),
        Good(sample("I. NỘI DUNG", "Tổng kết phong trào vào năm 2025.")),
        Good(emulation(*SEVEN[:9], "Sơ kết trong tháng 6 năm 2025.", ROWS, *SEVEN[10:])),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Trong tiến độ, sơ kết hoặc tổng kết chỉ ghi năm, hoặc không ghi gì.

    Mỗi kế hoạch chỉ nhắc một lần, ở chỗ thiếu nhiều nhất. Nếu cấp trên chưa ấn định ngày thì có thể ghi «theo hướng dẫn
    của cấp trên».
    """
    found = list(_undated(plan))
    if found:
        yearless, span = max(found, key=lambda pair: pair[0])
        message = (
            "chưa ghi thời gian; thêm ngày hoặc tháng, năm" if yearless else "mới ghi năm; nên thêm ngày hoặc tháng"
        )
        yield Finding(span, message)


def _row(plan: Plan, number: int) -> str:
    """The other cells of a table's row: «| 4 | 4 - 5/2027 | … | Báo cáo tổng kết |» says when."""
    cell, blocks = plan.document.blocks[number].cell, plan.document.blocks
    if cell is None:
        return ""
    mates = (
        b for b in blocks if b.cell and (b.cell.table, b.cell.row, b.cell.path) == (cell.table, cell.row, cell.path)
    )
    return fold(" | ".join(block.text for block in mates))


def _undated(plan: Plan) -> Iterator[tuple[bool, Span]]:
    """The reviews in the schedule without day and month, with whether even the year is missing."""
    section = top_level(plan, "schedule")
    if section is None:
        return
    for number in range(section.block, section.last_block + 1):
        folded = fold(plan.document.blocks[number].text)
        if _DAY.search(folded) or "huong dan" in folded or _DAY.search(_row(plan, number)):
            continue
        for m in _REVIEW.finditer(folded):
            if _BASIS.search(folded[: m.start()]):
                continue
            sentence = folded[m.start() :].partition(".")[0].partition(";")[0]
            year = _YEAR.search(sentence)
            end = m.start() + (year.end() if year else len(m[0].rstrip()))
            yield year is None, Span(number, m.start(), end)
