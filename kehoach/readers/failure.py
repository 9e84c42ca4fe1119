"""The one way in which reading fails."""

from __future__ import annotations


class ReadingError(Exception):
    """The file cannot be read. The message is one Vietnamese sentence that says what to do."""
