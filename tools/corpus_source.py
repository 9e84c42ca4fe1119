"""The marked sources of the corpus: parse them, and say them as plain text and as gold."""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from corpus_numbering import ROMAN

Kind = Literal["section", "heading", "plain", "italic", "centre", "centre-italic", "table", "page", "control"]

# What a line of a source begins with. A line without a mark is a plain paragraph.
MARKS: dict[str, Kind] = {
    "## ": "heading",
    "# ": "section",
    "@ ": "italic",
    "^^ ": "centre",
    "~~ ": "centre-italic",
    "[] ": "control",
    "|": "table",
    "<<<": "page",
}
NUMERAL = re.compile(r"(?P<roman>[IVX]+)\. |(?P<decimal>\d+(?:\.\d+)*)\. |(?P<letter>[a-zđ])\) |(?P<dash>-) ")
INLINE = re.compile(
    r"\{\+\+(?P<insert>.*?)\+\+\}|\{--(?P<delete>.*?)--\}|\^\[(?P<note>[^\]]*)\]|\[\[(?P<control>[^\]]*)\]\]"
)
# One heading of a «Phần»: its ordinal stands on a line of its own, the title on the next.
PARTS = ("nhất", "hai", "ba", "tư", "năm")
PART = re.compile(rf"Phần thứ (?:{'|'.join(PARTS)})")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one table row whose cells `text` separates with bars."""

    kind: Kind
    text: str

    @property
    def cells(self) -> list[str]:
        return [cell.strip() for cell in self.text.strip().strip("|").split("|")]


@dataclass(frozen=True, slots=True)
class Source:
    """A plan as written: facts of its header and signature, and its paragraphs."""

    number: str
    date: str
    place: str
    issuer: list[str]
    title: str
    signer: list[str]
    recipients: list[str]
    paragraphs: tuple[Paragraph, ...]
    superior: str = ""
    numbering: str = "typed"
    wrap: int = 0
    blank_lines: bool = True
    indent: float = 1.0
    gold: dict[str, str] = field(default_factory=dict)
    date_line: str = ""

    @property
    def day(self) -> str:
        """«Phú Thọ, ngày 26 tháng 01 năm 2026»: days below 10 and months 1 and 2 take a zero."""
        year, month, day = self.date.split("-")
        shown = month if month in ("01", "02") else month.lstrip("0")
        return self.date_line or f"{self.place}, ngày {day} tháng {shown} năm {year}"


def parse(text: str) -> Source:
    """Read a source: TOML between two lines of «+++», then one paragraph a line."""
    _, front, body = text.split("+++\n", 2)
    facts: dict[str, Any] = tomllib.loads(front)
    return Source(paragraphs=tuple(_paragraphs(body)), **facts)


def _paragraphs(body: str) -> Iterator[Paragraph]:
    for line in filter(None, map(str.strip, body.splitlines())):
        mark = next((mark for mark in MARKS if line.startswith(mark)), None)
        yield Paragraph(MARKS[mark], line[len(mark) :].strip()) if mark else Paragraph("plain", line)


def seen(text: str) -> str:
    """Text as a reader of the page sees it: insertions in, deletions out, marks gone, footnotes apart."""
    return " ".join(INLINE.sub(lambda m: m["insert"] or m["control"] or "", text).split())


def notes(source: Source) -> list[str]:
    return [m["note"] for p in source.paragraphs for m in INLINE.finditer(p.text) if m["note"]]


def lines(source: Source) -> Iterator[str]:
    """Every paragraph in reading order: header, body (tables cell by cell), signature, footnotes."""
    yield from filter(None, [source.superior, *source.issuer, f"Số: {source.number}"])
    yield from ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", source.day)
    yield from ("KẾ HOẠCH", source.title)
    appended = False
    for paragraph in source.paragraphs:
        if paragraph.kind == "page":
            appended = True
            yield from signature(source)
        for part in paragraph.cells if paragraph.kind == "table" else [paragraph.text]:
            if seen(part):
                yield seen(part)
    if not appended:
        yield from signature(source)
    yield from (f"[{number}] {note}" for number, note in enumerate(notes(source), 1))


def signature(source: Source) -> Iterator[str]:
    yield "Nơi nhận:"
    yield from (f"- {name}" for name in source.recipients)
    yield from filter(None, source.signer)


def plain(source: Source) -> str:
    """The .txt: one paragraph a line, or wrapped at `wrap` columns, with or without a blank line between paragraphs."""
    if not source.wrap:
        return "\n".join(lines(source)) + "\n"
    wrap = textwrap.TextWrapper(source.wrap, break_long_words=False, break_on_hyphens=False)
    # A dash stays with the word before it: at the start of a printed line it would be the mark of a list.
    wrapped = (wrap.fill(re.sub(r"(?<=\w) - ", "\x00- ", line)).replace("\x00", " ") for line in lines(source))
    return ("\n\n" if source.blank_lines else "\n").join(wrapped) + "\n"


def gold(source: Source, name: str) -> dict[str, Any]:
    """What careful reading finds in the plan, in the form of the gold files."""
    said = source.gold
    return {
        "id": name.rsplit("/", 1)[-1],
        "source": f"corpus/{name}.docx",
        "number": source.number,
        "date": source.date,
        "place": source.place,
        "issuer": said["issuer"],
        "superior": said.get("superior"),
        "title": source.title,
        "level": said["level"],
        "parent": _citation(f"parent | {said['parent']}") if "parent" in said else None,
        "sections": list(_sections(source)),
        "citations": [_citation(line) for line in said["citations"].strip().splitlines()],
        "deadlines": [_deadline(line) for line in said["deadlines"].strip().splitlines()],
        "recipients": [name.rstrip(";") for name in source.recipients],
        "signer": {
            "authority": "\n".join(source.signer[:-2]) or None,
            "title": source.signer[-2],
            "name": source.signer[-1],
        },
        "closing": next(seen(p.text) for p in source.paragraphs if p.text.endswith("./.")),
        "defects": [],
    }


def _sections(source: Source) -> Iterator[dict[str, str]]:
    for before, paragraph in zip((Paragraph("plain", ""), *source.paragraphs), source.paragraphs, strict=False):
        if paragraph.kind == "section" and (m := NUMERAL.match(seen(paragraph.text))):
            yield {"numeral": m[0].strip(" ."), "title": seen(paragraph.text)[m.end() :]}
        elif paragraph.kind == "centre" and PART.fullmatch(before.text):
            numeral = ROMAN[PARTS.index(before.text.removeprefix("Phần thứ "))]
            yield {"numeral": numeral, "title": paragraph.text, "written": before.text}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _citation(line: str) -> dict[str, Any]:
    role, kind, number, date, issuer = _cells(line)
    citation = {"type": kind, "number": number, "date": date or None, "issuer": issuer or None}
    return citation if role == "parent" else {**citation, "role": role}


def _deadline(line: str) -> dict[str, Any]:
    kind, when, recurring, actor, recipient, text = _cells(line)
    quarter = re.fullmatch(r"Q(\d)/(\d{4})", when)
    day = re.fullmatch(r"(?:(\d+)/)?(\d{1,2}|-)(?:/(\d{4}))?", when)
    year = int(when) if re.fullmatch(r"\d{4}", when) else None
    return {
        "text": text,
        "day": int(day[1]) if day and day[1] else None,
        "month": int(day[2]) if day and day[2] != "-" else None,
        "quarter": int(quarter[1]) if quarter else None,
        "year": int(quarter[2]) if quarter else int(day[3]) if day and day[3] else year,
        "recurring": recurring,
        "actor": actor or None,
        "recipient": recipient or None,
        "kind": kind,
    }
