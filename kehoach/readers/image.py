"""Pictures of pages, scanned or photographed (.png, .jpg, .tif of several pages): read by OCR."""

from __future__ import annotations

from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Document
from .failure import ReadingError
from .printed import pages
from .printed.pixels import Pixels

if TYPE_CHECKING:
    from PIL.Image import Image

# The long side of A4 in inches: a picture that does not say how fine it is shows one page.
LONG_SIDE = 11.7
# A picture is not enlarged beyond this: there is nothing more to see in it.
MOST = 3.0
# The sides of a sheet of paper, one to the other.
A4 = 1.414


def read(path: Path) -> Document:
    """The document in a picture; ReadingError where it is none, or OCR is not installed."""
    from . import ocr

    ocr.engine.signature()
    if find_spec("PIL") is None:
        raise ReadingError('Muốn đọc ảnh phải cài phần nhận dạng chữ: pip install "kehoach[ocr]".')
    data = path.read_bytes()
    count = _count(path)
    sheets = ocr.sheets(path, data, list(range(1, count + 1)), pixels)
    document = pages.document(sheets, path, path.suffix.lower().lstrip("."), (ocr.note(sheets, count),))
    document = ocr.mended(document, {sheet.number for sheet in sheets})
    if not document.blocks:
        raise ReadingError(f"Không nhận ra chữ nào trong ảnh «{path}», hãy chụp hoặc quét lại cho rõ.")
    return document


def _count(path: Path) -> int:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            picture.load()
            return getattr(picture, "n_frames", 1)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ReadingError(f"Tệp «{path}» không phải ảnh hoặc đã hỏng, hãy chụp hoặc quét lại.") from error


def pixels(path: Path, number: int, dots: int) -> Pixels:
    """Page `number` of the picture, upright as the camera says, grey, and with `dots` to the inch."""
    from PIL import Image, ImageOps

    from .printed.ink import without_red

    with Image.open(path) as picture:
        picture.seek(number - 1)
        page = _squared(_on_paper(ImageOps.exif_transpose(picture)), picture.info.get("dpi"))
        scale = min(MOST, dots / _fineness(picture, page.size))
        if abs(scale - 1) > 0.05:
            size = (round(page.width * scale), round(page.height * scale))
            page = page.resize(size, Image.Resampling.LANCZOS)
        if page.mode == "RGB":
            return without_red(page, dots)
        return Pixels(page.tobytes(), page.width, page.height, page.width, dots)


def _on_paper(page: Image) -> Image:
    """The page in colours or in grey; what is see-through lies on white paper."""
    from PIL import Image

    if page.mode in ("RGBA", "LA", "PA") or "transparency" in page.info:
        page = page.convert("RGBA")
        page = Image.alpha_composite(Image.new("RGBA", page.size, "white"), page)
    return page.convert("L" if page.mode in ("1", "L", "I", "I;16", "F") else "RGB")


def _squared(page: Image, dpi: tuple[float, float] | None) -> Image:
    """The page with as many dots to the inch down as across: a fax has half as many down."""
    across, down = map(float, dpi or (1, 1))
    if not across or not down or abs(across / down - 1) < 0.05:
        return page
    height = round(page.height * across / down)
    is_nearer = abs(log(height / page.width / A4)) < abs(log(page.height / page.width / A4))
    return page.resize((page.width, height)) if is_nearer else page


def _fineness(picture: Image, size: tuple[int, int]) -> float:
    """Dots to the inch: what the file says, if a page of that size could be."""
    said = float(picture.info.get("dpi", (0, 0))[0])
    page = max(size) / LONG_SIDE
    return said if 0.6 * page < said < 1.6 * page else page
