from __future__ import annotations

from ...extract.appearance import count, figure, stretches
from ...extract.components import Components, components
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import FULL

PAIRS = {12.0: (13.0, 13.0), 13.0: (14.0, 14.0)}


@rule(
    "KH128",
    "size-pairs",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, chú thích về cỡ chữ",
    english="the sizes of the national name, the motto and the date do not go together",
    needs=("exact", "state"),
    bad=(
        Bad(FULL, at="Độc lập - Tự do - Hạnh phúc", dress=(dress("CỘNG HÒA", "cỡ chữ 12", size=12.0),)),
        Bad(FULL, at="Xuân Sơn, ngày 12 tháng 9 năm 2024", dress=(dress("Xuân Sơn, ngày", "cỡ chữ 13", size=13.0),)),
    ),
    good=(
        Good(FULL, dress=()),
        Good(FULL, dress=(
            dress("CỘNG HÒA", "cỡ chữ 12", size=12.0), dress("Độc lập", "cỡ chữ 13", size=13.0),
            dress("Xuân Sơn, ngày", "cỡ chữ 13", size=13.0),
        )),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Cỡ chữ trong cùng một văn bản tăng, giảm thống nhất.

    Quốc hiệu cỡ 13 thì Tiêu ngữ cỡ 14, địa danh và ngày, tháng, năm cỡ 14; Quốc hiệu cỡ 12 thì Tiêu ngữ cỡ 13, địa
    danh và ngày, tháng, năm cỡ 13.
    """
    found = components(plan)
    motto = _size(plan, found, "motto")
    if motto not in PAIRS:
        return
    for name, said, right in zip(("slogan", "date"), ("Tiêu ngữ", "địa danh và thời gian"), PAIRS[motto], strict=True):
        size = _size(plan, found, name)
        line = found.first(name)
        if line and size and size != right and 13 <= size <= 14:
            fitting = f"Quốc hiệu cỡ {figure(motto)} thì {said} cỡ {figure(right)}"
            yield Finding(line.span, f"{said} ở cỡ chữ {figure(size)}; {fitting}")
            return


def _size(plan: Plan, found: Components, name: str) -> float | None:
    """The size of most letters of a component."""
    line = found.first(name)
    parts = list(stretches(plan, line.span)) if line else []
    return max(parts, key=lambda part: count(plan, part[0]))[1].size if parts else None
