"""kehoach fix: a copy of a plan in which what can be mended is mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .asked import AsOf, FailOn, Ignore, Lang, Select, UnitFile
from .files import apart, existing, named, output_bytes, spared, target, writable
from .words import Command, Refusal, about, application, noted, told

if TYPE_CHECKING:
    from ..fix import Mended
    from ..lint import Report
    from ..model import Plan
    from .jobs import Job

app = application()


@app.command(cls=Command)
def fix(
    plan: Annotated[
        Path,
        typer.Argument(
            parser=named,
            metavar="KẾ_HOẠCH",
            help="Tệp kế hoạch: .docx, .txt, .md (.doc, .odt, .rtf).",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", parser=target, metavar="TỆP", help="Ghi kế hoạch đã sửa ra tệp này."),
    ] = None,
    parent: Annotated[
        Path | None, typer.Option("--parent", parser=named, metavar="TỆP", help="Kế hoạch cấp trên.")
    ] = None,
    unit: UnitFile = None,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="Sửa cả những chỗ cần người xem lại.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Chỉ cho xem sẽ sửa gì, không ghi tệp nào.")] = False,
    track: Annotated[
        bool, typer.Option("--track", help="Ghi chỗ sửa thành thay đổi được theo dõi (Track Changes) của «kehoach».")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
    fail_on: FailOn = "",
    select: Select = "",
    ignore: Ignore = "",
    as_of: AsOf = "",
    lang: Lang = "vi",
) -> None:
    """Sửa những chỗ có cách sửa chắc chắn, tất cả trong một lượt, ghi ra tệp mới; tệp gốc giữ nguyên.

    Trước khi ghi, bản sửa được đọc lại: lỗi đã sửa phải hết và mọi chữ khác phải còn nguyên. Mã thoát theo những gì
    còn lại sau khi sửa: 0 không còn lỗi, 1 còn lỗi từ mức --fail-on, 2 dùng sai hoặc không sửa được.
    """
    from .. import extract
    from .. import fix as fixing
    from ..readers import ReadingError, read
    from . import given
    from .checking import parent_plan
    from .jobs import Job

    day, english = given.day(as_of), given.language(lang) == "en"
    _check(plan, out, diff, track)
    if out and not diff:
        apart(out, plan, parent, unit)
        spared([out], force)
    above = parent_plan(existing(parent, "--parent")) if parent else None
    body = given.unit_at(unit) if unit else None
    config = given.configs([plan], select, ignore, fail_on)[plan]
    job = Job(config, None, body, day, whole=True, english=english)
    try:
        mended = fixing.mend(extract.plan(read(plan)), lambda one: _report(one, above, job), unsafe, track)
    except (ReadingError, fixing.FixFailed) as error:
        raise Refusal(about(plan, str(error))) from error
    if diff:
        told(_difference(mended, english), newline=False)
    elif out:
        output_bytes(out, mended.content)
    _tell(mended, None if diff else out, english)
    raise typer.Exit(1 if any(finding.severity >= config.fail_on for finding in mended.report.findings) else 0)


def _report(plan: Plan, parent: Plan | None, job: Job) -> Report:
    """What `lint` says of a plan; a rule that fails on it is left out, and told."""
    from .checking import checked

    outcome = checked(plan, parent, job)
    if outcome.said:
        noted(f"kehoach: {about(plan.document.path, outcome.said)}", job.english)
    return outcome.checked.report


def _check(plan: Path, out: Path | None, diff: bool, track: bool) -> None:
    """Refuse what cannot be written, before anything is read."""
    from ..fix import SUFFIXES

    existing(plan, "kế hoạch")
    kind = plan.suffix.lower()
    if kind not in SUFFIXES:
        raise Refusal(f"chưa sửa được tệp «{kind}»; chỉ sửa tệp Word và tệp .txt, .md")
    text = kind in (".txt", ".md")
    if track and text:
        raise Refusal("--track: chỉ tệp Word có thay đổi được theo dõi")
    if out is None:
        if not diff:
            raise Refusal("thiếu -o TỆP để ghi kế hoạch đã sửa (hoặc --diff để chỉ xem)")
        return
    if out.suffix.lower() != (kind if text else ".docx"):
        raise Refusal(f"-o: «{out}» phải là tệp {kind if text else '.docx'}")
    writable(out)


def _difference(mended: Mended, english: bool) -> str:
    """A unified diff of the text as it is read, one paragraph a line."""
    from difflib import unified_diff

    from ..readers.shown import blocks_as_text

    old, new = (blocks_as_text(each).splitlines(keepends=True) for each in (mended.before, mended.after))
    name = str(mended.before.path)
    return "".join(unified_diff(old, new, name, f"{name} ({'fixed' if english else 'đã sửa'})", n=1))


def _tell(mended: Mended, out: Path | None, english: bool) -> None:
    """What was done and what was not, on the error stream."""
    from ..report.english import label

    done = f"đã ghi {out}: sửa" if out else "sẽ sửa"
    rest = len(mended.report.findings)
    noted(f"{done} {len(mended.fixed)} chỗ; còn lại {rest} phát hiện", english)
    for left in mended.left:
        block = mended.before.blocks[left.finding.span.block]
        noted(f"  chưa sửa {left.finding.rule} ở {label(block) if english else block.label}: {left.reason}", english)
