from __future__ import annotations

from ... import places
from ...align.bygone import no_earlier
from ...extract import provinces
from ...extract.provinces import BEFORE
from ...model import Finding, Findings, Fix, Plan, Severity, Unit
from ...text import fold
from .. import Bad, Good, rule
from ..samples import plan as sample


@rule(
    "KH603",
    "place-of-issue",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm a",
    english="the place in the date line is mutilated or misspelt",
    needs=("typed",),
    bad=(
        Bad(
            sample(date="Lăk, ngày 12 tháng 9 năm 2024", title="Phong trào “Đắk Lắk thi đua học tập suốt đời”"),
            at="Lăk",
            fixed=sample(
                date="Đắk Lắk, ngày 12 tháng 9 năm 2024", title="Phong trào “Đắk Lắk thi đua học tập suốt đời”"
            ),
        ),
        Bad(
            sample(date="Bim Sơn, ngày 12 tháng 9 năm 2024"),
            at="Bim Sơn",
            fixed=sample(date="Bỉm Sơn, ngày 12 tháng 9 năm 2024"),
        ),
    ),
    good=(
        Good(sample(date="Đắk Lắk, ngày 12 tháng 9 năm 2024")),
        Good(sample(date="TP. Hồ Chí Minh, ngày 12 tháng 9 năm 2024")),
        Good(sample(date="Khánh Hoà, ngày 12 tháng 9 năm 2024")),
    ),
)
def check(plan: Plan, parent: Plan | None = None, unit: Unit | None = None) -> Findings:
    """Địa danh ghi trước ngày, tháng, năm phải là tên chính thức, viết đủ và đúng dấu."""
    if plan.place is None or plan.document.text(plan.place.span).isupper():
        return
    written = plan.document.text(plan.place.span)
    name = places.key(written)
    if _is_province(written) or provinces.is_place(name) or (unit and places.key(unit.place) == name):
        return
    own = provinces.own(plan, parent, unit)
    if own and fold(name) in fold(own).split() and name != places.key(own):
        right: str | None = own
    else:
        near = {place for when in (BEFORE, places.CHANGE) for place in places.near(written, when)}
        if (day := no_earlier(plan)) is None or day < places.KNOWN_FROM:
            near = {place for place in near if _is_large(place)}  # not all communes of old are known
        right = near.pop() if len(near) == 1 and len(name.split()) > 1 else None
    if right:
        message = f"địa danh «{written}» thiếu chữ hoặc viết chưa đúng; có lẽ là «{right}»"
        yield Finding(plan.place.span, message, Fix(plan.place.span, right, safe=False))


def _is_large(name: str) -> bool:
    return any(place.kind not in places.COMMUNES for place in places.find(name, None, BEFORE))


def _is_province(written: str) -> bool:
    """«TP. Hồ Chí Minh», «Thừa Thiên Huế»."""
    return any(provinces.well_spelt(m) and m.end == len(written) for m in provinces.mentions(written))
