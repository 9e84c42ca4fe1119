from __future__ import annotations

from ...extract.head import has_kind_line
from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

YEAR = lazy(r"/\s*(?:19|20)\d\d\s*(?=/)")


@rule(
    "KH105",
    "symbol-of-plan",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b và Phụ lục III, Mục I",
    english="the plan's own symbol has a year, or the abbreviation of another kind of document",
    needs=("clean", "state"),
    bad=(
        Bad(sample(number="Số: 15/2024/KH-THCSXS"), at="/2024", fixed=sample(number="Số: 15/KH-THCSXS")),
        Bad(sample(number="Số: 15/TB-THCSXS"), at="TB-THCSXS"),
    ),
    good=(Good(sample()), Good(sample(number="Số: 16/KH-MTTQ-BTT"))),
)
def check(plan: Plan) -> Findings:
    """Ký hiệu của kế hoạch gồm chữ viết tắt KH và chữ viết tắt tên cơ quan ban hành, nối bằng gạch nối: KH-UBND.

    Văn bản hành chính không ghi năm trong ký hiệu; năm chỉ có trong số, ký hiệu của văn bản quy phạm pháp luật.
    """
    own = plan.number
    if own is None or plan.kind is None or not has_kind_line(plan) or plan.kind.value != "KH":
        return
    written = plan.document.text(own.span)
    if year := YEAR.search(written):
        span = Span(own.span.block, own.span.start + year.start(), own.span.start + year.end())
        yield Finding(span, "bỏ năm trong số, ký hiệu của văn bản hành chính", Fix(span, ""))
    symbol = own.value.symbol or ""
    kind = symbol.partition("-")[0]
    # a decision may promulgate a plan and carry its own symbol
    others = {row["abbreviation"] for row in table("kinds")["kind"]} - {"KH", "QĐ", "NQ", "CT"}
    if kind in others and symbol in written:
        at = own.span.start + written.index(symbol)
        yield Finding(
            Span(own.span.block, at, at + len(symbol)), f"ký hiệu của kế hoạch bắt đầu bằng KH, không phải {kind}"
        )
