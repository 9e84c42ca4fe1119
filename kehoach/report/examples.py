"""What of a rule's example is worth showing: the lines that make it wrong or right, not those that all share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from ..patterns import lazy
from ..rules import Bad, Good, Rule
from ..rules.samples import FULL, plan

# An example of more lines is cut down to what sets it apart from its opposite.
SHORT = 7
# So many lines that are not there are named.
NAMED = 3
GAP = "…"
_HEADING = lazy(r"(?:[IVX]+|\d+)\. ")


def wrong(rule: Rule, example: Bad) -> list[str]:
    """The lines of a wrong example with the words that are wrong, or a word on what it lacks."""
    if example.notes:  # it is about the file, which the remarks beside tell
        return []
    lines = _lines(example.text)
    own = _own(lines)
    if example.dress is not None and not own:  # the looks are wrong, and are told beside
        return [line for line in lines if example.at and (example.at in line or line in example.at)][:1]
    if example.at and not any(example.at in line for line in own):
        at = next(n for n, line in enumerate(lines) if example.at in line or line in example.at)
        near = {at} if own else {at - 1, at, at + 1}
        own = _joined(lines, [n for n, line in enumerate(lines) if n in near or line in own])
    if own and len(own) <= SHORT and (example.at or len(own) > 1):
        return own
    opposites = [_lines(good.text) for good in rule.good]
    found = _apart(lines, [*opposites, _lines(FULL)], example.at)
    if len([line for line in found if line != GAP]) > 1:
        return found
    return _headings(lines) or found or own or lines[:SHORT]


def right(rule: Rule, example: Good) -> list[str]:
    """The lines of a right example that a wrong one has not; where only the looks differ, those that it looks at."""
    if any(bad.notes for bad in rule.bad):
        return []
    lines = _lines(example.text)
    own = _own(lines)
    if own and len(own) <= SHORT:
        return own
    wrongs = [_lines(bad.text) for bad in rule.bad]
    better = [line for line in lines if any(line not in other for other in wrongs)]
    if better and len(better) <= SHORT:
        return better
    looked_at = [line for line in lines if any(bad.at and (bad.at in line or line in bad.at) for bad in rule.bad)]
    if not own and looked_at:
        return looked_at if len(looked_at) <= SHORT else [*looked_at[:NAMED], GAP]
    if not own and {"layout", "exact"} & {*rule.needs}:
        return []
    return _apart(lines, wrongs, "") or _headings(lines) or [*lines[:SHORT], GAP]


def _lines(text: str) -> list[str]:
    """The lines that are not empty; one that is said over and over to fill pages, once."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [line for line, before in zip(lines, ["", *lines], strict=False) if line != before]


def _headings(lines: Sequence[str]) -> list[str]:
    """What there is to see where only the order of long sections is wrong or right."""
    found = [line for line in lines if _HEADING.match(line)]
    return found if len(found) > NAMED else []


def _own(lines: Sequence[str]) -> list[str]:
    """The lines that not all examples have, each with the heading that it stands under."""
    common = {*plan().splitlines(), *FULL.splitlines()}
    own = [line not in common for line in lines]
    return [
        line
        for line, mine, below in zip(lines, own, [*own[1:], False], strict=True)
        if mine or (below and _HEADING.match(line))
    ]


def _apart(lines: Sequence[str], opposites: Iterable[Sequence[str]], at: str) -> list[str]:
    """The lines that differ from the nearest opposite, each with its neighbours; what is only there is named."""
    other, nearest = max(
        ((other, SequenceMatcher(None, other, lines, autojunk=False)) for other in opposites),
        key=lambda each: each[1].ratio(),
    )
    shown = {n for n, line in enumerate(lines) if at and (at in line or line in at)}
    lacking: dict[int, str] = {}
    for tag, i1, i2, j1, j2 in nearest.get_opcodes():
        if tag == "equal":
            continue
        shown |= {n for n in range(j1 - 1, j2 + 1) if 0 <= n < len(lines)}
        if tag == "delete":
            names = [f"«{line}»" for line in other[i1 : min(i2, i1 + NAMED)]]
            lacking[j1] = f"(không có {', '.join(names)}{f', {GAP}' if i2 - i1 > NAMED else ''})"
    return _joined(lines, sorted(shown), lacking) if shown else []


def _joined(lines: Sequence[str], shown: Sequence[int], lacking: dict[int, str] | None = None) -> list[str]:
    """The lines at these places, with a mark where some between them are left out."""
    notes, found = dict(lacking or {}), []
    last = -1
    for n in shown:
        if not 0 <= n < len(lines):
            continue
        if n > last + 1:
            found.append(GAP)
        if n in notes:
            found.append(notes.pop(n))
        found.append(lines[n])
        last = n
    return [*found, *notes.values(), *([GAP] if last < len(lines) - 1 else [])]
