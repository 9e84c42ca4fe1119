"""What is looked for before a pattern is tried stands wherever the pattern finds something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kehoach.knowledge import table
from kehoach.patterns import needed
from kehoach.readers import read

CORPUS = Path(__file__).parents[2] / "corpus"


def patterns() -> list[str]:
    rows = table("adapting")
    changes = [row["pattern"] for key in ("reform", "term", "tidy", "uniform", "recognition") for row in rows[key]]
    return [*changes, *rows["reformed"]["gone"], *(one for found in rows["foreign"].values() for one in found)]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    paths = [*CORPUS.glob("*/kh-*.txt"), *(CORPUS / "nguon" / "van-ban-cap-tren").glob("*.txt")]
    return [block.text for path in sorted(paths) for block in read(path).blocks if block.text]


def test_no_pattern_of_the_tables_finds_what_was_not_looked_for(texts: list[str]) -> None:
    for source in patterns():
        pattern, needs = re.compile(source, re.IGNORECASE), needed(source)
        missed = [
            text for text in texts if needs and not any(one in text.lower() for one in needs) and pattern.search(text)
        ]
        assert missed == [], source


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        (r"\btoàn (?:tỉnh|thành phố)\b", ("toàn t",)),  # the parser puts the common letter before the branches
        (r"(?:a|bc)?", ()),
        (r"\d+%", ("%",)),
        (r"(?:các )?(?:Sở|Ban)\b", ("sở", "ban")),
        (r"(?<!x)[Tt]rạm", ("rạm",)),
        (r"(?:học viên)+", ("học viên",)),
    ],
)
def test_a_pattern_tells_what_it_needs(source: str, needs: tuple[str, ...]) -> None:
    assert needed(source) == needs
