"""Build kehoach/knowledge/spelling.txt, what the wording rules know by heart, from language.txt and pyvi's lexicon.

Run `python tools/build_spelling.py` after `tools/build_language.py`; `--check` compares.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from build_language import lexicon

from kehoach.restore.language import NUMBER, PARTS, language
from kehoach.restore.tokens import BREAK

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "kehoach" / "knowledge" / "spelling.txt"
LEAST = 3  # how often a word of the dictionary stands in our own wording, to be called usual


def build() -> str:
    model = language()
    syllables = sorted(word for word in model.words if word.islower())
    heads: dict[str, list[str]] = {}
    for first, second in sorted({word for word in lexicon() if len(word) == 2}):  # type: ignore[misc]
        if first not in (NUMBER, BREAK, PARTS) and model._row(first)[2].get(second, 0.0) >= LEAST:
            heads.setdefault(first, []).append(second)
    lines = [
        "# Built by tools/build_spelling.py: every syllable we know; then usual words of two syllables, by the first.",
        " ".join(syllables),
        *(f"{first} {' '.join(seconds)}" for first, seconds in sorted(heads.items())),
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
