"""Many plans, each read, matched with its parent and checked; a plan that fails stops no other."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from .. import extract
from ..align import parent_of
from ..config import Config
from ..lint import RuleFailed, lint, unreadable
from ..model import Plan, Unit
from ..readers import READERS, ReadingError, read
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
    """Check each file; without a common parent, each against the one among the others that its opening cites."""
    with _mapper(len(paths), processes) as apply:
        if job.parent is not None or len(paths) < 2:
            checked = list(apply(partial(_read_and_check, job=job), paths))
        else:
            opened = list(apply(_open, paths))
            plans = [plan for plan in opened if isinstance(plan, Plan)]
            pairs = [(p, parent_of(p, plans)) if isinstance(p, Plan) else (p, None) for p in opened]
            checked = list(apply(partial(_check_pair, job=job), pairs))
    for file in checked:
        if file.broken:
            said = next((f.message for f in file.report.findings if f.rule == "KH901"), "không kiểm tra được")
            print(f"kehoach: {file.plan.document.path}: {said}", file=sys.stderr)
    return checked


@contextmanager
def _mapper(files: int, processes: int) -> Iterator[partial[Iterator[object]] | type[map]]:  # type: ignore[type-arg]
    """`map`, or the same over several processes when there is enough to do."""
    wanted = processes or (os.cpu_count() or 1 if files >= WORTH_A_PROCESS else 1)
    if wanted == 1 or files < 2:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(wanted, files)) as pool:
        yield partial(pool.map, chunksize=max(1, files // (4 * wanted)))


def _open(path: Path) -> Plan | tuple[Path, str]:
    """The plan in a file, or why it cannot be read."""
    try:
        if not path.exists():
            return path, "không tìm thấy tệp này"
        return extract.plan(read(path))
    except ReadingError as error:
        return path, str(error)
    except OSError as error:
        return path, f"không mở được tệp: {reason(error)}"
    except Exception as bug:  # ours, not the file's; but one plan must not stop the others, nor show a traceback
        return path, f"chương trình gặp lỗi khi đọc tệp này ({type(bug).__name__}: {bug}); xin báo cho nhóm phát triển"


def _read_and_check(path: Path, job: Job) -> Checked:
    plan = _open(path)
    parent = job.parent
    if parent is not None and parent.document.path.resolve() == path.resolve():
        parent = None
    return _check_pair((plan, parent), job)


def _check_pair(pair: tuple[Plan | tuple[Path, str], Plan | None], job: Job) -> Checked:
    plan, parent = pair
    if not isinstance(plan, Plan):
        empty, report = unreadable(*plan)
        return Checked(empty, report, broken=True)
    try:
        return Checked(plan, lint(plan, parent, job.unit, job.config, job.as_of), parent)
    except RuleFailed as failed:
        rest = replace(job.config, ignore={**job.config.ignore, failed.rule: "lỗi của quy tắc"})
        print(f"kehoach: {plan.document.path}: {failed}", file=sys.stderr)
        return replace(_check_pair((plan, parent), replace(job, config=rest)), broken=True)
