"""Findings mended in a copy of the plan: all in one pass, then read again and checked before anybody gets it."""

from __future__ import annotations

from .choosing import Left, choose
from .mending import SUFFIXES, FixFailed, Mended, mend
from .textfile import TextFile

__all__ = ["SUFFIXES", "FixFailed", "Left", "Mended", "TextFile", "choose", "mend"]
