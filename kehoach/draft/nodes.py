"""The paragraphs and drafted tables of a Word file in reading order, and which of one list is which of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from rapidfuzz import fuzz

from ..patterns import lazy
from ..text import nfc, squeeze

NEAR = 55  # likeness from which a paragraph is an edited one and no other
_NUMBER = lazy(r"^(?:[IVXL]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|[-+–•])\s+")


def nodes(body: Any) -> Iterator[Any]:
    """Paragraphs, also those in tables; a table with a header row is one node, for `draft` writes it whole."""
    from docx.oxml.ns import qn

    for child in body:
        if child.tag == qn("w:p"):
            yield child
        elif child.tag == qn("w:tbl"):
            if next(child.iter(qn("w:tblHeader")), None) is not None:
                yield child
            else:
                yield from (one for cell in child.iter(qn("w:tc")) for one in nodes(cell))
        elif child.tag == qn("w:sdt"):
            yield from (one for content in child.iter(qn("w:sdtContent")) for one in nodes(content))


def plain(text: str) -> str:
    """A text without its number and its spacing: numbers change by themselves when a paragraph comes or goes."""
    return _NUMBER.sub("", squeeze(nfc(text)))


def matched(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which text of `old` is which of `new`: the same, or between two that are the same the most alike, in order."""
    a, b = [plain(text) for text in old], [plain(text) for text in new]
    pairs: dict[int, int] = {}
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs |= dict(zip(range(i, j), range(k, m), strict=True))
        elif kind == "replace":
            pairs |= _paired(a, b, range(i, j), range(k, m))
    return pairs


def _paired(a: Sequence[str], b: Sequence[str], left: range, right: range) -> dict[int, int]:
    """The pairs in order with the greatest likeness in sum, none below NEAR; one that stands for one is its edit."""
    if len(left) == len(right) == 1 and a[left[0]] and b[right[0]]:
        return {left[0]: right[0]}
    scores = [[fuzz.ratio(a[i], b[k]) if a[i] and b[k] else 0.0 for k in right] for i in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for x in range(len(left) - 1, -1, -1):
        for y in range(len(right) - 1, -1, -1):
            pair = scores[x][y] + best[x + 1][y + 1] if scores[x][y] >= NEAR else 0.0
            best[x][y] = max(pair, best[x + 1][y], best[x][y + 1])
    pairs, x, y = {}, 0, 0
    while x < len(left) and y < len(right):
        if scores[x][y] >= NEAR and best[x][y] == scores[x][y] + best[x + 1][y + 1]:
            pairs[left[x]] = right[y]
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            x += 1
        else:
            y += 1
    return pairs
