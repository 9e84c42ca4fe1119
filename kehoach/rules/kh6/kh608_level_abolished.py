from __future__ import annotations

from datetime import date

from ...align.bygone import bygone, no_earlier
from ...model import Finding, Findings, Plan, Severity, Skip, Span
from .. import Bad, Good, rule
from ..samples import plan as sample

NOW = "Xuân Sơn, ngày 12 tháng 9 năm 2025"


@rule(
    "KH608",
    "level-abolished",
    Severity.WARNING,
    source="Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị quyết 203/2025/QH15 (từ 01/7/2025)",
    english="a level of government is named that no longer exists at the plan's date",
    needs=("clean",),
    bad=(
        Bad(sample("I. NỘI DUNG", "Sơ kết ở cấp huyện vào năm 2027.", date=NOW), at="ở cấp huyện"),
        Bad(
            sample("I. NỘI DUNG", "Các huyện, thị xã, thành phố triển khai.", date=NOW),
            at="Các huyện, thị xã, thành phố",
        ),
    ),
    good=(
        Good(sample("I. NỘI DUNG", "Sơ kết ở cấp huyện vào năm 2027.")),
        Good(
            sample(
                "I. NỘI DUNG",
                "Theo Thông tư số 24/2023/TT-BGDĐT ngày 11/12/2023, “Đơn vị học tập” cấp huyện, tỉnh.",
                date=NOW,
            )
        ),
        Good(sample("I. NỘI DUNG", "Các xã, phường, đặc khu triển khai.", date=NOW)),
    ),
)
def check(plan: Plan, as_of: date | None = None) -> Findings:
    """Từ 01/7/2025 chính quyền địa phương có hai cấp (tỉnh và xã), không còn huyện, quận, thị xã, thị trấn.

    Tên cấp cũ trong văn bản được viện dẫn, trong ngoặc kép hoặc khi nói về quá khứ thì không bị nhắc.
    """
    day = no_earlier(plan, as_of)
    if day is None:
        yield Skip("kế hoạch chưa ghi ngày ban hành; thêm --as-of")
        return
    told = [span for _, span in bygone(plan, "body", day)]
    for row, span in bygone(plan, "level", day):
        if not any(_overlap(span, other) for other in told):
            told.append(span)
            yield Finding(span, f"«{plan.document.text(span)}» không còn từ 01/7/2025; nay là {row.became}")


def _overlap(one: Span, other: Span) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
