"""Scanned pages to sheets of words: from the cache, or read by Tesseract, one process a core."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from ...model import Note
from ..failure import ReadingError
from ..printed.words import Face, Sheet, Word
from . import cache, engine
from .engine import Draw, Page
from .mending import mended

__all__ = ["engine", "mended", "note", "sheets"]

# Tesseract reads print of 12 to 14 points best in 200 dots to the inch, and that of 10 points as well as in 300, which
# take a quarter more time. Most scanners are set so too: their pictures are read as they are.
DOTS = 200


def sheets(path: Path, data: bytes, numbers: list[int], draw: Draw) -> list[Sheet]:
    """Pages `numbers` of the file (whose bytes are `data`), read by OCR.

    Raises ReadingError where the engine or its Vietnamese model is missing.
    """
    stem = f"{hashlib.sha256(data).hexdigest()}-{engine.signature()}-{DOTS}-{cache.VERSION}"
    pages = {number: found for number in numbers if (found := cache.load(f"{stem}-{number}"))}
    todo = [number for number in numbers if number not in pages]
    for done, (number, page) in enumerate(_recognised(path, todo, draw), start=1):
        if page is None:
            raise ReadingError(f"Không nhận dạng được chữ ở trang {number} của tệp «{path}», hãy quét lại trang này.")
        pages[number] = page
        cache.store(f"{stem}-{number}", page)
        _progress(path, done, len(todo))
    return [_sheet(number, pages[number]) for number in numbers]


def note(read: list[Sheet], count: int) -> Note:
    """What a person should know about text that a machine has read."""
    sure = ", ".join(f"trang {sheet.number}: {sheet.confidence:.0f}%" for sheet in read if sheet.confidence is not None)
    which = "toàn bộ văn bản" if len(read) == count else f"{len(read)} trong {count} trang"
    return Note("ocr", f"{which} là ảnh quét, chữ do máy nhận dạng; độ tin cậy {sure}")


def _sheet(number: int, page: Page) -> Sheet:
    faces = {word.size: Face(None, word.size) for word in page.words}
    words = tuple(Word(word.x0, word.y, word.x1, word.text, faces[word.size]) for word in page.words)
    # by letters: a long word tells more than a dash
    letters = sum(len(word.text) for word in page.words)
    sure = sum(word.confidence * len(word.text) for word in page.words) / letters if letters else 0.0
    return Sheet(number, page.width, page.height, words, page.rules, sure)


def _recognised(path: Path, numbers: list[int], draw: Draw) -> Iterator[tuple[int, Page | None]]:
    """The pages as they are done, in any order; None for one that could not be read."""
    workers = min(len(numbers), _cores())
    if workers < 2 or _is_worker():
        return ((number, engine.read(path, number, draw, DOTS)) for number in numbers)
    from .worker import shared

    return shared(path, numbers, draw, DOTS, workers)


def _is_worker() -> bool:
    """Whether this process was itself started to share work: then the other cores have theirs."""
    multiprocessing = sys.modules.get("multiprocessing")
    return multiprocessing is not None and multiprocessing.parent_process() is not None


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _progress(path: Path, done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\rNhận dạng chữ trong «{path.name}»: {done}/{total} trang", end=end, file=sys.stderr, flush=True)
