"""References to other documents: «Kế hoạch số 337/KH-UBND ngày 29/12/2023 của UBND thành phố về …».

The code is found first, then what stands before and after it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Block, Citation, Document, Found, Span
from ..text import fold, squeeze
from . import after, before, codes
from .numberline import own_symbol

__all__ = ["find", "in_text", "own_symbol"]

# A block near the motto or the top that holds only a code is a number line in two pieces.
TOP = 12
NAMED_SINGLE = re.compile(r"^(?:QH|UBTVQH)[0-9]{1,2}$")


def find(document: Document, issued: date | None = None) -> Iterator[Found[Citation]]:
    """Every citation of a document in reading order, footnotes included; the plan's own number line is none."""
    top = 0
    for number, block in enumerate(document.blocks):
        if "/" not in block.text:
            if "lap" in (folded := fold(block.text)) and "hanh ph" in folded:
                top = number
            continue
        skip = _own_end(block, number - top <= TOP)
        for citation, start, end in in_text(block.text, number, issued, document.damaged, skip):
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
    floor = skip
    for code in codes.find(text, damaged):
        if code.start < skip:
            continue
        left = before.read(text, code, floor, damaged)
        if not _plausible(code, left, text):
            continue
        right = after.read(text, code, left.when, damaged)
        end = max(right.end, code.end)
        yield from _made(text, block, code, left, right, end, issued, damaged)
        floor = end


def _plausible(code: codes.Code, left: before.Before, text: str) -> bool:
    """Whether a code is cited: a word for a kind or «số» stands before it, or its letters are known."""
    first = re.split(r"[-/]", code.symbol, maxsplit=1)[0]
    if NAMED_SINGLE.match(code.symbol):
        return "/" in code.number
    known = first in codes.kind_codes() or fold(first) in {"qd", "nd", "kh", "tt"}
    if "-" not in code.symbol and "/" not in code.symbol:
        return left.kind is not None or (known and left.numbered and len(first) >= 4)
    if code.party:
        return known or left.kind is not None or left.numbered
    return known or left.kind is not None or (left.numbered or first in codes.issuer_codes()) and len(first) >= 2


def _made(
    text: str, block: int, code: codes.Code, left: before.Before, right: after.After, end: int, issued: date | None, damaged: bool
) -> Iterator[tuple[Citation, int, int]]:
    """The citation, or several where several numbers share one symbol."""
    symbol = codes.canonical(code.symbol, left.kind, damaged)
    found = left.when or right.when
    when = Found(found[0], Span(block, found[1], found[2])) if found else None
    day = found[0].value if found else None
    place = left.issuer or right.issuer
    issuer = right.name if place == right.issuer else squeeze(text[place[0] : place[1]]) if place else None
    title = left.name if left.name and (left.bracketed or not right.title) else right.title
    year = code.number.partition("/")[2]
    numbers = [(f"{n}/{year}" if year else n, start, stop) for n, start, stop in left.others]
    for number, start, stop in [*numbers, (code.number, code.start, code.end)]:
        yield (
            Citation(
                kind=_kind(left.kind, symbol),
                number=number,
                symbol=symbol,
                date=day,
                issuer=issuer or codes.issuer_of(symbol, day or _year_end(year) or issued),
                title=squeeze(text[title[0] : title[1]]) if title else None,
                code=Span(block, start, stop),
                when=when,
                issuer_span=Span(block, *place) if place else None,
                title_span=Span(block, *title) if title else None,
                numbered=left.numbered,
            ),
            left.start,
            end,
        )


def _kind(said: str | None, symbol: str) -> str | None:
    """The kind that the word says, or more closely the symbol: «Thông tư số 60/2003/TTLT-…» is a joint one."""
    told = codes.kind_of(symbol)
    if said is None or told is None:
        return said or told
    words = {kind.abbreviation: kind.word for kind in codes.kinds()}
    return told if words[told].startswith(f"{words[said]} liên tịch") else said


def _year_end(year: str) -> date | None:
    return date(int(year), 6, 30) if year else None

