from __future__ import annotations

from collections.abc import Iterator

from ... import places
from ...align.naming import same_name
from ...extract import provinces
from ...model import Finding, Findings, Found, Plan, Severity, Unit
from ...text import fold
from ...unit import levels
from .. import Bad, Good, rule
from ..samples import UNIT
from ..samples import plan as sample


@rule(
    "KH604",
    "unit-differs",
    Severity.WARNING,
    source="Thông tin đơn vị trong UNIT.toml; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2, 3, 4",
    english="the head of the plan does not agree with the unit's own data",
    needs=("clean",),
    bad=(
        Bad(sample(number="Số: 34/KH-THCSXH"), at="34/KH-THCSXH", unit=UNIT),
        Bad(
            sample(opening="Trường THCS Xuân Sớn ban hành Kế hoạch với các nội dung sau:"),
            at="Trường THCS Xuân Sớn",
            unit=UNIT,
        ),
        Bad(sample(date="Đông Triều, ngày 12 tháng 9 năm 2024"), at="Đông Triều", unit=UNIT),
        Bad("UBND XÃ XUÂN SƠN\nTRƯỜNG THCS XUÂN SƠN\n" + sample(), at="UBND XÃ XUÂN SƠN", unit=UNIT),
    ),
    good=(
        Good(sample(opening="Trường Trung học cơ sở Xuân Sơn ban hành Kế hoạch sau:"), unit=UNIT),
        Good("ỦY BAN NHÂN DÂN PHƯỜNG XUÂN SƠN\nTRƯỜNG THCS XUÂN SƠN\n" + sample(), unit=UNIT),
    ),
)
def check(plan: Plan, unit: Unit) -> Findings:
    """Tên đơn vị, cơ quan chủ quản, địa danh và chữ viết tắt trong ký hiệu phải đúng như UNIT.toml."""
    yield from _body(plan.issuer, unit.name, "tên đơn vị")
    if unit.superior and levels()[unit.level].superior:
        yield from _body(plan.superior, unit.superior, "cơ quan chủ quản")
    if plan.place and not _same_place(plan.place.value, unit.place):
        yield Finding(plan.place.span, f"địa danh là «{plan.place.value}», theo UNIT.toml là «{unit.place}»")
    symbol = plan.number.value.symbol if plan.number else None
    if plan.number and symbol and "-" in symbol:
        short = symbol.partition("-")[2]
        if fold(short).replace("&", "") != fold(unit.short_name).replace("&", "") or ("đ" in short.lower()) != (
            "đ" in unit.short_name.lower()
        ):
            yield Finding(plan.number.span, f"ký hiệu ghi «{short}», theo UNIT.toml là «{unit.short_name}»")


def _body(found: Found[str] | None, right: str, what: str) -> Iterator[Finding]:
    if found and not same_name(found.value, right):
        yield Finding(found.span, f"{what} là «{found.value}», theo UNIT.toml là «{right}»")


def _same_place(written: str, right: str) -> bool:
    """Also with what kind of place it is: «xã Đông Sơn», «TP. Hồ Chí Minh»."""
    a, b = places.key(written), places.key(right)
    if a == b or a.endswith(f" {b}") or b.endswith(f" {a}"):
        return True
    one, other = ({m.name for m in provinces.mentions(name)} for name in (written, right))
    return bool(one & other) and places.key(written) != fold(written)
