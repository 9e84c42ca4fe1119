"""Parent plan and unit in, a new plan out: `draft` says what it holds, `render` lays it out."""

from __future__ import annotations

from .compose import compose as draft
from .context import Draft
from .failure import DraftingError
from .layout import LayoutError
from .render import render
from .wording import WordingError

__all__ = ["Draft", "DraftingError", "LayoutError", "WordingError", "draft", "render"]
