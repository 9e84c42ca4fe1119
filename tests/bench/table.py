"""Rows of the table of figures, printed as they come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `met` is None where there is nothing to compare with."""

    what: str
    figure: str
    target: str = ""
    peer: str = ""
    met: bool | None = None


def show(rows: Iterable[Row]) -> int:
    """Print a Markdown table; the exit code is 1 when a target is missed."""
    missed = 0
    print("| measure | kehoach | target | peer, same run | |\n|---|---|---|---|---|")
    for row in rows:
        verdict = {True: "met", False: "**missed**", None: ""}[row.met]
        print(f"| {row.what} | {row.figure} | {row.target} | {row.peer} | {verdict} |", flush=True)
        missed += row.met is False
    return int(bool(missed))
