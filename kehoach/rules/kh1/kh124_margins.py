from __future__ import annotations

from typing import Annotated

from ...extract.appearance import figure
from ...model import Finding, Findings, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..options import Range
from ..samples import plan as sample

NEAR = 0.6  # millimetres: what rounding to inches and twips leaves
SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
# A landscape page is bound on its upper edge: the edges of the sheet keep their margins.
TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}


@rule(
    "KH124",
    "margins",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 3",
    english="the margins are not 20-25 mm (top, bottom), 30-35 mm (left), 15-20 mm (right)",
    needs=("exact", "state"),
    bad=(
        Bad(sample(), at="", dress=(dress("", "lề trái 25 mm", left=25),)),
        Bad(sample(), at="", dress=(dress("", "lề 2,54 cm bốn phía", top=25.4, bottom=25.4, left=25.4, right=25.4),)),
    ),
    good=(
        Good(sample(), dress=()),
        Good(sample(), dress=(dress("", "lề 25-25-35-20 mm", top=25, left=35, right=20),)),
        Good(sample(), dress=(dress("", "lề trái 25 mm", left=25),), options={"left": (25.0, 35.0)}),
    ),
)
def check(
    plan: Plan,
    *,
    top: Annotated[Range, "lề trên, từ … đến … mm"] = (20.0, 25.0),
    bottom: Annotated[Range, "lề dưới, từ … đến … mm"] = (20.0, 25.0),
    left: Annotated[Range, "lề trái, từ … đến … mm"] = (30.0, 35.0),
    right: Annotated[Range, "lề phải, từ … đến … mm"] = (15.0, 20.0),
) -> Findings:
    """Lề trang: trên, dưới 20 - 25 mm; trái 30 - 35 mm; phải 15 - 20 mm, ở mọi phần (section) của tệp.

    Với phần đặt ngang (phụ lục có bảng), chấp nhận cả cách tính lề theo tờ giấy quay ngang.
    """
    wanted = {"top": top, "bottom": bottom, "left": left, "right": right}
    least = min(low for low, _ in wanted.values())
    told: set[str] = set()
    for page in plan.document.pages:
        wrong = [side for side in SIDES if not _within(getattr(page, side), wanted[side])]
        if page.landscape and not [s for s in SIDES if not _within(getattr(page, s), wanted[TURNED[s]])]:
            continue
        if page.landscape and not [s for s in SIDES if getattr(page, s) < least - NEAR]:
            continue
        said = ", ".join(f"lề {SIDES[s]} {figure(getattr(page, s))} mm (cần {_range(wanted[s])})" for s in wrong)
        if wrong and said not in told:
            told.add(said)
            yield Finding(Span(page.first_block, 0, 0), said)


def _within(value: float, limits: Range) -> bool:
    return limits[0] - NEAR <= value <= limits[1] + NEAR


def _range(limits: Range) -> str:
    return f"{figure(limits[0])} - {figure(limits[1])} mm"
