"""How well damaged text is restored, and whether the words that come out wrong stand in lines that are marked.

Clean plans (../shared) are ruined as OCR without a Vietnamese model does, and restored with one other plan as the text of
the same subject. Run it as `python -m tests.bench.restoring`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kehoach.readers import read
from kehoach.restore.decode import DOUBTFUL, restore
from kehoach.restore.language import canonical

from ..test_restore import damage

SHARED = Path(__file__).parents[2] / ".." / "shared"
CLEAN = ("seeds/seed-002.txt", "seeds/seed-004.txt", "real/015.pdf", "real/030.pdf", "real/034.pdf")
SUBJECT = "seeds/seed-002.txt"


class Line(NamedTuple):
    """A restored sentence: its words, how many of them are wrong, and how sure the restorer is."""

    words: int
    wrong: int
    sure: float


# Quotation marks and dashes, and where the tone of «hoá» stands, are no words.
_SIGNS = str.maketrans("“”–—", '""--')


def same(written: str, meant: str) -> bool:
    return canonical(written.translate(_SIGNS).lower()) == canonical(meant.translate(_SIGNS).lower())


def lines(name: str) -> Iterator[Line]:
    context = [block.text for block in read(SHARED / SUBJECT).blocks] if name != SUBJECT else []
    for number, block in enumerate(read(SHARED / name).blocks):
        for sentence in re.split(r"(?<=[.;:])\s+", block.text):
            meant = sentence.split()
            restored = restore(damage(sentence, number), context)
            written = restored.text.split()
            if len(meant) > 2 and len(written) == len(meant):
                wrong = sum(not same(a, b) for a, b in zip(written, meant, strict=True))
                yield Line(len(meant), wrong, restored.confidence)


def main() -> None:
    if not SHARED.exists():
        print("not measured: the real plans are not on this machine")
        return
    every: list[Line] = []
    for name in CLEAN:
        found = list(lines(name))
        every += found
        print(f"{name}: {sum(line.wrong for line in found) / sum(line.words for line in found):.1%} of words wrong")
    wrong = sum(line.wrong for line in every)
    right = [line for line in every if not line.wrong]
    print("marked below | wrong words in marked lines | right lines marked")
    for limit in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, DOUBTFUL):
        caught = sum(line.wrong for line in every if line.sure < limit)
        needless = sum(line.sure < limit for line in right)
        print(f"{limit:12} | {caught / wrong:27.0%} | {needless / len(right):18.0%}")


if __name__ == "__main__":
    main()
