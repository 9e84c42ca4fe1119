"""Which line of a plan is what: the components of Nghị định 30/2020/NĐ-CP, Phụ lục I, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from ..model import Block, Plan, Section, Span
from ..patterns import lazy
from ..text import fold, squeeze
from . import marks
from .foot import annexes, sign_off

MOTTO = "cong hoa xa hoi chu nghia viet nam"
SLOGAN = "doc lap - tu do - hanh phuc"
PARTY = "dang cong san viet nam"
NEAR = 80  # a motto with a slip or two is still the motto
COLUMNS = lazy(r"\t+|\s{4,}")
RULE = lazy(r"^[\s_\-–—=*.~]{3,}$")
DRAFT = lazy(r"\W*(?:ban )?du thao\b")
STAMP = lazy(r"\W*(?:hoa toc|thuong khan|khan|tuyet mat|toi mat|mat|luu hanh noi bo|xem xong tra lai)\W*$")
BASIS = lazy(r"\W*can cu\b")
ON_PROPOSAL = lazy(r"\W*(?:theo|xet) (?:de nghi|to trinh)\b")
# A paragraph that goes on to say who issues the plan is an opening, not a basis.
ISSUES = lazy(
    r"[,;.]\s*(?!ve )[^,;.]{3,120}?\s(?:xay dung|ban hanh|lap|trien khai|to chuc)\s[^,;.]{0,60}?ke hoach[^;]{0,200}$"
)
HEADINGS = {
    "part": "part", "roman": "section", "upper": "section", "decimal.": "clause", "decimal)": "clause",
    "letter)": "point", "letter.": "point", "(decimal)": "point",
}  # fmt: skip
HEADING_LONGEST = 130


class Component(Struct, frozen=True):
    """One line: `name` is a key of knowledge/presentation.toml; `section` is set for a heading.

    `alone` says that nothing else stands in its block, so that the block's alignment is its own.
    """

    name: str
    span: Span
    text: str
    alone: bool = True
    section: Section | None = None


class Components(Struct, frozen=True):
    """The lines of a plan in reading order; `named` has those of each name, since most rules ask for one name."""

    lines: tuple[Component, ...]
    named: Mapping[str, tuple[Component, ...]]

    def of(self, *names: str) -> Iterator[Component]:
        if len(names) == 1:
            return iter(self.named.get(names[0], ()))
        return (line for line in self.lines if line.name in names)

    def first(self, *names: str) -> Component | None:
        return next(self.of(*names), None)

    def last(self, *names: str) -> Component | None:
        return next((line for line in reversed(self.lines) if line.name in names), None)


_FOUND: WeakKeyDictionary[Plan, Components] = WeakKeyDictionary()


def components(plan: Plan) -> Components:
    """The components of a plan, found once for all the rules."""
    if plan not in _FOUND:
        lines = tuple(_find(plan))
        named: dict[str, list[Component]] = {}
        for line in lines:
            named.setdefault(line.name, []).append(line)
        _FOUND[plan] = Components(lines, {name: tuple(group) for name, group in named.items()})
    return _FOUND[plan]


def pieces(number: int, block: Block) -> Iterator[tuple[Span, str]]:
    """The lines of a block, and their columns where tabs or wide spaces hold them apart."""
    start = 0
    for line in block.text.split("\n"):
        at = 0
        for gap in (*COLUMNS.finditer(line), None):
            text = line[at : gap.start() if gap else len(line)]
            if text.strip():
                lead = len(text) - len(text.lstrip())
                begin = start + at + lead
                yield Span(number, begin, begin + len(text.strip())), text.strip()
            if gap:
                at = gap.end()
        start += len(line) + 1


def _find(plan: Plan) -> Iterator[Component]:
    blocks = plan.document.blocks
    upper = plan.kind.span.block if has_kind_line(plan) and plan.kind else plan.opening[0]
    yield from _head(plan, upper)
    yield from _kind_and_title(plan, upper)
    yield from _body(plan)
    body = sum(block.part in ("body", "box") for block in blocks)
    after = annexes(plan, body)
    for name, span, text in sign_off(plan, after[0] if after else body):
        yield Component(name, span, text, _alone(blocks[span.block], span))
    for first, end in zip(after, (*after[1:], body), strict=False):
        yield from _annex(plan, first, end)
    for number in range(body, len(blocks)):
        text = blocks[number].text.strip(" -–")
        if blocks[number].part in ("header", "footer") and (text.isdigit() or fold(text).startswith("trang ")):
            yield Component("page-number", Span(number, 0, len(blocks[number].text)), text)


def has_kind_line(plan: Plan) -> bool:
    """Whether the kind stands on a line of its own, and was not merely told from the symbol."""
    return plan.kind is not None and (plan.number is None or plan.kind.span != plan.number.span)


def _alone(block: Block, span: Span) -> bool:
    return not block.text[: span.start].strip() and not block.text[span.end :].strip()


# --- the head ---------------------------------------------------------------------------------------------------


def _head(plan: Plan, upper: int) -> Iterator[Component]:
    blocks = plan.document.blocks
    issuer = plan.issuer.span if plan.issuer and plan.issuer.span.block < upper else None
    if not has_kind_line(plan) or (issuer and plan.number and issuer == plan.number.span):
        issuer = None
    found: list[Component] = []
    for number in range(min(upper, len(blocks))):
        if blocks[number].part not in ("body", "box"):
            continue
        for span, text in pieces(number, blocks[number]):
            for name, part in _head_line(plan, span, text, issuer):
                found.append(Component(name, part, plan.document.text(part), _alone(blocks[number], part)))
    # what comes after the whole head is the text of a decision to which the plan is attached
    ends = [line.span.block for line in found if line.name in ("motto", "slogan", "number", "date")]
    last = max(ends, default=upper)
    yield from (replace(line, name="head-other") if _strays(line, last) else line for line in found)


def _strays(line: Component, last: int) -> bool:
    return line.name in ("superior", "issuer") and line.span.block > last


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


def _kind_and_title(plan: Plan, upper: int) -> Iterator[Component]:
    blocks = plan.document.blocks
    if not has_kind_line(plan) or plan.kind is None:
        return
    kind = plan.kind.span
    yield Component("kind", kind, plan.document.text(kind), _alone(blocks[kind.block], kind))
    for number in range(kind.block, plan.opening[0]):
        for span, text in pieces(number, blocks[number]):
            if (span.block, span.start) < (kind.block, kind.end) or not text.strip(" :.*#"):
                continue
            if RULE.match(text):
                yield Component("rule", span, text)
            elif plan.title and squeeze(text).strip(" *#_:") in plan.title.value:
                yield Component("title", span, text, number != kind.block)


# --- the body ---------------------------------------------------------------------------------------------------


def _body(plan: Plan) -> Iterator[Component]:
    headings = {section.block: section for section in _all(plan.sections)}
    bases = _bases(plan)
    for number in range(plan.opening[0], plan.end):
        block = plan.document.blocks[number]
        text = block.text.strip()
        if not text or block.part != "body":
            continue
        span = Span(number, 0, len(block.text))
        if RULE.match(text):
            yield Component("rule", span, text)
        elif block.cell is not None:
            yield Component("cell", span, text)
        elif number in bases:
            yield Component("basis", span, text)
        elif number in headings and (name := _heading(block, headings[number])):
            yield Component(name, span, text, section=headings[number])
        else:
            mark = marks.of(block)
            yield Component("bullet" if mark and mark.style == "bullet" else "body", span, text)


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)


def _heading(block: Block, section: Section) -> str | None:
    """What a marked paragraph is: a heading on a line of its own, or an item of running text."""
    mark = marks.of(block)
    if mark is None:
        return "section" if section.level == 1 else None
    name = HEADINGS.get(mark.style, "item")  # «1.1», «(1)»: levels that the decree does not know
    titled = (
        len(block.text) <= HEADING_LONGEST
        and block.text.rstrip()[-1:] not in ".;,:"
        and "\n" not in block.text
        and section.last_block > section.block  # a heading has something below it
    )
    if name in ("part", "section"):
        return name if len(block.text) <= 300 else None
    return f"{name}-title" if name and titled else (f"{name}-text" if name else None)


def _bases(plan: Plan) -> frozenset[int]:
    """The blocks that are legal bases: the run of «Căn cứ …» before the first section."""
    found: list[int] = []
    for number in range(*plan.opening):
        folded = fold(plan.document.blocks[number].text)
        begins = BASIS.match(folded) or (found and found[-1] == number - 1 and ON_PROPOSAL.match(folded))
        if begins and not ISSUES.search(folded):
            found.append(number)
    return frozenset(found)


def _annex(plan: Plan, first: int, end: int) -> Iterator[Component]:
    seen_text = False
    for number in range(first, end):
        block = plan.document.blocks[number]
        folded = fold(block.text).strip()
        span = Span(number, 0, len(block.text))
        if not folded or block.part not in ("body", "box"):
            continue
        if number == first:
            yield Component("annex", span, block.text)
        elif RULE.match(block.text):
            yield Component("rule", span, block.text)
        elif not seen_text and re.match(r"\W*(?:ban hanh )?kem theo\b", folded):
            seen_text = True
            yield Component("annex-note", span, block.text)
        elif not seen_text and block.cell is None and marks.in_capitals(block.text, 0.8):
            yield Component("annex-title", span, block.text)
        else:
            seen_text = True
            yield Component("annex-text" if block.cell is None else "cell", span, block.text)
