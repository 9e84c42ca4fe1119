"""Work is found again in damaged text."""

from __future__ import annotations

import random
from pathlib import Path

from corpus_damage import ruin

from kehoach.align.matching import Index

CORPUS = Path(__file__).parents[2] / "corpus"


def test_paragraphs_are_known_again_when_their_accents_are_ruined() -> None:
    lines = [
        line
        for path in sorted(CORPUS.glob("*/kh-*.txt"))
        if path.parent.name != "loi"
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) > 80
    ]
    lines = random.Random(1).sample(sorted(set(lines)), 200)
    index = Index(ruin(line) for line in lines)

    found = [index.nearest(line)[0].text for line in lines]

    assert sum(number == right for right, number in enumerate(found)) >= 0.95 * len(lines)
