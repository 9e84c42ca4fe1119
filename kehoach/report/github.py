"""For GitHub Actions: a workflow command for each finding, which shows it beside the file."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document, Finding, Severity
from ..rules import RULES
from .positions import places_in
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
    message = results.message(finding, document)
    if block.lines:
        at = places_in(document)(finding.span)
        numbers = {"line": at.line, "endLine": at.end_line, "col": at.column, "endColumn": at.end_column}
        properties |= {name: str(number) for name, number in numbers.items() if number is not None}
    else:
        message = f"{results.label(block)}: {message}"
    if words := document.text(finding.span):
        message += f" («{words}»)"
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
