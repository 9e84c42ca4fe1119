"""draft --check: what `lint` says of the drafts, beyond what is left for people to fill in."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from msgspec.structs import replace

from .words import told

if TYPE_CHECKING:
    from ..report import Checked

# The number and the day of issue are given when the plan is signed; `draft` tells that they are blank.
LATER = "KH101,KH102"
DRAFT_MARK = "KH119"
COMMENTS = "KH904"


def check(drafts: Sequence[Path], parent: Path, unit: Path | None, processes: int = 0, asked: str = "") -> None:
    """Print the findings in the drafts and a sentence about them; the exit is 1 where `lint` would fail.

    `asked` are the rules against what the user has asked for.
    """
    from ..config import DEFAULT
    from ..report import REPORTERS, Results
    from ..report.summary import summary
    from . import batch, given
    from .jobs import Job

    started = time.perf_counter()
    body = given.unit_at(unit) if unit else None
    configs = given.configs(drafts, "", f"{LATER},{asked}", "")
    job = Job(next(iter(configs.values()), DEFAULT), parent, body, configs=configs)
    files = tuple(_but_marks(file) for file in batch.run(list(drafts), job, processes).files)
    results = Results(files, time.perf_counter() - started)
    if results.counts:
        told(REPORTERS["text"](results))
    typer.echo(f"tự kiểm tra: {summary(results).splitlines()[0]}", err=True)
    if any(file.broken or file.failed for file in files):
        raise typer.Exit(1)


def _but_marks(file: Checked) -> Checked:
    """Without what is found in a paragraph that a person has still to complete."""
    from ..draft.context import MARK

    blocks = file.plan.document.blocks
    findings = tuple(f for f in file.report.findings if not MARK.search(blocks[f.span.block].text))
    return replace(file, report=replace(file.report, findings=findings, not_evaluated=()))
