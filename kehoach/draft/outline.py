"""The parent's sections as trees of items, and a draft's lines numbered again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from ..extract.marks import LETTERS, roman
from ..model import Plan, Section
from ..patterns import lazy
from ..text import fold, squeeze
from .context import LeftOut, Line, Look, Marker, Paragraph
from .mending import Mend

_NUMBER = lazy(r"\(?(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*[.)/](?!\d)\s*|(?P<dotted>\d{1,2}(?:\.\d{1,2})+)\s+")
_LETTER = lazy(r"[a-zđ¢]\s*[.)/]\s+", re.IGNORECASE)
_NOISE = lazy(r"^[\s~|_\\'`.,·]+(?=\S)")
_DASH = lazy(r"[-–—•·●▪]\s*|\*+\s*(?=\S)")
_PLUS = lazy(r"\+\s*")
_EMPHASIS = lazy(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")

DEPTH: dict[str, int] = {"*": 1, "**": 2, "-": 3, "+": 4}
# How the last paragraph of a plan begins: it belongs to the whole, not to the section above it.
CLOSING = (
    "tren day la", "trong qua trinh", "nhan duoc ke hoach", "yeu cau cac", "yeu cau thu truong", "de nghi cac don vi",
    "de nghi cac co quan",
)  # fmt: skip
ARTICLE = lazy(r"dieu \d+\s*[.:]")  # of the decision or resolution itself
LONGEST_STAR = 80  # characters of a line that begins with a star and ends without a stop: «* Đối với khu phố»
# A numbered paragraph longer than this is no heading, whatever stands below it.
LONGEST_TITLE = 160


class Item(Struct):
    """One paragraph of the parent below a section heading, with what stands under it. `title`: a heading of its own."""

    marker: Marker
    text: str
    block: int
    title: bool = False
    items: list[Item] = field(default_factory=list)


def items(plan: Plan, section: Section, mend: Mend | None = None, lost: list[LeftOut] | None = None) -> list[Item]:
    """What stands below a section's heading, as a tree. `lost` takes what `mend` could not make readable."""
    titles = {part.block for part in _below(section) if len(part.title) <= LONGEST_TITLE}
    return between(plan, max(section.block, section.heading.block) + 1, section.last_block, titles, mend, lost)


def between(
    plan: Plan, first: int, last: int, titles: set[int], mend: Mend | None = None, lost: list[LeftOut] | None = None
) -> list[Item]:
    """The paragraphs from one block to another as a tree; `titles` are the blocks that are headings."""
    roots: list[Item] = []
    open_: list[tuple[int, Item]] = []
    for number in range(first, last + 1):
        block = plan.document.blocks[number]
        plain = fold(block.text)
        if block.part != "body" or block.cell or not plain.strip() or plain.startswith(CLOSING) or ARTICLE.match(plain):
            continue
        text = mend(_NOISE.sub("", block.shown)) if mend else block.shown
        if text is None and lost is not None:
            lost.append(LeftOut(block.text, "chữ trong tệp hỏng, không chắc đọc đúng", number))
        title = number in titles and not block.text.rstrip().endswith((".", ";", ","))
        item = _item(text or block.shown, number, title)
        if text is None:
            item.text = ""  # its place in the list stays, so that a heading knows it had something
        depth = DEPTH.get(item.marker, 9)
        if depth == 9:  # plain text goes on under the last title
            while open_ and not open_[-1][1].title:
                open_.pop()
        else:
            while open_ and open_[-1][0] >= depth:
                open_.pop()
        (open_[-1][1].items if open_ else roots).append(item)
        if depth < 9:
            open_.append((depth, item))
    return roots


def _below(section: Section) -> Iterator[Section]:
    for part in section.children:
        yield part
        yield from _below(part)


def _item(text: str, block: int, title: bool) -> Item:
    starred = text.lstrip().startswith("*")  # a heading of Markdown text, or a list sign that is one
    title = title or (starred and len(text) <= LONGEST_STAR and text.rstrip("* ")[-1:] not in ".;,")
    text = squeeze(_EMPHASIS.sub("", text.lstrip("*_\\ ") if starred and title else text))
    marker: Marker = ""
    if number := _NUMBER.match(text):
        marker = "**" if "." in (number["number"] or number["dotted"] or "") else "*"
        text = text[number.end() :]
    elif letter := _LETTER.match(text):
        marker, text = "**", text[letter.end() :]
    elif dash := _DASH.match(text):
        marker, text = ("**" if title else "-"), text[dash.end() :]
    elif plus := _PLUS.match(text):
        marker, text = "+", text[plus.end() :]
    elif title:
        marker = "**" if starred else "*"
    return Item(marker, text.rstrip("* "), block, title)


def numbered(lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """Lines with their numbers: I. 1. a) - +, each counted anew below the one above."""
    counts = {"#": 0, "1": 0, "a": 0}
    return tuple(_numbered(line, counts) for line in lines)


def _numbered(line: Line, counts: dict[str, int]) -> Paragraph:
    look: Look = "body"
    text, number = line.text, ""
    if line.marker == "#":
        counts.update({"#": counts["#"] + 1, "1": 0, "a": 0})
        look, text, number = "heading1", text.upper(), f"{roman(counts['#'])}."
    elif line.marker in ("##", "*"):
        counts.update({"1": counts["1"] + 1, "a": 0})
        look, number = ("heading2" if line.marker == "##" else "body"), f"{counts['1']}."
    elif line.marker in ("###", "**"):
        number = f"{LETTERS[counts['a'] % len(LETTERS)]})"
        counts["a"] += 1
        look = "heading3" if line.marker == "###" else "body"
    elif line.marker in ("-", "+"):
        number = line.marker
    elif line.marker == "~":
        look = "basis"
    elif line.marker == "!":
        look = "closing"
    elif line.marker == "|":
        look = "table"
    return Paragraph(look, f"{number} {text}" if number else text, line.origin, number, line.table)


def unlisted(lines: list[Line]) -> list[Line]:
    """A list of one is no list: a lone «a)» under a heading becomes plain text."""
    if sum(line.marker in ("**", "*") for line in lines) == 1 and lines[0].marker in ("**", "*"):
        return [replace(lines[0], marker=""), *lines[1:]]
    return lines


def heading(item: Item) -> Marker:
    if item.title:
        return {"*": "##", "**": "###"}.get(item.marker, "##")  # type: ignore[return-value]
    return item.marker
