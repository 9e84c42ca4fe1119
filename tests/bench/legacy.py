"""Word accuracy of the reader on documents in old character sets, against their transcripts (../shared/real).

Case does not count: the transcripts keep the small letters that were typed in fonts of capitals.
Run it as `python -m tests.bench.legacy`; `-v` prints the words that differ.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from kehoach.model import Document
from kehoach.readers import ReadingError, read
from kehoach.text import nfc

REAL = Path(__file__).parents[2] / ".." / "shared" / "real"
TARGET = 0.995
CONTROLS = dict.fromkeys(range(9)) | {0x1F: None}
NAMES = ("135.doc", "137.doc", "138.rtf", "140.pdf", "141.doc", "143.doc")


# Field codes that the transcripts keep, though nobody sees them on paper.
FIELDS = re.compile(r"(?m)^\s*(?:PAGE\b.*|EMBED \S+)$")


def words(text: str) -> list[str]:
    """The words and signs of a text, in small letters."""
    return re.findall(r"\w+|[^\w\s]", nfc(text.translate(CONTROLS)).lower())


def accuracy(document: Document, truth: str) -> tuple[float, list[str]]:
    """The share of the transcript's words that were read right, and what differs; signs count as words."""
    read_words = words("\n".join(block.shown for block in document.blocks))
    true_words = words(FIELDS.sub("", truth))
    wrong: list[str] = []
    errors = 0
    for edit in Levenshtein.opcodes(read_words, true_words):
        if edit.tag == "equal":
            continue
        ours = read_words[edit.src_start : edit.src_end]
        theirs = true_words[edit.dest_start : edit.dest_end]
        if any(word[0].isalnum() for word in (*ours, *theirs)):
            errors += max(len(ours), len(theirs))
            wrong.append(f"{' '.join(ours)} ≠ {' '.join(theirs)}")
    return 1 - errors / len(true_words), wrong


def main() -> None:
    for name in NAMES:
        path = REAL / name
        try:
            document = read(path)
        except ReadingError as error:
            print(f"{name}  {error}")
            continue
        share, wrong = accuracy(document, path.with_suffix(".truth.txt").read_text(encoding="utf-8"))
        print(f"{name}  {share:.2%}  {'ok' if share >= TARGET else 'below'}  {document.notes}")
        if "-v" in sys.argv:
            print(*(f"    {line}" for line in wrong), sep="\n")


if __name__ == "__main__":
    main()
