"""Small .docx files made by hand, so that a test shows the very XML it is about."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from kehoach.model import Block, Document
from kehoach.readers import read

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOTS = {"theme": "a:theme", "header": "w:hdr", "footer": "w:ftr"}


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def listed(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph in list `number` at `level` (from 0)."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def save(path: Path, body: str, **parts: str) -> Path:
    """Write a .docx. `parts` are the inner XML of further parts; header1 has the relation id «header1»."""
    arrows = ""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            _relations(f'<Relationship Id="d" Type="{TYPES}/officeDocument" Target="word/document.xml"/>'),
        )
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, inner in parts.items():
            kind = name.rstrip("0123456789")
            root = ROOTS.get(kind, f"w:{kind}")
            archive.writestr(f"word/{name}.xml", f"<{root} {NAMESPACES}>{inner}</{root}>")
            arrows += f'<Relationship Id="{name}" Type="{TYPES}/{kind}" Target="{name}.xml"/>'
        archive.writestr("word/_rels/document.xml.rels", _relations(arrows))
    return path


def word(body: str, **parts: str) -> Document:
    """The document that is read from a .docx with this body."""
    with tempfile.TemporaryDirectory() as folder:
        return read(save(Path(folder) / "mẫu.docx", body, **parts))


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in word(body, **parts).blocks]


def only(body: str, **parts: str) -> Block:
    """The one block of a document that has one."""
    (block,) = word(body, **parts).blocks
    return block


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'
