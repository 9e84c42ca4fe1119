"""Many plans, each read, matched with its parent and checked; a plan that fails stops no other."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from .. import extract
from ..align import library, parent_of
from ..config import Config
from ..lint import RuleFailed, lint, unreadable
from ..model import Plan, Unit
from ..readers import READERS, STDIN, ReadingError, read
from ..report import Checked
from .words import Refusal, reason

# Fewer files than this are done sooner in one process than a second process starts.
WORTH_A_PROCESS = 12


@dataclass(frozen=True, slots=True)
class Job:
    """What every plan of a run is held against."""

    config: Config
    parent: Plan | None = None
    unit: Unit | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be read, and why."""

    path: Path
    reason: str


def collect(paths: Iterable[Path]) -> list[Path]:
    """The files that were named, and in folders all that can be read; each once. Raises Refusal for an empty folder."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(p for p in path.rglob("*") if _is_plan(p))
        if not inside:
            raise Refusal(f"thư mục «{path}» không có tệp nào đọc được ({', '.join(READERS)})")
        found += inside
    return list(dict.fromkeys(found))


def _is_plan(path: Path) -> bool:
    """Word keeps «~$name.docx» beside an open file; names with a dot in front are hidden."""
    return path.suffix.lower() in READERS and not path.name.startswith(("~$", ".")) and path.is_file()


def parent_plan(path: Path) -> Plan:
    try:
        return extract.plan(read(path))
    except ReadingError as error:
        raise Refusal(f"--parent: {path}: {error}") from error


def run(paths: Sequence[Path], job: Job, processes: int = 0) -> list[Checked]:
    """Check each file; without a common parent, each against the one among the others that its opening cites.

    Reading and understanding take most of the time and are shared among the processes; checking is done here.
    """
    opened = _open_all(paths, processes)
    shelves = {} if job.parent else library(plan for plan in opened if isinstance(plan, Plan))
    return [_check(plan, job, shelves) for plan in opened]


def _open_all(paths: Sequence[Path], processes: int) -> list[Plan | Unread]:
    wanted = processes or (os.cpu_count() or 1 if len(paths) >= WORTH_A_PROCESS else 1)
    if min(wanted, len(paths)) <= 1:
        return [_open(path) for path in paths]
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(wanted, len(paths))) as pool:
        return list(pool.map(_open, paths, chunksize=max(1, len(paths) // (8 * wanted))))


def _open(path: Path) -> Plan | Unread:
    """The plan in a file, or why it cannot be read."""
    try:
        if path != STDIN and not path.exists():
            return Unread(path, "không tìm thấy tệp này")
        return extract.plan(read(path))
    except ReadingError as error:
        return Unread(path, str(error))
    except OSError as error:
        return Unread(path, f"không mở được tệp: {reason(error)}")
    except Exception as bug:  # ours, not the file's; but one plan must not stop the others, nor show a traceback
        said = f"chương trình gặp lỗi khi đọc tệp này ({type(bug).__name__}: {bug}); xin báo cho nhóm phát triển"
        return Unread(path, said)


def _check(plan: Plan | Unread, job: Job, shelves: Mapping[str, Sequence[Plan]]) -> Checked:
    if not isinstance(plan, Plan):
        print(f"kehoach: {plan.path}: {plan.reason}", file=sys.stderr)
        empty, report = unreadable(plan.path, plan.reason)
        return Checked(empty, report, broken=True)
    parent = job.parent or parent_of(plan, shelves)
    if parent is not None and parent.document.path.resolve() == plan.document.path.resolve():
        parent = None
    try:
        return Checked(plan, lint(plan, parent, job.unit, job.config, job.as_of), parent)
    except RuleFailed as failed:
        rest = replace(job.config, ignore={**job.config.ignore, failed.rule: "lỗi của quy tắc"})
        print(f"kehoach: {plan.document.path}: {failed}", file=sys.stderr)
        return replace(_check(plan, replace(job, config=rest, parent=parent), shelves), broken=True)
