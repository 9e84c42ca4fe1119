"""Findings mended in a copy of the plan: all in one pass, then read again and checked before anybody gets it."""

from __future__ import annotations

from .choosing import Left, choose
from .mending import SUFFIXES, FixFailed, Mended, mend

__all__ = ["SUFFIXES", "FixFailed", "Left", "Mended", "choose", "mend"]
