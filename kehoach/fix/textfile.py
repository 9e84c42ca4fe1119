"""Words of a .txt or .md file replaced; its other lines, line ends and marks stay as they are."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Sequence

from ..model import Block, Document, Fix
from ..patterns import lazy
from ..readers.encoding import decode
from ..text import nfc

_LINE_END = lazy(r"\r\n|\r|\n")


class TextFile:
    """The source of a document and, for each character of its blocks, where in the source it stands."""

    def __init__(self, document: Document) -> None:
        self.data = document.path.read_bytes()
        self.source = nfc(decode(self.data, document.path))
        ends = [found.span() for found in _LINE_END.finditer(self.source)]
        starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(self.source)]
        self.lines = list(zip(starts, stops, strict=True))
        cursors = [start for start, _ in self.lines]
        old = any(note.code == "legacy" for note in document.notes)  # the file has other characters than the document
        self.places = [[] if old else self._places(block, cursors) for block in document.blocks]

    def can_hold(self, fix: Fix) -> bool:
        """Whether the words to be replaced were found in the source."""
        return bool(self.places[fix.span.block])

    def position(self, block: int, offset: int) -> tuple[int, int] | None:
        """The line and column in the file, from 1, of a character of a block; None where it was not found."""
        places = self.places[block]
        if not places:
            return None
        at = places[offset] if offset < len(places) else places[-1] + 1
        line = bisect_right(self.lines, (at, len(self.source))) - 1
        return line + 1, at - self.lines[line][0] + 1

    def with_fixes(self, fixes: Sequence[Fix]) -> str:
        source = self.source
        for fix in sorted(fixes, key=lambda fix: fix.span, reverse=True):
            places = self.places[fix.span.block]
            start, end = fix.span.start, fix.span.end
            if start < end:
                first, last = places[start], places[end - 1] + 1
            else:
                first = last = places[start - 1] + 1 if start else places[0]
            source = source[:first] + fix.text + source[last:]
        return source

    def bytes(self, source: str) -> bytes:
        """The text as a file: in UTF-8, with a byte-order mark if there was one."""
        mark = codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""
        return mark + source.encode("utf-8")

    def _places(self, block: Block, cursors: list[int]) -> list[int]:
        """For each character its offset in the source; nothing where the words are not found."""
        places: list[int] = []
        bounds = [*(offset for offset, _ in block.lines), len(block.text)]
        for (offset, number), after in zip(block.lines, bounds[1:], strict=True):
            words = block.text[offset:after]
            if after < len(block.text) and words.endswith(" "):
                words = words[:-1]  # the space between two printed lines is not in the file
            found = self._found(words, cursors[number - 1], self.lines[number - 1][1])
            if not found:
                return []
            cursors[number - 1] = found[-1] + 1
            places += found
            places += [found[-1] + 1] * (after - offset - len(words))
        return places

    def _found(self, words: str, start: int, end: int) -> list[int]:
        at = self.source.find(words, start, end)
        if at >= 0:
            return list(range(at, at + len(words)))
        found: list[int] = []
        for character in words:  # Markdown: the marks stand between the letters
            at = self.source.find(character, start, end)
            if at < 0:
                return []
            found.append(at)
            start = at + 1
        return found
