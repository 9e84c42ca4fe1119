from __future__ import annotations

from ...extract.components import components
from ...extract.marks import roman
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import but

NUMBERED = lazy(r"\W*phu luc\s+(?:so\s+)?(?P<number>[ivx]+|\d+)\b")
TWO = "Nguyễn Thị Minh\nPhụ lục {}\nDANH MỤC\nDạy học.\nPhụ lục {}\nDỰ TOÁN\nKinh phí."
TEXT = ("kế hoạch của tổ;", "kế hoạch của tổ (Phụ lục I, II kèm theo);")


@rule(
    "KH161",
    "annex-numbering",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm a",
    english="two or more appendices are not numbered I, II, III",
    needs=("typed", "state"),
    bad=(
        Bad(but(("Nguyễn Thị Minh", TWO.format("1", "2")), TEXT), at="Phụ lục 1"),
        Bad(but(("Nguyễn Thị Minh", TWO.format("I", "III")), TEXT), at="Phụ lục III"),
    ),
    good=(Good(but(("Nguyễn Thị Minh", TWO.format("I", "II")), TEXT)), Good(but())),
)
def check(plan: Plan) -> Findings:
    """Văn bản có từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã: Phụ lục I, Phụ lục II."""
    annexes = list(components(plan).of("annex"))
    if len(annexes) < 2:
        return
    for position, line in enumerate(annexes, start=1):
        m = NUMBERED.match(fold(line.text))
        if m is None or m["number"].upper() != roman(position):
            yield Finding(line.span, f"phụ lục thứ {position} ghi là «Phụ lục {roman(position)}»")
            return
