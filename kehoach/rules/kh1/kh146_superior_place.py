from __future__ import annotations

from functools import cache

from ...extract.components import components
from ...knowledge import rows
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from ...text import fold, squeeze
from .. import Bad, Good, rule
from ..samples import but

COMMITTEE = lazy(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)(?: (?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|dac khu))?$"
)


@rule(
    "KH146",
    "superior-place",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2 điểm a",
    english="the superior body is named without its province, city or commune",
    needs=("clean", "state"),
    bad=(
        Bad(but(("UBND PHƯỜNG XUÂN SƠN\n", "UBND PHƯỜNG\n")), at="UBND PHƯỜNG"),
        Bad(but(("UBND PHƯỜNG XUÂN SƠN\n", "SỞ GIÁO DỤC VÀ ĐÀO TẠO\n")), at="SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
    ),
    good=(
        Good(but()),
        Good(but(("UBND PHƯỜNG XUÂN SƠN\n", "SỞ GIÁO DỤC VÀ ĐÀO TẠO QUẢNG NINH\n"))),
        Good(but(("UBND PHƯỜNG XUÂN SƠN\n", "BỘ GIÁO DỤC VÀ ĐÀO TẠO\n"))),
    ),
)
def check(plan: Plan) -> Findings:
    """Tên cơ quan chủ quản ở địa phương có thêm tên tỉnh, thành phố hoặc xã, phường nơi đóng trụ sở.

    Ví dụ: «SỞ GIÁO DỤC VÀ ĐÀO TẠO QUẢNG NINH», «UBND PHƯỜNG XUÂN SƠN»; không ghi trống «UBND PHƯỜNG».
    """
    lines = list(components(plan).of("superior"))
    whole = squeeze(fold(" ".join(line.text for line in lines))).strip(" .:*_")
    if lines and (COMMITTEE.match(whole) or whole in _departments()):
        yield Finding(lines[0].span, f"ghi thêm tên tỉnh, thành phố hoặc xã, phường vào sau «{lines[-1].text}»")


@cache
def _departments() -> frozenset[str]:
    """The names, without a place, of bodies that every province or district has."""
    local = [row for row in rows("issuers") if row["level"] in ("province", "district")]
    return frozenset(fold(name) for row in local for name in (row["name"], *row["short"].split("|")) if name)
