"""Many plans, each read, matched with its parent and checked; a plan that fails stops no other."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from .. import extract
from ..align import library, parent_of
from ..config import Config
from ..lint import RuleFailed, lint, unreadable
from ..model import Block, Document, Finding, Plan, Related, Unit
from ..readers import READERS, STDIN, ReadingError, read
from ..report import Checked
from .words import Refusal, reason

# Fewer files than this are done sooner in one process than a second process starts.
WORTH_A_PROCESS = 12
# So many plans are kept while their neighbours are matched and checked; of others the file is read again.
KEPT = 32
BLANK = Block("", "")
# Formats that also hold what is no document of an office; a Word file or a PDF in a folder of plans is meant as one.
TEXT = (".txt", ".md")

Item = TypeVar("Item")
Done = TypeVar("Done")


class Job(Struct, frozen=True):
    """What every plan of a run is held against. `configs` has the plans with a configuration of their own.

    `whole`: the report shows the whole text of each plan. `unnamed`: the files that were found in folders.
    """

    config: Config
    parent: Plan | None = None
    unit: Unit | None = None
    as_of: date | None = None
    stdin: Plan | Unread | None = None  # read beforehand: it can be read once only
    configs: Mapping[Path, Config] = field(default_factory=dict)
    whole: bool = False
    unnamed: frozenset[Path] = frozenset()

    def config_of(self, path: Path) -> Config:
        return self.configs.get(path, self.config)


class Unread(Struct, frozen=True):
    """A file that cannot be read, and why."""

    path: Path
    reason: str


class Outcome(Struct, frozen=True):
    """A plan that was checked, and what there is to say on the error stream."""

    checked: Checked
    said: str = ""


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
        if not path.is_dir():
            found[path] = True
            continue
        inside = sorted(p for p in path.rglob("*") if _is_readable(p))
        if not inside:
            raise Refusal(f"thư mục «{path}» không có tệp nào đọc được ({', '.join(READERS)})")
        found |= {file: file in found for file in inside}
    return found


def unnamed(found: Mapping[Path, bool]) -> frozenset[Path]:
    return frozenset(path for path, named in found.items() if not named)


def _is_readable(path: Path) -> bool:
    """Word keeps «~$name.docx» beside an open file; names with a dot in front are hidden."""
    return path.suffix.lower() in READERS and not path.name.startswith(("~$", ".")) and path.is_file()


def parent_plan(path: Path) -> Plan:
    try:
        return extract.plan(read(path))
    except ReadingError as error:
        raise Refusal(f"--parent: {path}: {error}") from error


def run(paths: Sequence[Path], job: Job, processes: int = 0) -> Run:
    """Check each file; without a common parent, each against the one among the others that its opening cites.

    Of each plan only that is kept which a report shows: ten thousand take no more memory than their findings.
    """
    _open.cache_clear()
    if STDIN in paths:
        job = replace(job, stdin=_open(STDIN))
    parents = [None] * len(paths) if job.parent else _parents(paths, job, processes)
    files, passed_over = [], []
    outcomes = _each(partial(_outcome, job), list(zip(paths, parents, strict=True)), processes)
    for path, outcome in zip(paths, outcomes, strict=True):
        if outcome is None:
            passed_over.append(path)
            continue
        if outcome.said:
            print(f"kehoach: {path}: {outcome.said}", file=sys.stderr)
        files.append(outcome.checked)
    return Run(tuple(files), tuple(passed_over))


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


def _parents(paths: Sequence[Path], job: Job, processes: int) -> list[Path | None]:
    """For each file, the one among them that holds its parent."""
    heads = list(_each(partial(_head, job), paths, processes)) if len(paths) > 1 else []
    shelves = library(filter(None, heads))
    found = [head and parent_of(head, shelves) for head in heads]
    return [parent.document.path if parent else None for parent in found] or [None] * len(paths)


def _head(job: Job, path: Path) -> Plan | None:
    """What tells which plan this is and which one it implements; None for a file that cannot be read."""
    plan = _plan(job, path)
    if not isinstance(plan, Plan):
        return None
    return Plan(Document(path, plan.document.format, ()), number=plan.number, date=plan.date, parent=plan.parent)


def _plan(job: Job, path: Path) -> Plan | Unread:
    return job.stdin if path == STDIN and job.stdin else _open(path)


@lru_cache(maxsize=KEPT)
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


def _outcome(job: Job, paths: tuple[Path, Path | None]) -> Outcome | None:
    """What is found in a file; None for one that was found in a folder and is no plan."""
    path, above = paths
    plan = _plan(job, path)
    if not isinstance(plan, Plan):
        empty, report = unreadable(path, plan.reason)
        return Outcome(Checked(empty, report, broken=True), plan.reason)
    if path in job.unnamed and is_other_text(plan):
        return None
    parent = job.parent
    if parent is None and above is not None and isinstance(found := _plan(job, above), Plan):
        parent = found
    if parent is not None and parent.document.path.resolve() == path.resolve():
        parent = None
    return checked(plan, parent, job)


def is_other_text(plan: Plan) -> bool:
    """Whether a text file says nothing that a plan says: a README, a licence, somebody's notes."""
    document = plan.document
    said = plan.kind or plan.number or plan.issuer or plan.signer or plan.recipients
    return document.path.suffix.lower() in TEXT and not said and all(s.role == "other" for s in plan.sections)


def checked(plan: Plan, parent: Plan | None, job: Job, said: str = "") -> Outcome:
    config = job.config_of(plan.document.path)
    try:
        report = lint(plan, parent, job.unit, config, job.as_of)
    except RuleFailed as failed:
        config = replace(config, ignore={**config.ignore, failed.rule: "lỗi của quy tắc"})
        without = replace(job, configs={plan.document.path: config})
        return checked(plan, parent, without, f"{said}; {failed}" if said else str(failed))
    if job.whole:
        return Outcome(Checked(plan, report, parent, broken=bool(said), fail_on=config.fail_on), said)
    findings = tuple(_brief_finding(finding) for finding in report.findings)
    shown = (*findings, *(waived.finding for waived in report.waived))
    blocks = [span.block for each in shown for span in (each.span, *((each.fix.span,) if each.fix else ()))]
    one = Checked(
        replace(plan, document=_brief(plan.document, blocks), citations=(), sections=(), deadlines=(), tasks=()),
        replace(report, findings=findings),
        parent and Plan(_brief(parent.document)),
        broken=bool(said),
        fail_on=config.fail_on,
    )
    return Outcome(one, said)


def _brief_finding(finding: Finding) -> Finding:
    related = finding.related
    if related is None:
        return finding
    return replace(finding, related=Related(_brief(related.document, [related.span.block]), related.span))


def _brief(document: Document, blocks: Iterable[int] = ()) -> Document:
    """The document with nothing in it but some of its blocks, in their places."""
    shown = set(blocks)
    end = max(shown, default=-1) + 1
    return replace(document, blocks=tuple(document.blocks[n] if n in shown else BLANK for n in range(end)))
