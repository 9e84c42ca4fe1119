"""kehoach draft --units: a plan for every row of a workbook; nothing is written unless every row is right."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import parent_process
from pathlib import Path
from threading import Lock, Thread

import typer
from msgspec import Struct

from ..draft import sheet, workbook
from ..draft.job import Job
from ..draft.memory import untouched
from ..draft.printing import print_all, printer
from ..model import Plan
from ..system import reason
from .draft import understood
from .files import existing, output_bytes, spared
from .words import Refusal

SUMMARY = "tong-hop.xlsx"
# Fewer plans than this are drafted sooner in one process than a second process starts.
WORTH_A_PROCESS = 8
BAR = 30  # characters


class Work(Struct, frozen=True):
    """What every process needs to know once."""

    parent: Plan
    job: Job
    folder: Path


def draft_all(parent: Path, units: Path, folder: Path, job: Job, pdf: bool, processes: int, force: bool) -> list[Path]:
    """Draft every row of a sheet into a folder; the drafts in the order of the rows."""
    program = printer() if pdf else ""
    rows = sheet.read(existing(units, "--units"))
    _check_folder(folder, rows, (parent, units, job.layout), pdf, force)
    work = Work(understood(parent), job, folder)
    first = job.draft(work.parent, rows[0].unit)
    job.file(first, work.parent, rows[0].unit)  # a layout or a wording that cannot be used stops here, nothing written
    _make(folder)
    outcomes = []
    for outcome in _progress(_drafted(work, rows, processes), len(rows)):
        outcomes.append(outcome)
    output_bytes(folder / SUMMARY, workbook.summary(outcomes))
    if pdf:
        print_all(program, [folder / outcome.file for outcome in outcomes])
    marks = sum(len(outcome.marks) for outcome in outcomes)
    typer.echo(
        f"đã soạn {len(outcomes)} kế hoạch vào {folder}; {marks} chỗ cần điền, liệt kê ở {folder / SUMMARY}", err=True
    )
    for warning in _warnings(outcomes):
        typer.echo(f"  lưu ý: {warning}", err=True)
    return [folder / outcome.file for outcome in outcomes]


def _warnings(outcomes: Sequence[workbook.Outcome]) -> Iterator[str]:
    """Each warning once, with the unit that it is about, or how many."""
    about: dict[str, list[str]] = {}
    for outcome in outcomes:
        for warning in outcome.warnings:
            about.setdefault(warning, []).append(outcome.unit)
    for warning, units in about.items():
        yield f"{units[0] if len(units) == 1 else f'{len(units)} đơn vị'}: {warning}"


def _check_folder(folder: Path, rows: Sequence[sheet.Row], read: Sequence[Path], pdf: bool, force: bool) -> None:
    """Refuse a folder in which a file that was read, or one that may hold a clerk's work, would be overwritten."""
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"-o: «{folder}» là tệp; với --units cần một thư mục")
    names = [SUMMARY, *(f"{row.file}{end}" for row in rows for end in ((".docx", ".pdf") if pdf else (".docx",)))]
    targets = [folder / name for name in names]
    inputs = {path.resolve() for path in read}
    if taken := [path for path in targets if path.resolve() in inputs]:
        raise Refusal(f"-o: «{taken[0]}» là tệp đang đọc; hãy ghi ra thư mục khác")
    spared((path for path in targets if not untouched(path)), force)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"-o: không tạo được thư mục «{folder}»: {reason(error)}") from error


def _drafted(work: Work, rows: Sequence[sheet.Row], processes: int) -> Iterator[workbook.Outcome]:
    """The outcomes in the order of the rows. The parent goes to each process once."""
    wanted = processes or (os.cpu_count() or 1 if len(rows) >= WORTH_A_PROCESS else 1)
    if min(wanted, len(rows)) <= 1:
        yield from (_draft(work, row) for row in rows)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(wanted, len(rows)), initializer=_begin, initargs=(work,)) as pool:
        try:
            yield from pool.map(_draft_here, rows, chunksize=4)
        except BaseException:
            pool.shutdown(cancel_futures=True)  # what is being drafted is written to its end, nothing else is begun
            raise


_WORK: list[Work] = []  # what this process drafts from; set once, when it starts
_DRAFTING = Lock()


def _begin(work: Work) -> None:
    _WORK[:] = [work]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to every process: the first one sees to it
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End when the process that hands out the work is no more, however it ended; but not in the middle of a file."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        with _DRAFTING:
            os._exit(1)


def _draft_here(row: sheet.Row) -> workbook.Outcome:
    with _DRAFTING:
        return _draft(_WORK[0], row)


def _draft(work: Work, row: sheet.Row) -> workbook.Outcome:
    made = work.job.draft(work.parent, row.unit, row.number)
    file = f"{row.file}.docx"
    output_bytes(work.folder / file, work.job.file(made, work.parent, row.unit))
    blank = [name for name, given in (("số", row.number), ("ngày ban hành", work.job.day)) if not given]
    return workbook.Outcome(
        row.unit.name, file, len(made.paragraphs), tuple(blank), made.marks, len(made.left_out), made.warnings
    )


def _progress(outcomes: Iterator[workbook.Outcome], total: int) -> Iterator[workbook.Outcome]:
    """Pass the outcomes on; on a terminal, a bar grows meanwhile."""
    shown = sys.stderr.isatty()
    for done, outcome in enumerate(outcomes, 1):
        if shown:
            full = BAR * done // total
            sys.stderr.write(f"\r  {'█' * full}{'░' * (BAR - full)} {done}/{total}")
            sys.stderr.flush()
        yield outcome
    if shown:
        sys.stderr.write("\r" + " " * (BAR + 20) + "\r")
