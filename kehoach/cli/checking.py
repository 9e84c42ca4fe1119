"""One plan of a run: read, matched with its parent, checked, and cut down to what a report shows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from ..lint import RuleFailed, lint, unreadable
from ..model import Block, Document, Finding, Plan, Related
from ..readers import STDIN
from ..report import Checked
from .jobs import Job, Outcome
from .opening import Unread, opened
from .words import Refusal, about

BLANK = Block("", "")
# Formats that also hold what is no document of an office; a Word file or a PDF in a folder of plans is meant as one.
TEXT = (".txt", ".md")


def parent_plan(path: Path, remember: bool = True) -> Plan:
    """The parent that all plans of a run have. Raises Refusal."""
    plan = opened(path, remember)
    if isinstance(plan, Unread):
        raise Refusal(f"--parent: {about(path, plan.reason)}")
    return plan


def head(job: Job, path: Path) -> Plan | None:
    """What tells which plan this is and which one it implements; None for a file that cannot be read."""
    plan = plan_of(job, path)
    if not isinstance(plan, Plan):
        return None
    seen = plan.document
    return Plan(Document(path, seen.format, (), ocr=seen.ocr), number=plan.number, date=plan.date, parent=plan.parent)


def plan_of(job: Job, path: Path) -> Plan | Unread:
    return job.stdin if path == STDIN and job.stdin else opened(path)


def outcome(job: Job, path: Path, above: Path | None) -> Outcome | None:
    """What is found in a file; None for one that was found in a folder and is no plan."""
    plan = plan_of(job, path)
    if not isinstance(plan, Plan):
        empty, report = unreadable(path, plan.reason)
        return Outcome(Checked(empty, report, broken=True), plan.reason)
    if path in job.unnamed and is_other_text(plan):
        return None
    parent = parent_plan(job.above, job.remember) if job.above else above and plan_of(job, above)
    if not isinstance(parent, Plan) or parent.document.path.resolve() == path.resolve():
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
    blocks = [span.block for each in shown for span in (each.span, *(fix.span for fix in each.fixes))]
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
