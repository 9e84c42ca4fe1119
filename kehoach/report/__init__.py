"""Results out. A reporter is a function from Results to text; `REPORTERS` is the whole registry."""

from __future__ import annotations

from collections.abc import Callable

from . import json, text
from .results import Checked, Results

Reporter = Callable[[Results], str]

REPORTERS: dict[str, Reporter] = {
    "text": text.render,
    "json": json.render,
}

__all__ = ["REPORTERS", "Checked", "Reporter", "Results"]
