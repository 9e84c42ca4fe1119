"""PDF files: the text layer where it is good, OCR page by page where there is none or a useless one."""

from __future__ import annotations

from pathlib import Path

from ...model import Document
from ..failure import ReadingError
from ..printed import pages
from ..printed.margins import is_signature
from ..printed.words import Sheet
from . import layer
from .pdfium import Broken, Locked, opened


def read(path: Path) -> Document:
    data = path.read_bytes()
    try:
        with opened(data) as file:
            layers = [layer.read(file, number) for number in range(1, file.pages + 1)]
    except Locked as error:
        raise ReadingError(f"Tệp «{path}» có mật khẩu, hãy mở khóa rồi lưu lại thành một bản không có mật khẩu.") from error
    except Broken as error:
        raise ReadingError(f"Tệp «{path}» không phải PDF hoặc đã hỏng, hãy lấy lại bản đầy đủ.") from error
    sheets = [_unsigned(found) for found in layers]
    return pages.document(sheets, path, "pdf")


def _unsigned(found: layer.Layer) -> Sheet:
    """The page without what signatures print on it."""
    marks = {id(word) for words in found.added if is_signature(words) for word in words}
    if not marks:
        return found.sheet
    sheet = found.sheet
    words = tuple(word for word in sheet.words if id(word) not in marks)
    return Sheet(sheet.number, sheet.width, sheet.height, words, sheet.rules, sheet.confidence)
