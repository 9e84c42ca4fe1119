"""Plain text and Markdown: printed lines rejoined into paragraphs, each of which still knows its lines in the file."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path

from ..model import Block, Document, Part
from ..text import is_damaged, nfc
from . import joining, markdown
from .failure import ReadingError
from .lines import Line, columns, split
from .pages import page_numbers
from .sample import sample

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(path: Path) -> Document:
    """A .txt or .md file: UTF-8, or UTF-16 with its mark."""
    source = decode(path.read_bytes(), path)
    if not source.strip():
        raise ReadingError(f"Tệp «{path}» không có chữ nào, hãy lấy lại bản đầy đủ.")
    return parse(source, path, path.suffix.lower().lstrip("."))


def decode(data: bytes, path: Path) -> str:
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        source = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"Tệp «{path}» không ở bảng mã Unicode (UTF-8), hãy mở ra rồi lưu lại với bảng mã UTF-8."
        ) from error
    if "\0" in source:
        raise ReadingError(f"Tệp «{path}» không phải văn bản thuần, hãy lưu lại thành .txt với bảng mã UTF-8.")
    return source


def parse(source: str, path: Path = Path("<text>"), format: str = "txt") -> Document:
    """The document in `source`. A .txt that is full of Markdown marks is read as Markdown."""
    source = nfc(source)
    lines = markdown.split(source) if format == "md" or markdown.is_markdown(source) else split(source)
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
