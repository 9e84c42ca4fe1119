"""Documents written in fonts from before Unicode, brought to Unicode whatever format they came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge import table
from ..model import Block, Document, Letters, Note
from ..text import is_damaged
from .sample import ENOUGH, sample

# Nearly all files are in Unicode, and do not wait for the modules that convert: these are loaded where they are needed.
if TYPE_CHECKING:
    from .charsets import Charset

UNICODE: tuple[None, bool] = (None, False)
# How some letters are to be read: in which set, None for Unicode, and whether their font shows them as capitals.
Reading = tuple["Charset | None", bool]
# A set of fonts may be long; the first few say enough.
SHOWN_FONTS = 3
# Characters of a text looked at to tell its set.
HEAD = 2 * ENOUGH
# Letters that no set but Unicode has; a text with so many different ones is in Unicode.
UNICODE_LETTERS = frozenset("ăđơưạảấầẩậắặẹẻếềểệỉịọốồổộớờởợụủứừửữựỳỷỹ")
ENOUGH_LETTERS = 15
# What the names of old fonts begin with, and the mark of a name that begins elsewhere («ABCDEF+VnTime»).
OLD_FONTS = (".", "V", "v")
SUBSET = "+"


class Stretch(Struct, frozen=True):
    """Characters [start, end) of a block that are read in one way."""

    start: int
    end: int
    reading: Reading


def kept(text: str, font: str | None) -> str:
    """`text` with the soft hyphens of a TCVN3 font, each of which is an ư, in a form that lasts until `repair`."""
    if "\xad" not in text or not font:
        return text
    from .charsets import KEPT_HYPHEN, of_font

    return text.replace("\xad", KEPT_HYPHEN) if of_font(font)[0] == "tcvn3" else text


def shown(text: str, font: str | None) -> str:
    """`text` as it looks in `font`: for readers that must know the words before there is a document."""
    from .charsets import convert, of_font

    charset, capitals = of_font(font) if font else UNICODE
    return convert(text, charset, capitals) if charset else text


def note(charsets: Iterable[Charset], fonts: Iterable[str] = ()) -> Note:
    """What is said about a file whose text was in these sets."""
    names = table("legacy")["names"]
    written = "bảng mã " + ", ".join(sorted(names[charset] for charset in set(charsets)))
    known = sorted(set(fonts))
    more = ", …" if len(known) > SHOWN_FONTS else ""
    return Note("legacy", written + (f"; phông {', '.join(known[:SHOWN_FONTS])}{more}" if known else ""))


def repaired(source: str) -> tuple[str, tuple[Note, ...]]:
    """A text without fonts in Unicode, and the note that it was not; to be asked before soft hyphens are dropped."""
    start = source[:HEAD]
    if _is_unicode(start):
        return source, ()
    from .charsets import convert, recognise

    charset = recognise(start)
    return (convert(source, charset), (note([charset]),)) if charset else (source, ())


def repair(document: Document) -> Document:
    """The document in Unicode, with a note that says from which sets; the same document where it was in Unicode.

    A font tells the set of its letters; the letters in other fonts tell theirs if they do so clearly, all together.
    """
    fonts = {font for block in document.blocks if block.look for each in block.look.letters if (font := each.font)}
    if not any(font.startswith(OLD_FONTS) or SUBSET in font for font in fonts) and _is_unicode(sample(document.blocks)):
        return document
    from .charsets import of_font, recognise

    by_font = {font: reading for font in sorted(fonts) if (reading := of_font(font))[0]}
    elsewhere = recognise(_elsewhere(document.blocks, by_font) if by_font else sample(document.blocks))
    if not by_font and not elsewhere:
        return document
    blocks = tuple(_block(block, by_font, elsewhere) for block in document.blocks)
    if all(new.shown == old.shown for new, old in zip(blocks, document.blocks, strict=True)):
        return document
    charsets = {charset for charset, _ in by_font.values() if charset} | ({elsewhere} if elsewhere else set())
    notes = (*document.notes, note(charsets, by_font))
    return replace(document, blocks=blocks, notes=notes, damaged=is_damaged(sample(blocks)))


def _is_unicode(text: str) -> bool:
    return len(UNICODE_LETTERS & set(text)) >= ENOUGH_LETTERS


def _elsewhere(blocks: Iterable[Block], by_font: dict[str, Reading]) -> str:
    """The first few thousand characters in fonts that tell nothing."""
    found: list[str] = []
    length = 0
    for block in blocks:
        for stretch in _stretches(block, by_font, None):
            if stretch.reading[0] is None:
                found.append(block.text[stretch.start : stretch.end])
                length += stretch.end - stretch.start
        if length > ENOUGH:
            break
    return "\n".join(found)


def _block(block: Block, by_font: dict[str, Reading], elsewhere: Charset | None) -> Block:
    stretches = list(_stretches(block, by_font, elsewhere))
    if all(stretch.reading[0] is None for stretch in stretches) and not (elsewhere and block.number):
        return block
    from .charsets import convert_with_places

    text = ""
    places: list[int] = []
    for stretch in stretches:
        charset, capitals = stretch.reading
        written = block.text[stretch.start : stretch.end]
        if charset is None:
            new, offsets = written, list(range(len(written) + 1))
        else:
            new, offsets = convert_with_places(written, charset, capitals)
        places += [len(text) + offset for offset in offsets[:-1]]
        text += new
    places.append(len(text))
    return replace(
        block,
        text=text,
        number=_number(block.number, stretches[0].reading if stretches else (elsewhere, False)),
        look=block.look and replace(block.look, letters=tuple(_moved(block.look.letters, places))),
        lines=tuple((places[offset], line) for offset, line in block.lines),
    )


def _number(number: str, reading: Reading) -> str:
    """A list number that has words («§iÒu 1.») is in the font of the text behind it."""
    from .charsets import convert

    charset, capitals = reading
    return convert(number, charset, capitals) if charset and not number.isascii() else number


def _moved(letters: Iterable[Letters], places: list[int]) -> Iterator[Letters]:
    for each in letters:
        start, end = places[each.start], places[each.end]
        if start < end:
            yield replace(each, start=start, end=end)


def _stretches(block: Block, by_font: dict[str, Reading], elsewhere: Charset | None) -> Iterator[Stretch]:
    """The text of a block in stretches that are read in one way, so that a letter cut in two by its look is whole."""
    marked: list[Stretch] = []
    place = 0
    for each in block.look.letters if block.look else ():
        if each.start > place:
            marked.append(Stretch(place, each.start, (elsewhere, False)))
        marked.append(Stretch(each.start, each.end, by_font.get(each.font or "", (elsewhere, False))))
        place = each.end
    if place < len(block.text):
        marked.append(Stretch(place, len(block.text), (elsewhere, False)))
    for reading, group in groupby(marked, key=lambda stretch: stretch.reading):
        same = list(group)
        yield Stretch(same[0].start, same[-1].end, reading)
