"""For CI servers: JUnit XML, a suite for each plan and a case for each finding."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Xml  # only writes here: nothing foreign is parsed

from ..model import Finding
from ..patterns import lazy
from ..rules import RULES
from .results import Checked, Results
from .text import excerpt, where

# What XML 1.0 cannot hold.
_FORBIDDEN = lazy("[^\t\n\r\u0020-\ud7ff\udc80-\udcff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(results: Results) -> str:
    root = Xml.Element("testsuites", name="kehoach", time=f"{results.seconds:.3f}")
    totals = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for file in results.files:
        suite = _suite(file, results)
        root.append(suite)
        for key in totals:
            totals[key] += int(suite.get(key, "0"))
    for key, count in totals.items():
        root.set(key, str(count))
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode")


def _suite(file: Checked, results: Results) -> Xml.Element:
    name = _clean(str(file.plan.document.path))
    cases = list(_cases(file, results, name))
    suite = Xml.Element("testsuite", name=name, tests=str(len(cases)))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(sum(case.find(tag) is not None for case in cases)))
    suite.extend(cases)
    return suite


def _cases(file: Checked, results: Results, name: str) -> Iterator[Xml.Element]:
    for finding in file.report.findings:
        yield _case(finding, file, results, name)
    for waived in file.report.waived:
        case = Xml.Element("testcase", classname=name, name=_title(waived.finding))
        Xml.SubElement(case, "skipped", message=_clean(results.reason(waived.reason)))
        yield case
    for blind in file.report.not_evaluated:
        case = Xml.Element("testcase", classname=name, name=f"{blind.rule} {RULES[blind.rule].name}")
        Xml.SubElement(case, "skipped", message=_clean(results.reason(blind.reason)))
        yield case
    if not file.report.findings:
        yield Xml.Element("testcase", classname=name, name="kehoach")


def _case(finding: Finding, file: Checked, results: Results, name: str) -> Xml.Element:
    """A case that fails if the finding is of the weight that makes the run fail; a lighter one passes and is told."""
    document = file.plan.document
    case = Xml.Element("testcase", classname=name, name=_title(finding))
    shown = excerpt(document.blocks[finding.span.block].text, finding.span)[0]
    said = f"{where(document, finding.span, results)}: {results.message(finding, document)}"
    told = _clean(f"{said}\n{shown}\n{RULES[finding.rule].source}")
    if finding.rule == "KH901":
        Xml.SubElement(case, "error", message=_clean(results.message(finding, document)), type="error").text = told
    elif finding.severity >= file.fail_on:
        kind = finding.severity.name.lower()
        Xml.SubElement(case, "failure", message=_clean(results.message(finding, document)), type=kind).text = told
    else:
        Xml.SubElement(case, "system-out").text = told
    return case


def _title(finding: Finding) -> str:
    span = finding.span
    return f"{finding.rule} {RULES[finding.rule].name} [{span.block}:{span.start}]"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
