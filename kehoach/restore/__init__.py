"""Damaged Vietnamese made readable: text that lost its diacritics, or letters, to bad OCR."""

from __future__ import annotations

from .decode import DOUBTFUL, Restored, is_sound, restore
from .language import go_together, is_word

__all__ = ["DOUBTFUL", "Restored", "go_together", "is_sound", "is_word", "restore"]
