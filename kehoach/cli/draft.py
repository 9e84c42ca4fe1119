"""kehoach draft: a plan for one unit or for many, from the plan above it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .files import existing, named, output, output_bytes, spared, target, writable
from .words import Command, Refusal, about, application, as_text

if TYPE_CHECKING:
    from ..draft import Draft
    from ..draft.job import Job
    from ..draft.update import Updated
    from ..model import Plan, Unit

app = application()


@app.command(cls=Command)
def draft(
    parent: Annotated[
        Path,
        typer.Argument(
            parser=named, metavar="KẾ_HOẠCH_CẤP_TRÊN", help="Kế hoạch cấp trên: .docx, .pdf, .doc, .txt, .md…"
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--output", "-o", parser=target, metavar="TỆP.docx", help="Ghi ra tệp này; với --units là thư mục."
        ),
    ],
    unit: Annotated[
        Path | None,
        typer.Option(
            "--unit", parser=named, metavar="UNIT.toml", help="Thông tin đơn vị; lập bằng «kehoach unit init»."
        ),
    ] = None,
    units: Annotated[
        Path | None,
        typer.Option(
            "--units", parser=named, metavar="UNITS.xlsx", help="Bảng nhiều đơn vị; lập bằng «kehoach unit sheet»."
        ),
    ] = None,
    on: Annotated[
        str,
        typer.Option("--date", metavar="NĂM-THÁNG-NGÀY", help="Ngày ban hành; không có thì để trống, lấy tháng này."),
    ] = "",
    number: Annotated[str, typer.Option("--number", metavar="SỐ", help="Số của kế hoạch; không có thì để trống.")] = "",
    change: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="TRƯỜNG=GIÁ_TRỊ", help='Thay một trường của đơn vị, ví dụ signer.name="Lê A".'),
    ] = None,
    mark: Annotated[bool, typer.Option("--draft-mark", help="Ghi «DỰ THẢO» ở đầu văn bản.")] = False,
    layout: Annotated[
        str, typer.Option("--layout", metavar="MẪU.docx", help="Mẫu trình bày: tệp của cơ quan, hoặc tên mẫu có sẵn.")
    ] = "",
    templates: Annotated[
        Path | None,
        typer.Option(
            "--templates",
            parser=named,
            metavar="THƯ_MỤC",
            help="Lời văn và mẫu riêng; chỉ cần những tệp khác mẫu chung.",
        ),
    ] = None,
    trace: Annotated[
        Path | None,
        typer.Option(
            "--trace", parser=target, metavar="TỆP.html|.json", help="Ghi nguồn gốc của từng đoạn ra tệp này."
        ),
    ] = None,
    comments: Annotated[
        bool, typer.Option("--comments", help="Ghi nguồn gốc của từng đoạn vào bản soạn, thành ghi chú của Word.")
    ] = False,
    update: Annotated[
        Path | None,
        typer.Option(
            "--update", parser=named, metavar="CŨ.docx", help="Soạn lại vào bản đã sửa này; giữ những chỗ đã sửa."
        ),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Ghi thêm bản PDF (cần LibreOffice).")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Soạn xong thì tự kiểm tra bản soạn, như «kehoach lint».")
    ] = False,
    jobs: Annotated[
        str, typer.Option("--jobs", "-j", metavar="SỐ", help="Số tiến trình với --units (0: bằng số bộ xử lý).")
    ] = "0",
    force: Annotated[bool, typer.Option("--force", help="Ghi đè những tệp đã có.")] = False,
) -> None:
    """Soạn kế hoạch của một hay nhiều đơn vị từ kế hoạch cấp trên.

    Điều chỉ người soạn mới biết được để trong ngoặc vuông […] và liệt kê ra màn hình.
    """
    from ..draft import DraftingError
    from . import given

    _check_together(unit, units, change, trace, update, number)
    day, processes = given.day(on, "--date"), given.count(jobs)
    if number and not (number.isascii() and number.isdigit()):
        raise Refusal(f"--number: «{number}» không phải số")
    try:
        job = _job(day, layout, templates, mark, comments)
        if units:
            from .units import draft_all

            drafts = draft_all(parent, units, out, job, pdf, processes, force)
        else:
            assert unit is not None  # _check_together has seen to it
            _one(
                parent,
                unit,
                out,
                job,
                number.zfill(2) if number else "",
                [*map(as_text, change or ())],
                trace,
                update,
                pdf,
                force,
            )
            drafts = [out]
    except DraftingError as error:
        raise Refusal(str(error)) from error
    if check:
        from . import selfcheck

        asked = ",".join([selfcheck.DRAFT_MARK] * mark + [selfcheck.COMMENTS] * comments)
        selfcheck.check(drafts, parent, None if change else unit, processes, asked)


def _check_together(
    unit: Path | None, units: Path | None, change: list[str] | None, trace: Path | None, update: Path | None,
    number: str,
) -> None:  # fmt: skip
    """Refuse options that mean nothing together."""
    if (unit is None) == (units is None):
        raise Refusal("cần đúng một trong hai: --unit UNIT.toml (một đơn vị) hoặc --units UNITS.xlsx (nhiều đơn vị)")
    given = {"--set": change, "--trace": trace, "--update": update, "--number": number}
    if units and (alone := [name for name, value in given.items() if value]):
        raise Refusal(f"{', '.join(alone)} chỉ dùng với --unit; với --units hãy ghi trong bảng hoặc soạn từng đơn vị")
    if trace and trace.suffix.lower() not in (".html", ".htm", ".json"):
        raise Refusal(f"--trace: «{trace}» phải là tệp .html hoặc .json")


def _job(day: date | None, layout: str, templates: Path | None, mark: bool, comments: bool) -> Job:
    from ..draft.job import Job, layout_named, office_templates
    from ..draft.layout import LAYOUT

    overlay, own = office_templates(templates) if templates else (None, None)
    chosen = layout_named(layout) if layout else own or LAYOUT
    return Job(day or date.today(), bool(day), chosen, overlay, mark, comments)


def _one(
    parent: Path, unit: Path, out: Path, job: Job, number: str, change: list[str], trace: Path | None,
    update: Path | None, pdf: bool, force: bool,
) -> None:  # fmt: skip
    from ..draft.memory import untouched
    from ..draft.printing import print_all, printer
    from .given import unit_at

    inputs = (parent, unit, update, job.layout)
    _check_output("-o", out, ".docx", *inputs)
    outputs = [out, *([trace] if trace else []), *([out.with_suffix(".pdf")] if pdf else [])]
    for path in outputs[1:]:
        _check_output("--trace" if path == trace else "--pdf", path, path.suffix, *inputs, out)
    spared((path for path in outputs[1:] if path != trace), force)
    program = printer() if pdf else ""
    issuer, plan = unit_at(unit, change), understood(parent)
    made = job.draft(plan, issuer, number)
    if update:
        content, result = _updated(made, plan, issuer, job, update)
    else:
        content, result = job.file(made, plan, issuer), None
    spared([] if untouched(out) or (out.is_file() and out.read_bytes() == content) else [out], force)
    output_bytes(out, content)
    if trace:
        from ..draft.trace import as_html, as_json

        output(trace, (as_json if trace.suffix.lower() == ".json" else as_html)(made, plan, issuer))
    if pdf:
        print_all(program, [out])
    _tell(made, outputs, [name for name, given in (("số", number), ("ngày ban hành", job.day)) if not given])
    if result:
        _tell_update(result)


def understood(parent: Path) -> Plan:
    from .opening import Unread, opened

    plan = opened(existing(parent, "kế hoạch cấp trên"), remember=True)
    if isinstance(plan, Unread):
        raise Refusal(about(parent, plan.reason))
    if plan.kind is None and plan.number is None:
        raise Refusal(f"{parent}: không thấy tên loại, số và ký hiệu; có lẽ tệp này không phải văn bản của cấp trên")
    return plan


def _updated(made: Draft, parent: Plan, unit: Unit, job: Job, old: Path) -> tuple[bytes, Updated]:
    from ..draft.finishing import finish, remark, set_rules
    from ..draft.render import lay, packed
    from ..draft.update import update

    laid = lay(made, job.layout, job.mark)
    finish(laid, made, {})
    result = update(existing(old, "--update"), laid, made)
    set_rules(result.document, made)
    if job.comments:
        from ..draft.trace import remarks

        remark(result.document, result.placed, made, remarks(made, parent, unit))
    return packed(result.document), result


def _check_output(option: str, out: Path, suffix: str, *read: Path | None) -> None:
    """Never write over a file that was read, nor where nothing can be written."""
    if out.suffix.lower() != suffix.lower():
        raise Refusal(f"{option}: «{out}» phải là tệp {suffix}")
    writable(out, option)
    for path in filter(None, read):
        if path.absolute() == out.absolute() or (path.exists() and out.exists() and path.samefile(out)):
            raise Refusal(f"{option}: «{out}» là tệp đang đọc hoặc đang ghi; hãy ghi ra tệp khác")


def _tell(made: Draft, outputs: list[Path], blank: list[str]) -> None:
    """What was written and what a person must still fill in: on stderr, the plan itself is the result."""
    typer.echo(f"đã soạn {', '.join(map(str, outputs))}", err=True)
    if blank:
        typer.echo(f"  để trống: {', '.join(blank)}", err=True)
    for warning in made.warnings:
        typer.echo(f"  lưu ý: {warning}", err=True)
    for mark in made.marks:
        typer.echo(f"  cần điền: {mark}", err=True)
    if made.left_out:
        typer.echo(
            f"  không đưa vào {len(made.left_out)} đoạn của cấp trên vì không thuộc đơn vị hoặc đã quá hạn", err=True
        )


def _tell_update(result: Updated) -> None:
    typer.echo(
        f"  soạn lại {result.renewed} đoạn, thêm {result.added}, bỏ {result.removed};"
        f" giữ {result.kept} chỗ người soạn đã sửa",
        err=True,
    )
    for conflict in result.conflicts:
        typer.echo(f"  xung đột: {conflict}", err=True)
