"""Patterns compiled late and kept: they find what `re` finds, whatever lies in the cache folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach import patterns

SOURCES = [
    (r"(?P<word>k[eé]) hoach", 0),
    (r"(?<!\w)(?:ngày|ngay)\s+(\d{1,2})(?:/(?P<month>\d+))?", re.IGNORECASE),
    (r"""
        [A-ZĐÂÊÔƠƯ]{2,}  # capitals
        (?=[^\W\d_])""", re.VERBOSE | re.MULTILINE),
]  # fmt: skip
TEXT = "ke hoach, ké hoach\nNGÀY 05/12 tại UBNDxã"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of the test's own, and nothing in memory."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    forget()
    yield tmp_path
    monkeypatch.undo()
    forget()


def forget() -> None:
    patterns._new.clear()
    patterns._kept.cache_clear()
    patterns._file.cache_clear()


def seen(pattern: re.Pattern[str]) -> list[object]:
    return [
        [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(TEXT)],
        pattern.sub("*", TEXT),
        pattern.pattern,
        pattern.flags,
        dict(pattern.groupindex),
    ]


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_finds_what_a_compiled_one_finds(source: str, flags: int) -> None:
    first = seen(patterns.lazy(source, flags))
    patterns.keep()
    forget()
    again = seen(patterns.lazy(source, flags))

    assert not patterns._new, "it was compiled again"
    assert first == again == seen(re.compile(source, flags))


def test_what_lies_broken_in_the_cache_is_compiled_again() -> None:
    patterns.lazy("a+").search("")
    patterns.keep()
    whole = patterns._file().read_bytes()
    for broken in (b"", b"nothing of ours", whole[: len(whole) // 2]):
        patterns._file().write_bytes(broken)
        forget()

        assert patterns.lazy("a+").fullmatch("aaa")


def test_code_that_is_none_is_compiled_again() -> None:
    patterns._kept()[("a+", 0)] = (32, b"\xff\xff\xff\xff" * 4, 0, {}, (None,))

    assert patterns.lazy("a+").fullmatch("aaa")


def test_a_cache_that_cannot_be_written_is_no_failure(cache: Path) -> None:
    (cache / "kehoach").write_text("a file where the folder should be", encoding="utf-8")
    pattern = patterns.lazy("b+")

    assert pattern.search("abbc")
    patterns.keep()


def test_a_slip_in_a_pattern_is_told_as_re_tells_it() -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.lazy("(a").search("a")
