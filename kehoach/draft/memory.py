"""What was drafted, kept inside the .docx, so that a later draft can tell a clerk's edits from its own words."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from .render import Piece

NAMESPACE = "urn:kehoach:draft:1"
ITEM = "application/xml"
PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Where a Word file names the program that saved it.
ABOUT = "/docProps/app.xml"
# Any fixed identifier will do: it must only be the same each time.
IDENTITY = "{6B65686F-6163-6831-8000-000000000001}"


class Remembered(Struct, frozen=True):
    """One printed paragraph as it was drafted."""

    field: str
    text: str


class Tags(Struct, frozen=True):
    """What parts of a paragraph are called in a Word file; to spell them out each time takes half the time."""

    table: str
    row: str
    paragraph: str
    run: str
    text: str
    tab: str
    line_break: str
    gone: tuple[str, ...]


@cache
def _tags() -> Tags:
    from docx.oxml.ns import qn

    return Tags(
        qn("w:tbl"), qn("w:tr"), qn("w:p"), qn("w:r"), qn("w:t"), qn("w:tab"), qn("w:br"),
        gone=(qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent")),
    )  # fmt: skip


def words(paragraph: Any) -> str:
    """The text of a Word paragraph or table as it will stand once its tracked changes are accepted."""
    tags = _tags()
    if paragraph.tag == tags.table:
        rows = ([words(one) for one in row.iter(tags.paragraph)] for row in paragraph.iter(tags.row))
        return "\n".join(" | ".join(row) for row in rows)
    above = (tags.paragraph, *tags.gone)
    parts = []
    for element in paragraph.iter(tags.text, tags.tab, tags.line_break):
        inside = next(element.iterancestors(*above), None) is paragraph
        if inside and element.getparent().tag == tags.run:
            parts.append((element.text or "") if element.tag == tags.text else " ")
    return "".join(parts)


def keep(document: Any, placed: Iterable[tuple[Piece, Any]]) -> None:
    """Write down each printed paragraph in a custom XML part, which Word carries along unseen."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    forget(document)
    root = etree.Element(f"{{{NAMESPACE}}}draft", nsmap={"k": NAMESPACE})
    seen = None
    for piece, paragraph in placed:
        if paragraph is not seen:  # two fields on one line are one paragraph
            etree.SubElement(root, f"{{{NAMESPACE}}}p", field=piece.field).text = words(paragraph)
        seen = paragraph
    package = document.part.package
    item = Part(package.next_partname("/customXml/item%d.xml"), ITEM, etree.tostring(root, encoding="utf-8"), package)
    store = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    about = (
        f'<ds:datastoreItem xmlns:ds="{store}" ds:itemID="{IDENTITY}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    name = PackURI(str(item.partname).replace("/item", "/itemProps"))
    item.relate_to(Part(name, PROPERTIES, about.encode(), package), f"{RELATED}/customXmlProps")
    document.part.relate_to(item, f"{RELATED}/customXml")


def sign(document: Any) -> None:
    """Let the file say which program saved it, and what its text looked like then.

    Any other program puts its own name there when somebody saves the file.
    """
    for part in document.part.package.parts:
        if str(part.partname) == ABOUT:
            part._blob = _about(zlib.crc32(document.part.blob)).encode()


def untouched(path: Path) -> bool:
    """Whether a file is a draft that nobody has saved since: nothing of a person's is lost with it."""
    try:
        with zipfile.ZipFile(path) as package:
            text = package.getinfo("word/document.xml")
            return package.read(ABOUT.lstrip("/")).decode() == _about(text.CRC)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return False


def _about(check: int) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Template>{check:08x}</Template><Application>kehoach</Application></Properties>"
    )


def recall(document: Any) -> tuple[Remembered, ...]:
    """What was drafted into an opened Word document, empty if nothing is known of it."""
    from lxml import etree

    for _, part in _parts(document):
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        return tuple(Remembered(one.get("field", ""), one.text or "") for one in root)
    return ()


def forget(document: Any) -> None:
    for key, _ in _parts(document):
        del document.part.rels[key]


def _parts(document: Any) -> list[tuple[str, Any]]:
    """The custom XML parts of ours; Word may have renamed them."""
    return [
        (key, relation.target_part)
        for key, relation in document.part.rels.items()
        if relation.reltype == f"{RELATED}/customXml"
        and not relation.is_external
        and NAMESPACE.encode() in relation.target_part.blob
    ]
