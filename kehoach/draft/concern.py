"""Whether a parent speaks to a unit at all, and which of its items others carry out somewhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec.structs import replace

from ..extract import provinces
from ..knowledge import table
from ..model import Plan
from ..patterns import compiled, lazy, needed
from ..text import fold, short_date
from .audience import audience
from .clauses import verbs
from .duties import concerns, rank
from .names import SCHOOLS, Names
from .naming import lowered
from .outline import Item

FEWEST_KEPT = 0.2  # of a parent's content, below which a unit's plan is not made of it
_COMMUNES = lazy(r"(?:UBND|Ủy ban nhân dân) (?:các )?(?:xã, phường(?:, đặc khu)?|cấp xã|xã|phường)")
_OF_COMMUNES = lazy(r"\b(?:UBND|Ủy ban nhân dân|các|và|xã|phường|đặc khu)\b")
_PARTED, _LISTED = lazy(r"[,;:.–-]|\s"), lazy(r"[,;]| và ")
_TELLING = lazy(r"(?i)tuyên truyền|truyền thông")
_YEAR = lazy(r"\b20\d\d\b")
OFTEN = 3  # paragraphs that name a unit
OTHERS = "nội dung do cơ quan khác thực hiện hoặc không thuộc địa bàn của đơn vị"
ASIDE = "kế hoạch cấp trên không nói tới loại đơn vị này"


@cache
def _pattern(part: str, key: str) -> re.Pattern[str] | None:
    source = table("concerning")[part].get(key)
    return compiled(source) if source else None


def warnings(parent: Plan, own: Names, on: date, aside: str) -> Iterator[str]:
    """What a clerk should know before using a draft for the day `on`, as Vietnamese sentences."""
    yield from _warnings_of_time(parent, on)
    home = provinces.own(parent)
    if home and not provinces.same(home, own.unit.province):
        yield (
            f"kế hoạch cấp trên là của {home}, đơn vị ở {own.unit.province}; hãy xem lại có đúng là kế hoạch cấp trên"
            " của đơn vị không"
        )
    issuer = parent.issuer.value if parent.issuer else ""
    if fold(issuer) == fold(own.full):
        yield f"kế hoạch này do chính {own.full} ban hành; hãy dùng kế hoạch của cấp trên"
    elif 0 < rank(issuer) < rank(own.full):
        yield f"{issuer} không phải cơ quan cấp trên của {own.full}; hãy xem lại kế hoạch cấp trên"
    if aside:
        yield f"{aside}; bản soạn chỉ có phần chung, nội dung cụ thể do người soạn viết"


def _warnings_of_time(parent: Plan, on: date) -> Iterator[str]:
    if parent.issued and on < parent.issued:
        when = short_date(parent.issued)
        yield f"kế hoạch cấp trên ban hành ngày {when}, sau ngày của bản soạn ({short_date(on)}); hãy xem lại --date"
    years = [int(year) for year in _YEAR.findall(parent.title.value)] if parent.title else []
    if years and max(years) < on.year:
        yield (
            f"kế hoạch cấp trên chỉ đến năm {max(years)}, bản soạn đề năm {on.year}; hãy xem lại có còn phải triển khai"
            " không, hoặc ghi ngày của bản soạn bằng --date"
        )


def aside(parent: Plan, own: Names) -> str:
    """Why the parent's content is none of the unit's; nothing if it may be."""
    level = own.level
    title = fold(parent.title.value) if parent.title else ""
    issuer = rank(parent.issuer.value) if parent.issuer else 0
    if level.group == "truong" and level.key != "truong-lien-cap" and issuer != 1:
        named = {
            key for key in table("concerning")["schools"] if (one := _pattern("schools", key)) and one.search(title)
        }
        if named and level.key not in named and len(named) < 3:
            return ASIDE
    if any(level.key in audience(task.owner) for task in parent.tasks):
        return ""
    words = next((one for key in (level.key, level.group) if (one := _pattern("words", key))), None)
    if words is None or "thi dua" in title:
        return ""
    fewest = table("concerning")["words"]["fewest"]
    found = 0
    for block in parent.document.blocks:
        found += sum(1 for _ in words.finditer(fold(block.text)))
        if found >= fewest:
            return ""
    return ASIDE


def ours(item: Item, own: Names, parent: Plan) -> tuple[Item | None, str]:
    """An item with lines that say who leads it, as the unit's; None and why if it is others' alone."""
    lead, partners = _label(item, "lead"), _label(item, "partners")
    if not lead:
        return item, ""
    below = [one for one in item.items if not any(_labelled(one, key) for key in ("lead", "partners", "money"))]
    if _any(lead, own, parent):
        return replace(item, items=below), ""
    if not _any(partners, own, parent):
        return None, f"do {lead} chủ trì"
    does = "" if item.text.startswith(verbs()) else "tổ chức "
    return replace(item, text=f"Phối hợp với {partner(lead, own)} {does}{lowered(item.text)}", items=below), ""


def partner(body: str, own: Names) -> str:
    """A body after «Phối hợp với»; its own commune is «chính quyền địa phương» to a school."""
    if own.level.group in SCHOOLS:
        body = _COMMUNES.sub("chính quyền địa phương", body)
    return body[:1].lower() + body[1:] if body.startswith(("Các ", "Mỗi ", "Từng ", "Những ")) else body


def _label(item: Item, key: str) -> str:
    line = next((one.text for one in item.items if _labelled(one, key)), "")
    return line.partition(":")[2].strip(" .;")


def _labelled(item: Item, key: str) -> bool:
    pattern = _pattern("labels", key)
    return bool(pattern and pattern.match(fold(item.text)))


def bare_label(text: str) -> bool:
    """Whether a line only says who leads or when, without a task: «Chủ trì thực hiện: Sở Văn hóa và Thể thao»."""
    pattern = _pattern("labels", "alone")
    return bool(pattern and pattern.match(fold(text)))


def _any(bodies: str, own: Names, parent: Plan) -> bool:
    """Whether one of several bodies is the unit or its kind; «các đơn vị có liên quan» are nobody in particular."""
    words = _pattern("words", own.level.group)
    named = [one.strip() for one in _LISTED.split(bodies)]
    named = [one for one in named if one and "liên quan" not in one and not elsewhere(one, own, parent)]
    if words:
        named = [one for one in named if words.search(fold(one)) or fold(own.full) in fold(one)]
    whole = ", ".join(named)
    return bool(named) and (concerns(whole, own, parent) or any(concerns(one, own, parent) for one in named))


def others_work(text: str, own: Names, parent: Plan) -> tuple[str, str]:
    """A clause that another body does, and which one; as the unit's part where that body works with units of its kind.

    «Sở Xây dựng phối hợp với UBND các xã rà soát điểm ngập» → «Phối hợp với Sở Xây dựng rà soát điểm ngập».
    """
    rows = table("concerning")["others"]
    found = compiled(rows["acting"]).match(text)
    if not found:
        return text, ""
    body = found["body"]
    if fold(body) in fold(own.full):  # the unit itself: its plan need not name it
        rest = text[found.end() :].lstrip()
        return rest[:1].upper() + rest[1:], ""
    if concerns(body, own, parent):
        return text, ""
    shared = compiled(rows["shared"]).match(text, found.end("body"))
    if shared and _any(shared["with"], own, parent):
        return f"Phối hợp với {body} {shared['rest']}", ""
    return text, body


def has_subject(text: str) -> bool:
    """Whether a clause begins with the schools, unions or firms that do it; what follows with no subject is theirs."""
    return bool(compiled(table("concerning")["others"]["subjects"]).match(text))


def elsewhere(text: str, own: Names, parent: Plan) -> bool:
    """Whether words speak of a commune that is not the unit's, or of works and places that have names of their own."""
    if own.level.group == "co-quan" and _speaks_of(own, parent):
        return False
    rows = table("concerning")["elsewhere"]
    low = text.lower()
    if any(one in low for one in needed(rows["named"])) and compiled(rows["named"]).search(text):
        return True
    communes = [m[1] for m in compiled(rows["communes"]).finditer(text)]
    if not communes:
        return False
    issuer = parent.issuer.value if parent.issuer else ""
    known = fold(f"{own.full} {own.unit.superior} {own.unit.place} {issuer}")
    return any(fold(name) not in known for name in communes)


def of_another_province(text: str, own: Names) -> bool:
    """Whether words speak of a province that is not the unit's: «trên địa bàn tỉnh Cà Mau»."""
    if "tỉnh " not in text and "hành phố " not in text:
        return False
    return any(one.type and not provinces.same(one.name, own.unit.province) for one in provinces.mentions(text))


def _speaks_of(own: Names, parent: Plan) -> bool:
    """Whether the parent names this very unit again and again: then the works it speaks of may be the unit's."""
    name = fold(re.sub(r" (?:tỉnh|thành phố) .*", "", own.full))
    return sum(name in fold(block.text) for block in parent.document.blocks) >= OFTEN


def only_for(text: str, own: Names) -> bool:
    """Whether a task's words are but a list of communes without the unit: «Ba Đình, Cửa Nam và xã Bát Tràng»."""
    words = _OF_COMMUNES.sub(" ", text)
    names = [word for word in _PARTED.split(words) if word]
    return (
        len(names) > 1
        and all(word[0].isupper() for word in names)
        and fold(own.area.split(" ", 1)[-1]) not in fold(text)
    )


def speaks_beside(parent: Plan, own: Names, subject: str) -> bool:
    """Whether only what names a unit like this is its own: an office's plan for a union, a society."""
    rows = table("concerning")["narrow"]["beside"]
    issuer = fold(parent.issuer.value) if parent.issuer else ""
    return own.level.group in rows["groups"] and subject not in rows["subjects"] and rank(issuer) > 0


def too_long(length: int) -> bool:
    """Whether so many characters of the parent's are more than a unit's plan should take over."""
    return length > int(table("concerning")["narrow"]["longest"])


def narrowed(items: list[Item], own: Names) -> tuple[list[Item], list[Item]]:
    """The items that speak of the unit or its kind, with what stands under them; and those that are gone."""
    rows = table("concerning")["narrow"]
    keys = (own.level.words, own.level.group, own.level.like)
    source = next((rows[key] for key in keys if key in rows), None)
    if source is None:
        return items, []
    kept: list[Item] = []
    gone: list[Item] = []
    for item in items:
        words = _TELLING.sub("", item.text) if item.title else item.text  # «1. Tuyên truyền»: each point for itself
        if compiled(source).search(words) or fold(own.area) in fold(item.text):
            kept.append(item)
            continue
        below, lost = narrowed(item.items, own)
        gone += lost
        if below:
            kept.append(replace(item, items=below))
        else:
            gone.append(item)
    return kept, gone
