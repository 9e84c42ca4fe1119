"""Many plans, each read, matched with its parent and checked; a plan that fails stops no other."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ..model import Plan
from ..readers import READERS, STDIN
from ..report import Checked
from ..report.english import sentence
from . import memory
from .jobs import Job, Outcome
from .words import Refusal, about

# Fewer files than this are done sooner in one process than a second process starts.
WORTH_A_PROCESS = 12

Item = TypeVar("Item")
Done = TypeVar("Done", Plan | None, Outcome | None)


class Run(Struct, frozen=True):
    """The plans that were checked, and the files in folders that were passed over because they are no plans."""

    files: tuple[Checked, ...]
    passed_over: tuple[Path, ...] = ()


def collect(paths: Iterable[Path]) -> dict[Path, bool]:
    """The files that were named (True), and in folders all that can be read (False).

    Raises Refusal for an empty folder.
    """
    found: dict[Path, bool] = {}
    for path in paths:
        if not os.path.isdir(path):
            found[path] = True
            continue
        inside = sorted(_within(path))
        if not inside:
            raise Refusal(f"thư mục «{path}» không có tệp nào đọc được ({', '.join(sorted(READERS))})")
        found |= {file: file in found for file in inside}
    return found


def unnamed(found: Mapping[Path, bool]) -> frozenset[Path]:
    return frozenset(path for path, named in found.items() if not named)


def _within(folder: Path) -> Iterator[Path]:
    """All that can be read in a folder and below, and the folders that may not be looked into."""
    shut: list[OSError] = []
    for place, _, names in os.walk(folder, onerror=shut.append):
        yield from (path for name in names if _is_readable(path := Path(place, name)))
    yield from (Path(error.filename) for error in shut)


def _is_readable(path: Path) -> bool:
    """Word keeps «~$name.docx» beside an open file; names with a dot in front are hidden."""
    return path.suffix.lower() in READERS and not path.name.startswith(("~$", ".")) and path.is_file()


def run(paths: Sequence[Path], job: Job, processes: int = 0) -> Run:
    """Check each file; without a common parent, each against the one among the others that its opening cites.

    Of each plan only that is kept which a report shows: ten thousand take no more memory than their findings.
    """
    if STDIN in paths:
        from .opening import opened

        job = replace(job, stdin=opened(STDIN))
    above = [job.above] * len(paths) if job.above else _parents(paths, job, processes)
    pairs = list(zip(paths, above, strict=True))
    keys = [memory.findings_key(job, *pair) for pair in pairs]
    files, passed_over = [], []
    for path, outcome in zip(paths, _answers(_outcome, job, paths, pairs, keys, processes), strict=True):
        if outcome is None:
            passed_over.append(path)
            continue
        findings = outcome.checked.report.findings
        if outcome.said and not (job.shown and any(finding.message == outcome.said for finding in findings)):
            said = sentence(outcome.said) if job.english else outcome.said
            print(f"kehoach: {about(path, said)}", file=sys.stderr)
        files.append(outcome.checked)
    return Run(tuple(files), tuple(passed_over))


def _parents(paths: Sequence[Path], job: Job, processes: int) -> list[Path | None]:
    """For each file, the one among them that holds its parent."""
    if len(paths) < 2:
        return [None] * len(paths)
    from ..align import library, parent_of

    heads = list(_answers(_head, job, paths, paths, [memory.head_key(job, path) for path in paths], processes))
    shelves = library(filter(None, heads))
    found = [head and parent_of(head, shelves) for head in heads]
    return [parent.document.path if parent else None for parent in found]


def _head(job: Job, path: Path) -> Plan | None:
    from . import checking  # with all rules: what is remembered needs none of them

    return checking.head(job, path)


def _outcome(job: Job, pair: tuple[Path, Path | None]) -> Outcome | None:
    from . import checking

    return checking.outcome(job, *pair)


def _answers(
    work: Callable[[Job, Item], Done],
    job: Job,
    paths: Sequence[Path],
    items: Sequence[Item],
    keys: Sequence[str],
    processes: int,
) -> Iterator[Done]:
    """What comes of each item, in order: from memory, or done now. Of several alike only the first is done."""
    known = [memory.recall(key, path) for key, path in zip(keys, paths, strict=True)]
    first = {key: at for at, key in reversed([*enumerate(keys)])}
    to_do = [
        answer is None and (not key or first[key] == at)
        for at, (key, answer) in enumerate(zip(keys, known, strict=True))
    ]
    fresh = iter(
        _each(partial(work, job), [item for item, wanted in zip(items, to_do, strict=True) if wanted], processes)
    )
    for path, item, key, answer, wanted in zip(paths, items, keys, known, to_do, strict=True):
        if wanted:
            answer = next(fresh)
            memory.store(key, answer)
        elif answer is None and (answer := memory.recall(key, path)) is None:
            answer = work(job, item)  # nothing could be kept
        yield answer


def _each(work: Callable[[Item], Done], items: Sequence[Item], processes: int) -> Iterable[Done]:
    """The results of `work` on every item, in order; shared among processes where that is sooner."""
    wanted = min(processes or (os.cpu_count() or 1 if len(items) >= WORTH_A_PROCESS else 1), len(items))
    if wanted <= 1:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # The first is done here: where processes are copies of this one, they begin with all tables and patterns read.
    yield work(items[0])
    start = get_context("fork") if sys.platform == "linux" else None
    with ProcessPoolExecutor(wanted, start, initializer=_deaf) as pool:
        yield from pool.map(work, items[1:], chunksize=max(1, len(items) // (8 * wanted)))


def _deaf() -> None:
    """Ctrl-C goes to every process of a terminal; only the first one answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
