"""What OCR has read before, by the file's hash: a second run over the same scan is instant."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from .engine import Page, packed, unpacked

# Part of every key: a change of what is stored, or of how pages are drawn, makes old entries unknown.
VERSION = 6


def folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("kehoach", appauthor=False) / "ocr"


def load(key: str) -> Page | None:
    """The page stored under `key`; None where there is none, or none that can be understood."""
    try:
        return unpacked(json.loads(_file(key).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def store(key: str, page: Page) -> None:
    """Keep a page. Written beside and renamed, so that nobody reads half of it; a full disk loses only speed."""
    file = _file(key)
    text = json.dumps(packed(page), ensure_ascii=False)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".json")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        os.replace(beside, file)
    except OSError:
        return


def _file(key: str) -> Path:
    return folder() / key[:2] / f"{key}.json"
