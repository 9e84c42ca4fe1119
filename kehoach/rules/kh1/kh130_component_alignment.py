from __future__ import annotations

from ...extract.appearance import extent
from ...extract.components import Component, components
from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from .. import Bad, Good, dress, rule
from ..samples import FULL
from ..samples import plan as sample

LIST = ("recipients-label", "recipient", "filed")
EDGE = 14.0  # points: as far as a list may stand from the edge of its column by the padding of a cell
HEAD = frozenset({"motto", "slogan", "superior", "issuer", "number", "date", "authority", "position", "name"})


@rule(
    "KH130",
    "component-alignment",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, các khoản 1 đến 5, 7, 9 và Mục III, khoản 1",
    english="a component is not centred, or «Nơi nhận» not flush left",
    needs=("exact", "state"),
    bad=(
        Bad(sample(), at="KẾ HOẠCH", dress=(dress("KẾ HOẠCH", "canh trái", align="left"),)),
        Bad(FULL, at="Nơi nhận:", dress=(dress("Nơi nhận", "canh giữa", align="center"),)),
    ),
    good=(Good(sample(), dress=()), Good(FULL, dress=())),
)
def check(plan: Plan) -> Findings:
    """Các thành phần ở đầu văn bản, phần ký và tên phụ lục được canh giữa; nơi nhận sát lề trái.

    Ở hai cột đầu và cuối văn bản chỉ xét khi các cột nằm trong bảng; dàn cột bằng phím Tab hay dấu cách thì không kết
    luận.
    """
    told: set[int] = set()  # lines with manual breaks between them stand in one paragraph
    known = table("presentation")["component"]
    for name, row in known.items():
        if row.get("align") != "center":
            continue
        found = [line.span for line in components(plan).of(name) if _is_off(plan, line)]
        if found and found[0].block not in told:
            yield Finding(found[0], f"{row['name']} chưa canh giữa{extent(plan, found)} ({row['clause']})")
        told.update(span.block for span in found)
    away = [line.span for line in components(plan).of(*LIST) if line.alone and _is_away(plan, line)]
    if away:
        clause = known["recipients-label"]["clause"]
        yield Finding(away[0], f"nơi nhận không sát lề trái; canh trái, không lùi vào{extent(plan, away)} ({clause})")


def _is_away(plan: Plan, line: Component) -> bool:
    look = plan.document.blocks[line.span.block].look
    return look is not None and (look.align in ("center", "right") or look.left + look.first > EDGE)


def _is_off(plan: Plan, line: Component) -> bool:
    block = plan.document.blocks[line.span.block]
    look = block.look
    if look is None or not line.alone or (line.name in HEAD and block.cell is None):
        return False
    # justified lines that wrap before a manual break, and lines pushed to the middle by an indent, look centred
    return look.align != "center" and not (look.left + look.first > 60 and look.align != "right")
