"""Damaged Vietnamese made readable: text that lost its diacritics, or letters, to bad OCR."""

from __future__ import annotations

from .decode import Restored, restore
from .language import is_word

__all__ = ["Restored", "is_word", "restore"]
