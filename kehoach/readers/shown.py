"""A Document as plain text: what `show --format text` prints."""

from __future__ import annotations

from ..model import Document


def blocks_as_text(document: Document) -> str:
    """The blocks, one a line, each with its list number; line breaks inside a block are kept."""
    return "".join(f"{block.shown}\n" for block in document.blocks)
