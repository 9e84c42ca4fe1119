"""A draft's sections before «Tổ chức thực hiện»: the parent's words for the unit, and what the unit adds to them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec.structs import replace

from ..knowledge import table
from ..model import Plan, Section
from ..patterns import compiled, lazy
from ..text import fold, squeeze
from . import directives, outline
from .adapt import Adapter
from .additions import merged, parts
from .clauses import without_planning
from .concern import narrowed, speaks_beside, too_long
from .context import LeftOut, Line, Marker, Origin
from .mending import Mend
from .origins import of
from .wording import Wording

# The parts of an emulation-movement plan in order, and the role of the parent's section behind each.
EMULATION = {
    "muc-dich": "purpose", "noi-dung": "content", "tieu-chi": "criteria", "giai-phap": "solutions",
    "tien-do": "schedule", "kinh-phi": "funding",
}  # fmt: skip
# Sections that a plan writes for itself, whatever the parent says there.
OWN = ("funding", "implementation", "reporting")
MISSING = "[nội dung của đơn vị ở mục"  # muc.txt, where the parent's section holds nothing for the unit
LONG = 80  # characters: what is shorter may stand twice
TECHNICAL = "mục này không nói tới loại đơn vị này"


@cache
def subject(title: str) -> str:
    """What a plan is about, if there is wording of its own for that: a key of knowledge/subjects.toml, or nothing."""
    plain = fold(title)
    return next((name for name, pattern in table("subjects").items() if compiled(pattern).search(plain)), "")


def own_words(wording: Wording, context: dict[str, Any]) -> dict[str, list[Line]]:
    """What units of this kind add, by part: about the plan's subject first, then in general."""
    found: dict[str, list[Line]] = {}
    for name in (f"bo-sung-{subject(context['title'])}", "bo-sung"):
        if wording.has(name):
            for part, lines in parts(wording.lines(name, context)).items():
                found[part] = merged(found.get(part, []), lines)
    return found


def _section_lines(parent: Plan, adapter: Adapter, section: Section, mend: Mend | None) -> list[Line]:
    items = outline.items(parent, section, mend, adapter.left_out)
    if adapter.narrow and section.role not in (("purpose",) if adapter.beside else ("purpose", "targets")):
        items, gone = narrowed(items, adapter.names)
        adapter.left_out += [LeftOut(one.text, TECHNICAL, one.block) for one in gone if one.text]
    return _raised(outline.unlisted(adapter.lines(items)))


def _raised(lines: list[Line]) -> list[Line]:
    """Points that stand right under a section («II … a)») raised to numbers («II … 1.»)."""
    if any(line.marker in ("##", "*") for line in lines):
        return lines
    above: dict[str, Marker] = {"###": "##", "**": "*"}
    return [replace(line, marker=above.get(line.marker, line.marker)) for line in lines]


def emulation(
    parent: Plan, adapter: Adapter, wording: Wording, context: dict[str, Any], mend: Mend | None
) -> list[Line]:
    """Sections I-VI of a movement's plan: the parent's where they hold something for the unit, else the family's."""
    lines: list[Line] = []
    more = own_words(wording, context)
    for part, role in EMULATION.items():
        found: list[Line] = []
        same: list[Section] = []
        if role not in OWN:
            same = [section for section in parent.sections if section.role == role]
            for section in same:
                adapter.stands_in = role == "criteria"
                adapter.instead = tuple(wording.lines("giai-doan", context)) if role == "schedule" else ()
                said = _section_lines(parent, adapter, section, mend)
                found += _under(section, said, parent) if len(same) > 1 and role == "criteria" else said
                adapter.stands_in, adapter.instead = False, ()
        if role == "schedule":
            found = _phases(found, context)
        extra = more.get(part, [])
        if role == "criteria" and _judged(found, ("##", "###") if len(same) > 1 else ("##",)):
            extra = _without_criteria(extra)
            found = _below_criteria(found)
        whole = wording.lines(part, context | {"lines": found})
        lines += [whole[0], *merged(whole[1:], extra, lines)]
    return lines


CRITERIA = "Tiêu chí thi đua"
_DOWN: dict[Marker, Marker] = {"##": "###", "*": "**", "**": "-", "###": "-"}  # below one heading more


def _judged(lines: list[Line], heads: tuple[str, ...]) -> bool:
    """Whether the parent's criteria stand under headings for the unit and for persons: then they are all there are."""
    return sum(line.marker in heads and fold(line.text).startswith("doi voi") for line in lines) > 1


def _below_criteria(lines: list[Line]) -> list[Line]:
    """The parent's criteria under the heading that the family has for them, what is no criterion after them."""
    said = [line.marker == "##" and fold(line.text).startswith("doi voi") for line in lines]
    if not any(said):
        return lines  # they stand below a heading already
    at = said.index(True)
    after = (n for n, line in enumerate(lines) if n > at and line.marker == "##" and not said[n])
    end = next(after, len(lines))
    down = [replace(line, marker=_DOWN.get(line.marker, line.marker)) for line in lines[at:end]]
    return [*lines[:at], replace(lines[at], marker="##", text=CRITERIA), *down, *lines[end:]]


def _without_criteria(lines: list[Line]) -> list[Line]:
    """The family's own words without its criteria."""
    kept: list[Line] = []
    inside = False
    for line in lines:
        if line.marker == "##":
            inside = line.text == CRITERIA
        if not inside:
            kept.append(line)
    return kept


_PHASES = lazy(r"\s*[,;]?\s*(?:và )?(?:được )?(?:chia (?:thành|làm|ra)|gồm)[^.:;]{0,12}giai đoạn:?", re.IGNORECASE)
_PHASE = lazy(r"Giai đoạn \d{1,2}\b(?!\s*[-–/])")


def _phases(lines: list[Line], context: dict[str, Any]) -> list[Line]:
    """The schedule without «chia thành 02 giai đoạn» once only one phase is still to come."""
    titles = [line for line in lines if line.marker in ("##", "###", "*")]
    if len(titles) != 1 or not lines or not _PHASES.search(lines[0].text):
        return lines
    first = lines[0]
    years = [int(year) for year in re.findall(r"\b20\d\d\b", titles[0].text)]
    start, end = max([int(context["year"]), *years[:1]]), context["end"] or "[năm kết thúc]"
    phase = f"trong {named[0].lower()}, " if (named := _PHASE.match(titles[0].text)) else ""
    text = f"{_PHASES.sub('', first.text).rstrip(' .;:,')}. Kế hoạch này thực hiện {phase}từ năm {start} đến năm {end}."
    changed = (*first.origin.changed, "lược bỏ giai đoạn đã kết thúc")
    rest = [line for line in lines[1:] if not (phase and line is titles[0])]  # one phase needs no heading
    return [replace(first, text=text, origin=replace(first.origin, changed=changed)), *rest]


def _under(section: Section, lines: list[Line], parent: Plan) -> list[Line]:
    """Two sections of the parent that are one of the unit's («Tiêu chí», «Khen thưởng») as two numbers of it."""
    title = section.title.lower()
    heading = Line("##", f"{title[:1].upper()}{title[1:]}", of(parent, section.block))
    return [heading, *(replace(line, marker=_DOWN.get(line.marker, line.marker)) for line in lines)] if lines else []


def general(parent: Plan, adapter: Adapter, wording: Wording, context: dict[str, Any], mend: Mend | None) -> list[Line]:
    """The parent's own sections, in its order, without those that every plan writes for itself.

    Of a long one only what speaks of units like this.
    """
    before, cited = len(adapter.left_out), adapter.citations.begun()
    adapter.narrow = adapter.beside = speaks_beside(
        parent, adapter.names, subject(parent.title.value if parent.title else "")
    )
    lines = _general(parent, adapter, wording, context, mend)
    if not too_long(sum(len(line.text) for line in lines if line.origin.kind == "parent")):
        return lines
    del adapter.left_out[before:]
    adapter.narrow, adapter.citations = True, cited
    return _general(parent, adapter, wording, context, mend)


def _general(
    parent: Plan, adapter: Adapter, wording: Wording, context: dict[str, Any], mend: Mend | None
) -> list[Line]:
    lines: list[Line] = []
    funded = False
    for section in parent.sections:
        if section.role == "funding":
            funded = True
            lines += wording.lines("kinh-phi", context | {"lines": []})
        elif section.role not in OWN and section.role != "situation":
            found = _section_lines(parent, adapter, section, mend)
            title, _, rest = section.title.partition(":")  # «4. Thời gian thực hiện: từ tháng 4 đến tháng 12»
            if rest.strip() and (said := adapter.text(rest.strip(), section.block)):
                label = parent.document.blocks[section.block].label
                found = [
                    Line("", f"{said[:1].upper()}{said[1:].rstrip(' .')}.", Origin("parent", label, section.block)),
                    *found,
                ]
            if not found and section.role == "targets":
                continue  # none of the parent's targets is the unit's
            title = adapter.text(title, section.block, title=True) or title
            head, *below = wording.lines("muc", context | {"lines": found, "heading": _capitalised(title)})
            lines += [replace(head, origin=of(parent, section.block)), *below]
    lines = _once(lines)
    if not any(section.role in ("purpose", "targets") for section in parent.sections):
        lines = wording.lines("muc-dich", context | {"lines": []}) + lines
    return lines if funded else lines + wording.lines("kinh-phi", context | {"lines": []})


def _once(lines: list[Line]) -> list[Line]:
    """Without long sentences that the parent says again, word for word, under another heading."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        if len(line.text) > LONG and line.text in seen:
            continue
        seen.add(line.text)
        kept.append(line)
    return kept


def directive(parent: Plan, adapter: Adapter, wording: Wording, context: dict[str, Any]) -> list[Line]:
    """The sections of a plan whose parent is a decision, a letter or a directive: its aims are the unit's own."""
    found: list[Line] = []
    for items, given in directives.content(parent, adapter.names):
        adapter.given = given
        lines = (replace(line, text=without_planning(line.text)) for line in adapter.lines(items))
        found += [line for line in lines if line.text]
        adapter.given = False
    found = outline.unlisted(_raised(found))
    aims = adapter.lines(directives.aims(parent))
    content = wording.lines("muc", context | {"lines": found, "heading": "NỘI DUNG THỰC HIỆN"})
    aim = (
        wording.lines("muc", context | {"lines": _raised(aims), "heading": "MỤC ĐÍCH, YÊU CẦU"})
        if aims
        else wording.lines("muc-dich", context | {"lines": []})
    )
    return [
        *aim,
        *(content if found else wording.lines("noi-dung", context | {"lines": []})),
        *wording.lines("kinh-phi", context | {"lines": []}),
    ]


def _capitalised(title: str) -> str:
    """A heading in capitals; a usual one in its right spelling, whatever the reader of the parent's file made of it."""
    plain = squeeze(title).rstrip(" .:;")
    usual = next((row["name"] for row in table("families")["roles"].values() if fold(row["name"]) == fold(plain)), None)
    return usual or plain.upper()


def with_table(lines: list[Line], table_: list[Line]) -> list[Line]:
    """The sections with the table of tasks at the end of the last one before funding and the like."""
    if not table_:
        return lines
    ends = [number for number, line in enumerate(lines) if line.marker == "#" and "kinh phí" in line.text.lower()]
    at = ends[0] if ends else len(lines)
    before = lines[: at - 1] if at and lines[at - 1].text.startswith(MISSING) else lines[:at]
    return [*before, *table_, *lines[at:]]
