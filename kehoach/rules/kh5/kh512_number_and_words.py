from __future__ import annotations

from ...align.numbers import figure, in_words
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

_BOTH = lazy(
    r"(?<![\d.,/])(?P<figure>\d[\d.,]*)\s*(?P<unit>đồng|đ|VNĐ|VND|%)?\.?\s*"
    r"\(\s*(?:[Bb]ằng chữ|[Vv]iết bằng chữ)?\s*:?\s*(?P<words>[^()\d]{2,120}?)"
    r"(?:\s*(?:đồng|phần trăm|Việt Nam|chẵn|chẳn|y))*\s*[./,;]*\s*\)"
)


@rule(
    "KH512",
    "number-and-words",
    Severity.ERROR,
    source="Số tiền, số lượng ghi bằng số và bằng chữ phải như nhau",
    english="a number in figures and the same in words differ",
    needs=("clean",),
    bad=(
        Bad(sample("I. KINH PHÍ", "Tổng kinh phí 15.000.000 đồng (Một trăm năm mươi triệu đồng)."),
            at="15.000.000 đồng (Một trăm năm mươi triệu đồng)"),
        Bad(sample("I. NỘI DUNG", "Chia thành 03 (hai) giai đoạn."), at="03 (hai)"),
    ),
    good=(
        Good(sample("I. KINH PHÍ", "Kinh phí: 125.500.000 đồng (Bằng chữ: Một trăm hai mươi lăm triệu, năm trăm nghìn "
                    "đồng chẵn./.).")),
        Good(sample("I. NỘI DUNG", "Tổ chức 02 (hai) lớp, 15 (mười lăm) buổi; 01 (ngày hội) và 3 (theo mẫu).")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Số ghi bằng chữ trong ngoặc khác với số ghi bằng chữ số: «15.000.000 đồng (Một trăm năm mươi triệu đồng)»."""
    for number, block in enumerate(plan.document.blocks):
        for m in _BOTH.finditer(block.text) if "(" in block.text else ():
            one, other = figure(m["figure"].rstrip(".,")), in_words(m["words"])
            if one is not None and other is not None and one != other:
                shown = f"{other:,}".replace(",", ".")
                yield Finding(Span(number, *m.span()), f"bằng chữ là {shown}, bằng số là {m['figure']}; sửa cho khớp")
