"""A Word file opened for a copy: the document as it is read, the elements behind its blocks, the package to write."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy as shallow
from pathlib import Path

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from ..model import Document
from ..readers import ReadingError, legacy
from ..readers.docx import Paragraph, read_with_parts
from ..readers.docx.names import Element
from ..readers.docx.package import STRICT

# What can be copied: Word's own format, and what LibreOffice makes a .docx of.
WORD = frozenset({".docx", ".doc", ".rtf", ".odt"})


class Copy(Struct):
    """The parts of an open Word file by name; those in `changed` are written anew, `fresh` ones too if there are none
    of that name in the file; all others byte for byte.

    `paragraphs` are the elements behind the blocks of `document`, one for each.
    """

    path: Path
    document: Document
    paragraphs: tuple[Paragraph, ...]
    roots: dict[str, Element]
    changed: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)

    def part_of(self, element: Element) -> str:
        """The name of the part that an element stands in."""
        root = element.getroottree().getroot()
        return next(name for name, each in self.roots.items() if each is root)

    def touch(self, element: Element) -> None:
        self.changed.add(self.part_of(element))

    def read(self, name: str) -> Element | None:
        """The root of a part that the reader had no need of, to be changed; None where there is none."""
        if name not in self.roots:
            with zipfile.ZipFile(self.path) as archive:
                if name not in archive.namelist():
                    return None
                self.roots[name] = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False))
        return self.roots[name]

    def bytes(self) -> bytes:
        """The file with its changes."""
        out = io.BytesIO()
        with zipfile.ZipFile(self.path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for item in old.infolist():
                data = old.read(item)
                if item.filename in self.changed | self.fresh:
                    data = _serialized(self.roots[item.filename], data)
                new.writestr(shallow(item), data, zipfile.ZIP_DEFLATED)  # what is written is noted in the item
            model = old.read("word/document.xml") if "word/document.xml" in old.namelist() else b""
            for name in sorted(self.fresh - set(old.namelist())):
                new.writestr(name, _serialized(self.roots[name], model))
        return out.getvalue()


@contextmanager
def open_copy(path: Path) -> Iterator[Copy]:
    """Open a Word file (or what LibreOffice can turn into one). Raises ReadingError."""
    if path.suffix.lower() not in WORD:
        raise ReadingError(f"«{path}» không phải tệp Word.")
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        source = _as_docx(path, Path(folder))
        document, paragraphs, roots = read_with_parts(source)
        yield Copy(source, legacy.repair(replace(document, path=path)), paragraphs, roots)


def _as_docx(path: Path, folder: Path) -> Path:
    if zipfile.is_zipfile(path) and path.suffix.lower() != ".odt":
        return path
    if path.suffix.lower() == ".docx":
        return path  # the reader knows why it cannot be opened
    from ..readers import office

    program = office.find()
    if program is None:
        raise ReadingError(f"Chưa mở được «{path}»: hãy cài LibreOffice, hoặc mở bằng Word rồi lưu lại thành .docx.")
    return office.convert(program, path, folder)


def _serialized(root: Element, old: bytes) -> bytes:
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if b"purl.oclc.org" in old[:4096]:  # the reader brought a «strict» document to the usual names
        for strict, usual in STRICT:
            data = data.replace(usual, strict)
    return data
