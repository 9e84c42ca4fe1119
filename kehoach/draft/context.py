"""What a draft holds before it is laid out: lines with their place in the outline, each knowing where it came from."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from ..patterns import lazy

# What only a person can fill in stands in the text as «[số liệu …]».
MARK = lazy(r"\[[^\[\]\n]+\]")

Marker = Literal["#", "##", "###", "*", "**", "-", "+", "~", "", "!", "|"]


class Origin(Struct, frozen=True):
    """Where words came from: a block of the parent, a wording file, or a field of UNIT.toml; and what was changed."""

    kind: Literal["parent", "wording", "unit"]
    where: str
    block: int | None = None
    changed: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """A table of tasks or targets. `widths` are the shares of its columns, empty for equal ones."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    origin: Origin
    widths: tuple[float, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        return (*self.columns, *(cell for row in self.rows for cell in row))


class Annex(Struct, frozen=True):
    """What is printed after the signature on a page of its own: «Phụ lục», its title, a table; landscape if wide."""

    title: str
    table: Table

    @property
    def landscape(self) -> bool:
        return len(self.table.columns) >= WIDE


WIDE = 6  # columns that do not fit between the margins of an upright page


class Line(Struct, frozen=True):
    """A paragraph that has no number yet.

    Its marker: «#» «##» «###» headings (I. 1. a), «*» «**» numbered text (1. a), «-» «+» lists, «~» a legal basis,
    «!» the closing sentence, «|» a table (its text is the caption, perhaps empty), «» plain text.
    """

    marker: Marker
    text: str
    origin: Origin
    table: Table | None = None


Look = Literal["heading1", "heading2", "heading3", "basis", "body", "closing", "table"]


class Paragraph(Struct, frozen=True):
    """A paragraph as it is printed. `number` is what `text` begins with: «I.», «1.», «a)», «-», or nothing."""

    look: Look
    text: str
    origin: Origin
    number: str = ""
    table: Table | None = None

    @property
    def words(self) -> str:
        """The text without its number, for layouts that number by themselves."""
        return self.text[len(self.number) :].lstrip() if self.number else self.text

    @property
    def heading1(self) -> bool:
        return self.look == "heading1"

    @property
    def heading2(self) -> bool:
        return self.look == "heading2"

    @property
    def heading3(self) -> bool:
        return self.look == "heading3"

    @property
    def basis(self) -> bool:
        return self.look == "basis"

    @property
    def body(self) -> bool:
        return self.look == "body"

    @property
    def closing(self) -> bool:
        return self.look == "closing"


class LeftOut(Struct, frozen=True):
    """Words of the parent that did not go into the draft, and why."""

    text: str
    reason: str
    block: int


class Draft(Struct, frozen=True):
    """A whole plan, ready to be laid out. Header names are lines in capitals; `on` is the day it is written for."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place_date: str
    kind: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    recipients: tuple[str, ...]
    signing: tuple[str, ...]
    signer: str
    author: str
    on: date
    left_out: tuple[LeftOut, ...] = field(default=())
    annexes: tuple[Annex, ...] = ()
    warnings: tuple[str, ...] = ()  # what a clerk should know before using it, as Vietnamese sentences

    @property
    def marks(self) -> tuple[str, ...]:
        """Every mark that a person must fill in, in reading order, each once."""
        texts = [self.title]
        for paragraph in self.paragraphs:
            texts += [paragraph.text, *(paragraph.table.texts if paragraph.table else ())]
        texts += [*self.recipients, self.signer]
        for annex in self.annexes:
            texts += [annex.title, *annex.table.texts]
        return tuple(dict.fromkeys(mark for text in texts for mark in MARK.findall(text)))
