"""A second engine for what Tesseract cannot read, figures of a pen and print below a seal: PP-OCR, as rapidocr has it.

The models are run through onnxruntime itself: the entry of rapidocr loads OpenCV and takes four times as long.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

# The height that the models were trained to read lines in, and the step of the sizes that the finder of lines takes.
LINE = 48
STEP = 32
# A place belongs to a line of print from this probability on; the whole line must have more.
INK, SURE = 0.3, 0.5
# The finder marks the core of a line; its edges are further out by this share of area to girth.
OUT = 1.6
# Letters of other languages that it takes for Vietnamese ones.
_LIKE = str.maketrans("ǎǍēĒěėĖōŌŏŎÐ", "ăĂêÊêêÊôÔôÔĐ")


class Said(NamedTuple):
    """What a line says, and how sure each of its letters is (0 to 1)."""

    text: str
    sure: tuple[float, ...]


class Box(NamedTuple):
    """Where a line of print stands, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def is_there() -> bool:
    return find_spec("onnxruntime") is not None and _model("rec") is not None


@cache
def _model(job: str) -> Path | None:
    spec = find_spec("rapidocr")
    places = spec.submodule_search_locations if spec else None
    found = sorted(path for place in places or () for path in Path(place, "models").glob(f"*_{job}_*.onnx"))
    return found[-1] if found else None


@cache
def _session(job: str) -> tuple[Any, str]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(_model(job)), options, providers=["CPUExecutionProvider"])
    return session, session.get_inputs()[0].name


@cache
def _letters() -> list[str]:
    session, _ = _session("rec")
    return ["", *session.get_modelmeta().custom_metadata_map["character"].split("\n"), " "]


def knows(text: str) -> bool:
    """Whether the models have all letters of a text."""
    return set(text) <= set(_letters())


def _run(job: str, picture: Image) -> Any:
    import numpy

    session, name = _session(job)
    values = numpy.asarray(picture.convert("RGB"), dtype=numpy.float32) / 127.5 - 1
    return session.run(None, {name: numpy.ascontiguousarray(values.transpose(2, 0, 1)[None])})[0][0]


def said(picture: Image) -> Said:
    """What the one line of print in a picture says."""
    width = max(LINE, round(picture.width * LINE / picture.height))
    odds = _run("rec", picture.resize((width, LINE)))
    text: list[str] = []
    sure: list[float] = []
    before = 0
    for letter, odd in zip(odds.argmax(1).tolist(), odds.max(1).tolist(), strict=True):
        if letter and letter != before:
            text.append(_letters()[letter])
            sure.append(odd)
        before = letter
    return Said("".join(text).translate(_LIKE), tuple(sure))


def lines(picture: Image) -> list[Box]:
    """The lines of print in a picture, from top to bottom."""
    size = [max(STEP, round(side / STEP) * STEP) for side in picture.size]
    odds = _run("det", picture.resize((size[0], size[1])))[0]
    across, down = picture.width / size[0], picture.height / size[1]
    found = []
    for left, top, right, bottom in _spots(odds > INK):
        spot = odds[top:bottom, left:right]
        width, height = right - left, bottom - top
        if height < 3 or spot[spot > INK].mean() < SURE:
            continue
        out = OUT * width * height / (2 * (width + height))
        found.append(
            Box(
                max(0, round((left - out) * across)),
                max(0, round((top - out) * down)),
                min(picture.width, round((right + out) * across)),
                min(picture.height, round((bottom + out) * down)),
            )
        )
    return sorted(found, key=lambda box: box.top)


def _spots(ink: Any) -> list[Box]:
    """The boxes around ink that touches from row to row."""
    spots: list[Box] = []
    above: list[tuple[int, int, int]] = []
    joined: list[int] = []

    def home(spot: int) -> int:
        while joined[spot] != spot:
            spot = joined[spot]
        return spot

    for row, line in enumerate(ink):
        here: list[tuple[int, int, int]] = []
        for left, right in _runs(line):
            box = Box(left, row, right, row + 1)
            touched = {home(spot) for start, end, spot in above if start < right and left < end}
            for spot in touched:
                box = _around(box, spots[spot])
                joined[spot] = len(spots)
            here.append((left, right, len(spots)))
            joined.append(len(spots))
            spots.append(box)
        above = here
    return [box for spot, box in enumerate(spots) if joined[spot] == spot]


def _around(a: Box, b: Box) -> Box:
    return Box(min(a.left, b.left), min(a.top, b.top), max(a.right, b.right), max(a.bottom, b.bottom))


def _runs(line: Any) -> list[tuple[int, int]]:
    import numpy

    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], line.astype(numpy.int8), [0])))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))
