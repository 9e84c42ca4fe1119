"""Copies of Word files with changes: comments on words, words replaced; everything else stays as it was."""

from __future__ import annotations

from .comments import Remark, commented
from .copying import WORD, Copy, open_copy
from .edits import CannotEdit, Edit, edit, number_changes

__all__ = [
    "WORD", "CannotEdit", "Copy", "Edit", "Remark", "commented", "edit", "number_changes", "open_copy",
]  # fmt: skip
