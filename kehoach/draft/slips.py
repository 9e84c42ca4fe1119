"""Slips of a parent that its words would carry into the draft: the sure ones mended, the others marked for a clerk."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from operator import eq
from weakref import WeakKeyDictionary

from msgspec import Struct

from ..align.periods import phases
from ..extract.abbreviations import Introduction, Use, introductions, is_common, meaning, uses
from ..knowledge import rows, table
from ..model import Finding, Plan
from ..patterns import compiled, lazy
from ..rules import only
from ..text import CAPITAL, squeeze
from .changes import changed, rules
from .spelling import righted

SURE = ("KH175", "KH704")  # what these find is mended without a word
ASKED = ("KH701", "KH617")  # what these find is marked: «nhiêm [nhiệm?] vụ», «GD&DDT [GD&ĐT?]»
DOUBLED = "KH703"  # so is this, asked where a word does stand twice
BESIDE = 6  # characters before a slip by which its place is found again

_KNOWN: WeakKeyDictionary[Plan, Slips] = WeakKeyDictionary()


class Slips(Struct, frozen=True):
    """`here`: by block, words as they stand and as the draft has them. `long`: short forms that are written out."""

    here: dict[int, tuple[tuple[str, str], ...]]
    long: dict[str, str]
    unknown: frozenset[str]
    kept: frozenset[str] = frozenset()  # names in letters («SIPAS») that go on being used, so their meaning stays

    def mended(self, text: str, block: int) -> str:
        text = undefined(text, self.kept)
        for wrong, right in self.here.get(block, ()):
            text = text.replace(wrong, right, 1)
        if not (self.long or self.unknown):
            return text
        shorts = "|".join(map(re.escape, sorted((*self.long, *self.unknown), key=len, reverse=True)))
        return compiled(rf"(?<![\w/&(-])(?:{shorts})(?![\w/&-])").sub(lambda m: self._written(m[0]), text)

    def _written(self, short: str) -> str:
        return self.long.get(short) or f"{short} [viết đủ chữ viết tắt]"


def slips(parent: Plan) -> Slips:
    """What is wrong in a parent, found once however many units draft from it."""
    if parent not in _KNOWN:
        _KNOWN[parent] = _slips(parent)
    return _KNOWN[parent]


def _slips(parent: Plan) -> Slips:
    if parent.document.damaged:
        return Slips({}, {}, frozenset())
    here: dict[int, list[tuple[str, str]]] = {}
    asked = (*SURE, *ASKED, *([DOUBLED] if _twice(parent) else []))
    findings = (found for rule in only(*asked) for found in rule.run({"plan": parent}))
    for found in sorted((one for one in findings if isinstance(one, Finding)), key=lambda one: (one.span, one.rule)):
        span = found.span
        text = parent.document.blocks[span.block].text
        before, wrong = text[max(0, span.start - BESIDE) : span.start], text[span.start : span.end]
        guess = found.fix.text if found.fix else ""
        right = guess if found.rule in SURE else f"{wrong} [{guess or 'rà soát chính tả'}?]"
        here.setdefault(span.block, []).append((before + wrong, before + right))
    for one, other in pairwise(phases(parent)):
        if other.first == one.last:  # two phases in one year
            years = parent.document.text(other.span)
            later = f"{years.replace(str(one.last), str(one.last + 1), 1)} [cấp trên ghi {years}]"
            here.setdefault(other.span.block, []).append((years, later))
    long, unknown = _short_forms(parent)
    often = Counter(use.short for use in uses(parent))
    kept = frozenset(one.short for one in introductions(parent) if not one.long and often[one.short] > 1)
    kept -= table("adapting")["spelled"].keys() | long.keys()
    return Slips({block: tuple(pairs) for block, pairs in here.items()}, long, frozenset(unknown), kept)


_DEFINED = lazy(
    r"\s*\((?:sau đây|dưới đây|gọi tắt|gọi chung|viết tắt)[^()]*\)"
    r"|\s*\((?P<shorts>[A-ZĐ][A-ZĐ&-]{1,9}(?:(?:,| và| &) [A-ZĐ][A-ZĐ&-]{1,9})*)\)"
)


def undefined(text: str, kept: frozenset[str]) -> str:
    """Without definitions of short forms, which the draft writes out; `kept`: those that it goes on using."""
    return _DEFINED.sub(lambda m: m[0] if m["shorts"] in kept else "", text) if "(" in text else text


_ANNEX = lazy(r"([Pp]hụ lục[^;.]{0,30}? kèm theo) Kế hoạch này")


@lru_cache(maxsize=4096)  # a parent's sentence is read for many units
def plain(text: str, kind: str, code: str, kept: frozenset[str] = frozenset()) -> str:
    """Without definitions of abbreviations, which the draft makes anew, and with short forms written out."""
    text = _ANNEX.sub(rf"\1 {kind} số {code}", righted(undefined(text, kept)))
    if kind != "Kế hoạch":  # «Công văn này» in a plan is no longer this one
        text = re.sub(rf"\b(?:{kind}|{kind.lower()}) này\b", f"{kind} số {code}", text)
    return squeeze(changed(text, rules("uniform")))


def _twice(parent: Plan) -> bool:
    """Whether some word stands twice in a row."""
    for block in parent.document.blocks:
        words = block.text.lower().split()
        if any(map(eq, words, words[1:])):
            return True
    return False


def _short_forms(parent: Plan) -> tuple[dict[str, str], set[str]]:
    """Short forms with what they stand for, and those that nothing tells."""
    long: dict[str, str] = {}
    unknown: set[str] = set()
    spelled = table("adapting")["spelled"]
    given = {one.short: _running(one, parent) for one in introductions(parent)}
    for use in uses(parent):
        short = use.short
        usual = is_common(short) and not (given.get(short) or "")[:1].islower()  # «phòng cháy, chữa cháy (PCCC)»
        if short in long or short in unknown or short in spelled or usual or use.closing:
            continue
        if told := given.get(short) or meaning(short, parent, None):
            long[short] = told
        elif _is_name(parent, use) or short in given:
            continue
        else:
            unknown.add(short)
    return long, unknown


_LAW = lazy(r"(?:Luật|Đề án|Chương trình|Nghị định)\s+$")


def _running(given: Introduction, parent: Plan) -> str | None:
    """What a short form stands for in running text: from «Luật Phổ biến, giáo dục … (PBGDPL)» no capital."""
    if not given.long:
        return given.long
    before = parent.document.blocks[given.span.block].text.partition(given.long)[0]
    return f"{given.long[:1].lower()}{given.long[1:]}" if _LAW.search(before) else given.long


def _is_name(parent: Plan, use: Use) -> bool:
    """Whether capitals may be the name of a product: beside quotation marks, or there once in plain letters."""
    text = parent.document.blocks[use.span.block].text
    beside = text[max(0, use.span.start - 1) : use.span.start] + text[use.span.end : use.span.end + 1]
    once = use.short.isascii() and sum(one.short == use.short for one in uses(parent)) == 1
    return once or any(sign in beside for sign in '“”"«»')


@cache
def _bygone(on: date) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Ministries and departments that are no more on a day, and the one that has their work."""
    gone = [
        (name, row["successor"])
        for row in rows("issuers")
        if row["until"] and date.fromisoformat(row["until"]) < on and row["name"].startswith(("Sở ", "Bộ "))
        for name in (row["name"], *row["short"].split("|"))
        if row["successor"] and "|" not in row["successor"] and name.startswith(("Sở ", "Bộ "))
    ]
    return tuple((compiled(rf"(?<!\w){re.escape(name)}(?!\w)"), successor) for name, successor in gone)


def renamed(text: str, on: date) -> str:
    """A text with the bodies of the day."""
    if "Sở " not in text and "Bộ " not in text:
        return text
    for pattern, successor in _bygone(on):
        text = pattern.sub(successor, text)
    return text


_DISTRICT = lazy(rf"\b(?:[Tt]hị trấn|[Hh]uyện|[Tt]hị xã|[Qq]uận)(?: {CAPITAL}\w*)+")


def dated(title: str, on: date) -> str:
    """A title with a mark where it names a district or a town that is no more, outside what it quotes or cites."""
    if on < table("adapting")["reformed"]["since"] or "/" in title:
        return title
    found = next(
        (m for m in _DISTRICT.finditer(title) if title.count("“", 0, m.start()) == title.count("”", 0, m.start())), None
    )
    return f"{title[: found.end()]} [đối chiếu địa danh hiện nay]{title[found.end() :]}" if found else title
