"""Drafted plans as PDF, made by LibreOffice where it is there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..readers import office
from ..system import write
from .failure import DraftingError

AT_ONCE = 25  # files in one call: one that fails takes no more than these with it
PER_FILE = 20.0  # seconds


class PrintingError(DraftingError):
    """No PDF could be made; the message is a Vietnamese sentence."""


def printer() -> str:
    """The LibreOffice program. Raises PrintingError where there is none."""
    program = office.find()
    if program is None:
        raise PrintingError(
            "--pdf cần LibreOffice (libreoffice.org) mà máy này không có; bỏ --pdf, hoặc cài LibreOffice,"
            " hoặc chỉ chỗ bằng biến KEHOACH_SOFFICE"
        )
    return program


def print_all(program: str, files: Sequence[Path]) -> list[Path]:
    """A .pdf beside each .docx. Raises PrintingError for the first that LibreOffice cannot print."""
    return [made for start in range(0, len(files), AT_ONCE) for made in _print(program, files[start : start + AT_ONCE])]


def _print(program: str, files: Sequence[Path]) -> list[Path]:
    made = []
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # numbered copies: LibreOffice would leave lock files beside the real ones
        sources = [Path(shutil.copyfile(file, folder / f"{number}.docx")) for number, file in enumerate(files)]
        office.run(program, sources, "pdf:writer_pdf_Export", folder, office.TIMEOUT + PER_FILE * len(files))
        for number, file in enumerate(files):
            printed = folder / "target" / f"{number}.pdf"
            if not printed.is_file():
                raise PrintingError(f"LibreOffice không in được «{file}» ra PDF; tệp Word vẫn còn đó")
            target = file.with_suffix(".pdf")
            write(printed.read_bytes(), target)
            made.append(target)
    return made
