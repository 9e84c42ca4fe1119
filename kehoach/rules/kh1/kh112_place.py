from __future__ import annotations

from ...extract.components import components
from ...model import Finding, Findings, Fix, Plan, Severity, Span
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample

PLACE = lazy(r"(?P<place>[^\W\d_][^,]{0,45}?)(?P<comma>\s*,?)\s*(?=ngày|Ngày|NGÀY)")
SHORT = lazy(r"(?:TP|Tp|tp|T\.P)\s*\.?\s*(?:HCM|Hồ Chí Minh|Hồ chí minh)\b\.?|TPHCM")
# «TP. Hải Phòng», «P. Xuân Sơn»: the unit is left out, or, before a number, written in full.
UNIT = lazy(r"(?P<unit>T\.?P|Tp|TX|Tx|TT|P|Q|H|X)(?:\s*\.\s*|\s+)(?P<name>.+)")
UNITS = {"P": "Phường", "Q": "Quận"}
DATE = lazy(r"Ngày|NGÀY|(?<=\d )(?:Tháng|THÁNG|Năm|NĂM)")


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
        Bad(sample(date="TP. Hải Phòng, ngày 12 tháng 9 năm 2024"), at="TP. Hải Phòng",
            fixed=sample(date="Hải Phòng, ngày 12 tháng 9 năm 2024")),
        Bad(sample(date="Xuân Sơn , ngày 12 tháng 9 năm 2024"), at="Xuân Sơn ,",
            fixed=sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024")),
        Bad(sample(date="XUÂN SƠN, ngày 12 tháng 9 năm 2024"), at="XUÂN SƠN",
            fixed=sample(date="Xuân Sơn, ngày 12 tháng 9 năm 2024")),
        Bad(sample(date="Xuân Sơn, Ngày 12 tháng 9 năm 2024"), at="Ngày",
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
    if line is None:
        return
    for m in DATE.finditer(line.text):
        span = Span(line.span.block, line.span.start + m.start(), line.span.start + m.end())
        yield Finding(span, f"viết «{m[0].lower()}» bằng chữ thường", Fix(span, m[0].lower()))
    found = PLACE.match(line.text)
    if found is None:
        return
    place = found["place"].strip()
    if not place or place.casefold().startswith("ngày"):
        return
    span = Span(line.span.block, line.span.start, line.span.start + len(place))
    right = _in_full(place)
    if right != place:
        yield Finding(span, f"địa danh viết là «{right}»", Fix(span, right))
    elif not found["comma"].strip():
        yield Finding(span, "thiếu dấu phẩy sau địa danh", Fix(span, f"{place},"))
    elif found["comma"] != "," or found["place"] != place:
        whole = Span(line.span.block, line.span.start, line.span.start + found.end("comma"))
        yield Finding(whole, "dấu phẩy viết liền sau địa danh", Fix(whole, f"{place},"))


def _in_full(place: str) -> str:
    if SHORT.fullmatch(place):
        return "Thành phố Hồ Chí Minh"
    if unit := UNIT.fullmatch(place):
        named = unit["name"].isdigit() and unit["unit"] in UNITS
        return f"{UNITS[unit['unit']]} {unit['name']}" if named else _capitals(unit["name"])
    return _capitals(place)


def _capitals(place: str) -> str:
    words = (place.title() if place.isupper() and len(place) > 3 else place).split()
    # «Thành phố», «Thị xã», «Đặc khu»: one common noun, with one capital
    small = {1} if words[0] in ("Thành", "Thị", "Đặc") else set()
    return " ".join(
        word if i in small or word in ("-", "–", "và") else word[:1].upper() + word[1:] for i, word in enumerate(words)
    )
