from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

PLACE = lazy(r"(?P<place>[^\W\d_][^,]{0,45}?)(?P<comma>\s*,?)\s*(?=ngày\b|ngày)")
SHORT = lazy(r"(?:TP|Tp|tp|T\.P)\s*\.?\s*(?:HCM|Hồ Chí Minh|Hồ chí minh)\b\.?|TPHCM")


@rule(
    "KH112",
    "place",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm a, c",
    english="the place of issue is abbreviated, not capitalised, or has no comma after it",
    needs=("typed", "state"),
    bad=(
        Bad(sample(date="Xuân sơn, ngày 12 tháng 9 năm 2024"), at="Xuân sơn",
            fixed=sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024")),
        Bad(sample(date="Xuân Sơn ngày 12 tháng 9 năm 2024"), at="Xuân Sơn",
            fixed=sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024")),
        Bad(sample(date="TP. HCM, ngày 12 tháng 9 năm 2024"), at="TP. HCM",
            fixed=sample(date="Thành phố Hồ Chí Minh, ngày 12 tháng 9 năm 2024")),
    ),
    good=(
        Good(sample()), Good(sample(date="Thành phố Hồ Chí Minh, ngày 12 tháng 9 năm 2024")),
        Good(sample(date="Phường 1, ngày 12 tháng 9 năm 2024")), Good(sample(date="ngày 12 tháng 9 năm 2024")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Địa danh viết đầy đủ, các chữ cái đầu viết hoa, sau địa danh có dấu phẩy: «Xuân Sơn, ngày … tháng … năm …».

    Đơn vị hành chính đặt theo tên người, bằng chữ số hoặc sự kiện lịch sử thì ghi tên gọi đầy đủ: Thành phố Hồ Chí
    Minh, Phường 1; không viết TP. HCM.
    """
    line = components(plan).first("date")
    found = PLACE.match(line.text) if line else None
    if line is None or found is None:
        return
    place = found["place"].strip()
    if not place or place.startswith("ngày"):
        return
    span = Span(line.span.block, line.span.start, line.span.start + len(place))
    right = "Thành phố Hồ Chí Minh" if SHORT.fullmatch(place) else _capitals(place)
    if right != place:
        yield Finding(span, f"địa danh viết là «{right}»", Fix(span, right))
    elif not found["comma"].strip():
        yield Finding(span, "thiếu dấu phẩy sau địa danh", Fix(span, f"{place},"))


def _capitals(place: str) -> str:
    words = place.split()
    # «Thành phố», «Thị xã», «Đặc khu»: one common noun, with one capital
    small = {1} if words[0] in ("Thành", "Thị", "Đặc") else set()
    return " ".join(
        word if i in small or word in ("-", "–", "và") else word[:1].upper() + word[1:] for i, word in enumerate(words)
    )
