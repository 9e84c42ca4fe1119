"""Damaged Vietnamese made readable: text that lost its diacritics, or letters, to bad OCR."""

from __future__ import annotations

from .language import go_together, is_word

__all__ = ["go_together", "is_word"]
