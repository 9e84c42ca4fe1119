"""The sections of a plan: a tree of numbered headings, told from the way the numbering nests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from ..model import Block, Document, Section, Span
from ..text import fold, squeeze
from . import marks
from .marks import Mark
from .roles import role, usual

# A style that outranks those already open closes them: «I.» after a preliminary «1.» is the upper level.
RANK = {"part": 0, "roman": 1, "upper": 1, "decimal.": 2, "decimal)": 3, "(decimal)": 4, "letter)": 4, "letter.": 4}
# Where a run-in heading ends: «Kinh phí: Do ngân sách …» is headed «Kinh phí»; a short paragraph is its own title.
SHORT_TITLE = 160
RUN_IN = 90
# A heading shorter than this fits on its line.
BROKEN = 50


class Node(Struct):
    """A heading while the tree is being built."""

    mark: Mark | None
    block: int
    level: int = 1
    children: list[Node] = field(default_factory=list)


def find(document: Document, first: int, end: int) -> tuple[Section, ...]:
    """The top-level sections that begin in blocks [first, end), with their children."""
    top = _tree(document, first, end)
    if not top or not any(_is_heading(document, node) for node in top):
        bare = list(_unnumbered(document, first, end))
        if len(bare) >= 2:
            top = bare
    return tuple(_sections(document, top, end, 1))


def _candidates(document: Document, first: int, end: int) -> Iterator[Node]:
    for number in range(first, end):
        block = document.blocks[number]
        if block.cell is not None or block.part != "body":
            continue
        mark = marks.of(block, document.damaged)
        if mark and mark.style != "bullet" and (mark.end or block.text):
            yield Node(mark, number)


def _tree(document: Document, first: int, end: int) -> list[Node]:
    """Nest the marked blocks: a style seen above closes what is below it, a new one opens a level."""
    root: list[Node] = []
    open_: list[Node] = []
    for node in _candidates(document, first, end):
        assert node.mark is not None
        style = node.mark.style
        if style.startswith("decimal") and style[-1].isdigit():
            _nest_decimals(open_, node)
        else:
            depth = _depth(document, open_, node)
            if depth is not None and _starts_inner_list(document, open_, depth, node):
                depth = None
            if depth is not None:
                del open_[depth:]
            elif style in ("part", "roman", "upper") and not _parts_a_clause(root, node):
                rank = RANK["upper"] if _opens_inner_parts(open_, node) else RANK[style]
                while open_ and open_[-1].mark and RANK.get(open_[-1].mark.style, 3) > rank:
                    open_.pop()
        (open_[-1].children if open_ else root).append(node)
        node.level = len(open_) + 1
        open_.append(node)
    return _without_slips(document, _most_significant(root))


def _without_slips(document: Document, top: list[Node]) -> list[Node]:
    """The sections without a sentence that a slip of the pen numbers «I.» instead of «1.», between «II.» and «III.»."""
    kept: list[Node] = []
    for number, node in enumerate(top):
        before = kept[-1].mark.values[0] if kept and kept[-1].mark else None
        after = top[number + 1].mark if number + 1 < len(top) else None
        slip = before and node.mark and after and node.mark.values[0] <= before and after.values[0] == before + 1
        if slip and len(text := document.blocks[node.block].text) > RUN_IN and text.rstrip().endswith((".", ";")):
            kept[-1].children.append(node)
        else:
            kept.append(node)
    return kept


def _opens_inner_parts(open_: list[Node], node: Node) -> bool:
    """Whether «Phần thứ nhất» stands below «B.» or «II.», which are the upper level then."""
    assert node.mark is not None
    above = next((o.mark for o in open_ if o.mark and o.mark.style in ("roman", "upper")), None)
    return node.mark.style == "part" and node.mark.values == (1,) and above is not None and above.values[0] > 1


def _parts_a_clause(root: list[Node], node: Node) -> bool:
    """Whether «A.» parts the last of at least three clauses «1.», «2.», «3.», which are the upper level then."""
    assert node.mark is not None
    above = [top.mark for top in root if top.mark]
    clauses = [mark.values[0] for mark in above if mark.style == "decimal."]
    return (
        node.mark.style == "upper"
        and node.mark.values == (1,)
        and len(clauses) == len(above) >= 3
        and clauses == list(range(1, len(clauses) + 1))
    )


def _depth(document: Document, open_: list[Node], node: Node) -> int | None:
    """Which of the open headings of the same style a heading stands beside: the outermost, but the item «2. …;» of a
    list that began with its own «1.» stands in that list."""
    assert node.mark is not None
    same = [i for i, above in enumerate(open_) if above.mark and above.mark.style == node.mark.style]
    follows = [i for i in same if (mark := open_[i].mark) and mark.values[-1] + 1 == node.mark.values[-1]]
    if len(same) > 1 and same[-1] in follows:
        ended = document.blocks[node.block].text.rstrip().endswith((".", ";", ","))
        return same[-1] if ended or same[0] not in follows else same[0]
    return same[0] if same else None


def _nest_decimals(open_: list[Node], node: Node) -> None:
    """«2.1» stands below «2», beside «2.0»; where neither is open, below the last heading of another style."""
    assert node.mark is not None
    values = node.mark.values
    while open_:
        above = open_[-1].mark
        assert above is not None
        dotted = above.style.startswith("decimal") and above.style[-1] != ")"
        if above.style in ("part", "roman", "upper") or (dotted and len(above.values) < len(values)):
            return
        open_.pop()


def _starts_inner_list(document: Document, open_: list[Node], depth: int, node: Node) -> bool:
    """A «1.» right below «2. …:» opens a list of its own, it does not go on with the level of «2.»."""
    assert node.mark is not None
    last = open_[-1]
    if node.mark.values != (1,) or depth != len(open_) - 1 or last.mark is None or last.mark.values == (1,):
        return False
    return document.blocks[node.block - 1].text.rstrip().endswith(":")


def _most_significant(root: list[Node]) -> list[Node]:
    """Of the styles at the top only the weightiest makes sections: «1.» before the first «I.» is preliminary."""
    if not root:
        return root
    styles = [node.mark.style for node in root if node.mark]
    best = min(styles, key=lambda style: RANK.get(style, 3))
    if best in ("part", "roman", "upper") or styles.count(best) > len(styles) / 2:
        return [node for node in root if node.mark and node.mark.style == best]
    return root


def _is_heading(document: Document, node: Node) -> bool:
    assert node.mark is not None
    text = document.blocks[node.block].text[node.mark.end :]
    return node.mark.style in ("part", "roman", "upper") or len(text) <= SHORT_TITLE


def _unnumbered(document: Document, first: int, end: int) -> Iterator[Node]:
    """Headings without numbers: short lines in capitals, or bold ones, that say what headings of plans say."""
    for number in range(first, end):
        block = document.blocks[number]
        text = block.text.strip(" *#:.")
        if (
            block.cell is not None
            or block.part != "body"
            or not 4 <= len(text) <= RUN_IN
            or block.text.rstrip()[-1:] in ";,"
        ):
            continue
        starred = block.text.lstrip().startswith("*") and block.text.rstrip(" *").endswith(":")
        if (
            (marks.in_capitals(text, 0.85) and (usual(text, 80) or role(text) != "other"))
            or (starred and usual(text, 90))
            or (
                block.look
                and all(letters.bold for letters in block.look.letters)
                and block.look.letters
                and usual(text, 90)
            )
        ):
            yield Node(None, number)


def _sections(document: Document, nodes: list[Node], end: int, level: int) -> Iterator[Section]:
    for i, node in enumerate(nodes):
        stop = nodes[i + 1].block if i + 1 < len(nodes) else end
        yield _section(document, node, stop, level)


def _section(document: Document, node: Node, stop: int, level: int) -> Section:
    mark = node.mark
    start = mark.end if mark else 0
    title, heading = _title(document, node.block, start)
    if document.damaged and level == 1 and (near := usual(title)):
        title = near[0]
    written = mark.written if mark else ""
    typed = mark is not None and mark.end > 0
    return Section(
        numeral=mark.numeral if mark else "",
        title=title,
        role=role(title, document.damaged) if level == 1 else "other",
        level=level,
        block=node.block,
        last_block=max(stop - 1, node.block),
        heading=heading,
        number=Span(node.block, mark.start, mark.start + len(written)) if mark and typed else None,
        written=written,
        children=tuple(_sections(document, node.children, stop, level + 1)),
    )


def _title(document: Document, number: int, start: int) -> tuple[str, Span]:
    """The words of a heading and their place; a heading broken over two blocks is put together."""
    text = document.blocks[number].text
    end = _title_end(text, start)
    while start < end and text[start] in " *_\t\n":
        start += 1
    words = squeeze(text[start:end]).strip(" *_:")
    after = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
    if not words and after is not None:
        return squeeze(after.text).strip(" *_:"), Span(number + 1, 0, len(after.text))
    if after is not None and _goes_on(words, after):
        words = f"{words} {squeeze(after.text).strip(' *_:')}"
    return words, Span(number, start, max(start, start + len(text[start:end].rstrip(" *_:\n"))))


def _title_end(text: str, start: int) -> int:
    """Where the heading ends: with its block, at the colon of a run-in heading, or after its first sentence.

    «KINH PHÍ: Do ngân sách …» parts itself; a short heading all in small letters is one.
    """
    title = text[start:]
    colon = title.find(":", 0, RUN_IN)
    if colon > 0 and marks.in_capitals(title[:colon], 0.9) and any(map(str.islower, title[colon:])):
        return start + colon
    if len(title) <= SHORT_TITLE:
        return len(text)
    if colon > 0:
        return start + colon
    dot = title.find(". ", 0, RUN_IN)
    return start + dot if dot > 0 else len(text)


def _goes_on(words: str, after: Block) -> bool:
    """A heading goes on in the next block, in capitals like it or in small letters, where that opens nothing."""
    text = after.text.strip()
    capitals = marks.in_capitals(words, 0.9) and marks.in_capitals(text, 0.9)
    return (
        after.cell is None
        and after.part == "body"
        and (capitals or (len(words) >= BROKEN and text[:1].islower()))
        and len(text) < RUN_IN
        and marks.of(after, True) is None
        and words[-1:] not in ".:;"
        and not usual(text, 90)
        and bool(fold(text))
    )


def every(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections with all below them, in reading order."""
    for section in sections:
        yield section
        yield from every(section.children)
