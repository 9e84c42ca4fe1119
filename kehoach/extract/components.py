"""Which line of a plan is what: the components of Nghị định 30/2020/NĐ-CP, Phụ lục I, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from msgspec import Struct

from ..model import Block, Plan, Section, Span
from ..patterns import lazy
from ..text import fold
from . import marks
from .foot import annexes, sign_off
from .head import RULE, has_kind_line, head
from .sections import every

BASIS = lazy(r"\W*can cu\b")
ON_PROPOSAL = lazy(r"\W*(?:theo|xet) (?:de nghi|to trinh)\b")
NEXT = lazy(
    r"\W*(?:luat|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu|ke hoach|cong van|huong dan|thong bao|ket luan)\b"
    r"[^;]{0,40}\d"
)
# The note below the title of a plan that another document promulgates.
ATTACHED = lazy(r"\W*(?:ban hanh )?kem theo (?:quyet dinh|nghi quyet|cong van|van ban|to trinh|thong bao|huong dan)\b")
# A paragraph that goes on to say who issues the plan is an opening, not a basis.
ISSUES = lazy(
    r"[,;.]\s*(?!ve )[^,;.]{3,120}?\s(?:xay dung|ban hanh|lap|trien khai|to chuc)\s[^,;.]{0,60}?ke hoach[^;]{0,200}$"
    r"|\b(?:nhu sau|sau day|noi dung(?: cu the| chinh| co ban)? sau)\s*:$"
)
HEADINGS = {
    "part": "part", "roman": "section", "upper": "section", "decimal.": "clause", "decimal)": "clause",
    "letter)": "point", "letter.": "point", "(decimal)": "point",
}  # fmt: skip
HEADING_LONGEST = 130


class Component(Struct, frozen=True):
    """One line: `name` is a key of knowledge/presentation.toml; `section` is set for a heading.

    `alone` says that nothing else stands on its line, so that the alignment of the block is its own.
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


def _find(plan: Plan) -> Iterator[Component]:
    blocks = plan.document.blocks
    upper = plan.kind.span.block if has_kind_line(plan) and plan.kind else plan.opening[0]
    for name, span, text in head(plan, upper):
        yield Component(name, span, text, _alone(blocks[span.block], span))
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


def attached(plan: Plan) -> bool:
    """Whether the plan is promulgated by another document, which has the number, the date and the signature."""
    found = components(plan)
    return found.first("decision", "attached-note") is not None


def _alone(block: Block, span: Span) -> bool:
    before, after = block.text[: span.start].rpartition("\n")[2], block.text[span.end :].partition("\n")[0]
    return not before.strip() and not after.strip()


# --- the body ---------------------------------------------------------------------------------------------------


def _body(plan: Plan) -> Iterator[Component]:
    headings = {section.block: section for section in every(plan.sections)}
    bases = _bases(plan)
    part = -1  # the last «Phần I» that stands on a line of its own
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
        elif number < plan.opening[1] and ATTACHED.match(fold(text)):
            yield Component("attached-note", span, text)
        elif part == number - 1 and marks.in_capitals(text, 0.75):
            yield Component("part-title", span, text)
        elif number in headings and (name := _heading(block, headings[number])):
            yield Component(name, span, text, section=headings[number])
            part = number if name == "part" and _stands_bare(block) else part
        else:
            mark = marks.of(block)
            yield Component("bullet" if mark and mark.style == "bullet" else "body", span, text)


def _stands_bare(block: Block) -> bool:
    """Whether nothing but «Phần I» stands on the line."""
    mark = marks.of(block)
    return mark is not None and not block.text[mark.end :].strip(" .:")


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
    blocks = plan.document.blocks
    found: list[int] = []
    for number in range(*plan.opening):
        folded = fold(blocks[number].text)
        goes_on = bool(found) and found[-1] == number - 1
        begins = BASIS.match(folded) or (goes_on and ON_PROPOSAL.match(folded))
        if goes_on and blocks[number - 1].text.rstrip().endswith(";"):
            begins = begins or NEXT.match(folded)  # «Căn cứ Luật …;», and below it «Nghị định số …;»
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
