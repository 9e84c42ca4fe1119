"""Findings that were there before: known again by rule, words and neighbourhood, wherever they now stand."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from .lint import Report, Waived
from .model import Document, Finding
from .system import reason
from .text import fold, squeeze

SCHEMA = "kehoach.baseline/1"
REASON = "đã có khi lập tệp mốc"
# So many characters on each side of the words are their neighbourhood.
AROUND = 40


class BaselineError(Exception):
    """A file that is no baseline; the message is one Vietnamese sentence."""


def fingerprint(document: Document, finding: Finding) -> str:
    """What makes a finding the same after lines were inserted elsewhere: no offset and no block number is in it."""
    span = finding.span
    text = document.blocks[span.block].text
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    # where something is absent, only the message says what
    words = document.text(span) or finding.message
    parts = [finding.rule, *(squeeze(fold(part)) for part in (before, words, after))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def dump(file: Path, plans: Iterable[tuple[Document, Report]]) -> str:
    """A baseline of all findings, to be written to `file`: plans are named as seen from its folder."""
    files: dict[str, list[dict[str, Any]]] = {}
    for document, report in plans:
        counts: Counter[tuple[str, str, str]] = Counter()
        for finding in report.findings:
            counts[fingerprint(document, finding), finding.rule, document.text(finding.span)] += 1
        files[_name(file, document.path)] = [
            {"rule": rule, "text": text, "fingerprint": mark, "count": count}
            for (mark, rule, text), count in counts.items()
        ]
    return json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False, indent=2)


class Baseline:
    """A baseline that was read: for each plan its fingerprints and how often each was found."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            body = json.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise BaselineError(f"--baseline: không mở được «{file}»: {reason(error)}") from error
        except ValueError as error:
            raise BaselineError(f"--baseline: không đọc được «{file}» như một tệp mốc JSON") from error
        if not isinstance(body, dict) or body.get("schema") != SCHEMA:
            raise BaselineError(f"--baseline: «{file}» không phải tệp mốc của kehoach ({SCHEMA})")
        try:
            self.known = {
                name: Counter({str(row["fingerprint"]): int(row.get("count", 1)) for row in rows})
                for name, rows in body["files"].items()
            }
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BaselineError(f"--baseline: «{file}» hỏng, hãy lập lại bằng «kehoach baseline»") from error

    def without_known(self, document: Document, report: Report) -> Report:
        """The report with the findings that are in the baseline let pass, each as often as it was there."""
        marks = [fingerprint(document, finding) for finding in report.findings]
        left = Counter(self._known_of(document.path, marks))
        new: list[Finding] = []
        waived = list(report.waived)
        for finding, mark in zip(report.findings, marks, strict=True):
            if left[mark] > 0:
                left[mark] -= 1
                waived.append(Waived(finding, "baseline", REASON))
            else:
                new.append(finding)
        return replace(report, findings=tuple(new), waived=tuple(waived))

    def _known_of(self, plan: Path, marks: Iterable[str]) -> Counter[str]:
        """What the baseline knows of a plan; of a new name, what it knows of the most alike among those that are gone.

        A plan that was renamed, or taken to another folder, is the same plan.
        """
        name = _name(self.file, plan)
        if name in self.known:
            return self.known[name]
        here, now = self.file.absolute().parent, Counter(marks)
        gone = [known for name, known in self.known.items() if not (here / name).exists()]
        return max(gone, key=lambda known: (now & known).total(), default=Counter())


def _name(file: Path, plan: Path) -> str:
    return Path(os.path.relpath(plan.absolute(), file.absolute().parent)).as_posix()
