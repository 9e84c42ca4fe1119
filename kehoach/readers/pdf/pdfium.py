"""PDFium: an open file, a page and its paper, and a page as pixels."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..printed.pixels import Pixels
from .bindings import BGRX, ERR_PASSWORD, FORM, GREY, PICTURE, WITH_ANNOTATIONS, About, library


class LockedError(Exception):
    """The file wants a password."""


class BrokenError(Exception):
    """PDFium cannot make sense of the file, or of one of its pages."""


class Opened(Struct, frozen=True):
    """An open PDF; its bytes are kept, since PDFium goes on reading them."""

    pdf: Any
    data: bytes
    pages: int


@contextmanager
def opened(data: bytes) -> Iterator[Opened]:
    """Open the PDF in `data`; raises LockedError or BrokenError."""
    lib = library()
    pdf = lib.FPDF_LoadMemDocument64(data, len(data), None)
    if not pdf:
        raise LockedError if lib.FPDF_GetLastError() == ERR_PASSWORD else BrokenError
    try:
        yield Opened(pdf, data, lib.FPDF_GetPageCount(pdf))
    finally:
        lib.FPDF_CloseDocument(pdf)


@contextmanager
def opened_page(file: Opened, number: int) -> Iterator[int]:
    """Page `number`, from 1."""
    lib = library()
    page = lib.FPDF_LoadPage(file.pdf, number - 1)
    if not page:
        raise BrokenError
    try:
        yield page
    finally:
        lib.FPDF_ClosePage(page)


@contextmanager
def opened_text(page: int) -> Iterator[int]:
    """The text of a page."""
    lib = library()
    text = lib.FPDFText_LoadPage(page)
    if not text:
        raise BrokenError
    try:
        yield text
    finally:
        lib.FPDFText_ClosePage(text)


def pixels(path: Path, number: int, dots: int) -> Pixels:
    """Page `number` of the file as it is shown, with `dots` to the inch."""
    with opened(path.read_bytes()) as file:
        return _drawn(file, number, dots)


def _drawn(file: Opened, number: int, dots: int) -> Pixels:
    lib = library()
    with opened_page(file, number) as page:
        width = round(lib.FPDF_GetPageWidthF(page) * dots / 72)
        height = round(lib.FPDF_GetPageHeightF(page) * dots / 72)
        coloured = _is_coloured(page) and find_spec("PIL") is not None
        bitmap = lib.FPDFBitmap_CreateEx(width, height, BGRX if coloured else GREY, None, 0)
        if not bitmap:
            raise BrokenError
        try:
            lib.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            lib.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS)
            stride = lib.FPDFBitmap_GetStride(bitmap)
            data = ctypes.string_at(lib.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            lib.FPDFBitmap_Destroy(bitmap)
    if not coloured:
        return Pixels(data, width, height, stride, dots)
    from PIL import Image

    from ..printed.ink import without_red

    return without_red(Image.frombuffer("RGB", (width, height), data, "raw", "BGRX", stride, 1), dots)


def _is_coloured(page: int) -> bool:
    """Whether a picture of the page has colours, so that a seal may be red."""
    lib = library()
    about = About()
    for place in range(lib.FPDFPage_CountObjects(page)):
        thing = lib.FPDFPage_GetObject(page, place)
        kind = lib.FPDFPageObj_GetType(thing)
        if kind == FORM:
            return True
        if kind == PICTURE and lib.FPDFImageObj_GetImageMetadata(thing, page, ctypes.byref(about)) and about.bits > 8:
            return True
    return False


class Paper(Struct, frozen=True):
    """The paper of a page in points, and the matrix that takes PDF units to points from its top left corner."""

    width: float
    height: float
    matrix: tuple[float, float, float, float, float, float]

    def put(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    @property
    def upright(self) -> bool:
        """Whether the matrix only turns y round."""
        return self.matrix[0] > 0.99 and self.matrix[3] < -0.99

    def turned(self, quarters: int) -> Paper:
        """The same paper, turned clockwise by so many quarters."""
        paper = self
        for _ in range(quarters % 4):
            a, b, c, d, e, f = paper.matrix
            paper = Paper(paper.height, paper.width, (-b, a, -d, c, paper.height - f, e))
        return paper


def paper(page: int) -> Paper:
    """The paper of a page: rotated and cropped as it is shown."""
    lib = library()
    width, height = lib.FPDF_GetPageWidthF(page), lib.FPDF_GetPageHeightF(page)
    fine = 100  # PDFium answers in whole pixels
    x, y = ctypes.c_int(), ctypes.c_int()
    to = ctypes.byref(x), ctypes.byref(y)

    def shown(left: float, bottom: float) -> tuple[float, float]:
        lib.FPDF_PageToDevice(page, 0, 0, int(width * fine), int(height * fine), 0, left, bottom, *to)
        return x.value / fine, y.value / fine

    (e, f), (right, down), (up, high) = shown(0, 0), shown(1000, 0), shown(0, 1000)
    return Paper(width, height, ((right - e) / 1000, (down - f) / 1000, (up - e) / 1000, (high - f) / 1000, e, f))
