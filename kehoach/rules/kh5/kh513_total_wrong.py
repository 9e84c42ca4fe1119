from __future__ import annotations

from decimal import Decimal

from ...align.numbers import figure
from ...align.sums import of_tables
from ...model import Cell, Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Dress, Good, dress, rule
from ..samples import plan as sample

# «Tổng kinh phí 60.000.000 đồng, trong đó: ngân sách tỉnh 30.000.000 đồng, ngân sách xã 20.000.000 đồng.»
_SUM = lazy(
    r"\b[Tt]ổng (?:cộng|số|kinh phí|mức|dự toán|nguồn)[^.;:\d]{0,80}:?\s*"
    r"(?P<total>\d[\d.,]*) (?P<unit>triệu đồng|tỷ đồng|đồng)"
    r"[^\d]{0,30}\b(?P<how>trong đó|bao gồm|gồm)\b(?P<parts>[^\n]{10,400})"
)
_PARTS = {
    unit: lazy(rf"(?<![\d.,])(\d[\d.,]*) {unit}(?!\s*/| (?:một|mỗi|x)\b)") for unit in ("đồng", "triệu đồng", "tỷ đồng")
}
_ASIDE = lazy(r"\([^()]*\)")
ROWS = (("TT", "Nội dung", "Số tiền"), ("1", "Tập huấn", "12.000"), ("2", "In tài liệu", "5.000"))


def _cells(total: str) -> tuple[tuple[str, ...], ...]:
    return (*ROWS, ("", "Tổng cộng", total))


def _table(total: str) -> str:
    return sample("I. KINH PHÍ", *(cell for row in _cells(total) for cell in row if cell))


def _dress(total: str) -> tuple[Dress, ...]:
    return tuple(
        dress(words, f"hàng {row}, cột {column}", cell=Cell(1, row, column))
        for row, cells in enumerate(_cells(total), 1)
        for column, words in enumerate(cells, 1)
        if words
    )


@rule(
    "KH513",
    "total-wrong",
    Severity.WARNING,
    source="Số tổng cộng phải bằng tổng các phần",
    english="a total is not the sum of its parts",
    needs=("clean",),
    bad=(
        Bad(_table("18.000"), at="18.000", dress=_dress("18.000")),
        Bad(sample("I. KINH PHÍ", "Tổng kinh phí 60.000.000 đồng, gồm: ngân sách tỉnh 30.000.000 đồng, ngân sách xã "
                   "20.000.000 đồng."), at="60.000.000"),
    ),
    good=(
        Good(_table("17.000"), dress=_dress("17.000")),
        Good(sample("I. KINH PHÍ", "Tổng kinh phí 60.000.000 đồng, trong đó ngân sách xã 20.000.000 đồng.")),
        Good(sample("I. KINH PHÍ", "Tổng kinh phí 60.000.000 đồng, gồm: ngân sách tỉnh 40.000.000 đồng (trong đó chi "
                    "tập huấn 10.000.000 đồng), ngân sách xã 20.000.000 đồng.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Dòng «Tổng cộng» của bảng, hoặc «Tổng kinh phí …, gồm …» trong câu, không bằng tổng các phần.

    Bảng có dòng nhóm (I, II, A, B) thì cộng theo nhóm hay theo dòng chi tiết đều được.
    """
    for wrong in of_tables(plan):
        yield Finding(wrong.span, f"cộng các dòng trên được {_shown(wrong.sum)}; xem lại số tổng")
    for number, block in enumerate(plan.document.blocks):
        if "ổng " not in block.text:
            continue
        for m in _SUM.finditer(block.text):
            total = figure(m["total"].rstrip(".,"))
            said = _ASIDE.sub("", m["parts"])
            parts = [
                value for part in _PARTS[m["unit"]].findall(said) if (value := figure(part.rstrip(".,"))) is not None
            ]
            if total is None or len(parts) < 2 or "trong đó" in said:
                continue
            come = sum(parts, Decimal(0))
            if come > total or (come < total and m["how"] != "trong đó"):
                span = Span(number, *m.span("total"))
                yield Finding(span, f"cộng các phần được {_shown(come)} {m['unit']}; xem lại các con số")


def _shown(number: Decimal) -> str:
    return f"{number:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
