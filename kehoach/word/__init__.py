"""Copies of Word files with changes: comments on words, words replaced; everything else stays as it was."""

from __future__ import annotations

from .comments import Remark, commented
from .copying import WORD, Copy, open_copy
from .edits import Edit, edit

__all__ = ["WORD", "Copy", "Edit", "Remark", "commented", "edit", "open_copy"]
