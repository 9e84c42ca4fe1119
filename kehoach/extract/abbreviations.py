"""Abbreviations of a plan: where one is introduced («cán bộ quản lý (CBQL)»), where it is used, what it stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from ..knowledge import table
from ..model import Document, Plan, Span
from ..patterns import lazy
from ..readers.syllables import is_syllable
from ..text import fold
from .marks import ROMAN

# A word in capitals, alone or joined: «XHHT», «GD&ĐT», «CT-XH». Not a part of a symbol («KH-UBND» after a slash).
# No capital of an abbreviation bears a mark of tone; a word that has one is written so for emphasis.
_UPPER = "[A-ZĂÂĐÊÔƠƯ]"
TOKEN = lazy(
    rf"(?<![\w&/.@])(?<!\w-){_UPPER}(?:{_UPPER}+(?:&{_UPPER}+)?|&{_UPPER}{{2,}})"
    rf"(?:-{_UPPER}{{2,}}(?:&{_UPPER}+)?)*(?![\w&@]|-\w|/{_UPPER})"
)
# «(sau đây gọi tắt là Phong trào thi đua)», «viết tắt là: XHHT», «gọi tắt: …»
SAID = lazy(
    r"(?:(?:sau day|sau nay|duoi day)\s*,?\s+(?:duoc\s+|xin\s+)?(?:(?:goi|viet)\s+)?(?:(?:tat|chung|gon)\s+)?la"
    r"|(?:goi|viet)\s+(?:tat|gon)(?:\s+la)?(?=\s*:|\s+[^\W\d_]))\s*:?\s*(?P<short>[^().;:,\n]{2,80})"
)
BRACKET = lazy(r"\(([^()\s]{2,14}(?:[ ,;]{1,2}[^()\s]{2,14}){0,2})\)")
WORD = lazy(r"[^\W\d_]+")
PIECE = lazy(r"[^\s,;]+")
JOINING = {"va", "cua", "cac", "cho", "ve", "la", "theo", "trong"}
_JOINT = r"(?!(?:và|của|các|cho|về|là|theo|trong)\b)"
# A line is written in capitals (a heading, an exclamation) from this share of its letters on.
CAPITALS = 0.55
LONGEST = 12  # words of a long form


class Introduction(Struct, frozen=True):
    """Where a short form is given: `long` is what it stands for, None where the words before do not spell it."""

    short: str
    long: str | None
    span: Span


class Use(Struct, frozen=True):
    """One place where an abbreviation stands. `closing`: in «Nơi nhận» and below, where usual ones are allowed."""

    short: str
    span: Span
    closing: bool


def letters(short: str) -> str:
    """An abbreviation without its joints: «GD&ĐT» and «GDĐT» are one."""
    return re.sub(r"[^\w]", "", short)


@lru_cache(maxsize=8)
def introductions(plan: Plan) -> tuple[Introduction, ...]:
    """Short forms that the plan gives, in reading order."""
    return tuple(_introductions(plan.document))


def _introductions(document: Document) -> Iterator[Introduction]:
    for number, block in enumerate(document.blocks):
        text = block.text
        if "(" in text:
            for m in BRACKET.finditer(text):
                if TOKEN.fullmatch(m[1]):
                    long = spelled(m[1], text[: m.start()])
                    yield Introduction(m[1], long, Span(number, *m.span(1)))
                else:
                    yield from _together(text, m, number)
        folded = fold(text)
        if "tat" in folded or " day" in folded:
            for m in SAID.finditer(folded):
                short = text[slice(*m.span("short"))].strip(" “”\"'«»")
                start = text.index(short, m.start("short")) if short else 0
                if short:
                    yield Introduction(
                        short, spelled(short, text[: m.start()].rstrip(" (,")), Span(number, start, start + len(short))
                    )


def _together(text: str, m: re.Match[str], number: int) -> Iterator[Introduction]:
    """Several short forms in one bracket, each spelt before it: «phổ cập giáo dục, xóa mù chữ (PCGD, XMC)»."""
    given, before = [], text[: m.start()]
    for piece in reversed(list(PIECE.finditer(m[1]))):
        long = spelled(piece[0], before) if TOKEN.fullmatch(piece[0]) else None
        if long is None:
            return
        before = before[: before.rindex(long)]
        start = m.start(1) + piece.start()
        given.append(Introduction(piece[0], long, Span(number, start, start + len(piece[0]))))
    yield from reversed(given)


def spelled(short: str, before: str) -> str | None:
    """The words at the end of a text whose initials are the abbreviation: «… cán bộ quản lý» for CBQL."""
    wanted = fold(letters(short))
    words = list(WORD.finditer(before))[-2 * LONGEST :]
    at = len(words)
    for letter in reversed(wanted):
        at -= 1
        while at >= 0 and fold(words[at][0])[0] != letter and fold(words[at][0]) in JOINING:
            at -= 1
        if at < 0 or fold(words[at][0])[0] != letter:
            return None
    return before[words[at].start() :].strip(" ,-–") if at < len(words) else None


@lru_cache(maxsize=8)
def uses(plan: Plan) -> tuple[Use, ...]:
    """Every abbreviation in the text of a plan from its title on, in reading order; symbols of documents are none."""
    return tuple(_uses(plan))


def _uses(plan: Plan) -> Iterator[Use]:
    document = plan.document
    codes: dict[int, list[Span]] = {}
    for cited in plan.citations:
        codes.setdefault(cited.span.block, []).append(cited.value.code)
    first = plan.title.span.block if plan.title else plan.opening[0]
    for number in range(first, len(document.blocks)):
        block = document.blocks[number]
        if block.part not in ("body", "box"):
            return
        start = 0
        for line in block.text.split("\n"):
            found = list(TOKEN.finditer(line))
            if found and not _in_capitals(line):
                for m in found:
                    span = Span(number, start + m.start(), start + m.end())
                    inside = any(c.start <= span.start < c.end for c in codes.get(number, ()))
                    if not inside and not _shouted(m):
                        yield Use(m[0], span, number >= plan.end)
            start += len(line) + 1


def _in_capitals(line: str) -> bool:
    letters = sum(map(str.isalpha, line))
    return letters > 4 and sum(map(str.isupper, line)) >= CAPITALS * letters


def _shouted(m: re.Match[str]) -> bool:
    """Whether a word is in capitals for emphasis, or a Roman numeral."""
    if ROMAN.fullmatch(m[0]):
        return True
    if m[0] in known():
        return False
    return is_syllable(m[0])


@cache
def known() -> frozenset[str]:
    """What needs no introduction, or is usual in a field."""
    tables = table("abbreviations")
    return frozenset(tables["common"]) | frozenset(tables["usual"]) | frozenset(tables["meanings"])


def is_common(short: str) -> bool:
    """Whether everyone knows it; joined ones are known by their parts («HĐND-UBND», «THCS&THPT»)."""
    common = table("abbreviations")["common"]
    if short in common or short.upper() in common:
        return True
    parts = [part for part in re.split(r"[-&]", short) if part]
    return len(parts) > 1 and all(part in common for part in parts)


def meaning(short: str, plan: Plan, parent: Plan | None = None) -> str | None:
    """What an abbreviation stands for: as somebody says, else by words of the plan itself."""
    said = given_meaning(short, plan, parent)
    return said or expansion(short, plan) or (expansion(short, parent) if parent else None)


def given_meaning(short: str, plan: Plan, parent: Plan | None = None) -> str | None:
    """What an abbreviation stands for as the table says, or whoever introduces it."""
    told: str | None = table("abbreviations")["usual"].get(short) or table("abbreviations")["meanings"].get(short)
    if told:
        return told
    for source in (parent, plan) if parent else (plan,):
        for given in introductions(source):
            if given.short == short and given.long:
                return given.long
    return None


@lru_cache(maxsize=64)
def expansion(short: str, plan: Plan) -> str | None:
    """The commonest run of words in a plan whose initials are the abbreviation; what stands there once is chance."""
    initials = [f"{_JOINT}{_class(c)}\\w+" for c in letters(short).lower()]
    if len(initials) < 3:
        return None
    pattern = re.compile(
        r"(?<!\w)" + r"(?:\s+(?:và|của)\s+|\s*,\s+|\s+[-–]\s+|\s+)".join(initials) + r"(?!\w)", re.IGNORECASE
    )
    found = Counter(m[0].lower() for block in plan.document.blocks for m in pattern.finditer(block.text))
    words, count = found.most_common(1)[0] if found else ("", 0)
    return words if count > 1 else None


def _class(letter: str) -> str:
    """Words that begin with a letter, with any accent; đ is a letter of its own."""
    if letter in "đư":
        return letter
    same = {
        "a": "aăâáàảãạắằẳẵặấầẩẫậ",
        "e": "eêéèẻẽẹếềểễệ",
        "i": "iíìỉĩị",
        "o": "oôơóòỏõọốồổỗộớờởỡợ",
        "u": "uưúùủũụứừửữự",
        "y": "yýỳỷỹỵ",
    }
    return f"[{same.get(letter, letter)}]"
