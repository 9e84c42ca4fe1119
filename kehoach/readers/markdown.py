"""Markdown with its marks taken off: the lines that a person reads, with their numbers in the file."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ..model import Cell
from ..patterns import lazy
from . import lines as plain
from .lines import Line

_HEADING = lazy(r"\s{0,3}#{1,6}\s+")
_QUOTE = lazy(r"^(?:\s{0,3}>\s?)+")
_FENCE = lazy(r"\s*(?:```|~~~)")
_ROW = lazy(r"\s*\|.*\|\s*$")
_ROW_RULE = lazy(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
_STRONG = lazy(r"\*\*[^*\n]+\*\*")
_ESCAPE = lazy(r"\\([!-/:-@\[-`{-~])")
_BREAK = lazy(r"<br\s*/?>", re.IGNORECASE)
_TAG = lazy(r"</?(?:b|i|u|em|strong|sup|sub|center|p|div|span|font)(?:\s[^<>]*)?>", re.IGNORECASE)
_LINK = lazy(r"!?\[([^\[\]]*)\]\([^()\s]+(?:\s+\"[^\"]*\")?\)")
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}
# Emphasis, the longest marks first; a mark hugs the words it stands for, and may run over a line end.
_EMPHASIS = tuple(
    lazy(rf"{before}{mark}(?=\S)(.+?)(?<=\S){mark}{after}", re.DOTALL)
    for before, mark, after in (
        ("", r"\*\*\*", ""),
        ("", r"\*\*", ""),
        (r"(?<!\w)", "__", r"(?!\w)"),
        ("", "~~", ""),
        ("", r"\*", ""),
        (r"(?<!\w)", "_", r"(?!\w)"),  # a_b_c is no emphasis
    )
)
_CODE = lazy(r"(`+)([^`\n]+)\1")
# An escaped character waits here, out of sight of the other patterns.
_SHELTER = 0xE000


def is_markdown(source: str) -> bool:
    """Whether a text file is full of Markdown marks."""
    headings = len(re.findall(r"(?m)^#{1,6} \S", source))
    return headings >= 2 or headings + len(_STRONG.findall(source)) >= 4


def split(source: str) -> list[Line]:
    """The lines as a person reads them; what a mark sets apart (heading, cell, line break) stays apart."""
    found: list[Line] = []
    raw = re.split(r"\r\n|\r|\n", source)
    start = 0
    gap = 0
    tables = 0
    row = 0
    while start < len(raw):
        if not raw[start].strip() or _FENCE.match(raw[start]):
            gap, row, start = gap + 1, 0, start + 1
            continue
        if _ROW.match(raw[start]):
            tables += row == 0
            if not _ROW_RULE.match(raw[start]):
                row += 1
                found += _cells(raw[start], start + 1, tables, row)
            start, gap = start + 1, 0
            continue
        end = start
        while end < len(raw) and raw[end].strip() and not (_FENCE.match(raw[end]) or _ROW.match(raw[end])):
            end += 1
        new = _chunk(raw[start:end], start + 1)
        found += [replace(new[0], gap=gap), *new[1:]] if new else []
        start, gap, row = end, 0, 0
    return found


def _chunk(raw: list[str], first: int) -> list[Line]:
    """Lines without a blank one between them; emphasis may run over their ends."""
    text = inline("\n".join(_QUOTE.sub("", line) for line in raw))
    found: list[Line] = []
    closed = True
    for number, line in enumerate(text.split("\n"), start=first):
        for part in _BREAK.split(line):
            heading = bool(_HEADING.match(part))
            hard = part.endswith(("  ", "\\"))
            words = _HEADING.sub("", part).strip().rstrip("\\").strip()
            if heading:
                words = re.sub(r"\s+#+$", "", words)
            if not words or plain._RULE.match(words):
                continue
            indent = len(part) - len(part.lstrip())
            found.append(Line(number, _unsheltered(words), 0, indent, alone=heading or closed, closed=heading or hard))
            closed = heading or hard or part is not line
    return [replace(found[0], alone=found[0].closed), *found[1:]] if found else []


def _cells(raw: str, number: int, table: int, row: int) -> list[Line]:
    parts = _sheltered(raw.strip()).strip("|").split("|")
    found: list[Line] = []
    for column, part in enumerate(parts, start=1):
        text = "\n".join(piece.strip() for piece in _BREAK.split(_unsheltered(_bare(part)))).strip()
        if text:
            found.append(Line(number, text, alone=True, closed=True, cell=Cell(table, row, column)))
    return found


def inline(text: str) -> str:
    """Emphasis, links, code and tags taken off; escaped characters still in their shelter."""
    return _bare(_sheltered(text))


def _bare(text: str) -> str:
    text = _CODE.sub(r"\2", text)
    text = _TAG.sub("", _LINK.sub(r"\1", text))
    for pattern in _EMPHASIS:
        text = pattern.sub(r"\1", text)
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text


def _sheltered(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(_SHELTER + ord(found[1])), text)


def _unsheltered(text: str) -> str:
    return "".join(chr(ord(c) - _SHELTER) if _SHELTER <= ord(c) < _SHELTER + 128 else c for c in text)
