from __future__ import annotations

from ...extract.components import Component, Components, components
from ...model import Block, Finding, Findings, Plan, Severity, Skip
from ...patterns import lazy
from .. import Bad, Good, dress, rule
from ..samples import FULL

BELOW = {
    "slogan": ("Tiêu ngữ", "dài bằng dòng chữ", "khoản 1 điểm b"),
    "issuer": ("tên cơ quan ban hành", "dài 1/3 đến 1/2 dòng chữ", "khoản 2 điểm b"),
    "title": ("trích yếu", "dài 1/3 đến 1/2 dòng chữ", "khoản 5 điểm b"),
}
# «*****», «-----o0o-----» and dots are no line that is solid.
SOLID = lazy(r"[\s_\-–—―─━¯]+$")
RULED = tuple(
    dress(line, "có đường kẻ ngang bên dưới", ruled=True) for line in ("TRƯỜNG TRUNG", "Độc lập", "Triển khai")
)


@rule(
    "KH137",
    "rule-below",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1 điểm b, khoản 2 điểm b, khoản 5 điểm b",
    english="the line below the motto, the issuer or the title is missing",
    needs=("exact", "state"),
    bad=(Bad(FULL, at="Độc lập - Tự do - Hạnh phúc", dress=(RULED[0], RULED[2])),),
    good=(Good(FULL, dress=RULED),),
)
def check(plan: Plan) -> Findings:
    """Dưới Tiêu ngữ, tên cơ quan ban hành và trích yếu có đường kẻ ngang, nét liền.

    Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ; dưới tên cơ quan ban hành và trích yếu dài bằng 1/3 đến 1/2 dòng chữ, đặt
    cân đối. Nhận cả đường kẻ vẽ (Shapes), đường viền của đoạn hay của ô, dòng gạch dưới «_____»; dòng dấu sao «*****»
    hay «---o0o---» thì không phải đường kẻ.
    """
    found = components(plan)
    lines = {name: line for name in BELOW if (line := found.last(name))}
    missing = [line for line in lines.values() if not _is_ruled(plan, found, line)]
    head = range(lines["title"].span.block + 1 if "title" in lines else plan.opening[0])
    if missing and _elsewhere(plan, head, list(lines.values())) >= len(missing):
        yield Skip("đường kẻ được neo ở chỗ khác nên không rõ nằm dưới dòng nào")
        return
    for line in missing:
        said, length, clause = BELOW[line.name]
        yield Finding(line.span, f"dưới {said} chưa có đường kẻ ngang, nét liền, {length} ({clause})")


def _is_ruled(plan: Plan, found: Components, line: Component) -> bool:
    blocks = plan.document.blocks
    here = blocks[line.span.block]
    # where another document promulgates the plan, the note that says so stands between the title and its line
    after = next((other for other in found.lines if other.span > line.span and other.name != "attached-note"), None)
    if after and after.name == "rule":
        return SOLID.match(after.text) is not None
    if here.look and any(letters.underline for letters in here.look.letters):
        return True
    return any(_shows_line(block) for block in _region(plan, line))


def _region(plan: Plan, line: Component) -> list[Block]:
    """Where the line below a component may be anchored: in its cell, or up to the paragraph after the title."""
    blocks, number = plan.document.blocks, line.span.block
    cell = blocks[number].cell
    if cell is None:
        note = components(plan).last("attached-note") if line.name == "title" else None
        end = note.span.block if note else number
        return list(blocks[number - 1 if line.name == "title" else number : end + 1])
    column = (cell.table, cell.column)
    head = (block for block in blocks[: plan.opening[0]] if block.cell)
    return [block for block in head if block.cell and (block.cell.table, block.cell.column) == column]


def _shows_line(block: Block) -> bool:
    return block.look is not None and (block.look.ruled or block.look.bordered)


def _elsewhere(plan: Plan, head: range, lines: list[Component]) -> int:
    """How many lines of the head are drawn where none of the components can claim them."""
    claimed = {id(block) for line in lines for block in _region(plan, line)}
    end = min(head.stop + 2, len(plan.document.blocks))
    return sum(_shows_line(block) and id(block) not in claimed for block in plan.document.blocks[:end])
