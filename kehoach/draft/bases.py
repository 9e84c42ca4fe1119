"""The documents that a plan goes by: the laws and the other documents that its parent cites in its opening."""

from __future__ import annotations

import re

from ..model import Citation, Plan
from ..patterns import lazy
from ..text import fold, short_date, squeeze
from . import duties
from .known import known
from .mending import Mend
from .naming import about, closed, kinds
from .slips import slips
from .spelling import righted

MOST_BASES = 6
MOST_LAWS = 2
PAPERS = ("TTr", "BC", "PA")  # what an office submitted to the parent's issuer is no base of another's plan
_PARTY = lazy(r"[^\d/]+/")
_JOINED = lazy(r"(?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi)\b")
_YEARS = lazy(r"(\d{4})\s*[-–—]\s*(\d{4})")


def bases(parent: Plan, mend: Mend | None) -> list[str]:
    """The documents that the parent says it carries out, in its order, each as a first citation."""
    opening = [found.value for found in parent.citations if parent.opening[0] <= found.span.block < parent.opening[1]]
    if parent.parent and all(one.key != parent.parent.value.key for one in opening):
        opening.append(parent.parent.value)
    own = parent.number.value if parent.number else None
    opening = [one for one in opening if not own or (one.number, one.symbol) != (own.number, own.symbol)]
    direct = [one for one in opening if not any(_within(one, other) for other in opening) and one.kind not in PAPERS]
    cited = [_first(parent, one, mend) for one in {one.key: one for one in direct}.values()]
    return [*_laws(parent), *cited][:MOST_BASES]


# «Luật Người cao tuổi ngày 23 tháng 11 năm 2009»: a law has no number to be cited by.
_LAW = lazy(
    r"(?P<law>\b(?:Luật|Bộ luật|Pháp lệnh) (?!sửa đổi|Tổ chức|Ban hành)[A-ZĐ][^;.()\d]{2,60}?) (?:(?P<year>năm \d{4})|"
    r"(?:số \S+ )?ngày (?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:/| năm )(?P<of>\d{4}))(?![\d/])"
)


def _laws(parent: Plan) -> list[str]:
    """The laws that the parent names among its bases, each with its day or year."""
    if parent.document.damaged:
        return []
    found: dict[str, str] = {}
    for number in range(*parent.opening):
        for m in _LAW.finditer(squeeze(parent.document.blocks[number].text)):
            day = m["year"] or f"ngày {int(m['day']):02}/{duties.month(int(m['month']))}/{m['of']}"
            found.setdefault(m["law"], f"{m['law']} {day}")
    return list(found.values())[:MOST_LAWS]


def _within(one: Citation, other: Citation) -> bool:
    """Whether a document is cited inside the title of another."""
    title = other.title_span
    return bool(title and title.block == one.code.block and title.start <= one.code.start < title.end)


def _first(parent: Plan, citation: Citation, mend: Mend | None) -> str:
    word = kinds().get(citation.kind or "", "văn bản")
    party = _PARTY.match(citation.symbol)  # Party documents: «49-KL/TW»
    told = known(citation)  # what the parent leaves out of it
    day = citation.date or (told.date if told else None)
    text = f"{word} số {citation.number}{'-' if party else '/'}{citation.symbol}"
    text += f" ngày {short_date(day) if day else '[ngày ban hành]'}"
    superior = parent.superior.value if parent.superior else ""
    # «UBND tỉnh» is the superior: the header has its whole name
    issuer = righted(citation.issuer or (told.issuer if told else "") or "[cơ quan ban hành]")
    text += f" của {superior if superior and _whole(superior).startswith(_whole(issuer)) else issuer}"
    title = mend(citation.title) if citation.title and mend else citation.title
    if title and citation.title_span:
        title = slips(parent).mended(title, citation.title_span.block)
    if not title or "?]" in title:
        title = told.title if told and told.title else "về [trích yếu của văn bản này]"
    return f"{text} {joined(title)}"


def _whole(body: str) -> str:
    return re.sub(r"^ubnd\b", "uy ban nhan dan", fold(body))


def joined(title: str) -> str:
    """A title after «của …»: citations already begin with «về …», «ban hành …»."""
    title = _YEARS.sub(r"\1 - \2", squeeze(title)).strip(" .,;")
    title = closed(righted(title))
    return title if _JOINED.match(title) else about(title)
