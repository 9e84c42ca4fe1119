"""Who issues a plan and under whom: from the head, else from the opening sentence, the signature or the symbol."""

from __future__ import annotations

import re
from datetime import date

from ..knowledge import table
from ..model import Document, Found, Signer, Span, Symbol
from ..patterns import lazy
from ..text import fold, squeeze
from . import codes, names
from .header import Head

# «Trường THCS Xuân Sơn xây dựng Kế hoạch …»: the body before such words issues the plan.
ISSUES = lazy(
    r",?\s+(?:(?:da|se|tiep tuc|tien hanh|to chuc)\s+)?"
    r"(?:x[aâ]y d\S{1,4}ng|ban hanh|lap|de ra|trien khai(?: thuc hien)?)"
    r"\s+(?:va trien khai\s+)?(?:noi dung\s+)?k[eé]\s+ho[aạ]ch"
)
# «Sở Y tế», «Thanh tra»: names that every province, every department has.
LONGEST_COMMON_NAME = 12
LONGEST_LOWER = 8  # words
STARTS = lazy(r"(?:^|[.;:,”\"]\s+|\n)\s*(?:[Nn]ay,?\s+)?(?=[^\W\d_])|(?<=thực tế)\s+(?=[Tt]rường\s)")


def find(
    document: Document, head: Head, opening: tuple[int, int], signer: Found[Signer] | None
) -> tuple[Found[str] | None, Found[str] | None]:
    """(superior, issuer); None where nothing says it."""
    if head.agencies:
        superior = head.agencies[-2] if len(head.agencies) > 1 else None
        if superior:
            superior = Found(names.spelled_out(superior.value), superior.span)
        return superior, _identified(head.agencies[-1], superior)
    return None, _from_opening(document, opening) or _from_signature(head, signer) or _from_symbol(
        head.number, head.date.value.value if head.date else None
    )


def _identified(issuer: Found[str], superior: Found[str] | None) -> Found[str]:
    """The issuer with what tells it from others of its name: «Sở Y tế» of a province, «Thanh tra» of a department."""
    if superior is None or not (len(issuer.value) <= LONGEST_COMMON_NAME or issuer.value in table("bodies")["common"]):
        return issuer
    place = re.sub(r"^(?:Ủy ban nhân dân|Hội đồng nhân dân)\s+", "", superior.value)
    return Found(f"{issuer.value} {place}", issuer.span)


def _from_opening(document: Document, opening: tuple[int, int]) -> Found[str] | None:
    for number in range(*opening):
        text = document.blocks[number].text
        folded = fold(text)
        for verb in ISSUES.finditer(folded):
            starts = [m.end() for m in STARTS.finditer(text, max(0, verb.start() - 120), verb.start())]
            if verb.start() <= 120:
                starts.insert(0, 0)
            for start in reversed(starts):
                name = squeeze(text[start : verb.start()]).strip(" *_")
                if name and _may_issue(name) and names.opens_name(name):
                    value = names.natural(name, document.damaged) if document.damaged else name[:1].upper() + name[1:]
                    return Found(value, Span(number, start, verb.start()))
    return None


def _may_issue(name: str) -> bool:
    """Whether words can be a name: «Trường …», or in small letters a short one («trường mầm non Hoa Sen 1»)."""
    return name[0].isupper() or (len(name.split()) <= LONGEST_LOWER and any(map(str.isupper, name)))


def _from_signature(head: Head, signer: Found[Signer] | None) -> Found[str] | None:
    authority = signer.value.authority if signer else None
    if signer and authority and authority.startswith("TM."):
        body = authority[3:].split(" KT.")[0].strip()
        place = f" {head.place.value}" if head.place else ""
        return Found(names.natural(body) + place, signer.span)
    return None


def _from_symbol(number: Found[Symbol] | None, issued: date | None) -> Found[str] | None:
    """The issuer whose code ends the symbol, where the code belongs to one body only («SGDĐT»)."""
    symbol = number.value.symbol if number else None
    name = codes.issuer_of(symbol, issued) if symbol else None
    return Found(name, number.span) if name and number else None


def kind_of(number: Found[Symbol] | None) -> Found[str] | None:
    """The kind that the symbol names: «KH-UBND» is of a Kế hoạch."""
    symbol = number.value.symbol if number else None
    kind = codes.kind_of(symbol) if symbol else None
    return Found(kind, number.span) if number and kind else None
