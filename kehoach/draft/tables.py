"""The parent's table of tasks as the unit's own: the rows that concern it, given to its departments, due earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ..extract.marks import roman
from ..knowledge import table as knowledge
from ..model import Block, Plan, Task
from ..patterns import compiled, lazy
from ..text import fold, short_date, squeeze
from . import duties
from .adapt import Adapter
from .concern import partner
from .context import Annex, LeftOut, Line, Origin, Table
from .mending import Mend
from .names import Names
from .naming import lowered

COLUMNS = ("TT", "Nội dung nhiệm vụ", "{} chủ trì", "{} phối hợp", "Thời gian hoàn thành", "Sản phẩm")
WIDTHS = (0.05, 0.33, 0.16, 0.16, 0.14, 0.16)
HELPED = "Theo yêu cầu của cơ quan chủ trì"
FEWEST = 2  # rows that make a table
TITLE = "DANH MỤC NHIỆM VỤ"

# «Từ ngày 15/4 đến 25/4/2026»: something that happens, no day by which it is done.
_SPAN = lazy(r"(?i)(?:từ )?(?:ngày )?\d{1,2}(?:/\d{1,2})*(?:/\d{4})?\s*(?:đến|-|–)")
_DAY = lazy(r"\b(?:ngày\s+)?(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(20\d\d)\b")


def of_tables(parent: Plan) -> list[Task]:
    """The tasks that the parent gives in the rows of a table."""
    return [
        task for task in parent.tasks if parent.document.blocks[task.block].cell and (task.deadline or task.product)
    ]


def concerned(parent: Plan, own: Names) -> int:
    """How many rows give this unit or its kind something to do."""
    return sum(_leads(task.owner, own, parent) or _helps(task, own, parent) for task in of_tables(parent))


def _leads(owner: str, own: Names, parent: Plan) -> bool:
    return bool(owner) and duties.concerns(owner, own, parent)


_PRIVATE = lazy(r"(?:cac )?(?:doanh nghiep|hop tac xa|ho gia dinh|gia dinh|nguoi dan|nguoi su dung lao dong)\b")


def _helps(task: Task, own: Names, parent: Plan) -> bool:
    """Whether the unit or its kind is a partner; whoever works with firms and families means no office of theirs."""
    bodies = ", ".join(one for one in task.partners if not _PRIVATE.match(fold(one)))
    return _leads(bodies, own, parent)


def table(parent: Plan, adapter: Adapter, holder: str, mend: Mend | None) -> Table | None:
    """The rows for the unit; None if none of the parent's concerns it."""
    rows: list[tuple[str, ...]] = []
    first = count = 0
    parts: list[str] = []
    heads = dict(_heads(parent)) if not mend else {}
    for task in of_tables(parent):
        if row := _row(task, parent, adapter, holder, mend):
            first, count = first or task.block, count + 1
            head = adapter.turned(heads.get(task.block, ""), task.block) or ""
            if head and head not in parts:
                parts.append(head)
                rows.append((roman(len(parts)), head, *[""] * (len(COLUMNS) - 2)))
            rows.append((str(count), *row))
    if not rows:
        return None
    label = parent.document.blocks[first].label
    columns = tuple(column.format(adapter.names.level.workers.capitalize()) for column in COLUMNS)
    widths: tuple[float, ...] = WIDTHS
    if not any(task.product for task in of_tables(parent)):  # the parent asks for none
        columns, rows, widths = columns[:-1], [row[:-1] for row in rows], (*WIDTHS[:-2], WIDTHS[-2] + WIDTHS[-1])
    return Table(columns, tuple(rows), Origin("parent", label, first, ("bảng nhiệm vụ chuyển theo đơn vị",)), widths)


_NUMERAL = lazy(r"[IVXLC\d]{1,5}[.)]?|[A-Za-z]\s?[.)]?|")


def _heads(parent: Plan) -> Iterator[tuple[int, str]]:
    """For each block in a table the words over its row that stand alone in theirs: «II | CẢI CÁCH THỦ TỤC»."""
    cells = [(number, block) for number, block in enumerate(parent.document.blocks) if block.cell]
    head, table_ = "", 0
    for (within, _, _), row in groupby(cells, key=lambda one: _place(one[1])):
        blocks = list(row)
        if within != table_:
            head, table_ = "", within
        said = {squeeze(block.text) for _, block in blocks if not _NUMERAL.fullmatch(squeeze(block.text))}
        if len(said) == 1:
            head = next(iter(said))
        yield from ((number, head) for number, _ in blocks)


def _place(block: Block) -> tuple[int, tuple[tuple[int, int, int], ...], int]:
    """The table and the row that a cell stands in."""
    assert block.cell is not None
    return block.cell.table, block.cell.path, block.cell.row


def _row(task: Task, parent: Plan, adapter: Adapter, holder: str, mend: Mend | None) -> tuple[str, ...] | None:
    own = adapter.names
    text = mend(task.text) if mend else task.text
    leads = _leads(task.owner, own, parent)
    helps = _helps(task, own, parent)
    if not text or not (leads or helps):
        adapter.left_out.append(LeftOut(task.text, f"nhiệm vụ của {task.owner or '[không đọc được]'}", task.block))
        return None
    when = _when(task.deadline or "", own.level.report_lead_days, adapter.on)
    adapter.given = duties.is_unit(", ".join((task.owner or "", *task.partners)), own)
    turned = adapter.text(text.rstrip(" .;"), task.block)
    adapter.given = False
    if when is None or not turned:
        adapter.left_out.append(LeftOut(task.text, "thời hạn đã qua hoặc không thuộc đơn vị", task.block))
        return None
    if not leads:
        turned = f"Phối hợp với {partner(task.owner, own)} {lowered(turned)}"
    product = adapter.text(task.product, task.block) if task.product and leads else None
    who = duties.fit(own.unit.departments, turned, "function") or (holder,)
    helping = _helpers(task, adapter, who)
    return turned, "; ".join(who), helping, when, product or "[sản phẩm]" if leads else HELPED


TEACHING = "dạy học"  # what departments of teachers do
MOST = 2  # departments that are named one by one


def _helpers(task: Task, adapter: Adapter, who: tuple[str, ...]) -> str:
    """Who works with those who lead: the unit's other departments, and the parent's partners outside it."""
    own = adapter.names
    others = [one for one in own.unit.departments if one not in who]
    teaching = [one for one in duties.fit(own.unit.departments, TEACHING, "function") if one in others]
    if own.level.group == "truong" and len(teaching) > 1 and len(others) > MOST:
        others = ["Các tổ chuyên môn", *(one for one in others if one not in teaching)]
    inside = others if 0 < len(others) <= MOST else [f"Các {own.level.workers} liên quan"]
    suited = compiled(knowledge("crowds")["beside"].get(own.level.group) or knowledge("crowds")["beside"]["others"])
    outside = []
    for one in task.partners:
        body = adapter.turned(one, task.block) if suited.match(one) and not duties.is_unit(one, own) else None
        outside += [body] if body else []
    return "; ".join([*inside, *outside])


def _when(deadline: str, lead: int, on: date) -> str | None:
    """The deadline with an earlier day; None if it is over."""
    found = None if _SPAN.match(deadline) else _DAY.search(deadline)
    if not found:
        years = [int(year) for year in re.findall(r"\b20\d\d\b", deadline)]
        return None if years and max(years) < on.year else deadline or "[thời gian hoàn thành]"
    try:
        asked = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
    early = duties.earlier(asked, lead, on)
    day = "ngày " if found[0].startswith("ngày") else ""
    return f"{deadline[: found.start()]}{day}{short_date(early)}{deadline[found.end() :]}" if early else None


def count(made: Table) -> int:
    """How many tasks a table has, without the rows that only lead to others."""
    return sum(bool(row[4]) for row in made.rows)


def listed(made: Table) -> list[Line]:
    """The rows as tasks in words, for a table too short to be one."""
    rows = ((row[1], row[4]) for row in made.rows if row[4])
    return [Line("-", f"{what}; thời hạn: {when[:1].lower()}{when[1:]}.", made.origin) for what, when in rows]


def placed(made: Table | None, parent: Plan, pointer: list[Line]) -> tuple[list[Line], tuple[Annex, ...]]:
    """Where the table stands: in the text, as the parent's does, or in an annex that a sentence points to."""
    if made is None:
        return [], ()
    if made.origin.block is not None and made.origin.block < parent.end:
        return [Line("|", "", made.origin, made)], ()
    return pointer, (Annex(TITLE, made),)
