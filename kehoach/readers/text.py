"""Plain text: printed lines rejoined into paragraphs, each of which still knows its lines in the file."""

from __future__ import annotations

from pathlib import Path

from ..model import Block, Document
from ..text import is_damaged, nfc


def read(path: Path) -> Document:
    return parse(path.read_text(encoding="utf-8-sig"), path, path.suffix.lower().lstrip("."))


def parse(source: str, path: Path = Path("<text>"), format: str = "txt") -> Document:
    lines = nfc(source).splitlines()
    blocks = tuple(
        Block(line.strip(), label=f"dòng {number}", lines=((0, number),))
        for number, line in enumerate(lines, start=1)
        if line.strip()
    )
    return Document(path, format, blocks, damaged=is_damaged("\n".join(block.text for block in blocks)))
