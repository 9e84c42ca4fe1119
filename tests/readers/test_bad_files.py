"""A file that cannot be read says so in one Vietnamese sentence, and in no other way."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.readers import READERS, ReadingError, read

from .wordfile import NAMESPACES, p, save


def message(path: Path) -> str:
    with pytest.raises(ReadingError) as error:
        read(path)
    text = str(error.value)
    assert text.endswith(".")
    assert "\n" not in text
    assert path.name in text
    return text


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_missing_file_a_folder_and_an_unknown_kind(tmp_path: Path) -> None:
    assert "Không có tệp" in message(tmp_path / "không có.docx")
    assert "là thư mục" in message(tmp_path)
    known = message(write(tmp_path / "bảng.xlsx", b"PK"))
    assert all(suffix in known for suffix in READERS)


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".md"])
def test_an_empty_file(tmp_path: Path, suffix: str) -> None:
    assert "rỗng" in message(write(tmp_path / f"a{suffix}", b""))


def test_the_lock_beside_an_open_word_file(tmp_path: Path) -> None:
    (lock := tmp_path / "~$plan.docx").write_bytes(b"\x05An" + bytes(159))
    with pytest.raises(ReadingError, match=r"«.*~\$plan\.docx» chỉ là tệp khóa Word"):
        read(lock)


def test_a_text_without_a_word(tmp_path: Path) -> None:
    assert "không có chữ nào" in message(write(tmp_path / "a.txt", b" \n\n"))


def test_a_text_that_is_not_unicode(tmp_path: Path) -> None:
    assert "UTF-8" in message(write(tmp_path / "a.txt", "Kế hoạch".encode("cp1258", errors="replace") + b"\xff"))
    assert "văn bản thuần" in message(write(tmp_path / "b.txt", b"ab\0cd"))


def test_a_zip_that_is_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ảnh.txt", "x")
    assert "không phải tệp Word" in message(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"xin chao", "không phải tệp Word"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
    ],
)
def test_other_kinds_named_docx(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in message(write(tmp_path / "a.docx", data))


def test_a_truncated_word_file(tmp_path: Path) -> None:
    whole = save(tmp_path / "đủ.docx", p("chữ " * 500)).read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        assert "cắt cụt" in message(write(tmp_path / "cụt.docx", whole[: int(len(whole) * share)]))


def test_broken_xml_and_no_body(tmp_path: Path) -> None:
    assert "XML" in message(save(tmp_path / "a.docx", "<w:p>"))
    path = tmp_path / "b.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}/>")
    assert "không có nội dung" in message(path)


@pytest.mark.parametrize(
    "doctype", ['<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '<!DOCTYPE d SYSTEM "file:///etc/passwd">']
)
def test_entities_are_refused(tmp_path: Path, doctype: str) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"{doctype}<w:document {NAMESPACES}><w:body/></w:document>")
    assert "thực thể" in message(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(65):
            part.write(b" " * (1 << 20))
    assert "bom nén" in message(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_word_file_is_read_or_refused_but_never_crashes(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(save(tmp_path / "đủ.docx", p("chữ"), styles="", numbering="").read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReadingError):
        assert read(write(tmp_path / "hỏng.docx", bytes(content))).format == "docx"
