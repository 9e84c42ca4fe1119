from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from ...extract.appearance import extent, figure, where
from ...extract.components import Component, components
from ...knowledge import table
from ...model import Finding, Findings, Letters, Plan, Severity, Span
from .. import Bad, Good, dress, rule
from ..options import Range
from ..samples import plan as sample

# The components whose size the decree gives, by their names in knowledge/presentation.toml.
Sized = Literal[
    "motto", "slogan", "superior", "issuer", "number", "date", "kind", "title", "attached-note", "part", "part-title",
    "authority", "position", "name", "recipients-label", "recipient", "annex", "annex-title", "annex-note",
    "page-number",
]  # fmt: skip
AS_DECREED: Mapping[Sized, Range] = MappingProxyType({})
MANY = 3  # components that are off alike: the whole document is in one wrong size
NEAR = {"pdf": 0.6}  # points: a PDF gives sizes as they came out, scaled a little by the printer


@rule(
    "KH127",
    "component-size",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V (Mẫu chữ và chi tiết trình bày)",
    english="a component is not in the size that the decree gives for it",
    needs=("layout", "state"),
    bad=(Bad(sample(), at="KẾ HOẠCH", dress=(dress("KẾ HOẠCH", "cỡ chữ 16", size=16.0),)),),
    good=(
        Good(sample(), dress=()),
        Good(sample(), dress=(dress("KẾ HOẠCH", "cỡ chữ 13", size=13.0),)),
        Good(
            sample(),
            dress=(dress("KẾ HOẠCH", "cỡ chữ 16", size=16.0),),
            options={"sizes": {"kind": (14.0, 16.0)}},
        ),
    ),
)
def check(
    plan: Plan,
    *,
    sizes: Annotated[Mapping[Sized, Range], "cỡ chữ riêng của thành phần, ví dụ motto = [13, 14]"] = AS_DECREED,
) -> Findings:
    """Mỗi thành phần thể thức có cỡ chữ riêng.

    Quốc hiệu 12 - 13, Tiêu ngữ 13 - 14, tên cơ quan 12 - 13, số và ký hiệu 13, địa danh và thời gian 13 - 14, tên loại
    và trích yếu 13 - 14, chức vụ và họ tên người ký 13 - 14, từ «Nơi nhận» 12, danh sách nơi nhận 11, số trang 13 - 14.
    """
    near = NEAR.get(plan.document.format, 0.01)
    told: dict[tuple[str, str], list[tuple[str, str, list[Span]]]] = {}
    for name, row in table("presentation")["component"].items():
        if "sizes" not in row or name in ("basis", "section"):  # those belong to the size of the text
            continue
        low, high = sizes.get(name, row["sizes"])
        lines = components(plan).of(name, *row.get("also", ()))
        if found := [seen for line in lines if (seen := _wrong(plan, line, low - near, high + near))]:
            right = figure(low) if low == high else f"{figure(low)} đến {figure(high)}"
            size = figure(round(found[0][1].size or 0, 1))
            told.setdefault((size, right), []).append((row["name"], row["clause"], [span for span, _ in found]))
    for (size, right), group in told.items():
        if len(group) >= MANY:
            spans = [span for _, _, each in group for span in each]
            names = ", ".join(name for name, _, _ in group)
            yield Finding(spans[0], f"{names} cùng ở cỡ chữ {size}; dùng cỡ chữ {right} (Mục V)")
            continue
        for name, clause, spans in group:
            yield Finding(spans[0], f"{name} ở cỡ chữ {size}; dùng cỡ chữ {right}{extent(plan, spans)} ({clause})")


def _wrong(plan: Plan, line: Component, low: float, high: float) -> tuple[Span, Letters] | None:
    return where(plan, line.span, lambda letters: letters.size is not None and not low <= letters.size <= high)
