"""Parents that are no plans: a decision's articles, an official letter, a directive, as content and tasks of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from msgspec.structs import replace

from ..extract.marks import roman
from ..extract.names import opens_name
from ..extract.tasks import owner
from ..model import Plan, Section, Task
from ..patterns import lazy
from ..text import fold, squeeze
from . import outline
from .audience import audience
from .context import Line
from .duties import WHAT, concerns, fit, is_unit, of_head
from .names import Names
from .outline import Item

KINDS = ("QĐ", "CV", "CT")
# Words that name both speak to everybody: «Các sở, ban, ngành, UBND các xã, phường».
MANY_NUMBERS = 4  # in a row, from which only the first and the last are said
EVERYBODY = {"so", "ubnd-xa"}
_ARTICLE = lazy(r"(?:dieu) (?P<number>\d+)\s*[.:]\s*")
# Articles that only make the decision take effect.
_FORMAL = lazy(
    r"(?:quyet dinh nay )?(?:co hieu luc|thay the|ban hanh kem theo|phe duyet kem theo)"
    r"|.{0,400}chiu trach nhiem thi hanh"
)
_ASIDE = lazy(r"\s*\([^()]*\)")  # «(qua Phòng Công tác học sinh, sinh viên)»
_WHICH = lazy(r" (?:(?:chưa|không) )?có (?!liên quan)\S")  # «các trường có bể bơi»: a case, nobody to speak to
_SHARING = lazy(r"(?:phan cong|giao nhiem vu|nhiem vu cua|trach nhiem cua|to chuc thuc hien|trach nhiem thi hanh)\b")
# Headings of sections that say what is to be done.
_WORKING = lazy(r"\b(?:noi dung|nhiem vu|giai phap|hoat dong)\b")
# What was read of a parent, and the items of the parent as understood.
_UNDERSTOOD: WeakKeyDictionary[Plan, tuple[Plan, list[Item]]] = WeakKeyDictionary()
_UNDERSTOOD_ITEMS: WeakKeyDictionary[Plan, list[Item]] = WeakKeyDictionary()


def is_directive(parent: Plan) -> bool:
    if parent.kind is None or parent.kind.value != "NQ":
        return parent.kind is not None and parent.kind.value in KINDS
    return not any(section.role == "implementation" for section in parent.sections)  # a council's: articles


def understood(parent: Plan) -> Plan:
    """The parent with the tasks that it gives; a plan is understood already."""
    return _read(parent)[0] if is_directive(parent) else parent


# What a plan says of itself: money, who reports.
_OWN = lazy(r"(?:ve )?(?:nguon )?kinh phi(?: thuc hien)?$|che do (?:thong tin,? )?bao cao$")
_AIMS = lazy(r"muc dich(?:, yeu cau| va yeu cau)?$")
# The last words of a letter or a directive, which speak to everybody.
_CLOSING = lazy(
    r"(?:nhan duoc (?:cong van|van ban|chi thi)|(?:giao|yeu cau|de nghi) .{3,120} (?:theo doi, don doc|nghiem tuc)"
    r"|can cu (?:noi dung|chi thi|cong van)|tren day la|trong qua trinh)\b"
)


def aims(parent: Plan) -> list[Item]:
    """What a letter says of its aims and demands, under a heading of its own."""
    items = _UNDERSTOOD_ITEMS.get(parent, [])
    return next((item.items for item in items if _AIMS.match(fold(item.text).strip(" .:"))), [])


def content(parent: Plan, own: Names) -> Iterator[tuple[list[Item], bool]]:
    """What the parent asks of the unit, as items: what it asks of all, then what it asks of units of its kind.

    With each, whether it is asked of this very unit by name.
    """
    for item in _UNDERSTOOD_ITEMS.get(parent, []):
        named, plain = _addressee(item), fold(item.text).strip(" .:")
        if _OWN.match(plain) or _AIMS.match(plain):
            continue
        if named is None:
            shared = item.items and _SHARING.match(plain)  # «6. Tổ chức thực hiện»: its points are work like the others
            yield [replace(one, marker="*") for one in item.items] if shared else [item], False
        elif is_unit(named[0], own):
            yield _works(item, named), True
        elif concerns(named[0], own, parent) or audience(named[0]) >= EVERYBODY:
            yield _works(item, named), False


def led(
    body: Iterable[Line], departments: tuple[str, ...], holder: str, heads: tuple[str, ...] = ()
) -> dict[tuple[str, ...], str]:
    """Which numbers of the sections of work are led by whom; by nobody what `heads` do, who lead the unit.

    «các khoản 1, 3 Mục II; khoản 2 Mục III», by the departments that do it together.
    """
    numbers: dict[tuple[str, ...], dict[int, list[str]]] = {}
    section = number = 0
    working = False
    for line in body:
        if line.marker == "#":
            section, number, working = section + 1, 0, bool(_WORKING.search(fold(line.text)))
        elif line.marker in ("*", "##") and working and line.origin.kind == "parent":
            number += 1
            who = fit(departments, _ASIDE.sub("", line.text)[:WHAT], "function") or (holder,)
            who = () if heads and of_head(line.text, heads) else who
            numbers.setdefault(who, {}).setdefault(section, []).append(str(number))
    return {
        one: "; ".join(
            f"{'các khoản' if len(found) > 1 else 'khoản'} {_listed(found)} Mục {roman(where)}"
            for where, found in sections.items()
        )
        for one, sections in numbers.items()
    }


def _listed(numbers: list[str]) -> str:
    """«1, 3, 4»; «từ 1 đến 6» where none is left out."""
    first, last = int(numbers[0]), int(numbers[-1])
    whole = len(numbers) >= MANY_NUMBERS and last - first == len(numbers) - 1
    return f"từ {first} đến {last}" if whole else ", ".join(numbers)


def _read(parent: Plan) -> tuple[Plan, list[Item]]:
    if parent not in _UNDERSTOOD:
        items = list(_items(parent))
        tasks = [task for item in items for task in _tasks(item)]
        known = replace(parent, tasks=tuple(tasks))
        _UNDERSTOOD[parent] = (known, items)
        _UNDERSTOOD_ITEMS[known] = items
    return _UNDERSTOOD[parent]


def _items(parent: Plan) -> Iterator[Item]:
    for item in _all_items(parent):
        if not (item.marker == "" and _CLOSING.match(fold(item.text))):
            yield _unclosed(item)


def _unclosed(item: Item) -> Item:
    """An item without the closing words of the whole, which stand after the last point."""
    kept = [_unclosed(one) for one in item.items if not (one.marker == "" and _CLOSING.match(fold(one.text)))]
    return replace(item, items=kept)


def _all_items(parent: Plan) -> Iterator[Item]:
    starts = [
        (number, m)
        for number in range(parent.opening[0], parent.end)
        if (m := _ARTICLE.match(fold(parent.document.blocks[number].text)))
    ]
    if not starts:
        for section in parent.sections:
            below = outline.items(parent, section)
            text = _whole(parent, section)
            title = not text.rstrip().endswith((".", ";"))
            yield Item("*", text, section.block, title and bool(below), below)
        return
    for (number, m), following in zip(starts, [*(n for n, _ in starts[1:]), parent.end], strict=True):
        text = squeeze(parent.document.blocks[number].text[m.end() :])
        below = outline.between(parent, number + 1, following - 1, set())
        if _FORMAL.match(fold(text)):
            continue
        if below and (_SHARING.match(fold(text)) or text.endswith(":") or len(text) > outline.LONGEST_TITLE):
            yield from below
        else:
            yield Item("*", text, number, bool(below), below)


def _whole(parent: Plan, section: Section) -> str:
    """A section's heading with what goes on behind its colon: «Đối với các trường có bể bơi: xây dựng …»."""
    shown = squeeze(parent.document.blocks[section.block].shown)
    at = shown.find(section.title)
    rest = shown[at + len(section.title) :].lstrip() if at >= 0 else ""
    return shown[at:] if rest.startswith(":") and len(rest) > 1 else section.title


def _addressee(item: Item) -> tuple[str, int] | None:
    """The body that an item speaks to, and where in its words the work begins; None if it is about the matter."""
    found = owner(item.text)
    if found is None:
        return None
    name, after = found
    if name.endswith(" có"):  # «Các trường có tổ chức ăn bán trú»: no work, but which schools
        name, after = item.text.rstrip(" .:;"), len(item.text)
        found = name, after
    if _WHICH.search(name):
        return None
    alone = not item.text[after:].strip(" .:;")
    if alone and not item.items:
        return None
    bodies = opens_name(name) or audience(name) or fold(item.text).startswith(("de nghi", "giao"))
    return found if bodies else None


def _works(item: Item, named: tuple[str, int]) -> list[Item]:
    rest = item.text[named[1] :].strip(" ,:")
    own = (
        [Item("*", f"{rest[:1].upper()}{rest[1:]}", item.block)]
        if len(rest) > 1 and not item.text.endswith(":")
        else []
    )
    return own + [replace(one, marker="*") for one in item.items]


def _tasks(item: Item) -> Iterator[Task]:
    if named := _addressee(item):
        for work in _works(item, named):
            yield Task(named[0], work.text, "", work.block)
            for below in work.items:
                yield Task(named[0], below.text, "", below.block)
