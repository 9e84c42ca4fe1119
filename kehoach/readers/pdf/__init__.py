"""PDF files: the text layer of a page where it is good, OCR where there is none or a useless one."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from ...model import Document, Note
from ..failure import ReadingError
from ..printed import pages
from ..printed.margins import is_signature
from . import layer
from .pdfium import BrokenError, LockedError, opened, pixels
from .quality import wants_ocr


def read(path: Path) -> Document:
    """The document in a PDF; ReadingError where it is locked or broken, or a scan that nothing here can read."""
    data = path.read_bytes()
    try:
        with opened(data) as file:
            layers = [_unsigned(layer.read(file, number)) for number in range(1, file.pages + 1)]
        sheets = [found.sheet for found in layers]
        scanned = [found.sheet.number for found in layers if wants_ocr(found)]
        notes: tuple[Note, ...] = ()
        if scanned:
            from .. import ocr  # multiprocessing takes 20 ms to load

            read = ocr.sheets(path, data, scanned, pixels)
            for sheet in read:
                sheets[sheet.number - 1] = sheet
            notes = (ocr.note(read, len(sheets)),)
    except LockedError as error:
        raise ReadingError(f"Tệp «{path}» đặt mật khẩu, hãy lưu lại thành một bản không có mật khẩu.") from error
    except BrokenError as error:
        raise ReadingError(f"Tệp «{path}» không phải PDF hoặc đã hỏng, hãy lấy lại bản đầy đủ.") from error
    document = pages.document(sheets, path, "pdf", notes)
    if scanned:
        document = ocr.mended(document, set(scanned))
    if not document.blocks:
        raise ReadingError(f"Tệp «{path}» không có chữ nào, hãy lấy lại bản đầy đủ.")
    return document


def _unsigned(found: layer.Layer) -> layer.Layer:
    """The page without what signatures print on it."""
    marks = {id(word) for words in found.added if is_signature(words) for word in words}
    if not marks:
        return found
    words = tuple(word for word in found.sheet.words if id(word) not in marks)
    return replace(found, sheet=replace(found.sheet, words=words))
