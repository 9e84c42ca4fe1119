"""Text files in whatever encoding an office has them."""

from __future__ import annotations

import io
import sys
import unicodedata
from pathlib import Path

import pytest

from kehoach.readers import STDIN, ReadingError, read

from .test_legacy import RIGHT, TCVN3, VIQR, VNI

CORPUS = Path(__file__).parents[2] / "corpus"
SENTENCE = RIGHT.replace("Ủy", "ủy")


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def windows_1258(text: str) -> bytes:
    """As Windows types it: the letter in its shape, then its tone as a mark of its own."""
    out = b""
    for character in text:
        try:
            out += character.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", character)
            tone = next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", apart.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8 nfd", "windows-1258"]
)
def test_unicode_in_every_form_is_the_same_text(tmp_path: Path, encoding: str) -> None:
    if encoding == "windows-1258":
        data = windows_1258(SENTENCE)
    elif encoding == "utf-8 nfd":
        data = unicodedata.normalize("NFD", SENTENCE).encode()
    else:
        data = SENTENCE.encode(encoding)
    document = read(written(tmp_path / "a.txt", data))
    assert [block.text for block in document.blocks] == [SENTENCE]
    assert document.notes == ()


@pytest.mark.parametrize(("text", "name"), [(TCVN3, "TCVN3 (ABC)"), (VNI, "VNI-Windows"), (VIQR, "VIQR")])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_old_sets_are_read_as_bytes_and_as_pasted_into_unicode(
    tmp_path: Path, text: str, name: str, encoding: str
) -> None:
    document = read(written(tmp_path / "a.txt", text.encode(encoding)))
    assert [block.text.replace("Ủy", "ủy") for block in document.blocks] == [SENTENCE]
    assert [note.text for note in document.notes] == [f"bảng mã {name}"]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    lines = ["Sè: 12/KH-UBND", "", "KÕ ho¹ch", TCVN3]
    document = read(written(tmp_path / "a.txt", "\r\n".join(lines).encode("cp1252")))
    assert [block.text for block in document.blocks][:2] == ["Số: 12/KH-UBND", "Kế hoạch"]
    assert [block.line(0) for block in document.blocks] == [1, 3, 4]


@pytest.mark.parametrize("data", ["Le café était fermé".encode("cp1252"), bytes(range(128, 256)), b"\xff" * 40])
def test_bytes_that_make_no_vietnamese_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadingError, match="UTF-8"):
        read(written(tmp_path / "a.txt", data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dash_reads_what_comes_in(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"# {SENTENCE}\n".encode(encoding))))
    document = read(STDIN)
    assert (document.path, document.format) == (Path("-"), "txt")
    assert SENTENCE in document.blocks[0].text


def test_a_word_file_is_read_from_stdin_for_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    file = CORPUS / "xa-hoi-hoc-tap" / "kh-thcs.docx"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    document = read(STDIN)

    assert document.format == "docx"
    assert document.path == STDIN
    assert document.blocks == read(file).blocks


def test_what_is_broken_on_stdin_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"PK\x03\x04" + bytes(200))))
    with pytest.raises(ReadingError, match="Tệp «-» bị cắt cụt hoặc hỏng"):
        read(STDIN)


def test_nothing_coming_in_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(ReadingError, match="không có chữ nào"):
        read(STDIN)
