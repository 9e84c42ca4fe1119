"""Why a draft cannot be made: one Vietnamese sentence."""

from __future__ import annotations


class DraftingError(Exception):
    """Something that was given cannot be used. The message is a Vietnamese sentence."""
