"""References to other documents: «Kế hoạch số 337/KH-UBND ngày 29/12/2023 của UBND thành phố về …».

The code is found first, then what stands before and after it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ..model import Block, Citation, Document, Found, Span
from ..patterns import lazy
from ..text import fold, squeeze
from . import after, announced, before, codes, names, whose
from .numberline import own_symbol

__all__ = ["blanks", "find", "in_text", "own_symbol"]

# A block near the motto or the top that holds only a code is a number line in two pieces.
TOP = 12
NAMED_SINGLE = lazy(r"^(?:QH|UBTVQH)[0-9]{1,2}$")
# What stands between the documents of a list that share what follows: «số 12/KH-UBND, 13/KH-UBND và số 14/KH-UBND».
LISTED = lazy(r"\s*(?:(?:[,;]|và)\s*(?:[Ss]ố\s*:?\s*)?|[Ss]ố\s*:?\s*)|\s+")
# «Quyết định số 11/QĐ-UBND ngày … và Quyết định số 12/QĐ-UBND ngày … của UBND tỉnh»
SAME_KIND = lazy(r"\s*(?:,|và)\s*")
# «số      /KH-UBND», «số …/KH-UBND»
BLANK = lazy(rf"(?<!\w)số\s*:?(?P<code>[\s.…_]*/\s*(?P<symbol>{codes.SEGMENT}(?:{codes.JOIN}{codes.SEGMENT})+))")


class Place(Struct, frozen=True):
    """Where a text stands: its block, the date of its document, and whether that is damaged."""

    block: int
    issued: date | None
    damaged: bool


def find(document: Document, issued: date | None = None) -> Iterator[Found[Citation]]:
    """Every citation of a document in reading order, footnotes included; the plan's own number line is none."""
    top = 0
    for number, block in enumerate(document.blocks):
        if "/" not in block.text and "TW" not in block.text:
            if "lap" in (folded := fold(block.text)) and "hanh ph" in folded:
                top = number
            continue
        skip = _own_end(block, number - top <= TOP)
        for citation, start, end in in_text(block.text, number, issued, document.damaged, skip):
            yield Found(citation, Span(number, start, end))


def blanks(document: Document) -> Iterator[Found[Citation]]:
    """References whose number is still to be written in, «Kế hoạch số    /KH-UBND ngày   tháng 8»; the number is ""."""
    for number, block in enumerate(document.blocks):
        if "/" not in block.text or own_symbol(block.text):
            continue
        for m in BLANK.finditer(block.text):
            code = codes.Code("", m["symbol"], m.start("code"), m.end())
            left = before.read(block.text, code, 0, document.damaged)
            if left.kind is None:
                continue
            right = after.read(block.text, code, left.when, document.damaged)
            for citation, start, end in _made(block.text, Place(number, None, document.damaged), code, left, right):
                yield Found(citation, Span(number, start, end))


def _own_end(block: Block, near_top: bool) -> int:
    """How much of a block is a number line of its own."""
    own = own_symbol(block.text) if len(block.text) < 200 else None
    if own is None:
        return 0
    says_so = fold(block.text[:1]) == "s"
    return own[2] if says_so or near_top or (block.part != "body" and block.part != "footnote") else 0


def in_text(
    text: str, block: int = 0, issued: date | None = None, damaged: bool = False, skip: int = 0
) -> Iterator[tuple[Citation, int, int]]:
    """The citations of one text from offset `skip` on, each with its offsets."""
    floor, place = skip, Place(block, issued, damaged)
    waiting: list[tuple[Citation, int, int]] = []
    for code in codes.find(text, damaged):
        if code.start < skip:
            continue
        if name := whose.behind(text, code.symbol, code.end):
            code = replace(code, end=code.end + len(name), name=name)
        left = before.read(text, code, floor, damaged)
        if not _plausible(code, left):
            continue
        right = after.read(text, code, left.when, damaged)
        if (
            (left.kind or left.numbered)
            and not (left.issuer or right.issuer)
            and (told := announced.read(text, left.start, damaged))
        ):
            left = replace(left, issuer=told.issuer, when=left.when or (None if right.when else told.when))
        made = list(_made(text, place, code, left, right))
        if waiting and not _goes_on(text, waiting[-1], made[0], left.kind):
            yield from _alike(waiting)
            waiting = []
        waiting += made
        if right.title or right.issuer:
            yield from _alike(waiting)
            waiting = []
        floor = max(right.end, code.end)
    yield from _alike(waiting)


def _goes_on(text: str, last: tuple[Citation, int, int], one: tuple[Citation, int, int], said: str | None) -> bool:
    """Whether a citation is the next of the list in which `last` stands; `said` is the word for its own kind."""
    if said:
        return said == last[0].kind and SAME_KIND.fullmatch(text, last[2], one[1]) is not None
    return LISTED.fullmatch(text, last[2], one[1]) is not None


def _alike(listed: list[tuple[Citation, int, int]]) -> Iterator[tuple[Citation, int, int]]:
    """The citations of a list, each with the date and the issuer that only the last of them has."""
    yield from (_dated_like(listed[-1][0], one) for one in listed)


def _dated_like(last: Citation, one: tuple[Citation, int, int]) -> tuple[Citation, int, int]:
    """A citation of a list with the date and issuer at its end: «số 17-NQ/TW, số 18-NQ/TW ngày 25/10/2017 của …»."""
    citation, start, end = one
    year = citation.number.partition("/")[2]
    if last.kind != citation.kind or (year and last.date and last.date.year != int(year)):
        return one
    if citation.when is None:
        citation = replace(citation, date=last.date, when=last.when)
    if citation.issuer is None and citation.symbol == last.symbol:
        citation = replace(citation, issuer=last.issuer)
    return citation, start, end


def _plausible(code: codes.Code, left: before.Before) -> bool:
    """Whether a code is cited: a word for a kind or «số» stands before it, or its letters are known."""
    first = re.split(r"[-/]", code.symbol, maxsplit=1)[0]
    if NAMED_SINGLE.match(code.symbol):
        return "/" in code.number
    known = first in codes.kind_codes() or fold(first) in {"qd", "nd", "kh", "tt"}
    if "-" not in code.symbol and "/" not in code.symbol:
        return left.kind is not None or (known and left.numbered and len(first) >= 4)
    if code.party:
        return known or left.kind is not None or left.numbered
    likely = left.numbered or first in codes.issuer_codes()
    return known or left.kind is not None or (likely and len(first) >= 2)


def _made(
    text: str, place: Place, code: codes.Code, left: before.Before, right: after.After
) -> Iterator[tuple[Citation, int, int]]:
    """The citation, or several where several numbers share one symbol."""
    symbol = codes.canonical(code.symbol, left.kind, place.damaged) + code.name
    found = left.when or right.when
    day = found[0].value if found else None
    issuer_at = left.issuer or right.issuer
    issuer = right.name if issuer_at == right.issuer else squeeze(text[slice(*issuer_at)]) if issuer_at else None
    if issuer and issuer.isupper() and " " in issuer:
        issuer = names.natural(issuer)
    title_at = left.name if left.name and (left.bracketed or not right.title) else right.title
    year = code.number.partition("/")[2]
    in_force = day or (date(int(year), 6, 30) if year else place.issued)
    citation = Citation(
        kind=_kind(left.kind, symbol),
        number=code.number,
        symbol=symbol,
        date=day,
        issuer=issuer or codes.issuer_of(symbol, in_force),
        title=squeeze(text[slice(*title_at)]) if title_at else None,
        code=Span(place.block, code.start, code.end),
        when=Found(found[0], Span(place.block, found[1], found[2])) if found else None,
        issuer_span=Span(place.block, *issuer_at) if issuer_at else None,
        title_span=Span(place.block, *title_at) if title_at else None,
        numbered=left.numbered,
    )
    end = max(right.end, code.end)
    for number, start, stop in left.others:
        one = replace(citation, number=f"{number}/{year}" if year else number, code=Span(place.block, start, stop))
        yield one, left.start, end
    yield citation, left.start, end


def _kind(said: str | None, symbol: str) -> str | None:
    """The kind that the word says, or more closely the symbol: «Thông tư số 60/2003/TTLT-…» is a joint one."""
    told = codes.kind_of(symbol)
    if said is None or told is None:
        return said or told
    words = {kind.abbreviation: kind.word for kind in codes.kinds()}
    return told if words[told].startswith(f"{words[said]} liên tịch") else said
