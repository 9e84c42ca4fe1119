"""Bodies and levels of government that were gone, or not yet there, when a plan was issued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from ..extract.quoted import is_cited, is_quoted
from ..knowledge import rows, table
from ..model import Plan, Span
from ..patterns import lazy
from ..text import fold
from .issue import earliest
from .sections import section_at

# «… của Sở Thông tin và Truyền thông tại Công văn số …»: a document cited so near behind a body is of that body.
NEAR = 30


class Row(Struct, frozen=True):
    """A name that holds up to `until` or from `since` on; `became` is what took its place.

    One of `names` stands wherever the pattern matches: most are in no plan at all, and looking for them takes no time.
    """

    pattern: str
    day: date
    became: str
    names: tuple[str, ...]


def no_earlier(plan: Plan, as_of: date | None = None) -> date | None:
    """The day from which on a plan was surely issued: its own, else that of the latest document that it cites."""
    if day := earliest(plan):
        return day
    cited = [c.value.date for c in plan.citations if c.value.date]
    return max([*cited, as_of] if as_of else cited, default=None)


@cache
def gone(kind: str) -> tuple[Row, ...]:
    """What went: `kind` is "body" or "level"."""
    found = [Row(row["pattern"], row["until"], row["became"], tuple(row["words"])) for row in table("abolished")[kind]]
    if kind == "body":
        for row in _reformed():
            if row["until"] and row["successor"]:
                found.append(_row(row, date.fromisoformat(row["until"]), row["successor"]))
    return tuple(found)


@cache
def new() -> tuple[Row, ...]:
    """What came: new bodies with their first day."""
    found = [Row(row["pattern"], row["since"], "", tuple(row["words"])) for row in table("abolished")["new"]]
    first = table("abolished")["days"]["ministries"]
    for row in _reformed():
        if row["since"] and (since := date.fromisoformat(row["since"])) >= first:
            found.append(_row(row, since, ""))
    return tuple(found)


def _reformed() -> Iterator[dict[str, str]]:
    """Ministries and departments, by the table of issuers; the old ones that went long ago are history."""
    for row in rows("issuers"):
        reformed = row["name"].startswith(("Bộ ", "Sở ", "Ủy ban Dân tộc", "Ban Dân tộc"))
        if reformed and row["level"] in ("central", "province") and not ("" < row["until"] < "2025"):
            yield row


def _row(row: dict[str, str], day: date, became: str) -> Row:
    written = [row["name"], *(short for short in row["short"].split("|") if " " in short)]
    names = tuple(name.lower() for name in sorted(written, key=len, reverse=True))
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    # Ban Dân tộc is also a committee of a people's council, and that stays.
    return Row(rf"(?:{either})(?!\s+(?:của\s+)?(?:hđnd|hội đồng))", day, became, names)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy(rf"(?<![\w/-])(?:{pattern})(?!\w)")


@lru_cache(maxsize=8)
def _plain(plan: Plan) -> tuple[str, ...]:
    """The blocks of a plan in lower case, «uỷ» as «ủy», every dash one; the length stays."""
    return tuple(
        b.text.lower().replace("uỷ", "ủy").replace("hoá", "hóa").replace("–", "-") for b in plan.document.blocks
    )


@lru_cache(maxsize=8)
def _words(plan: Plan) -> str:
    """All that a plan says, plain and with one space between words; no words of two blocks stand side by side."""
    return " | ".join(" ".join(text.split()) for text in _plain(plan))


@lru_cache(maxsize=8)
def bygone(plan: Plan, kind: str, day: date) -> tuple[tuple[Row, Span], ...]:
    """Where a plan of `day` speaks of a body or level that was gone: not in its account of the situation before."""
    return tuple(
        (row, span)
        for row in gone(kind)
        if row.day < day
        for span in found(plan, row, "past")
        if (section := section_at(plan, span.block)) is None or section.role != "situation"
    )


def found(plan: Plan, row: Row, context: str) -> Iterator[Span]:
    """Where a plan speaks of a body as of one that acts: not in quotations, citations, history and reorganisation."""
    if not any(name in _words(plan) for name in row.names):
        return
    pattern = _compiled(row.pattern)
    for number, text in enumerate(_plain(plan)):
        if len(text) != len(plan.document.blocks[number].text):
            continue  # lower case changed the length: a letter outside Vietnamese
        for m in pattern.finditer(text):
            span = Span(number, m.start(), m.end())
            if is_quoted(plan.document, span) or is_cited(plan, span) or _in_old_document(plan, span):
                continue
            if not excused(text, span, context):
                yield span


def excused(text: str, span: Span, context: str) -> bool:
    """Whether the sentence around a name speaks of the past ("past") or of what is to come ("coming")."""
    former = re.match(r"\W{0,3}(?:cũ|trước đây|trước sắp xếp)(?!\w)", text[span.end :])
    return bool(former or _context(context).search(_sentence(fold(text), span.start)))


def _in_old_document(plan: Plan, span: Span) -> bool:
    """Whether words tell what a document says that the sentence cites before them: «tại Thông tư số 24/2023/…»."""
    text = plan.document.blocks[span.block].text
    here = [c.span for c in plan.citations if c.span.block == span.block]
    before = any(c.end <= span.start and not re.search(r"[.;]\s", text[c.end : span.start]) for c in here)
    return before or any(0 <= c.start - span.end <= NEAR for c in here)


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(". ", 0, at), text.rfind(";", 0, at), text.rfind("\n", 0, at)) + 1
    ends = [e for e in (text.find(". ", at), text.find(";", at), text.find("\n", at)) if e >= 0]
    return text[start : min(ends, default=len(text))]


@cache
def _context(name: str) -> re.Pattern[str]:
    return lazy("|".join(table("abolished")["context"][name]))
