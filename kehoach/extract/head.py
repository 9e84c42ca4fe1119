"""The lines of the head of a plan: who issues it, number, place and date, Quốc hiệu and Tiêu ngữ, kind and title."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from ..model import Block, Plan, Span
from ..patterns import lazy
from ..text import fold, squeeze
from . import marks
from .foot import GAP

MOTTO = "cong hoa xa hoi chu nghia viet nam"
SLOGAN = "doc lap - tu do - hanh phuc"
PARTY = "dang cong san viet nam"
NEAR = 80  # a motto with a slip or two is still the motto
RULE = lazy(r"^(?:[\s_\-–—―─━¯=*.~]{3,}|[\s_\-–—=*.~]*(?:o0o|oOo|ooo)[\s_\-–—=*.~]*)$")
DRAFT = lazy(r"\W*(?:ban )?du thao\b")
STAMP = lazy(r"\W*(?:hoa toc|thuong khan|khan|tuyet mat|toi mat|mat|luu hanh noi bo|xem xong tra lai)\W*$")
# What promulgates a plan that has no number of its own.
DECISION = lazy(r"\W*(?:quyet dinh|nghi quyet)\W*$")

Line = tuple[str, Span, str]


def head(plan: Plan, upper: int) -> Iterator[Line]:
    """(name, place, text) of each line down to the title; the kind stands in block `upper`."""
    yield from _above_kind(plan, upper)
    yield from _kind_and_title(plan)


def has_kind_line(plan: Plan) -> bool:
    """Whether the kind stands on a line of its own, and was not merely told from the symbol."""
    return plan.kind is not None and (plan.number is None or plan.kind.span != plan.number.span)


def _pieces(number: int, block: Block) -> Iterator[tuple[Span, str]]:
    """The lines of a block, and their columns where tabs or wide spaces hold them apart."""
    start = 0
    for line in block.text.split("\n"):
        at = 0
        for gap in (*GAP.finditer(line), None):
            text = line[at : gap.start() if gap else len(line)]
            if text.strip():
                lead = len(text) - len(text.lstrip())
                begin = start + at + lead
                yield Span(number, begin, begin + len(text.strip())), text.strip()
            if gap:
                at = gap.end()
        start += len(line) + 1


def _above_kind(plan: Plan, upper: int) -> Iterator[Line]:
    blocks = plan.document.blocks
    issuer = plan.issuer.span if plan.issuer and plan.issuer.span.block < upper else None
    if not has_kind_line(plan) or (issuer and plan.number and issuer == plan.number.span):
        issuer = None
    found: list[Line] = []
    decided = False
    for number in range(min(upper, len(blocks))):
        if blocks[number].part not in ("body", "box"):
            continue
        for span, text in _pieces(number, blocks[number]):
            if not decided and text.isupper() and DECISION.match(fold(text)):
                decided = True
                found.append(("decision", span, text))
                continue
            for name, part in _head_line(plan, span, text, issuer):
                # below its title, a decision names bodies and dates that are not those of the head
                name = "head-other" if decided and name not in ("motto", "slogan", "rule") else name
                found.append((name, part, plan.document.text(part)))
    # what comes after the whole head is no name of a body
    ends = [span.block for name, span, _ in found if name in ("motto", "slogan", "number", "date")]
    last = max(ends, default=upper)
    for name, span, text in found:
        strays = name in ("superior", "issuer") and span.block > last
        yield "head-other" if strays else name, span, text


def _head_line(plan: Plan, span: Span, text: str, issuer: Span | None) -> Iterator[tuple[str, Span]]:
    folded = squeeze(fold(text))
    if RULE.match(text):
        yield "rule", span
    elif name := _motto(folded):
        yield name, span
    elif (own := plan.number) and own.span.block == span.block and span.start <= own.span.start < span.end:
        yield "number", Span(span.block, span.start, max(own.span.end, span.start))
        if plan.date and plan.date.span.block == span.block and own.span.end <= plan.date.span.start < span.end:
            place = plan.place.span.start if plan.place and plan.place.span.block == span.block else None
            yield "date", Span(span.block, plan.date.span.start if place is None else place, span.end)
    elif plan.date and _overlap(span, plan.date.span):
        yield "date", span
    elif DRAFT.match(folded):
        yield "draft", span
    elif STAMP.match(folded):
        yield "stamp", span
    elif issuer and marks.in_capitals(text, 0.5):
        before = (span.block, span.end) <= (issuer.block, issuer.start)
        yield ("superior" if before else "issuer"), span
    elif issuer and any(found and _overlap(span, found.span) for found in (plan.superior, plan.issuer)):
        # a name in small letters is a name still
        yield ("issuer" if _overlap(span, issuer) else "superior"), span
    else:
        yield "head-other", span


def _motto(folded: str) -> str | None:
    bare = folded.strip(" .*_|")
    if not 12 <= len(bare) <= 60:
        return None
    if fuzz.ratio(bare, PARTY) >= 90:
        return "party"
    if fuzz.ratio(bare, MOTTO) >= NEAR:
        return "motto"
    return "slogan" if fuzz.ratio(bare, SLOGAN) >= NEAR else None


def _overlap(a: Span, b: Span) -> bool:
    return a.block == b.block and a.start < b.end and b.start < a.end


def _kind_and_title(plan: Plan) -> Iterator[Line]:
    if plan.kind is None or not has_kind_line(plan):
        return
    kind = plan.kind.span
    yield "kind", kind, plan.document.text(kind)
    for number in range(kind.block, plan.opening[0]):
        for span, text in _pieces(number, plan.document.blocks[number]):
            if (span.block, span.start) < (kind.block, kind.end) or not text.strip(" :.*#"):
                continue
            if RULE.match(text):
                yield "rule", span, text
            elif plan.title and squeeze(text).strip(" *#_:") in plan.title.value:
                yield "title", span, text
