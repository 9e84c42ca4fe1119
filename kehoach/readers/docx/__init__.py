"""Word: a .docx as a person sees it, over the zip and lxml alone."""

from __future__ import annotations

from pathlib import Path

from ...model import Document
from .looks import text_and_places
from .names import Element
from .package import open_package
from .reading import reading
from .walk import Paragraph

__all__ = ["Paragraph", "read", "read_with_paragraphs", "read_with_parts", "text_and_places"]


def read(path: Path) -> Document:
    """The document at `path`; ReadingError where it cannot be read."""
    return read_with_paragraphs(path)[0]


def read_with_paragraphs(path: Path) -> tuple[Document, tuple[Paragraph, ...]]:
    """The document and, block for block, the paragraphs behind it.

    `text_and_places(paragraph.pieces)` leads from offsets in a block to the w:t elements (`Piece.source`) of its runs.
    """
    package = open_package(path)
    with package.archive:
        found = reading(package)
        return found.document(), tuple(found.paragraphs)


def read_with_parts(path: Path) -> tuple[Document, tuple[Paragraph, ...], dict[str, Element]]:
    """The same with the root elements of all parts that were read, by name: for copies with changes."""
    package = open_package(path)
    with package.archive:
        found = reading(package)
        return found.document(), tuple(found.paragraphs), package.roots
