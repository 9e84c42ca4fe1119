"""Bytes of a text file as text: Unicode in all its forms, Windows-1258, and the sets from before Unicode."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from ..patterns import lazy
from .failure import ReadingError
from .legacy import HEAD

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Vietnamese in UTF-16 is mostly Latin letters, whose high byte is 0 or 1: these shares of one half of the bytes, and of
# the other, tell it and its byte order.
HIGH_BYTES = 0.6
OTHER_BYTES = 0.05
# Of the words with marks, so many are spelt right in the right code page.
RIGHT = 0.75
_WORD = lazy(r"[^\W\d_]+")


def decode(data: bytes, path: Path) -> str:
    """The text in `data`. Sets from before Unicode come as the characters of Windows-1252 that the bytes would be."""
    source = _unicode(data, path)
    if source is None:
        source = _windows_1258(data)
    if source is None:
        from .charsets import recognise  # not for files in Unicode

        source = data.decode("cp1252", errors="replace")
        if recognise(source[:HEAD]) is None:
            raise _unknown(path)
    if "\0" in source:
        raise ReadingError(f"Tệp «{path}» không phải văn bản thuần, hãy lưu lại thành .txt với bảng mã UTF-8.")
    return source


def _unicode(data: bytes, path: Path) -> str | None:
    """The text, None where the bytes are in some code page of 8 bits."""
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    encoding = marked or _utf16(data) or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if marked or encoding != "utf-8":
            raise _unknown(path) from error
        return None


def _utf16(data: bytes) -> str | None:
    """UTF-16 without its mark, by the zeros and ones that every second byte is."""
    head = data[:HEAD]
    if len(data) % 2 or len(head) < 4:
        return None
    halves = [sum(byte < 2 for byte in head[start::2]) / (len(head) / 2) for start in (0, 1)]
    if halves[1] > HIGH_BYTES and halves[0] < OTHER_BYTES:
        return "utf-16-le"
    return "utf-16-be" if halves[0] > HIGH_BYTES and halves[1] < OTHER_BYTES else None


def _windows_1258(data: bytes) -> str | None:
    """Windows-1258 has its marks behind the letters; None where that makes no Vietnamese words."""
    from .syllables import is_syllable

    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    words = [word for word in _WORD.findall(text[:HEAD]) if not word.isascii()]
    return text if words and sum(map(is_syllable, words)) >= RIGHT * len(words) else None


def _unknown(path: Path) -> ReadingError:
    return ReadingError(f"Tệp «{path}» không ở bảng mã Unicode (UTF-8), hãy mở ra rồi lưu lại với bảng mã UTF-8.")
