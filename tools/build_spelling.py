"""Build kehoach/knowledge/spelling.txt, what the wording rules know by heart, from language.txt and pyvi's lexicon.

Run `python tools/build_spelling.py` after `tools/build_language.py`; `--check` compares.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from build_language import lexicon, texts

from kehoach.restore.language import language
from kehoach.restore.units import units

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "kehoach" / "knowledge" / "spelling.txt"


def build() -> str:
    known = {pair for word in lexicon() for pair in pairwise(word)}
    whole = {word for word in lexicon() if len(word) == 2}
    usual: dict[str, set[str]] = {}
    free: Counter[str] = Counter()
    for text in texts():
        here = ["", *units(text), ""]
        for before, word, after in zip(here, here[1:], here[2:], strict=False):
            free[word] += (before, word) not in known and (word, after) not in known
            if (word, after) in whole:
                usual.setdefault(word, set()).add(after)
    lines = [
        "# Built by tools/build_spelling.py: every syllable we know; those that stand alone as a word in our wording;"
        " then the usual words of two syllables, by the first.",
        " ".join(sorted(word for word in language().words if word.islower())),
        " ".join(sorted(word for word, times in free.items() if times and word.islower())),
        *(f"{first} {' '.join(sorted(seconds))}" for first, seconds in sorted(usual.items())),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="fail if the table is not what the sources give")
    table = build()
    if arguments.parse_args().check:
        return int(table != TABLE.read_text(encoding="utf-8"))
    TABLE.write_text(table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
