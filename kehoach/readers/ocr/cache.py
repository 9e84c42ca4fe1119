"""What OCR has read before, by the file's hash: a second run over the same scan is instant."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from .engine import Page, Read

# Part of every key: a change of what is stored, or of how pages are drawn, makes old entries unknown.
VERSION = 1


def folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("kehoach", appauthor=False) / "ocr"


def load(key: str) -> Page | None:
    """The page stored under `key`; None where there is none, or none that can be understood."""
    try:
        stored: Any = json.loads(_file(key).read_text(encoding="utf-8"))
        words = tuple(Read(float(a), float(b), float(c), str(t), float(s), float(f)) for a, b, c, t, s, f in stored["words"])
        return Page(float(stored["width"]), float(stored["height"]), words)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def store(key: str, page: Page) -> None:
    """Keep a page. Written beside and renamed, so that nobody reads half of it; a disk that is full loses only speed."""
    file = _file(key)
    words = [[round(v, 2) if isinstance(v, float) else v for v in word] for word in page.words]
    text = json.dumps({"width": page.width, "height": page.height, "words": words}, ensure_ascii=False)
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
