"""The line with a document's own number, «Số: 163/KH-SGDĐT», in any state: blank, spaced, garbled or damaged."""

from __future__ import annotations

import re

from ..model import Symbol
from ..patterns import lazy
from ..text import fold
from . import codes, whose
from .codes import JOIN, LOOK_ALIKES, SEGMENT, UPPER

LABEL = lazy(r"\s*(?P<label>s[oó0-9ồốbdée]?[^\w\s:/]{0,1})(?P<colon>\s*[:;.])?(?P<space>[\s._…]*)", re.I)
# What stands for the number: figures, figures with a year, letters that a pen left («GL»), what OCR could not read
# (□), dots, or nothing.
NUMBER = lazy(
    r"(?P<number>[0-9]{1,2}\.[0-9]{3}|[0-9]{1,5}[a-zA-Z]?|[0-9OolI]{1,5}|[^\W_]{1,4}|[\w□]{1,6})?[\s._…]*(?=/|[-–])"
)
# The initials of a school may stand apart, «12/KH-THCS NTT», and the kind: «01/KH LĐ - THCSMM».
STATE = lazy(
    rf"/\s*(?:(?P<year>(?:19|20)[0-9]{{2}})\s*/\s*)?"
    rf"(?P<symbol>(?:[{UPPER}]{{2,4}} (?=[{UPPER}]{{2,6}}\s?[-–]))?"
    rf"{SEGMENT}(?:\s{{0,2}}[-–/]\s{{0,2}}{SEGMENT})*(?: [{UPPER}]{{2,8}}\s*$)?)"
)
PARTY = lazy(rf"[-–]\s*(?P<symbol>[A-ZĐ][A-Za-zĐđ]{{1,5}}\s*/\s*{SEGMENT}(?:{JOIN}{SEGMENT})*)")
# «12 KH/TĐTN»: the Party's form without its hyphen.
BARE_PARTY = lazy(
    rf"(?P<number>[0-9]{{1,5}})\s+(?P<symbol>(?P<kind>[A-ZĐ][A-Za-zĐđ]{{1,5}})\s*/\s*{SEGMENT}(?:{JOIN}{SEGMENT})*)"
)
# «28 KH-MN», its slash left out; and what may follow a symbol: «150/KH-UBND/2024», «77/KH-TTYT (CL)».
NO_SLASH = lazy(
    rf"(?P<number>[0-9]{{1,5}})\s+(?P<symbol>(?P<kind>[A-ZĐ][A-Za-zĐđ]{{1,5}})\s?[-–]\s?{SEGMENT}(?:{JOIN}{SEGMENT})*)"
)
MORE = lazy(r"/(?:19|20)[0-9]{2}(?=\W*$)|\s?\([^()\W\d]{1,8}\)(?=\W*$)")
ONLY_NUMBER = lazy(r"(?P<number>[0-9]{1,5})\s*$")
# What may follow on the same line: nothing, a short subject line («V/v …»), or place and date.
REST = lazy(
    r"[\s.…_*;,-]*(?:$|v/v\b|[^\W\d_][^,;:()]{0,40},?\s*n[gq9]\S{1,5}[\s.…_]*[0-9]*"
    r"|n[gq9]\S{1,5}[\s.…_0-9]*t\S{3,4}[\s.…_0-9]*n\S{1,3}[\s.…_0-9]*$"
    r"|[^\W\d_][^,;:()]{0,40},\s*[0-9]{1,2}\s+th\S{2,3}\s)",
    re.I,
)


def own_symbol(text: str) -> tuple[Symbol, int, int] | None:
    """Number and symbol of a number line with their offsets (the label «Số:» is outside), or None.

    >>> own_symbol("Số:       /KH- UBND")[0].symbol
    'KH-UBND'
    """
    label = LABEL.match(fold(text))
    if label and not (label["colon"] or label["space"] or text[label.end() : label.end() + 1] in (*"/0123456789",)):
        label = None
    start = label.end() if label else len(text) - len(text.lstrip())
    number = NUMBER.match(text, start)
    damaged = _looks_damaged(text, label.end("label") if label else 0)
    body = (STATE.match(text, number.end()) or PARTY.match(text, number.end())) if number else None
    if label and not body and (bare := BARE_PARTY.match(text, start) or NO_SLASH.match(text, start)):
        number = body = bare if bare["kind"] in codes.kind_codes() else None
    if not body or not number:
        only = ONLY_NUMBER.match(text, start) if label and label["colon"] else None
        return (Symbol(only["number"], None, only["number"]), *only.span("number")) if only else None
    if not label and "-" not in body["symbol"] and "/" not in body["symbol"]:
        return None
    name = whose.behind(text, body["symbol"], body.end(), own=True) if label and not damaged else ""
    end = body.end() + len(name)
    if label and (more := MORE.match(text, end)):
        name, end = f"{name}{more[0]}", more.end()
    if not REST.match(text, end):
        return None
    figures = (number["number"] or "").replace(".", "")
    if body.re.pattern == PARTY.pattern and not (figures.isdigit() or (label and not figures)):
        return None
    symbol = codes.canonical(body["symbol"].translate(LOOK_ALIKES), damaged=damaged) + name
    if not label and codes.kind_of(symbol) is None:
        return None
    value = figures if figures[:1].isdigit() and figures.rstrip("abcdABCD").isdigit() else None
    if value and body.re.pattern == STATE.pattern and body["year"]:
        value = f"{value}/{body['year']}"
    begin = number.start("number") if number["number"] else body.start()
    return Symbol(value, symbol, text[begin:end]), begin, end


def _looks_damaged(text: str, label_end: int) -> bool:
    """Whether the label or the rest of the line lost its accents: «S6:163 /KH-SGDPT Hai Phong, ngay 31»."""
    return text[:label_end].strip().lower() not in {"số", ""} or bool(re.search(r"\bngay\b", text))
