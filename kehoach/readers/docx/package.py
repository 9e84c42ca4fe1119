"""The zip around a .docx: its parts, opened with care, and how they refer to one another."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from functools import cache
from pathlib import Path

from lxml import etree
from msgspec import Struct, field

from ..failure import ReadingError
from .names import Element, R

# Word's largest honest parts are a few megabytes; past this, a small file is only made to fill the memory.
LARGEST_PART = 64 << 20
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO «strict» documents name the same things otherwise.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", TYPES[:-1].encode()),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Relation(Struct, frozen=True):
    """One arrow from a part to another: `kind` is the last word of its type («header»), `target` a part's name."""

    kind: str
    target: str


class Package(Struct):
    """An open .docx. `main` is the name of the document part, `roots` are the parts that were read so far."""

    path: Path
    archive: zipfile.ZipFile
    main: str = "word/document.xml"
    roots: dict[str, Element] = field(default_factory=dict)
    _known: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def part(self, name: str) -> Element | None:
        """The root element of a part, None where there is no such part."""
        if not self.has(name):
            return None
        try:
            root = etree.fromstring(self._bytes(name), _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ReadingError(
                f"Tệp «{self.path}» hỏng phần «{name}» (XML sai), hãy mở bằng Word rồi lưu lại."
            ) from error
        # Word writes no document type; one is there only to make the reader fetch or multiply something.
        if root.getroottree().docinfo.internalDTD is not None:
            raise ReadingError(f"Tệp «{self.path}» khai báo thực thể XML, không phải do Word tạo ra nên không đọc.")
        self.roots[name] = root
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by relation id; links to the outside are left out."""
        if name not in self._known:
            folder, base = posixpath.split(name)
            root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
            self._known[name] = {} if root is None else _relations(root, folder)
        return self._known[name]

    def related(self, kind: str) -> Element | None:
        """The first part of that kind that the document refers to («styles», «numbering»)."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind:
                return self.part(relation.target)
        return None

    def _bytes(self, name: str) -> bytes:
        if self.archive.NameToInfo[name].file_size > LARGEST_PART:
            raise ReadingError(f"Tệp «{self.path}» có phần lớn bất thường («{name}»), có thể là bom nén nên không đọc.")
        try:
            data = self.archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise _broken(self.path) from error
        except (RuntimeError, NotImplementedError) as error:  # an encrypted member, an unknown compression
            raise ReadingError(f"Tệp «{self.path}» có mật khẩu nén, hãy bỏ mật khẩu rồi lưu lại.") from error
        if b"purl.oclc.org" in data[:4096]:
            for strict, usual in STRICT:
                data = data.replace(strict, usual)
        return data


def open_package(path: Path) -> Package:
    """Open a .docx and find its document part; the caller closes `archive`."""
    with path.open("rb") as file:
        start = file.read(8)
    if start == OLE:
        raise _compound(path)
    if start.startswith((b"%PDF", b"{\\rtf")):
        kind = "PDF" if start.startswith(b"%PDF") else "RTF"
        raise ReadingError(f"Tệp «{path}» thật ra là {kind}, hãy mở bằng Word rồi lưu lại thành .docx.")
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        if start.startswith(b"PK"):
            raise _broken(path) from error
        raise ReadingError(f"Tệp «{path}» không phải tệp Word (.docx), hãy mở bằng Word rồi lưu lại.") from error
    try:
        package = Package(path, archive)
        for relation in package.relations("").values():
            if relation.kind == "officeDocument":
                package.main = relation.target
        if not package.has(package.main):
            raise ReadingError(f"Tệp «{path}» là tệp nén nhưng không phải tệp Word (.docx), hãy kiểm tra lại tệp.")
    except BaseException:
        archive.close()
        raise
    return package


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _relations(root: Element, folder: str) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    for element in root.iter(RELATION):
        if element.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/" + folder, element.get("Target", ""))).lstrip("/")
        found[element.get("Id", "")] = Relation(element.get("Type", "").rsplit("/", 1)[-1], target)
    return found


def reference(element: Element) -> str:
    """The relation id that an element points with."""
    return element.get(f"{R}id", "")


def _broken(path: Path) -> ReadingError:
    return ReadingError(f"Tệp «{path}» bị cắt cụt hoặc hỏng, hãy lấy lại bản đầy đủ.")


def _compound(path: Path) -> ReadingError:
    """Word puts both an encrypted .docx and an old .doc into an OLE file; the names of its streams tell which."""
    with path.open("rb") as file:
        encrypted = "EncryptedPackage".encode("utf-16-le") in file.read(LARGEST_PART)
    if encrypted:
        return ReadingError(f"Tệp «{path}» có mật khẩu, hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.")
    return ReadingError(f"Tệp «{path}» có mật khẩu hoặc là .doc cũ, hãy mở bằng Word rồi lưu lại thành .docx.")
