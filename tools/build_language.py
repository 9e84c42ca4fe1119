"""Build kehoach/knowledge/language.txt, the model of `kehoach.restore`, from our own wording and pyvi's lexicon.

Run `python tools/build_language.py` after a change to phrases.txt, the corpus or the templates; `--check` compares.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from kehoach.restore.language import BREAK, PARTS, canonical
from kehoach.restore.units import count
from kehoach.text import fold, nfc

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "kehoach" / "knowledge" / "language.txt"
# Marks of the sources: instructions of a template, facts of a source, deletions, and the marks at the head of a line.
_NOT_TEXT = re.compile(r"\{[%#].*?[%#]\}|\{\{.*?\}\}|\{--.*?--\}|\A\+\+\+.*?^\+\+\+$", re.S | re.M)
_MARKS = re.compile(r"^(?:#+|@|\^\^|~~|\[\]|<<<|\|)\s*|[|*_]|\{\+\+|\+\+\}|\[\[|\]\]|\^\[", re.M)
# A syllable by its shape, without marks: the lexicon has foreign words too («apxe»).
_SYLLABLE = re.compile(r"(?:ngh|[nghkptc]h|ng|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|n[gh]|[cmnpt])?")


def texts() -> Iterator[str]:
    """Everything that we wrote ourselves, a paragraph at a time; the defective half of the corpus is left out."""
    sources = [ROOT / "kehoach" / "knowledge" / "phrases.txt"]
    sources += sorted((ROOT / "templates").rglob("*.txt")) + sorted((ROOT / "templates").rglob("*.j2"))
    sources += sorted((ROOT / "templates").rglob("*.jinja*")) + sorted((ROOT / "corpus").rglob("*.src"))
    for source in sources:
        if "loi" in source.relative_to(ROOT).parts:
            continue
        text = source.read_text(encoding="utf-8")
        if source.name == "phrases.txt":
            text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        text = _MARKS.sub(" ", _NOT_TEXT.sub(" … ", text))
        yield from (line.strip() for line in text.splitlines() if line.strip())


def lexicon() -> list[tuple[str, ...]]:
    """pyvi's words, syllable by syllable. The file is read where it lies: importing pyvi would load scikit-learn."""
    package = importlib.util.find_spec("pyvi")
    if package is None or package.origin is None:
        raise SystemExit("pyvi is not installed")
    words = (Path(package.origin).parent / "models" / "words.txt").read_text(encoding="utf-8").lower().splitlines()
    split = [tuple(map(canonical, nfc(word).split())) for word in words]
    return [word for word in split if word and all(_SYLLABLE.fullmatch(fold(syllable)) for syllable in word)]


def build() -> str:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts():
        for head, tails in count(text).items():
            counts[head].update(tails)
    known: dict[str, set[str]] = defaultdict(set)
    for word in lexicon():
        counts[PARTS].update(word)
        for first, second in pairwise(word):
            known[first].add(second)
    lines = ["# Built by tools/build_language.py: what follows what, how often; after «|» what only the lexicon knows."]
    for head in sorted(counts.keys() | known.keys()):
        tails = counts[head]
        if " " in head and sum(tails.values()) < 2 and head.split()[0] != BREAK:
            continue  # a pair that was seen once tells no more than its second half
        counted = " ".join(f"{tail}={number}" for tail, number in sorted(tails.items(), key=lambda t: (-t[1], t[0])))
        lines.append(f"{head}\t{counted}" + ("|" + " ".join(sorted(known[head] - set(tails))) if known[head] else ""))
    return "\n".join(lines) + "\n"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="fail if the table is not what the sources give")
    table = build()
    if arguments.parse_args().check:
        return int(table != TABLE.read_text(encoding="utf-8"))
    TABLE.write_text(table, encoding="utf-8")
    print(f"{TABLE.name}: {len(table.encode()) // 1024} KB, {table.count(chr(10))} rows", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
