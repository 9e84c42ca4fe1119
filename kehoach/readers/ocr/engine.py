"""Tesseract with its Vietnamese model, in this process: pixels in, words with their places out."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import letters
from ..failure import ReadingError
from ..printed.pixels import Pixels
from ..printed.words import Rule
from . import again, pen, rulings
from .found import Baseline, Found
from .paper import is_shaded, straightened, turned

if TYPE_CHECKING:
    from PIL.Image import Image

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
# Specks, the edges of stamps and strokes of a pen are read as words of a few signs, with little confidence; in a line
# that is read well a doubtful word is a word all the same.
SPECK = 40.0
FEW = 4
GOOD_LINE = 60.0
# Upright print is read with a confidence above this; less, and the page may lie on its side or stand on its head.
UPRIGHT = 65.0
# One that is read so well lies as it should.
SURE = 85.0
# Tesseract reads a page that is askew by a degree as well as a straight one; by more (a slope), and it errs.
ASKEW = 0.022


# How Tesseract tells ink from paper: by one limit for the whole page, or by one for each place.
OTSU, SAUVOLA = "0", "2"


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
    rules: tuple[Rule, ...] = ()


# Draws page `number` of a file in so many dots to the inch. It must be a function of a module: workers know it by name.
Draw = Callable[[Path, int, int], Pixels]


def packed(page: Page) -> dict[str, Any]:
    """A page as JSON knows it."""
    words = [[round(value, 2) if isinstance(value, float) else value for value in word] for word in page.words]
    rules = [[round(value, 2) for value in (rule.x0, rule.y0, rule.x1, rule.y1)] for rule in page.rules]
    return {"width": page.width, "height": page.height, "words": words, "rules": rules}


def unpacked(stored: Any) -> Page:
    """The page that was packed; ValueError, TypeError or KeyError where it was not."""
    words = tuple(
        Read(float(a), float(b), float(c), str(t), float(s), float(f)) for a, b, c, t, s, f in stored["words"]
    )
    rules = tuple(Rule(float(a), float(b), float(c), float(d)) for a, b, c, d in stored["rules"])
    return Page(float(stored["width"]), float(stored["height"]), words, rules)


def signature() -> str:
    """Which engines and model would read; ReadingError where one of them is missing."""
    if find_spec("tesserocr") is None:
        raise ReadingError(
            'Trang này là ảnh quét, muốn đọc phải cài phần nhận dạng chữ: pip install "kehoach[ocr]" '
            "và apt install tesseract-ocr-vie."
        )
    second = _version("rapidocr") if pen.is_there() else "-"
    return f"{_version('tesserocr')}-{second}-{(folder() / MODEL).stat().st_size}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "0"


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

    engine = tesserocr.PyTessBaseAPI(
        path=str(folder()), lang=LANGUAGE, psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
    )
    engine.SetVariable("debug_file", os.devnull)  # what it says about a page is not for the person at the terminal
    return engine


def read(path: Path, number: int, draw: Draw, dots: int) -> Page | None:
    """A page of a file; None where the engine gives up."""
    try:
        return recognise(draw(path, number, dots))
    except RuntimeError:
        return None


def recognise(pixels: Pixels) -> Page:
    """The words on a page, as if it had been scanned straight and upright."""
    found, standing = _found(pixels)
    if standing or (found and _confidence(found) < UPRIGHT):
        tries = [(pixels, found, standing)]
        for quarters in (3, 1) if standing else (2, 3, 1):
            sheet = turned(pixels, quarters)
            tries.append((sheet, *_found(sheet)))
            if not tries[-1][2] and tries[-1][1] and _confidence(tries[-1][1]) > SURE:
                break
        pixels, found, _ = max(tries, key=lambda tried: (not tried[2], _worth(tried[1])))
    if abs(slope := _slope(found)) > ASKEW and find_spec("PIL") is not None:
        pixels = straightened(pixels, slope)
        found, _ = _found(pixels)
    return _straight(pixels, again.completed(found, pixels, _line))


def _confidence(found: list[Found]) -> float:
    return sum(word.confidence for word in found) / len(found)


def _worth(found: list[Found]) -> float:
    return sum(len(word.text) * word.confidence for word in found)


def _found(pixels: Pixels) -> tuple[list[Found], bool]:
    """The words on a page as it lies, and whether its lines stand upright."""
    import tesserocr

    engine = _engine()
    engine.SetVariable("thresholding_method", SAUVOLA if is_shaded(pixels) else OTSU)
    engine.SetImageBytes(pixels.data, pixels.width, pixels.height, 1, pixels.stride)
    engine.SetSourceResolution(pixels.dots)
    engine.Recognize()
    level = tesserocr.RIL
    found: list[Found] = []
    lines: list[Baseline] = []
    iterator = engine.GetIterator()
    for place in tesserocr.iterate_level(iterator, level.WORD) if iterator else ():
        if place.IsAtBeginningOf(level.TEXTLINE):
            (x0, y0), (x1, y1) = place.Baseline(level.TEXTLINE)
            lines.append(Baseline(x0, y0, x1, y1, place.RowAttributes()["row_height"]))
        box = place.BoundingBox(level.WORD)
        text = letters.cleaned(place.GetUTF8Text(level.WORD))
        confidence = place.Confidence(level.WORD)
        if box and text:
            found.append(Found(text, confidence, box[0], box[2], lines[-1]))
    engine.Clear()
    found = _believed(found)
    standing = sum(abs(word.line.y1 - word.line.y0) > abs(word.line.x1 - word.line.x0) for word in found)
    return found, standing > len(found) / 2


def _line(picture: Image) -> str:
    """The one line of print in a picture."""
    import tesserocr

    engine = _engine()
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_LINE)
    try:
        engine.SetImage(picture)
        return str(engine.GetUTF8Text()).strip()
    finally:
        engine.Clear()
        engine.SetPageSegMode(tesserocr.PSM.AUTO)


def _believed(found: list[Found]) -> list[Found]:
    sure: dict[Baseline, list[float]] = {}
    for word in found:
        sure.setdefault(word.line, []).append(word.confidence)
    return [
        word
        for word in found
        if word.confidence >= SPECK
        or sum(map(str.isalnum, word.text)) >= FEW
        or (median(sure[word.line]) >= GOOD_LINE and any(map(str.isalnum, word.text)))
    ]


def _slope(found: list[Found]) -> float:
    """By how much the lines of a page fall from left to right."""
    # a word of a long line tells it better than one of a short line, and there are more of them
    return median([(word.line.y1 - word.line.y0) / max(1.0, word.line.x1 - word.line.x0) for word in found] or [0.0])


def _straight(pixels: Pixels, found: list[Found]) -> Page:
    """Places in points, the skew of the page taken out: words of one line have one baseline."""
    point = 72 / pixels.dots
    across, down = pixels.width / 2, pixels.height / 2
    slope = _slope(found)
    read = []
    for word in found:
        line = word.line
        level = (line.y0 + line.y1) / 2 + slope * (across - (line.x0 + line.x1) / 2)
        shift = slope * (level - down)
        size = round(line.height * point / LINE, 1)
        read.append(
            Read(
                (word.left + shift) * point,
                level * point,
                (word.right + shift) * point,
                word.text,
                size,
                word.confidence,
            )
        )
    return Page(pixels.width * point, pixels.height * point, tuple(read), rulings.found(pixels, slope))
