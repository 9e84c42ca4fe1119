"""For code-scanning services: SARIF 2.1.0, one run with the rules that found something."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..baseline import fingerprint
from ..model import Document, Finding, Severity, Span
from ..rules import RULES, Rule
from .positions import places_in
from .results import NAMES, Checked, Results
from .text import WORDS

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "txt": "text/plain",
}
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(results: Results) -> str:
    used = sorted({f.rule for file in results.files for f in _all(file)} | _blind(results))
    index = {id: number for number, id in enumerate(used)}
    run = {
        "tool": {
            "driver": {
                "name": "kehoach",
                "version": __version__,
                "semanticVersion": __version__,
                "language": results.language,
                "rules": [_rule(RULES[id], results.language) for id in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(document)}, "mimeType": MIME.get(document.format, "application/octet-stream")}
            for document in (file.plan.document for file in results.files)
        ],
        "invocations": [
            {
                "executionSuccessful": not any(file.broken for file in results.files),
                "toolConfigurationNotifications": [
                    {
                        "level": "note",
                        "associatedRule": {"id": blind.rule, "index": index[blind.rule]},
                        "message": {"text": f"{file.plan.document.path}: {results.reason(blind.reason)}"},
                    }
                    for file in results.files
                    for blind in file.report.not_evaluated
                ],
            }
        ],
        "results": [result for file in results.files for result in _results(file, results, index)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _blind(results: Results) -> set[str]:
    return {blind.rule for file in results.files for blind in file.report.not_evaluated}


def _all(file: Checked) -> list[Finding]:
    return [*file.report.findings, *(waived.finding for waived in file.report.waived)]


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    summary, _, why = rule.doc.partition("\n")
    english = f"{rule.english[0].upper()}{rule.english[1:]}."
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": english if language == "en" else summary},
        "fullDescription": {"text": english if language == "en" else " ".join((summary + why).split())},
        "help": {"text": f"{rule.doc}\n\n{rule.source}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.id[:3]], "severity": NAMES[rule.severity]},
    }


def _results(file: Checked, results: Results, index: dict[str, int]) -> list[dict[str, Any]]:
    found = [_result(finding, file.plan.document, results, index) for finding in file.report.findings]
    for waived in file.report.waived:
        kind = "inSource" if waived.by == "comment" else "external"
        result = _result(waived.finding, file.plan.document, results, index)
        found.append(result | {"suppressions": [{"kind": kind, "justification": results.reason(waived.reason)}]})
    return found


def _result(finding: Finding, document: Document, results: Results, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": results.message(finding, document)},
        "locations": [_location(document, finding.span, results)],
        "partialFingerprints": {"kehoach/1": fingerprint(document, finding)},
        "properties": {"source": RULES[finding.rule].source},
    }
    if finding.fix:
        result["properties"]["fix"] = {"text": finding.fix.text, "safe": finding.fix.safe}
    if related := finding.related:
        place = _location(related.document, related.span, results)
        result["relatedLocations"] = [place | {"id": 1, "message": {"text": WORDS[results.language]["parent"]}}]
    return result


def _location(document: Document, span: Span, results: Results) -> dict[str, Any]:
    """A file with lines and columns; where it has none, in Word, the paragraph is the line and has a name besides."""
    block = document.blocks[span.block]
    at = places_in(document)(span)
    said = {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
    region: dict[str, Any] = {key: number for key, number in said.items() if number is not None}
    if words := document.text(span) or block.text:
        region["snippet"] = {"text": words}
    physical = {"artifactLocation": {"uri": _uri(document)}, "region": region}
    name = results.label(block)
    place = {"name": name, "fullyQualifiedName": f"{name} [{span.start}:{span.end}]", "kind": "element"}
    return {"physicalLocation": physical, "logicalLocations": [place]}


def _uri(document: Document) -> str:
    """A relative path stays relative: a service looks for it in the repository."""
    path = Path(document.path)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
