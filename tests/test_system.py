"""What is written stands there whole or not at all, and why it does not is told in words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kehoach import system


def test_a_file_is_written_in_place_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "kh.docx"
    out.write_bytes(b"old")
    system.write(b"new", out)
    assert [path.name for path in tmp_path.iterdir()] == ["kh.docx"]
    assert out.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
def test_behind_a_link_the_file_is_written_that_it_leads_to(tmp_path: Path) -> None:
    (real := tmp_path / "chung" / "kh.docx").parent.mkdir()
    (link := tmp_path / "kh.docx").symlink_to(real)
    system.write(b"new", link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert [path.name for path in real.parent.iterdir()] == ["kh.docx"]


def test_what_cannot_be_put_in_its_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (out := tmp_path / "kh.docx").mkdir()
    with pytest.raises(OSError, match=r"kh\.docx") as refused:
        system.write(b"new", out)
    assert [path.name for path in tmp_path.iterdir()] == ["kh.docx"]
    assert system.reason(refused.value) == "đây là thư mục"


def test_a_folder_that_is_missing_is_told_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="khong-co") as refused:
        system.write(b"new", tmp_path / "khong-co" / "kh.docx")
    assert system.reason(refused.value) == "không có tệp hoặc thư mục này"
