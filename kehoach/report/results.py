"""What a reporter is given: the plans, what was found in each, and how it is to be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ..lint import Report
from ..model import Block, Document, Finding, Plan, Severity
from . import english

NAMES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}

# How much of a long paragraph is shown around the words in question.
WIDTH = 110


class Checked(Struct, frozen=True):
    """One plan, the parent it was held against, and what was found. `broken`: it could not be read or checked."""

    plan: Plan
    report: Report
    parent: Plan | None = None
    broken: bool = False
    fail_on: Severity = Severity.ERROR

    @property
    def failed(self) -> bool:
        """Whether there is a finding of the weight that makes the run fail."""
        return any(finding.severity >= self.fail_on for finding in self.report.findings)


class Results(Struct, frozen=True):
    """A whole run. `language` is "vi" or "en"; `color` is for terminals.

    `width` is how much of a paragraph is shown on a line; `passed_over` are the files in folders that are no plans.
    """

    files: tuple[Checked, ...]
    seconds: float = 0.0
    language: str = "vi"
    color: bool = False
    width: int = WIDTH
    passed_over: tuple[Path, ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        return (finding for file in self.files for finding in file.report.findings)

    @property
    def waived(self) -> Counter[str]:
        """How many findings were let pass, by what («comment», «baseline»)."""
        return Counter(waived.by for file in self.files for waived in file.report.waived)

    @property
    def ignored(self) -> dict[str, str]:
        """The codes that a configuration leaves out, with the reasons."""
        return {code: reason for file in self.files for code, reason in file.report.ignored}

    @property
    def counts(self) -> Counter[Severity]:
        return Counter(finding.severity for finding in self.findings)

    def severity(self, finding: Finding) -> str:
        return finding.severity.name.lower() if self.language == "en" else NAMES[finding.severity]

    def message(self, finding: Finding, document: Document) -> str:
        """What to tell the reader, in the language of the run."""
        return english.message(finding, document) if self.language == "en" else finding.message

    def label(self, block: Block) -> str:
        return english.label(block) if self.language == "en" else block.label

    def reason(self, said: str) -> str:
        return english.sentence(said) if self.language == "en" else said

    def blind(self, file: Checked) -> dict[str, list[str]]:
        """The reasons why rules could not see what they need, with these rules."""
        told: dict[str, list[str]] = {}
        for each in file.report.not_evaluated:
            told.setdefault(self.reason(each.reason), []).append(each.rule)
        return told
