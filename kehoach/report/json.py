"""For programs: the schema `kehoach.findings/1`. Fields are only ever added."""

from __future__ import annotations

import json
from typing import Any

from ..model import Document, Finding, Severity, Span
from ..rules import RULES
from .results import Checked, Results

SCHEMA = "kehoach.findings/1"


def render(results: Results) -> str:
    counts = results.counts
    body = {
        "schema": SCHEMA,
        "files": [_file(file, results) for file in results.files],
        "passed_over": [str(path) for path in results.passed_over],
        "summary": {
            "files": len(results.files),
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
            "not_evaluated": sum(len(file.report.not_evaluated) for file in results.files),
            "waived": sum(results.waived.values()),
            "seconds": round(results.seconds, 3),
        },
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def _file(file: Checked, results: Results) -> dict[str, Any]:
    return {
        "file": str(file.plan.document.path),
        "parent": str(file.parent.document.path) if file.parent else None,
        "findings": [_finding(finding, file.plan.document, results) for finding in file.report.findings],
        "not_evaluated": [
            {"rule": blind.rule, "reason": results.reason(blind.reason)} for blind in file.report.not_evaluated
        ],
        "waived": [
            _finding(waived.finding, file.plan.document, results)
            | {"by": waived.by, "reason": results.reason(waived.reason)}
            for waived in file.report.waived
        ],
        "ignored": [{"rule": code, "reason": reason} for code, reason in file.report.ignored],
    }


def _finding(finding: Finding, document: Document, results: Results) -> dict[str, Any]:
    rule = RULES[finding.rule]
    block = document.blocks[finding.span.block]
    body: dict[str, Any] = {
        "rule": finding.rule,
        "name": rule.name,
        "severity": finding.severity.name.lower(),
        "message": results.message(finding, document),
        **_place(finding.span),
        "label": results.label(block),
    }
    if (line := block.line(finding.span.start)) is not None:
        body["line"] = line
    related = finding.related
    return body | {
        "text": document.text(finding.span),
        "fix": {"text": finding.fix.text, "safe": finding.fix.safe} | _elsewhere(finding) if finding.fix else None,
        "related": {
            "file": str(related.document.path),
            **_place(related.span),
            "text": related.document.text(related.span),
        }
        if related
        else None,
        "source": rule.source,
    }


def _place(span: Span) -> dict[str, int]:
    return {"block": span.block, "start": span.start, "end": span.end}


def _elsewhere(finding: Finding) -> dict[str, int]:
    """The place that a fix replaces, when it is not the place of the finding itself."""
    return _place(finding.fix.span) if finding.fix and finding.fix.span != finding.span else {}
