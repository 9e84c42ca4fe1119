"""Run the rules on a plan, and say what they found and what they could not see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from . import rules
from .config import DEFAULT, Config
from .model import Block, Document, Finding, Note, Plan, Skip, Unit, Waiver

STRANGE = "kế hoạch cấp trên được chọn khác chủ đề và không được viện dẫn"


class NotEvaluated(Struct, frozen=True):
    """A rule that could not see what it needs: not evaluated is not passed."""

    rule: str
    reason: str


class Waived(Struct, frozen=True):
    """A finding that is let pass: by a remark in the plan («comment») or because it was there before («baseline»)."""

    finding: Finding
    by: str
    reason: str


class Report(Struct, frozen=True):
    """What the rules say of one plan, in the order in which a reader meets it.

    `ignored` has the codes that the configuration leaves out, each with its reason.
    """

    findings: tuple[Finding, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    waived: tuple[Waived, ...] = ()
    ignored: tuple[tuple[str, str], ...] = ()


class RuleFailed(Exception):  # noqa: N818 — said of the rule, as one says it
    """A rule raised: a mistake of ours, not of the plan."""

    def __init__(self, rule: str) -> None:
        super().__init__(f"quy tắc {rule} gặp lỗi khi xét tệp này; xin báo cho nhóm phát triển")
        self.rule = rule


def lint(
    plan: Plan,
    parent: Plan | None = None,
    unit: Unit | None = None,
    config: Config = DEFAULT,
    as_of: date | None = None,
) -> Report:
    """Check `plan` with every rule that `config` wants; `as_of` is the day on which a plan without a date is looked at.

    Raises RuleFailed, with the cause, when a rule has a bug.
    """
    from .align.strangers import strangers  # a report of what an earlier run found needs none of this

    given = {"plan": plan, "parent": parent, "unit": unit, "as_of": as_of}
    findings: list[Finding] = []
    blind: list[NotEvaluated] = []
    waived: list[Waived] = []
    wrong = parent is not None and strangers(plan, parent)
    for id, rule in rules.RULES.items():
        if not config.wants(id):
            continue
        # KH301 asks for the citation; what else a plan of another matter says is nothing to this one
        given["parent"] = None if wrong and id != "KH301" else parent
        severity = config.severity(id) if config.severities else None
        of_rule: list[Finding] = []
        try:
            for found in rule.run(given, config.options.get(id)):
                if isinstance(found, Skip):
                    blind.append(NotEvaluated(id, STRANGE if wrong and rule.asks.get("parent") else found.reason))
                    continue
                if severity is not None:
                    found = replace(found, severity=severity)
                if waiver := _waiver(found, plan.document.waivers):
                    waived.append(Waived(found, "comment", waiver.reason))
                else:
                    of_rule.append(found)
        except Exception as bug:
            raise RuleFailed(id) from bug
        findings += _together(plan, of_rule) if rule.together else of_rule
    in_order = tuple(sorted(findings, key=lambda f: (f.span, f.rule)))
    return Report(in_order, tuple(blind), tuple(waived), tuple(config.ignore.items()))


def _together(plan: Plan, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that say the same as one, at the first place, with the number of places and the fixes of all."""
    from .extract.appearance import extent

    alike: dict[tuple[str, bool], list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: f.span):
        alike.setdefault((finding.message, finding.fix is None or finding.fix.safe), []).append(finding)
    for first, *others in alike.values():
        if not others:
            yield first
            continue
        where = extent(plan, [first.span, *(other.span for other in others)]) or f" ({len(others) + 1} chỗ)"
        fixes = tuple(other.fix for other in others if other.fix)
        yield replace(first, message=first.message + where, also=fixes)


def _waiver(finding: Finding, waivers: Iterable[Waiver]) -> Waiver | None:
    """The remark that lets a finding pass: on some of its words, or on the paragraph where something is absent."""
    span = finding.span
    for waiver in waivers:
        if not finding.rule.startswith(waiver.codes):
            continue
        for place in waiver.places:
            if place.block == span.block and (
                span.start == span.end or (place.start < span.end and span.start < place.end)
            ):
                return waiver
    return None


def unreadable(path: Path, reason: str) -> tuple[Plan, Report]:
    """An empty plan in the place of a file that cannot be read, and the one finding about it."""
    document = Document(path, path.suffix.lstrip("."), (Block("", "tệp"),), notes=(Note("unreadable", reason),))
    plan = Plan(document)
    found = [f for f in rules.RULES["KH901"].run({"plan": plan}) if isinstance(f, Finding)]
    return plan, Report(tuple(found))
