"""The words everyone else speaks: a document, what a reader understands of it, what is wrong with it."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Generic, Literal, TypeVar

from msgspec import Struct

T = TypeVar("T")

# --- a file, read -----------------------------------------------------------------------------------------------


class Span(Struct, frozen=True, order=True):
    """Where: block number, then characters [start, end) of that block's text."""

    block: int
    start: int
    end: int


class Letters(Struct, frozen=True):
    """How the characters [start, end) of a block look. `size` is in points, `color` is RRGGBB or None (automatic).

    `marked` says that they stand on a coloured ground, as a reviewer's pen leaves it; `struck` that a line goes
    through them.
    """

    start: int
    end: int
    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    color: str | None = None
    marked: bool = False
    struck: bool = False


class Look(Struct, frozen=True):
    """How a paragraph stands on the page, with everything inherited resolved. Lengths are in points.

    `line` is a multiple of single spacing when `line_rule` is "auto", points otherwise. `blank` is how high the empty
    paragraphs above stand.
    """

    letters: tuple[Letters, ...] = ()
    align: Literal["left", "center", "right", "both"] = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    blank: float = 0.0
    line: float = 1.0
    line_rule: Literal["auto", "exact", "atLeast"] = "auto"
    style: str = ""
    outline: int | None = None
    bordered: bool = False
    ruled: bool = False  # a line is drawn here, or in an empty paragraph right below


class Cell(Struct, frozen=True):
    """Which cell a block stands in: table, row and column count from 1; `path` leads out through nested tables.

    `rows` and `columns` are how many of them the cell spans, where the format says it.
    """

    table: int
    row: int
    column: int
    path: tuple[tuple[int, int, int], ...] = ()
    rows: int = 1
    columns: int = 1


Part = Literal["body", "box", "header", "footer", "footnote"]


class Block(Struct, frozen=True):
    """One paragraph, in the body or in a table cell. Its text is NFC; `number` is the list number Word shows before it.

    `label` is how a person would point at it. `lines` pairs offsets with the line of the file they stand on,
    in text formats only. `look` is None where the format has none.
    """

    text: str
    label: str
    number: str = ""
    part: Part = "body"
    cell: Cell | None = None
    look: Look | None = None
    lines: tuple[tuple[int, int], ...] = ()
    page: int | None = None

    @property
    def shown(self) -> str:
        """The text with its list number, as a person sees it."""
        return f"{self.number} {self.text}" if self.number else self.text

    def line(self, offset: int) -> int | None:
        """The line of the file (from 1) on which the character at `offset` stands."""
        return self.lines[max(0, bisect_right(self.lines, (offset, 1 << 60)) - 1)][1] if self.lines else None


class Page(Struct, frozen=True):
    """The paper of one Word section. Lengths are in millimetres.

    `number_at` is where the page number field stands ("header" or "footer"), `number_align` how it is aligned there,
    `number_first` whether the first page of the section shows it too, `number_format` («decimal», «lowerRoman») and
    `number_start` (None: it goes on from the section before) what it says. `first_block` is the section's first block.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    landscape: bool = False
    number_at: Literal["header", "footer"] | None = None
    number_align: str | None = None
    number_first: bool = False
    number_format: str = "decimal"
    number_start: int | None = None
    first_block: int = 0


class Note(Struct, frozen=True):
    """Something a reader noticed about the file itself: `code` is for rules («tracked», «comments», «legacy»).

    `at` is where, if it is at one place.
    """

    code: str
    text: str
    at: Span | None = None


class Waiver(Struct, frozen=True):
    """«kehoach: bỏ qua KH302 — lý do», said in the margin: findings of these rules at these places are let pass.

    `codes` are rule ids or prefixes; `places` has one span for each block that the remark is about.
    """

    codes: tuple[str, ...]
    reason: str
    places: tuple[Span, ...]


class Document(Struct, frozen=True, eq=False):
    """A file, read. Nothing after the reader knows which format it came from.

    Body blocks (with tables and text boxes in place) come first, then headers, footers and footnotes.
    """

    path: Path
    format: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    damaged: bool = False
    ocr: bool = False
    notes: tuple[Note, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def text(self, span: Span) -> str:
        return self.blocks[span.block].text[span.start : span.end]


# --- what a reader understands ----------------------------------------------------------------------------------


class Found(Struct, Generic[T], frozen=True):
    """A value and the place it was read from."""

    value: T
    span: Span


class Symbol(Struct, frozen=True):
    """Số, ký hiệu: «163/KH-SGDĐT» is number «163» and symbol «KH-SGDĐT»; either is None where it is blank.

    Always in canonical Vietnamese; `written` is what stands in the text.
    """

    number: str | None
    symbol: str | None
    written: str = ""


class When(Struct, frozen=True):
    """A date as it stands, complete or not. `value` is None for a blank or an impossible date."""

    value: date | None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    text: str = ""


class Citation(Struct, frozen=True):
    """A reference to another document: «Kế hoạch số 337/KH-UBND ngày 29/12/2023 của UBND thành phố về …».

    `kind` is an abbreviation (knowledge/kinds.toml), None where neither word nor symbol tells. `number` and `symbol`
    are canonical («50», «KH-UBND» where «50/KHUBND» is written; Party numbers: «49», «KL/TW»). The four spans are the
    parts of the whole: code (number and symbol), date, issuer, title.
    """

    kind: str | None
    number: str
    symbol: str
    date: date | None = None
    issuer: str | None = None
    title: str | None = None
    code: Span = Span(0, 0, 0)
    when: Found[When] | None = None
    issuer_span: Span | None = None
    title_span: Span | None = None
    numbered: bool = True  # the word «số» stands before the number

    @property
    def key(self) -> str:
        """What makes two citations the same document: number and symbol, without regard to case and to «&»."""
        return f"{self.number.lstrip('0')}/{self.symbol}".casefold().replace("&", "").replace("-", "/")


Role = Literal[
    "purpose", "content", "criteria", "solutions", "schedule", "funding", "implementation", "reporting", "dossier",
    "situation", "targets", "other",
]  # fmt: skip


class Section(Struct, frozen=True):
    """A heading and what stands below it, up to `last_block`. `numeral` has no dot («II», «1», «a»), "" if none.

    `heading` is the place of the title's words; `number` is the place of a numeral that is typed (None: automatic).
    `written` is the numeral as it stands («I1» for II in damaged text).
    """

    numeral: str
    title: str
    role: Role
    level: int
    block: int
    last_block: int
    heading: Span
    number: Span | None = None
    written: str = ""
    children: tuple[Section, ...] = ()


Every = Literal["year", "half-year", "quarter", "month", "week"]
Relation = Literal["before", "by", "on", "during", "after"]
Subject = Literal["report", "dossier", "review", "task", "milestone"]


class Deadline(Struct, frozen=True):
    """A dated expression and what it is about. For a period, the day is its first and `until` its last.

    `date` is filled when day, month and year are all there and possible.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    quarter: int | None = None
    date: date | None = None
    every: Every | None = None
    relation: Relation = "on"
    subject: Subject = "milestone"
    sender: str | None = None
    recipient: str | None = None
    until: When | None = None
    recipient_span: Span | None = None


class Task(Struct, frozen=True):
    """Work given to a body. `section` is the numeral of the top-level section, `block` where the words stand."""

    owner: str
    text: str
    section: str
    block: int
    partners: tuple[str, ...] = ()
    deadline: str | None = None
    product: str | None = None


Bound = Literal["at-least", "at-most", "exactly", "increase", "decrease"]


class Target(Struct, frozen=True):
    """A figure to be reached: `amount` in `unit` («%», «lớp») of `what`, by the end of `year` where one is said."""

    amount: float
    unit: str
    relation: Bound
    what: str
    year: int | None = None


class Recipient(Struct, frozen=True):
    """One line of «Nơi nhận»: who, and what for («để báo cáo»)."""

    name: str
    purpose: str | None = None


class Signer(Struct, frozen=True):
    """Who signs: «KT. GIÁM ĐỐC» (authority), «PHÓ GIÁM ĐỐC» (position), and the person's name."""

    authority: str | None = None
    position: str | None = None
    name: str | None = None


class Plan(Struct, frozen=True, eq=False, weakref=True):
    """What a plan says, each part with its place. `number` is there when a number line is there, blank or not."""

    document: Document
    kind: Found[str] | None = None
    number: Found[Symbol] | None = None
    date: Found[When] | None = None
    place: Found[str] | None = None
    superior: Found[str] | None = None
    issuer: Found[str] | None = None
    title: Found[str] | None = None
    parent: Found[Citation] | None = None
    citations: tuple[Found[Citation], ...] = ()
    sections: tuple[Section, ...] = ()
    deadlines: tuple[Found[Deadline], ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Found[Target], ...] = ()
    recipients: tuple[Found[Recipient], ...] = ()
    signer: Found[Signer] | None = None
    opening: tuple[int, int] = (0, 0)  # blocks [first, end) between title and first section
    end: int = 0  # one past the last block of the text: sign-off, appendices and page margins come after

    @property
    def issued(self) -> datetime.date | None:
        return self.date.value.value if self.date else None


# --- the body that issues a plan --------------------------------------------------------------------------------


class Unit(Struct, frozen=True):
    """The unit metadata of UNIT.toml (unit.schema.json). `level` is a key of knowledge/levels.toml."""

    name: str
    short_name: str
    level: str
    superior: str
    place: str
    province: str
    signer: Signer
    departments: tuple[str, ...] = ()
    recipients: tuple[Recipient, ...] = ()


# --- what is wrong ----------------------------------------------------------------------------------------------


class Severity(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3


class Fix(Struct, frozen=True):
    """Replace the text of `span`. Unsafe fixes are shown but applied only on request."""

    span: Span
    text: str
    safe: bool = True


class Related(Struct, frozen=True):
    """Where the parent says so."""

    document: Document
    span: Span


class Finding(Struct, frozen=True):
    """One thing wrong. An empty span marks where something absent should stand.

    A check yields place and message; the engine fills in the rule's id and severity, and `also`: the fixes of the
    other places of which the finding speaks.
    """

    span: Span
    message: str
    fix: Fix | None = None
    related: Related | None = None
    rule: str = ""
    severity: Severity = Severity.WARNING
    also: tuple[Fix, ...] = ()

    @property
    def fixes(self) -> tuple[Fix, ...]:
        return (self.fix, *self.also) if self.fix else ()


class Skip(Struct, frozen=True):
    """A check yields this when it cannot see what it needs: not evaluated is not passed. The reason is Vietnamese."""

    reason: str


Findings = Iterator[Finding | Skip]
