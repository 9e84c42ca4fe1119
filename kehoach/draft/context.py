"""What a draft holds before it is laid out: lines with their place in the outline, each knowing where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

# What only a person can fill in stands in the text as «[số liệu …]».
MARK = re.compile(r"\[[^\[\]\n]+\]")

Marker = Literal["#", "##", "###", "*", "**", "-", "+", "~", "", "!"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words came from: a block of the parent, a wording file, or a field of UNIT.toml; and what was changed."""

    kind: Literal["parent", "wording", "unit"]
    where: str
    block: int | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that has no number yet.

    Its marker: «#» «##» «###» headings (I. 1. a), «*» «**» numbered text (1. a), «-» «+» lists, «~» a legal basis,
    «!» the closing sentence, «» plain text.
    """

    marker: Marker
    text: str
    origin: Origin


Look = Literal["heading1", "heading2", "heading3", "basis", "body", "closing"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is printed. The layout asks by look: `{%p if paragraph.heading1 %}`."""

    look: Look
    text: str
    origin: Origin

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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the parent that did not go into the draft, and why."""

    text: str
    reason: str
    block: int


@dataclass(frozen=True, slots=True)
class Draft:
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

    @property
    def marks(self) -> tuple[str, ...]:
        """Every mark that a person must fill in, in reading order, each once."""
        texts = [self.title, *(paragraph.text for paragraph in self.paragraphs), *self.recipients, self.signer]
        return tuple(dict.fromkeys(mark for text in texts for mark in MARK.findall(text)))
