"""Plain text and Markdown: printed lines rejoined into paragraphs, each of which still knows its lines in the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from ..model import Block, Document, Part
from ..text import is_damaged, nfc
from . import joining, legacy, markdown
from .encoding import decode
from .failure import ReadingError
from .lines import Line, columns, rows, split
from .pages import page_numbers
from .sample import sample


def read(path: Path) -> Document:
    """A .txt or .md file in whatever encoding it is."""
    return from_bytes(path.read_bytes(), path)


def from_bytes(data: bytes, path: Path) -> Document:
    source, notes = legacy.repaired(decode(data, path))
    if not source.strip():
        raise ReadingError(f"Tệp «{path}» không có chữ nào, hãy lấy lại bản đầy đủ.")
    return replace(parse(source, path, path.suffix.lower().lstrip(".") or "txt"), notes=notes)


def parse(source: str, path: Path = Path("<text>"), format: str = "txt") -> Document:
    """The document in `source`. A .txt that is full of Markdown marks is read as Markdown."""
    source = nfc(source)
    marked = format == "md" or markdown.is_markdown(source)
    lines = markdown.split(source) if marked else list(rows(split(source)))
    lines, numbers = page_numbers(list(columns(lines)))
    blocks = [_block(group) for group in joining.paragraphs(lines)]
    damaged = is_damaged(sample(blocks))
    blocks += [_block([number], "footer") for number in numbers]
    return Document(path, format, tuple(blocks), damaged=damaged)


def _block(group: Sequence[Line], part: Part = "body") -> Block:
    text = group[0].text
    places = [(0, group[0].number)]
    for line in group[1:]:
        text += joining.joint(text, line.text)
        places.append((len(text), line.number))
        text += line.text
    return Block(text, label=f"dòng {group[0].number}", part=part, cell=group[0].cell, lines=tuple(places))
