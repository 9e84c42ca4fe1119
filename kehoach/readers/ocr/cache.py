"""What OCR has read before, by the file's hash: a second run over the same scan is instant."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from ... import kept, system
from .engine import Page, packed, unpacked

# Part of every key: a change of what is stored, or of how pages are drawn, makes old entries unknown.
VERSION = 13


def load(key: str) -> Page | None:
    """The page stored under `key`; None where there is none, or none that can be understood."""
    try:
        return unpacked(json.loads(_file(key).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def store(key: str, page: Page) -> None:
    """Keep a page; a full disk loses only speed."""
    file = _file(key)
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        system.write(json.dumps(packed(page), ensure_ascii=False).encode(), file)


def _file(key: str) -> Path:
    return kept.folder() / "ocr" / key[:2] / f"{key}.json"
