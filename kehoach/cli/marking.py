"""lint --comments: copies of the plans with the findings in the margin, never over a file that was read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..readers import ReadingError
from ..report import Results
from ..report.comments import with_comments
from ..word.copying import WORD
from .files import output_bytes, spared, target, writable
from .words import Refusal


def targets(plans: Iterable[Path], where: str, read: Iterable[Path | None], force: bool) -> dict[Path, Path]:
    """For each Word plan the copy to be written, a .docx for one plan or a folder of them; told before any is checked.

    Raises Refusal.
    """
    place, plans = target(where), list(plans)
    folder = where.endswith(("/", "\\")) or place.is_dir()
    if not folder and place.suffix.lower() != ".docx":
        raise Refusal(f"--comments: «{where}» phải là tệp .docx hoặc thư mục (kết thúc bằng /)")
    if not folder and len(plans) > 1:
        raise Refusal(f"--comments: có {len(plans)} kế hoạch, hãy ghi tên một thư mục: {where}/")
    if not folder:
        writable(place, "--comments")
    copies: dict[Path, Path] = {}
    for plan in plans:
        if plan.suffix.lower() in WORD:
            copies[plan] = _free(place / f"{plan.stem}.docx", copies.values()) if folder else place
        elif not folder:
            raise Refusal(f"--comments: {_no_margin(plan)}")
    sources = {path.resolve() for path in (*plans, *filter(None, read))}
    for out in copies.values():
        if out.resolve() in sources:
            raise Refusal(f"--comments: «{out}» là tệp đang đọc; hãy ghi ra tệp hoặc thư mục khác")
    spared(copies.values(), force)
    return copies


def write(results: Results, copies: Mapping[Path, Path]) -> None:
    """Write the copies of the plans that could be read. Raises Refusal."""
    for file in results.files:
        plan = file.plan.document.path
        if any(finding.rule == "KH901" for finding in file.report.findings):
            continue
        if plan not in copies:
            print(f"kehoach: {results.reason(_no_margin(plan))}", file=sys.stderr)
            continue
        try:
            content = with_comments(file, results)
        except ReadingError as error:
            raise Refusal(f"--comments: {error}") from error
        output_bytes(copies[plan], content, make_folder=True)


def _no_margin(plan: Path) -> str:
    return f"{plan}: không ghi được ghi chú vào tệp này (chỉ ghi vào bản sao của tệp Word)"


def _free(path: Path, taken: Iterable[Path]) -> Path:
    """A name that no other plan of this run has: two plans in two folders may be called the same."""
    name, count = path, 2
    while name in set(taken):
        name, count = path.with_stem(f"{path.stem}-{count}"), count + 1
    return name
