"""Patterns and tables that are kept between runs: they say what fresh ones say, whatever lies in the cache folder."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kehoach import kept, knowledge, patterns
from kehoach.text import fold

CORPUS = Path(__file__).parents[1] / "corpus"

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
    monkeypatch.setattr(patterns, "_SHELF", kept.Shelf("patterns"))
    patterns.compiled.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    patterns.compiled.cache_clear()


def another_run(monkeypatch: pytest.MonkeyPatch) -> kept.Shelf:
    """Write down what is new, and begin with nothing in memory."""
    patterns._SHELF.save()
    patterns.compiled.cache_clear()
    shelf = kept.Shelf("patterns")
    monkeypatch.setattr(patterns, "_SHELF", shelf)
    return shelf


def seen(pattern: re.Pattern[str]) -> list[object]:
    return [
        [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(TEXT)],
        pattern.sub("*", TEXT),
        pattern.pattern,
        pattern.flags,
        dict(pattern.groupindex),
    ]


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_finds_what_a_compiled_one_finds(
    source: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = seen(patterns.lazy(source, flags))
    shelf = another_run(monkeypatch)
    again = seen(patterns.lazy(source, flags))

    assert not shelf.new, "it was compiled again"
    assert first == again == seen(re.compile(source, flags))


def patterns_of(value: object) -> Iterator[tuple[str, int]]:
    if isinstance(value, patterns._Lazy):
        yield value._source, int(value._flags)
    elif isinstance(value, tuple | list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from patterns_of(one)


def test_every_pattern_of_ours_finds_in_every_plan_what_re_finds() -> None:
    import pkgutil
    from importlib import import_module

    import kehoach

    ours: set[tuple[str, int]] = set()
    for module in pkgutil.walk_packages(kehoach.__path__, "kehoach."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(ImportError):  # an extra that is not installed
                ours |= set(patterns_of(tuple(vars(import_module(module.name)).values())))
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.txt"))[::3]]
    texts = [*texts, *map(fold, texts)]

    assert len(ours) > 400
    for source, flags in sorted(ours):
        mine, theirs = patterns.compiled(source, flags), re.compile(source, flags)
        for text in texts:
            assert [m.span() for m in mine.finditer(text)] == [m.span() for m in theirs.finditer(text)], source


def test_what_lies_broken_in_the_cache_is_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    patterns.lazy("a+").search("")
    path = another_run(monkeypatch).path
    whole = path.read_bytes()
    for broken in (b"", b"nothing of ours", whole[: len(whole) // 2]):
        path.write_bytes(broken)
        another_run(monkeypatch)

        assert patterns.lazy("a+").fullmatch("aaa")


def test_code_that_is_none_is_compiled_again() -> None:
    patterns.lazy("a+").search("")
    ((key, made),) = patterns._SHELF.new.items()
    patterns.compiled.cache_clear()
    patterns._SHELF.put(key, (made[0], b"\xff\xff\xff\xff" * 4, *made[2:]))

    assert patterns.lazy("a+").fullmatch("aaa")


def test_a_cache_that_cannot_be_written_is_no_failure(cache: Path) -> None:
    (cache / "kehoach").write_text("a file where the folder should be", encoding="utf-8")

    assert patterns.lazy("b+").search("abbc")
    kept.save()


def test_a_slip_in_a_pattern_is_told_as_re_tells_it() -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.lazy("(a").search("a")


def test_tables_are_the_same_the_second_time_and_anew_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(name: str) -> object:
        knowledge.table.cache_clear()
        monkeypatch.setattr(knowledge, "_SHELF", kept.Shelf("tables"))
        found = knowledge.table(name)
        knowledge._SHELF.save()
        return found

    monkeypatch.setattr(knowledge, "HERE", tmp_path)
    source = tmp_path / "one.toml"
    source.write_text('days = [2025-07-01]\n[a]\nwords = ["sở", "xã"]', encoding="utf-8")
    first = read("one")

    assert first == read("one") == {"days": [date(2025, 7, 1)], "a": {"words": ["sở", "xã"]}}
    assert not knowledge._SHELF.new

    source.write_text("days = []", encoding="utf-8")

    assert read("one") == {"days": []}
    knowledge.table.cache_clear()
