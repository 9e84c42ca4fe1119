"""Tesseract with its Vietnamese model, in this process: pixels in, words with their places out."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from ..failure import ReadingError
from ..printed.pixels import Pixels

LANGUAGE = "vie"
MODEL = f"{LANGUAGE}.traineddata"
# Where packages put the models, beside TESSDATA_PREFIX.
FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)
# Height of a line of print, from the deepest descender to the highest letter, in ems.
LINE = 0.9
# Specks and the edges of stamps are read as words of no letters, with little confidence.
SPECK = 40.0
# A word that the engine itself does not believe is a signature or a stamp.
NOISE = 12.0


class Read(NamedTuple):
    """A word as OCR reads it: its place and size in points, confidence 0 to 100."""

    x0: float
    y: float
    x1: float
    text: str
    size: float
    confidence: float


class Page(NamedTuple):
    """What OCR reads on a page of `width` by `height` points."""

    width: float
    height: float
    words: tuple[Read, ...]


def signature() -> str:
    """Which engine and model would read; ReadingError where one of them is missing."""
    if find_spec("tesserocr") is None:
        raise ReadingError(
            'Trang này là ảnh quét, muốn đọc phải cài phần nhận dạng chữ: pip install "kehoach[ocr]" '
            "và apt install tesseract-ocr-vie."
        )
    try:
        engine = version("tesserocr")
    except PackageNotFoundError:
        engine = "0"
    return f"{engine}-{(folder() / MODEL).stat().st_size}"


def folder() -> Path:
    """The folder that holds the Vietnamese model; ReadingError where there is none."""
    prefix = os.environ.get("TESSDATA_PREFIX")
    named = [Path(prefix), Path(prefix) / "tessdata"] if prefix else []
    for place in [*named, *map(Path, FOLDERS)]:
        if (place / MODEL).is_file():
            return place
    raise ReadingError(
        "Trang này là ảnh quét mà chưa có dữ liệu nhận dạng tiếng Việt: apt install tesseract-ocr-vie, "
        f"hoặc đặt biến TESSDATA_PREFIX vào thư mục có tệp {MODEL}."
    )


@cache
def _engine() -> Any:
    # many pages at once do better with one thread each, and OpenMP reads this only once
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import tesserocr

    return tesserocr.PyTessBaseAPI(
        path=str(folder()), lang=LANGUAGE, psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
    )


def recognise(pixels: Pixels) -> Page:
    """The words on a page, as if it had been scanned straight."""
    import tesserocr

    engine = _engine()
    engine.SetImageBytes(pixels.data, pixels.width, pixels.height, 1, pixels.stride)
    engine.SetSourceResolution(pixels.dots)
    engine.Recognize()
    level = tesserocr.RIL
    found: list[tuple[str, float, tuple[int, int, int, int]]] = []
    owners: list[int] = []
    lines: list[tuple[float, float, float, float]] = []  # middle of the baseline, its slope, the height of the line
    iterator = engine.GetIterator()
    for place in tesserocr.iterate_level(iterator, level.WORD) if iterator else ():
        if place.IsAtBeginningOf(level.TEXTLINE):
            lines.append(_line(place, level))
        box = place.BoundingBox(level.WORD)
        text = place.GetUTF8Text(level.WORD).strip()
        confidence = place.Confidence(level.WORD)
        if box and text and confidence >= (NOISE if any(c.isalnum() for c in text) else SPECK):
            found.append((text, confidence, box))
            owners.append(len(lines) - 1)
    engine.Clear()
    return _straight(pixels, found, owners, lines)


def _line(place: Any, level: Any) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = place.Baseline(level.TEXTLINE)
    height = place.RowAttributes()["row_height"]
    return (x0 + x1) / 2, (y0 + y1) / 2, (y1 - y0) / max(1, x1 - x0), height


def _straight(
    pixels: Pixels,
    found: list[tuple[str, float, tuple[int, int, int, int]]],
    owners: list[int],
    lines: list[tuple[float, float, float, float]],
) -> Page:
    """Places in points, the skew of the page taken out: words of one line have one baseline."""
    point = 72 / pixels.dots
    words = [0] * len(lines)
    for owner in owners:
        words[owner] += 1
    # short lines tell little about the slope
    slope = median([line[2] for line, count in zip(lines, words, strict=True) if count > 4] or [0.0])
    across, down = pixels.width / 2, pixels.height / 2
    read = []
    for (text, confidence, (left, _, right, _)), owner in zip(found, owners, strict=True):
        x, y, _, height = lines[owner]
        level = y + slope * (across - x)
        shift = slope * (level - down)
        size = round(height * point / LINE, 1)
        read.append(Read((left + shift) * point, level * point, (right + shift) * point, text, size, confidence))
    return Page(pixels.width * point, pixels.height * point, tuple(read))
