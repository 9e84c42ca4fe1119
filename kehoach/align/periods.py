"""The years of a plan: its period, its phases, and when it is reviewed; found in titles and in the schedule."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..extract.sections import every
from ..model import Plan, Span
from ..patterns import lazy
from ..text import fold
from .sections import top_level

RANGE = lazy(
    r"giai doan\s*(?P<index>\d|i{1,3})?\s*[:,]?\s*\(?\s*(?:tu\s+)?(?:nam\s+)?(?P<first>(?:19|20)\d\d)\s*"
    r"(?:-|den(?:\s+(?:het\s+)?nam)?)\s*(?:nam\s+)?(?P<last>(?:19|20)\d\d)"
)
_WHOLE = lazy(r"tu nam (?P<first>20\d\d)\s*(?:-|den)\s*(?:het\s+)?(?:nam\s+)?(?P<last>20\d\d)[^.;]{0,12}chia")
# «cơ sở kết quả» is no «sơ kết», though it looks so without accents.
_REVIEW = lazy(
    r"(?<!\bco )(?<!\bco so )\b(?P<what>so ket|tong ket)\b(?:(?!so ket|tong ket)[^.;]){0,120}?"
    r"(?:\b(?:vao|trong|cuoi) nam |\bnam )(?P<year>20\d\d)"
)


class Period(Struct, frozen=True):
    """A span of years and its place. `index` numbers a phase, 0 for the whole."""

    first: int
    last: int
    span: Span
    index: int = 0


class Review(Struct, frozen=True):
    """«so ket» or «tong ket» with its year; the place is that of the year."""

    what: str
    year: int
    span: Span


def title_period(plan: Plan) -> Period | None:
    """The period in the plan's title: «giai đoạn 2023 - 2030»."""
    if plan.title is None:
        return None
    span = plan.title.span
    for number in range(span.block, min(span.block + 4, len(plan.document.blocks))):
        if number > span.block and plan.opening[0] and number >= plan.opening[0]:
            return None
        if m := RANGE.search(fold(plan.document.blocks[number].text)):
            return Period(int(m["first"]), int(m["last"]), Span(number, m.start("first"), m.end("last")))
    return None


def whole(plan: Plan) -> Period | None:
    """The period that the schedule states: «từ năm 2023 đến năm 2030, chia thành 02 giai đoạn»."""
    for number, text in _schedule(plan):
        if m := _WHOLE.search(text):
            return Period(int(m["first"]), int(m["last"]), Span(number, m.start("first"), m.end("last")))
    return None


def phases(plan: Plan) -> list[Period]:
    """The numbered phases of the schedule, in order; empty unless they are numbered 1, 2, … without a gap."""
    found = []
    section = top_level(plan, "schedule")
    if section is None:
        return []
    heads = {s.block for s in every(section.children)}
    for number, text in _schedule(plan):
        m = RANGE.search(text)
        if m and m["index"] and (number in heads or m.start() < 12):
            index = int(m["index"]) if m["index"].isdigit() else len(m["index"])
            found.append(Period(int(m["first"]), int(m["last"]), Span(number, m.start("first"), m.end("last")), index))
    return found if [p.index for p in found] == list(range(1, len(found) + 1)) else []


def reviews(plan: Plan) -> list[Review]:
    """The years of sơ kết and tổng kết in the schedule."""
    return [
        Review(m["what"], int(m["year"]), Span(number, m.start("year"), m.end("year")))
        for number, text in _schedule(plan)
        for m in _REVIEW.finditer(text)
    ]


def _schedule(plan: Plan) -> Iterator[tuple[int, str]]:
    if section := top_level(plan, "schedule"):
        for number in range(section.block, section.last_block + 1):
            yield number, fold(plan.document.blocks[number].text)
