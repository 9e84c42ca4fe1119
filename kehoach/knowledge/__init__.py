"""What is true about the world, as tables that a clerk could correct; code reads them through this module."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `name` (a file of this folder without its suffix).

    Raises FileNotFoundError for a name that is not there: a slip in code, not in data.
    """
    with (HERE / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the CSV table `name`; lines that begin with «#» are comments."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(line for line in file if not line.startswith("#")))
