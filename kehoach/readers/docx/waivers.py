"""Remarks in the margin that let a finding pass: «kehoach: bỏ qua KH302 — lý do»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...model import Note, Span, Waiver
from ...patterns import lazy
from ...text import fold, nfc, squeeze
from .looks import text_and_places
from .names import Element, W
from .walk import PARAGRAPH, Paragraph

_CODE = lazy(r"kh\d*\b")
_SAID = lazy(
    rf"kehoach\s*:?\s*bo qua:?\s+(?P<codes>{_CODE.pattern}(?:\s*[,;&+]?\s*(?:va\s+)?{_CODE.pattern})*)(?P<reason>.*)",
    re.DOTALL,
)
_CALLED = lazy(r"kehoach\s*:?\s*bo qua\b")
_MARKS = " \t\n-:;,.("
FORM = "kehoach: bỏ qua KH302 — lý do"


def read_waivers(
    comments: Element | None, root: Element, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Waiver, ...], list[Note], int]:
    """The waivers, a note for each that cannot hold, and how many other comments there are.

    `root` is the document part that the comments are anchored in, `paragraphs` those behind the blocks.
    """
    remarks = {e.get(f"{W}id", ""): _words(e) for e in ([] if comments is None else comments.findall(f"{W}comment"))}
    called = {id: words for id, words in remarks.items() if _CALLED.match(fold(words))}
    if not called:
        return (), [], len(remarks)
    places = _places(root, paragraphs, called)
    waivers: list[Waiver] = []
    notes: list[Note] = []
    for id, words in called.items():
        codes, reason = _parsed(words)
        if not codes or not reason or id not in places:
            missing = "lý do" if codes and not reason else "mã quy tắc" if not codes else "chỗ được ghi chú"
            said = f"ghi chú «{squeeze(words)}» thiếu {missing} nên không có hiệu lực"
            notes.append(Note("waiver", said, next(iter(places.get(id, ())), None)))
        else:
            waivers.append(Waiver(codes, reason, places[id]))
    return tuple(waivers), notes, len(remarks) - len(called)


def _words(comment: Element) -> str:
    texts = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(PARAGRAPH))
    return nfc("\n".join(texts)).strip()


def _parsed(words: str) -> tuple[tuple[str, ...], str]:
    """
    >>> _parsed("kehoach: bỏ qua KH302, KH7 — cấp trên đã đính chính")
    (('KH302', 'KH7'), 'cấp trên đã đính chính')
    """
    found = _SAID.match(fold(words))
    if found is None:
        return (), ""
    codes = tuple(code.upper() for code in _CODE.findall(found["codes"]))
    # folded marks, so that every kind of dash between code and reason is the same
    folded = found["reason"].rstrip()
    start = len(folded) - len(folded.lstrip(_MARKS))
    reason = squeeze(words[found.start("reason") + start :])
    return codes, reason.removesuffix(")") if folded.lstrip().startswith("(") else reason


def _places(root: Element, paragraphs: Sequence[Paragraph], wanted: Iterable[str]) -> dict[str, tuple[Span, ...]]:
    """The words that each comment stands on, a span for each block. A comment without a range stands on its block."""
    at: dict[Element, Span] = {}
    whole: dict[Element, Span] = {}
    for number, paragraph in enumerate(paragraphs):
        text, bounds = text_and_places(paragraph.pieces)
        whole[paragraph.element] = Span(number, 0, len(text))
        for piece, (start, end) in zip(paragraph.pieces, bounds, strict=True):
            at[piece.source] = Span(number, start, end)
    spans: dict[str, dict[int, Span]] = {id: {} for id in wanted}
    open_: set[str] = set()
    for element in root.iter():
        id = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart" and id in spans:
            open_.add(id)
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(id)
        elif element.tag == f"{W}commentReference" and id in spans and not spans[id]:
            block = next((whole[p] for p in element.iterancestors(PARAGRAPH) if p in whole), None)
            spans[id] |= {block.block: block} if block else {}
        elif open_ and element in at:
            for each in open_:
                new = at[element]
                old = spans[each].get(new.block, new)
                spans[each][new.block] = Span(new.block, min(old.start, new.start), max(old.end, new.end))
    return {id: tuple(found.values()) for id, found in spans.items() if found}
