"""Where the words of a finding stand in a file, in lines and columns, for the programs that open it there."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from ..fix import TextFile
from ..model import Document, Span


class Region(Struct, frozen=True):
    """Lines and columns from 1, columns in characters; `end_column` is one past the last. Columns may be unknown."""

    line: int
    end_line: int
    column: int | None = None
    end_column: int | None = None


Places = Callable[[Span], Region]


def places_in(document: Document) -> Places:
    """What finds the place of a span in the file.

    A Word file or a PDF has no lines: there the paragraph counts as one, as `show --format text` prints them.
    """
    if not any(block.lines for block in document.blocks):
        return _by_paragraph
    file = _source(document)

    def place(span: Span) -> Region:
        block = document.blocks[span.block]
        first = block.line(span.start) or 1
        last = block.line(max(span.start, span.end - 1)) or first
        begin = file and file.position(span.block, span.start)
        end = file and file.position(span.block, max(span.start, span.end - 1))
        if not begin or not end:
            return Region(first, last)
        (line, column), (end_line, end_column) = begin, end
        return Region(line, end_line, column, end_column + (span.end > span.start))

    return place


def _by_paragraph(span: Span) -> Region:
    return Region(span.block + 1, span.block + 1, span.start + 1, span.end + 1)


@lru_cache(maxsize=8)
def _source(document: Document) -> TextFile | None:
    """The text as it stands in the file; None for what came in from stdin or is gone meanwhile."""
    try:
        return TextFile(document)
    except OSError:
        return None
