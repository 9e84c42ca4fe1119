"""What kind of file this is, whatever its name says: mail programs and people give wrong suffixes."""

from __future__ import annotations

from pathlib import Path

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
# What a file begins with, and the suffix that it ought to have.
STARTS = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (OLE, ".doc"),
    (ZIP, ".docx"),
)
WORD = frozenset((".docx", ".docm", ".dotx", ".dotm"))
# Suffixes that are right for more than one beginning, and those that say the same.
ALSO = {ZIP: WORD | {".odt", ".doc", ".rtf"}, OLE: frozenset((".dot", ".rtf"))}
SAME = {".jpeg": ".jpg", ".tiff": ".tif"}
# What OpenDocument files say near their beginning, and a Word file with a password, an OLE file, somewhere.
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
LOCKED = "EncryptedPackage".encode("utf-16-le")


def real_suffix(path: Path) -> str:
    """The suffix of the file, in small letters; another one where the file is evidently something else."""
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        head = file.read(100)
        if head.startswith(ZIP) and OPEN_DOCUMENT in head:
            return ".odt"
        if suffix in WORD | {".pdf", ".rtf"} and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            return ".doc"  # a page of the web, or Word's own XML
        for start, real in STARTS:
            if head.startswith(start):
                locked = start == OLE and suffix in WORD and LOCKED in head + file.read()
                return suffix if locked or suffix in ALSO.get(start, ()) or SAME.get(suffix, suffix) == real else real
    return suffix
