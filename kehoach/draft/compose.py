"""Parent plan and unit in, the whole draft out: what is said, in which order, and where each sentence came from."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace

from ..extract.names import opens_name
from ..extract.tasks import owner as named_first
from ..knowledge import table
from ..model import Plan, Task, Unit
from ..patterns import lazy
from ..text import fold, nfc, short_date, squeeze
from . import bases, brief, directives, duties, naming, outline, report_days, reports, sections, tables
from .adapt import Adapter
from .additions import merged
from .audience import abolished
from .clauses import unmarked
from .concern import OTHERS, aside, only_for, warnings
from .context import Draft, LeftOut, Line, Origin
from .deadlines import duty_words
from .directives import is_directive, understood
from .house_style import in_house_style
from .mending import Mend, mender
from .mirroring import mirrored, of_front
from .names import Names, header, names, signing
from .origins import FRONT, sourced
from .proofing import proofread
from .recipients import recipients
from .said import beside_plans, no_task, own_words
from .sharing import heads, organised
from .slips import dated, renamed
from .sweeping import swept
from .timing import uniform
from .wording import Wording, WordingError

MANY = 8  # with as many tasks of its own, a unit takes over none of others'
SHARING = ("ubnd", "co-quan")  # kinds of unit whose departments lead numbers of the sections of work
FEW = 3  # with fewer tasks from the parent, the departments get the usual ones of the family too
_MOVEMENT = lazy(r"[Pp]hong trào (?:thi đua )?(“[^“”]*(?:“[^“”]*”[^“”]*)*”)")
_YEAR = lazy(r"\b20\d\d\b")
Mirror = Literal["all", "told", "none"]
LEFT_WIDTH = 178.0  # points: the issuer's cell of the layout, 65 mm, with a little air


def compose(
    parent: Plan, unit: Unit, on: date, number: str = "", day: bool = False, overlay: Path | None = None
) -> Draft:
    """The plan of `unit` that carries out `parent`, written for the day `on`. `day`: the day itself is printed."""
    parent = understood(in_house_style(parent))
    own = names(unit)
    if own.level.until and on >= own.level.until:
        last = short_date(own.level.until)
        raise WordingError(f"{own.level.name} không còn từ ngày {last}; hãy dùng loại khác hoặc --date trước ngày đó")
    family = "thi-dua" if _is_emulation(parent) else "chung"
    wording = Wording(family, own.level.words or unit.level, own.level.group, overlay, own.level.like)
    # without the unit's own name: units of one kind share what was mended, and its name stands in no parent
    known = (word for word in own.words.values() if own.area not in word and own.full not in word)
    mend = mender(parent, (*wording.sentences(), *known)) if parent.document.damaged else None
    adapter = Adapter(parent, own, on, skip=duty_words(parent, mend))
    subject = naming.own_title(parent, mend)
    why = aside(parent, own)
    title = dated(naming.plan_title(parent, own, subject), on)
    context = _context(parent, own, on, title, subject, mend)
    if naming.kind(parent) == "Chỉ thị" and own.level.group == "co-quan":  # it does its part of that
        title = naming.bare_title(parent, own, subject)
        context = _brief(_context(parent, own, on, title, subject, mend), own, False)
    adapter.movement = context["movement"]
    if asks := is_directive(parent):
        body = sections.directive(parent, adapter, wording, context)
    else:
        made = sections.emulation if family == "thi-dua" else sections.general
        body = made(parent, adapter, wording, context, mend)
    short = False
    rows = tables.concerned(parent, own) >= tables.FEWEST  # they make a plan too
    if family == "chung" and (why or (not asks and not rows and not brief.enough(parent, body, adapter))):
        short = True
        points = [] if why else brief.points(parent, body)
        if len(points) < FEW:
            title = naming.bare_title(parent, own, subject)
            context = _brief(_context(parent, own, on, title, subject, mend), own, bool(why))
        body = brief.brief(parent, adapter, wording, context | {"lines": points}, why or OTHERS)
    lines = wording.lines("mo-dau", context)
    front: list[Line] = []
    asked = sum(line.marker in ("*", "##") for line in body) if asks else 0
    # a directive says to the unit itself what it asks of it
    directed = asked >= FEW and own.level.group != "ubnd"
    mirror: Mirror = "none" if short else "told" if directed else "all"
    tasks = _tasks(parent, adapter, own, mend, mirror, front)
    if asks:
        tasks = [task for task in tasks if task.origin.block not in {line.origin.block for line in body}]
    made_table = tables.table(parent, adapter, str(context["lead"]), mend)
    if made_table and tables.count(made_table) < tables.FEWEST:  # no table for one task
        tasks += tables.listed(made_table)
        made_table = None
    in_text, annexes = tables.placed(made_table, parent, wording.lines("phu-luc", context) if made_table else [])
    shares = swept(body) if asks or (family == "chung" and not short and own.level.group in SHARING) else []
    leads = directives.led(shares, own.unit.departments, str(context["lead"]), heads(own))
    if family == "thi-dua" or (len(tasks) < FEW and not leads):
        usual = sections.own_words(wording, context).get("nhiem-vu", []) if family == "thi-dua" else []
        tasks = merged(tasks, [*usual, *wording.lines("nhiem-vu", context)], body)
    lines += sections.with_table(body, in_text)
    lines += wording.lines("to-chuc", context | organised(own, tasks, context, front, leads))
    lines += wording.lines("ket", context)
    lines = list(sourced(lines, parent, (*context["duties"], *context["due"])))
    if parent.document.damaged or parent.document.ocr:
        lines = proofread(lines)
    superior, issuer = header(own, LEFT_WIDTH)
    return Draft(
        superior=superior,
        issuer=issuer,
        number=f"Số: {number or ' ' * 5}/KH-{unit.short_name}",
        place_date=_place_date(unit.place, on, day),
        kind="KẾ HOẠCH",
        title=title,
        paragraphs=outline.numbered(swept(_settled(lines))),
        recipients=recipients(parent, own, on, context["duties"]),
        signing=signing(own),
        signer=unit.signer.name or "[họ và tên người ký]",
        author=own.full,
        on=on,
        left_out=_unique(adapter.left_out),
        annexes=annexes,
        warnings=tuple(warnings(parent, own, on, why)),
    )


def _place_date(place: str, on: date, day: bool) -> str:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4: days below 10 and months 1 and 2 have a nought."""
    month = f"{on.month:02}" if on.month < 3 else str(on.month)
    return f"{place}, ngày {f'{on.day:02}' if day else '    '} tháng {month} năm {on.year}"


def _is_emulation(parent: Plan) -> bool:
    title = fold(parent.title.value) if parent.title else ""
    criteria = any(section.role == "criteria" for section in parent.sections)
    return "thi dua" in title or (criteria and any("thi dua" in fold(block.text) for block in parent.document.blocks))


def _context(parent: Plan, own: Names, on: date, title: str, subject: str, mend: Mend | None) -> dict[str, Any]:
    """What every wording file may use."""
    named = _MOVEMENT.search(title)
    issuer = parent.issuer.value if parent.issuer else "[cơ quan ban hành văn bản cấp trên]"
    receiver = f"[cơ quan nhận báo cáo thay {issuer}]" if abolished(issuer, on) else renamed(issuer, on)
    years = [int(year) for year in _YEAR.findall(title)]
    return own.words | {
        "title": title,
        "title_inside": _defined(naming.opened(naming.lowered(title), own), named),
        "title_again": naming.lowered(title),
        "cited": naming.cited(parent, subject),
        "bases": bases.bases(parent, mend),
        "parent_kind": naming.kind(parent),
        "parent_code": naming.code(parent),
        "parent_issuer": own.unit.superior if reports.skips(parent, own) else receiver,
        "object": "Phong trào thi đua" if named else "Kế hoạch này",
        "movement": named[1] if named else "",
        "level": own.level.key,
        "workers": own.level.workers,
        "year": on.year,
        "told": any(duties.is_unit(task.owner, own) for task in parent.tasks),  # its work is named there
        "districts": on < table("adapting")["reformed"]["since"],
        "end": max(years, default=0),
        "duties": (owed := reports.duties(parent, own, on, receiver, mend)),
        "due": report_days.together(owed),
        "gathers": reports.gathers(parent, own),
        "lead": duties.lead(own.unit.departments, subject) or "[bộ phận được giao chủ trì]",
    }


def _brief(context: dict[str, Any], own: Names, unconcerned: bool) -> dict[str, Any]:
    """The words for a plan that only says what the unit does for its parent, whose own title would say it twice."""
    parent = f"{context['parent_kind']} số {context['parent_code']}"
    scope = own.level.title_scope.format(**own.words)
    context |= {"title_inside": f"thực hiện {own.words['inside']}", "title_again": f"thực hiện {parent} {scope}"}
    return context | ({"duties": (), "due": ()} if unconcerned else {})


def _defined(title: str, subject: re.Match[str] | None) -> str:
    """The title with the short name of its movement introduced at first use."""
    return title.replace(subject[1], f"{subject[1]} (sau đây gọi tắt là Phong trào thi đua)", 1) if subject else title


# «Là cơ quan thường trực; hướng dẫn …»: what a body is, its department helps it to be.
_STANDING = lazy(r"^(?:Là|Làm) (?P<what>(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì))")


def _tasks(
    parent: Plan, adapter: Adapter, own: Names, mend: Mend | None, mirror: Mirror, for_front: list[Line]
) -> list[Line]:
    """What the parent gives units of this kind to do, as lines for the unit's departments.

    `mirror`: also all that the parent's own offices do and the unit does for itself, only what those are told to have
    it do, or none of it. `for_front` takes what a commune asks of the Front and the mass organisations.
    """
    found = _headed(parent, adapter, own, mend)
    taken = {line.origin.block for line in found} | {task.block for task in tables.of_tables(parent)}
    others: list[Task] = []
    limited = {task.owner for task in parent.tasks if only_for(task.text, own)}
    for task in parent.tasks:
        if task.block in taken:
            continue
        owner = (mend(task.owner) if mend else task.owner) or ""
        known = owner.strip() and task.owner not in limited and duties.concerns(owner, own, parent)
        if not known or _is_of_another(task.text, own, parent):
            others.append(task)
            continue
        if (text := mend(task.text) if mend else task.text) is None:
            continue
        words = beside_plans(unmarked(squeeze(text)))
        if no_task(words):
            continue
        adapter.given = duties.is_unit(owner, own)
        text = adapter.text(words, task.block)
        adapter.given = False
        if text and not own_words(text) and not no_task(text):
            text = _helping(text, own)
            label = parent.document.blocks[task.block].label
            found.append(Line("-", _ended(text), Origin("parent", label, task.block, ("giao cho bộ phận của đơn vị",))))
    if mirror != "none" and len(found) < MANY:
        made = list(mirrored(parent, others, adapter, mend, mirror == "told"))
        front = (
            {line.origin.block for task, line in made if of_front(task.owner)} if own.level.group == "ubnd" else set()
        )
        found = merged(found, [replace(line, text=_helping(line.text, own)) for _, line in made])
        asked = (line for line in found if line.origin.block in front)
        for_front += [replace(line, origin=replace(line.origin, changed=(FRONT,))) for line in asked]
        found = [line for line in found if line.origin.block not in front]
    mine = {line.origin.block for line in (*found, *for_front)}
    for task in others:
        if task.block not in mine:
            owner = (mend(task.owner) if mend else task.owner) or "[không đọc được]"
            adapter.left_out.append(LeftOut(task.text, f"nhiệm vụ của {owner}", task.block))
    return found


def _is_of_another(text: str, own: Names, parent: Plan) -> bool:
    """Whether a point below «Các cơ quan» is of one that it names: «Sở Xây dựng: các lĩnh vực cấp giấy phép»."""
    body = named_first(text)
    if body is None or not text[: body[1]].rstrip().endswith(":") or not opens_name(body[0]):
        return False
    return not duties.concerns(body[0], own, parent)


def _headed(parent: Plan, adapter: Adapter, own: Names, mend: Mend | None) -> list[Line]:
    """What stands under headings of the parent that name this unit or its kind."""
    found: list[Line] = []
    for section in parent.sections:
        if section.role == "implementation":
            for item in outline.items(parent, section, mend):
                if item.items and item.title and duties.concerns(item.text, own, parent):
                    adapter.given = duties.is_unit(item.text, own)
                    points = _of_no_other(item.items, own, parent)
                    found += [line for line in adapter.lines(points) if not no_task(line.text)]
                    adapter.given = False
    return [_given(replace(line, text=_helping(line.text, own))) for line in found]


def _of_no_other(items: list[outline.Item], own: Names, parent: Plan) -> list[outline.Item]:
    kept = (item for item in items if not _is_of_another(item.text, own, parent))
    return [replace(item, items=_of_no_other(item.items, own, parent)) for item in kept]


def _helping(text: str, own: Names) -> str:
    return _STANDING.sub(rf"Giúp {own.words['leadership']} thực hiện nhiệm vụ của \g<what>", text)


def _given(line: Line) -> Line:
    before = line.origin.changed  # words that stand as they stood have nothing to tell
    changed = (*before, "giao cho bộ phận của đơn vị") if before else ()
    return replace(line, marker="-", text=_ended(line.text), origin=replace(line.origin, changed=changed))


# What a sentence says of a list, which a department is given point by point.
_LEADING = lazy(r",?\s+(?:(?:cụ thể )?như sau|sau đây)$")


def _ended(text: str) -> str:
    return _LEADING.sub("", text.rstrip(" ;,.:")) + "."


def _settled(lines: list[Line]) -> list[Line]:
    """Lines ready for numbering: single spaces, no white space lost in names, nothing empty."""
    return [replace(line, text=uniform(squeeze(nfc(line.text)))) for line in lines if line.text.strip() or line.table]


def _unique(left_out: list[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple({(one.block, one.text): one for one in left_out}.values())
