"""Files in, Documents out. One module per format; `READERS` is the whole registry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from ..model import Document
from ..system import reason
from .failure import ReadingError
from .kinds import real_suffix

__all__ = ["READERS", "STDIN", "ReadingError", "read"]

STDIN = Path("-")
# Beside an open document Word keeps a file of 162 bytes with the name of who opened it: «~$name.docx».
LOCK = 1000


def _docx(path: Path) -> Document:
    from . import docx  # lxml takes 10 ms, which a text file need not wait for

    return docx.read(path)


def _text(path: Path) -> Document:
    from . import text

    return text.read(path)


def _office(path: Path) -> Document:
    from . import office

    return office.read(path)


def _pdf(path: Path) -> Document:
    from . import pdf  # PDFium is loaded with it

    return pdf.read(path)


def _image(path: Path) -> Document:
    from . import image

    return image.read(path)


READERS: dict[str, Callable[[Path], Document]] = {
    ".doc": _office,
    ".docm": _docx,
    ".docx": _docx,
    ".dot": _office,
    ".dotm": _docx,
    ".dotx": _docx,
    ".jpeg": _image,
    ".jpg": _image,
    ".md": _text,
    ".pdf": _pdf,
    ".png": _image,
    ".odt": _office,
    ".rtf": _office,
    ".tif": _image,
    ".tiff": _image,
    ".txt": _text,
}


def _repaired(document: Document) -> Document:
    from . import legacy

    return legacy.repair(document)


def _stdin() -> Document:
    """What is piped in: text, or any other kind of file, by what it begins with."""
    import sys
    from tempfile import TemporaryDirectory

    from . import text

    data = sys.stdin.buffer.read() if sys.stdin else b""  # closed («<&-»): nothing comes in
    with TemporaryDirectory() as folder:
        file = Path(folder) / "stdin.txt"
        file.write_bytes(data)
        if real_suffix(file) == file.suffix:
            return text.from_bytes(data, STDIN)
        try:
            return replace(read(file), path=STDIN)
        except ReadingError as error:
            raise ReadingError(str(error).replace(str(file), str(STDIN))) from error


def read(path: Path) -> Document:
    """The file at `path` as a Document; ReadingError with one Vietnamese sentence where that cannot be.

    Text in a character set from before Unicode is brought to Unicode. `-` is what comes in from stdin.
    """
    try:
        if path == STDIN:
            return _stdin()
        if path.is_dir():
            raise ReadingError(f"«{path}» là thư mục, hãy chỉ ra một tệp trong đó.")
        if not path.exists():
            raise ReadingError(f"Không có tệp «{path}», hãy kiểm tra lại đường dẫn.")
        if path.suffix.lower() not in READERS:
            known = ", ".join(sorted(READERS))
            raise ReadingError(f"Chưa đọc được «{path}», hãy lưu lại thành một trong các dạng {known}.")
        if path.stat().st_size == 0:
            raise ReadingError(f"Tệp «{path}» rỗng (0 byte), hãy lấy lại bản đầy đủ.")
        if path.name.startswith("~$") and path.stat().st_size < LOCK:
            raise ReadingError(
                f"Tệp «{path}» chỉ là tệp khóa Word tạo ra khi đang mở kế hoạch, hãy chỉ ra tệp kế hoạch."
            )
        return _repaired(READERS[real_suffix(path)](path))
    except OSError as error:
        raise ReadingError(f"Không mở được tệp «{path}» ({reason(error)}), hãy kiểm tra quyền đọc tệp.") from error
