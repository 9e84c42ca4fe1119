from __future__ import annotations

from ...extract.components import Component, components
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, rule
from ..samples import but

ORDER = (
    ("motto", "slogan"), ("superior", "issuer"), ("issuer", "number"), ("slogan", "date"), ("number", "kind"),
    ("date", "kind"), ("authority", "position"), ("position", "name"),
)  # fmt: skip


@rule(
    "KH109",
    "component-order",
    Severity.ERROR,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục IV (Sơ đồ bố trí các thành phần thể thức)",
    english="components stand in the wrong order",
    needs=("exact", "state"),
    bad=(
        Bad(but(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
                 "Độc lập - Tự do - Hạnh phúc\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            at="Độc lập - Tự do - Hạnh phúc", dress=()),
        Bad(but(("UBND PHƯỜNG XUÂN SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN\nSố: 34/KH-THCSXS",
                 "Số: 34/KH-THCSXS\nUBND PHƯỜNG XUÂN SƠN\nTRƯỜNG TRUNG HỌC CƠ SỞ XUÂN SƠN")),
            at="Số: 34/KH-THCSXS", dress=()),
    ),
    good=(Good(but(), dress=()),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Các thành phần thể thức đứng đúng chỗ, đúng thứ tự.

    Tên cơ quan ở bên trái, Quốc hiệu ở bên phải. Quốc hiệu trên Tiêu ngữ; cơ quan chủ quản, cơ quan ban hành rồi đến
    số, ký hiệu; địa danh và ngày, tháng dưới Tiêu ngữ; sau đó là tên loại, trích yếu; cuối cùng là quyền hạn, chức vụ,
    chữ ký và họ tên.
    """
    names = table("presentation")["component"]
    found = components(plan)
    for above, below in ORDER:
        upper, lower = found.first(above), found.first(below)
        if upper and lower and upper.span > lower.span:
            yield Finding(lower.span, f"{names[below]['name']} đứng trước {names[above]['name']}; đổi lại thứ tự")
    motto, issuer = found.first("motto"), found.first("issuer")
    if motto and issuer and _is_left_of(plan, motto, issuer):
        yield Finding(motto.span, "Quốc hiệu ở bên trái; đổi cột: tên cơ quan ban hành bên trái, Quốc hiệu bên phải")


def _is_left_of(plan: Plan, one: Component, other: Component) -> bool:
    """Whether one stands in a cell to the left of the other's."""
    here, there = plan.document.blocks[one.span.block].cell, plan.document.blocks[other.span.block].cell
    return here is not None and there is not None and here.table == there.table and here.column < there.column
