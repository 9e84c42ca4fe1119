from __future__ import annotations

from ...extract.appearance import extent
from ...extract.components import Component, components
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import plan as sample

HEAD = frozenset({"motto", "slogan", "superior", "issuer", "number", "date", "authority", "position", "name"})


@rule(
    "KH130",
    "component-alignment",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, các khoản 1 đến 5, 7 và Mục III, khoản 1",
    english="a component is not centred",
    needs=("exact", "state"),
    bad=(Bad(sample(), at="KẾ HOẠCH", dress=(dress("KẾ HOẠCH", "canh trái", align="left"),)),),
    good=(Good(sample(), dress=()),),
)
def check(plan: Plan) -> Findings:
    """Các thành phần ở đầu văn bản, phần ký và tên phụ lục được canh giữa.

    Ở hai cột đầu và cuối văn bản chỉ xét khi các cột nằm trong bảng; dàn cột bằng phím Tab hay dấu cách thì không kết
    luận.
    """
    for name, row in table("presentation")["component"].items():
        if row.get("align") != "center":
            continue
        found = [line.span for line in components(plan).of(name) if _is_off(plan, line)]
        if found:
            yield Finding(found[0], f"{row['name']} chưa canh giữa{extent(plan, found)} ({row['clause']})")


def _is_off(plan: Plan, line: Component) -> bool:
    block = plan.document.blocks[line.span.block]
    look = block.look
    if look is None or not line.alone or (line.name in HEAD and block.cell is None):
        return False
    # justified lines that wrap before a manual break, and lines pushed to the middle by an indent, look centred
    return look.align != "center" and not (look.left + look.first > 60 and look.align != "right")
