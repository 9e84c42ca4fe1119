"""A file is read for what it is, whatever its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.readers import office, read
from kehoach.readers.kinds import LOCKED, OLE, real_suffix

from .paper import Paper, made
from .wordfile import p, save

RTF = rb"{\rtf1\ansi\uc1 K\u7871? ho\u7841?ch ph\u225?t tri\u7875?n v\u259?n h\u243?a \u273?\u7885?c\par}"
PAGE = '<html><meta charset="utf-8"><body><p>Kế hoạch phát triển văn hóa đọc</p></body></html>'
WORDS = "Kế hoạch phát triển văn hóa đọc"


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("suffix", [".docm", ".dotx", ".doc", ".pdf", ".txt", ".jpg"])
def test_a_word_file_by_any_name(tmp_path: Path, suffix: str) -> None:
    path = save(tmp_path / "a.docx", p(WORDS)).rename(tmp_path / f"a{suffix}")

    assert [block.text for block in read(path).blocks] == [WORDS]


@pytest.mark.parametrize("suffix", [".docx", ".doc", ".png", ".txt"])
def test_a_pdf_by_any_name(tmp_path: Path, suffix: str) -> None:
    document = read(write(tmp_path / f"a{suffix}", made(Paper().write(85, 100, WORDS))))

    assert [block.text for block in document.blocks] == [WORDS]
    assert document.format == "pdf"


@pytest.mark.parametrize(
    ("suffix", "data"), [(".docx", RTF), (".txt", RTF), (".docx", PAGE.encode()), (".rtf", PAGE.encode())]
)
def test_what_libreoffice_reads_by_any_name(tmp_path: Path, suffix: str, data: bytes) -> None:
    if office.find() is None:
        pytest.skip("no LibreOffice here")

    assert WORDS in [block.text for block in read(write(tmp_path / f"a{suffix}", data)).blocks]


@pytest.mark.parametrize(
    ("name", "data", "suffix"),
    [
        ("a.DOCX", b"PK\x03\x04", ".docx"),
        ("a.odt", b"PK\x03\x04", ".odt"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
        ("a.docx", OLE + b"\0" * 200, ".doc"),
        ("a.docx", OLE + b"\0" * 200 + LOCKED, ".docx"),
        ("a.jpeg", b"\xff\xd8\xff\xe0", ".jpeg"),
        ("a.tiff", b"II*\0", ".tiff"),
        ("a.pdf", b"\x89PNG\r\n", ".png"),
        ("a.md", b"<p>", ".md"),
        ("a.txt", "Kế hoạch".encode(), ".txt"),
    ],
)
def test_the_kind_of_a_file(tmp_path: Path, name: str, data: bytes, suffix: str) -> None:
    assert real_suffix(write(tmp_path / name, data)) == suffix
