from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import but

SHORT = {
    "UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN", "GD&ĐT": "GIÁO DỤC VÀ ĐÀO TẠO",
    "GDĐT": "GIÁO DỤC VÀ ĐÀO TẠO",
    "GD-ĐT": "GIÁO DỤC VÀ ĐÀO TẠO", "MTTQ": "MẶT TRẬN TỔ QUỐC", "BCĐ": "BAN CHỈ ĐẠO",
}  # fmt: skip
PATTERN = lazy(rf"(?<!\w)(?:{'|'.join(SHORT)})(?!\w)")


@rule(
    "KH110",
    "issuer-abbreviated",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2 điểm a",
    english="the name of the issuing body is abbreviated",
    needs=("clean", "state"),
    bad=(
        Bad(but(("UBND PHƯỜNG XUÂN SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "UBND PHƯỜNG XUÂN SƠN")), at="UBND",
            fixed=but(("UBND PHƯỜNG XUÂN SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN", "ỦY BAN NHÂN DÂN PHƯỜNG XUÂN SƠN"))),
    ),
    good=(Good(but()),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên cơ quan ban hành là tên chính thức, đầy đủ: ỦY BAN NHÂN DÂN PHƯỜNG …, không viết UBND PHƯỜNG ….

    Chỉ tên cơ quan chủ quản trực tiếp ở dòng trên được viết tắt những cụm từ thông dụng (UBND TỈNH …).
    """
    for line in components(plan).of("issuer"):
        for m in PATTERN.finditer(line.text):
            span = Span(line.span.block, line.span.start + m.start(), line.span.start + m.end())
            fix = Fix(span, SHORT[m[0]], safe=False)
            yield Finding(span, f"tên cơ quan ban hành viết đầy đủ: {SHORT[m[0]]}", fix)
