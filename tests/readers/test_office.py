"""Old Word, RTF and OpenDocument files are read through LibreOffice, where it is there."""

from __future__ import annotations

import shutil
import stat
import sys
import tempfile
import time
from pathlib import Path

import pytest

from kehoach.readers import ReadingError, office, read

from .wordfile import p, save

PROGRAM = office.find()
needs_office = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}}"
    r"\f0 S\u7889?: 12/KH-UBND\par\f1 K\'d5 ho\'b9ch\par}"
)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def program(path: Path, script: str) -> str:
    """A program to stand in for LibreOffice: what it does is what the test is about."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@needs_office
def test_rich_text_is_read_and_its_old_letters_too(tmp_path: Path) -> None:
    path = write(tmp_path / "kế hoạch 'a' #1%20.rtf", RTF.encode())
    document = read(path)
    assert [block.text for block in document.blocks] == ["Số: 12/KH-UBND", "Kế hoạch"]
    assert (document.path, document.format) == (path, "rtf")
    assert [note.code for note in document.notes] == ["legacy"]


@needs_office
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    path = write(tmp_path / "a.rtf", RTF.encode())
    before = path.stat()
    read(path)
    assert list(folder.iterdir()) == []
    assert sorted(tmp_path.iterdir()) == [path, folder]
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_without_libreoffice_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEHOACH_SOFFICE", str(tmp_path / "nowhere"))
    with pytest.raises(ReadingError, match=r"hãy cài LibreOffice .* tệp \.rtf"):
        read(write(tmp_path / "a.rtf", RTF.encode()))


@pytest.mark.parametrize(
    ("name", "data"), [("a.doc", b"\x00\x01binary"), ("a.rtf", b"xin ch\xc3\xa0o"), ("a.odt", b"text")]
)
def test_another_kind_of_file_is_refused_before_libreoffice_sees_it(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(ReadingError, match="không phải tệp"):
        read(write(tmp_path / name, data))


def test_a_docx_named_doc_needs_no_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEHOACH_SOFFICE", str(tmp_path / "nowhere"))
    path = shutil.move(save(tmp_path / "a.docx", p("Kế hoạch")), tmp_path / "a.doc")
    document = read(Path(path))
    assert (document.format, document.blocks[0].text) == ("doc", "Kế hoạch")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_file_that_does_not_convert_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.rtf", RTF.encode())
    monkeypatch.setenv("KEHOACH_SOFFICE", program(tmp_path / "nothing", "exit 0"))
    with pytest.raises(ReadingError, match=r"không mở được «.*a\.rtf»"):
        read(path)
    monkeypatch.setenv("KEHOACH_SOFFICE", program(tmp_path / "rubbish", "mkdir -p target; echo no > target/a.docx"))
    with pytest.raises(ReadingError, match=r"không mở được «.*a\.rtf»"):
        read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_one_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    hanging = program(tmp_path / "hanging", f"(sleep 0.8; touch {tmp_path}/alive) & wait")
    path = write(tmp_path / "a.rtf", RTF.encode())
    work = tmp_path / "work"
    work.mkdir()
    with pytest.raises(ReadingError, match="quá 0 giây chưa xong"):
        office.convert(hanging, path, work, timeout=0.2)
    time.sleep(1)
    assert not (tmp_path / "alive").exists()
