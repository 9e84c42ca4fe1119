"""How a paragraph stands on the page and how its letters look, everything inherited resolved."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

from ...model import Letters, Look
from ...text import INVISIBLE, nfc
from .names import Element
from .numbering import Numbering
from .runs import Piece
from .styles import Said, Styles, paragraph_says

DEFAULT_FONT = "Times New Roman"
TAB_STOP = 36.0  # points: half an inch, where Word stops of itself unless the settings say otherwise
DEFAULT_SIZE = 10.0  # what Word takes where neither a style nor the defaults give a size


def paragraph_look(
    properties: Element | None, style: str, table: str, styles: Styles, numbering: Numbering
) -> tuple[Said, str, int]:
    """All that holds for a paragraph, and its list: id («» for none) and level (from 0)."""
    if (table, style) not in styles.paragraphs:
        said = dict(styles.paragraph)
        for each in styles.chain(table):
            said |= each.paragraph
        inherited: tuple[Said, str, int] = (said, "", 0)
        for each in styles.chain(style):
            inherited = _laid_over(inherited, each.paragraph, each.id, numbering)
        styles.paragraphs[table, style] = inherited
    said, identity, depth = _laid_over(styles.paragraphs[table, style], paragraph_says(properties), "", numbering)
    return said, "" if identity == "0" else identity, depth


def _laid_over(under: tuple[Said, str, int], layer: Said, origin: str, numbering: Numbering) -> tuple[Said, str, int]:
    """What holds with `layer`, of the style `origin` or of the paragraph itself (""), over what held before."""
    said, identity, depth = under
    if "list" not in layer and "level" not in layer:
        return said | layer, identity, depth
    identity = layer.get("list", identity)
    tied = numbering.level_of_style(identity, origin) if origin else None
    depth = layer.get("level", depth) if tied is None else tied
    level = numbering.level(identity, depth)
    # the indents of a list lie below those of the very style or paragraph that names the list
    return (said | level.paragraph | layer if level is not None else said | layer), identity, depth


def look(said: Said, letters: tuple[Letters, ...], style_name: str) -> Look:
    return Look(
        letters=letters,
        align=said.get("align", "left"),
        left=said.get("left", 0.0),
        right=said.get("right", 0.0),
        first=said.get("first", 0.0),
        before=said.get("before", 0.0),
        after=said.get("after", 0.0),
        blank=said.get("blank", 0.0),
        line=said.get("line", 1.0),
        line_rule=said.get("rule", "auto"),
        style=style_name,
        outline=said.get("outline"),
        bordered=said.get("bordered", False),
        ruled=said.get("ruled", False),
    )


def shown_at(said: Said, pieces: list[Piece], stop: float = TAB_STOP) -> Said:
    """The looks of a paragraph whose first line is moved in by typed tabs, which are not part of its text.

    `stop` is the distance of the tab stops that nobody set, in points.
    """
    raw = "".join(piece.text for piece in pieces)
    tabs = raw[: len(raw) - len(raw.lstrip())].count("\t")
    if not tabs:
        return said
    left = said.get("left", 0.0)
    begin = left + said.get("first", 0.0)
    # where the first line hangs out, the indent of the other lines is a stop too
    own = [at for at in (*said.get("stops", ()), left) if at > begin]
    for _ in range(tabs):
        begin = min((at for at in own if at > begin), default=(begin // stop + 1) * stop)
    return said | {"first": begin - left}


def text_and_letters(pieces: list[Piece]) -> tuple[str, tuple[Letters, ...]]:
    """The paragraph's text, NFC and stripped, and the stretches of it that look alike."""
    text, places = text_and_places(pieces)
    stretches: list[tuple[int, int, dict[str, Any]]] = []
    for piece, (start, end) in zip(pieces, places, strict=True):
        if start >= end:
            continue
        for begin, stop, font in _fonts(piece.said, text, start, end):
            marks = _marks(piece.said) | {"font": font}
            if stretches and stretches[-1][2] == marks:
                stretches[-1] = (stretches[-1][0], stop, marks)
            else:
                stretches.append((begin, stop, marks))
    return text, tuple(Letters(start, end, **marks) for start, end, marks in stretches)


def _fonts(said: Said, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches in one font: Word has one for ASCII and another for letters with marks, mostly the same."""
    font: str = said.get("font", DEFAULT_FONT)
    wide: str = said.get("wide", font)
    if wide == font or text.isascii():
        yield start, end, font
        return
    for plain, group in groupby(range(start, end), lambda at: text[at].isascii()):
        places = list(group)
        yield places[0], places[-1] + 1, font if plain else wide


def text_and_places(pieces: list[Piece]) -> tuple[str, list[tuple[int, int]]]:
    """The paragraph's text, NFC and stripped, and where in it each piece starts and ends (nowhere: start >= end)."""
    raw = "".join(piece.text for piece in pieces)
    text = nfc(raw)
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    bounds = [min(max(0, offset - lead), len(text)) for offset in boundaries(raw, pieces)]
    return text, list(pairwise(bounds))


def boundaries(raw: str, pieces: list[Piece]) -> list[int]:
    """Where in the NFC text each piece starts, and the end of the last one.

    A mark that combines with the letter before it belongs to that letter's piece.
    """
    if len(pieces) == 1:
        return [0, len(nfc(raw))]
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece.text))
    offsets = [_past_marks(raw, offset) for offset in offsets]
    if nfc(raw) == raw:
        return offsets
    return [len(nfc(raw[:offset])) for offset in offsets]


def _past_marks(raw: str, offset: int) -> int:
    while 0 < offset < len(raw) and (unicodedata.combining(raw[offset]) or ord(raw[offset]) in INVISIBLE):
        offset += 1
    return offset


def _marks(said: Said) -> dict[str, Any]:
    return {
        "size": said.get("size") or DEFAULT_SIZE,
        "bold": said.get("bold", False),
        "italic": said.get("italic", False),
        "underline": said.get("underline", False),
        "caps": said.get("capitals", False) or said.get("small", False),
        "color": said.get("color"),
        "marked": said.get("marked", False),
        "struck": said.get("struck", False),
    }
