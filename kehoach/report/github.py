"""For GitHub Actions: a workflow command for each finding, which shows it beside the file."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document, Finding, Severity
from ..rules import RULES
from .results import Results

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(results: Results) -> str:
    return "\n".join(_lines(results))


def _lines(results: Results) -> Iterator[str]:
    for file in results.files:
        for finding in file.report.findings:
            yield _command(finding, file.plan.document, results)


def _command(finding: Finding, document: Document, results: Results) -> str:
    block = document.blocks[finding.span.block]
    properties = {"file": str(document.path), "title": f"{finding.rule} {RULES[finding.rule].name}"}
    message = results.message(finding)
    if (line := block.line(finding.span.start)) is not None:
        properties["line"] = str(line)
        properties["endLine"] = str(block.line(max(finding.span.start, finding.span.end - 1)) or line)
    else:
        message = f"{block.label}: {message}"
    if words := document.text(finding.span):
        message += f" («{words}»)"
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
