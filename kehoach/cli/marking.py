"""lint --comments: copies of the plans with the findings in the margin, never over a file that was read."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from ..readers import ReadingError
from ..report import Results
from ..report.comments import with_comments
from ..word.copying import WORD
from .words import Refusal, output_bytes


def write(results: Results, where: str, read: Iterable[Path]) -> None:
    """Write the copies: one .docx for a single plan, or a folder of them. Raises Refusal."""
    target = Path(where)
    folder = where.endswith(("/", "\\")) or target.is_dir()
    if not folder and target.suffix.lower() != ".docx":
        raise Refusal(f"--comments: «{where}» phải là tệp .docx hoặc thư mục (kết thúc bằng /)")
    if not folder and len(results.files) > 1:
        raise Refusal(f"--comments: có {len(results.files)} kế hoạch, hãy ghi tên một thư mục: {where}/")
    sources = [path.resolve() for path in read]
    taken: set[Path] = set()
    for file in results.files:
        plan = file.plan.document.path
        if file.broken and not file.report.findings:
            continue
        if plan.suffix.lower() not in WORD or any(f.rule == "KH901" for f in file.report.findings):
            said = f"{plan}: không ghi được ghi chú vào tệp này (chỉ ghi vào bản sao của tệp Word)"
            if not folder:
                raise Refusal(f"--comments: {said}")
            print(f"kehoach: {said}", file=sys.stderr)
            continue
        out = _free(target / f"{plan.stem}.docx", taken) if folder else target
        if out.resolve() in sources:
            raise Refusal(f"--comments: «{out}» là tệp đang đọc; hãy ghi ra tệp hoặc thư mục khác")
        try:
            content = with_comments(file, results)
        except ReadingError as error:
            raise Refusal(f"--comments: {error}") from error
        output_bytes(out, content, make_folder=folder)


def _free(path: Path, taken: set[Path]) -> Path:
    """A name that no other plan of this run has: two plans in two folders may be called the same."""
    name, count = path, 2
    while name in taken:
        name, count = path.with_stem(f"{path.stem}-{count}"), count + 1
    taken.add(name)
    return name
