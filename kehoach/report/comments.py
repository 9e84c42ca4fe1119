"""Findings as comments in a copy of the plan: what is wrong, what to write instead, by what source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..model import Document, Finding
from ..rules import RULES
from ..text import squeeze
from .results import Checked, Results
from .text import WORDS

LONGEST = 160


def with_comments(file: Checked, results: Results) -> bytes:
    """A copy of the plan's Word file with a comment on the words of each finding. Raises ReadingError."""
    from ..word import Remark, commented, open_copy

    with open_copy(file.plan.document.path) as copy:
        remarks = [
            Remark(finding.span, "\n".join(_lines(finding, copy.document, results))) for finding in file.report.findings
        ]
        return commented(copy, remarks)


def _lines(finding: Finding, document: Document, results: Results) -> Iterator[str]:
    words = WORDS[results.language]
    yield f"{finding.rule} {results.severity(finding)}: {results.message(finding, document)}"
    block = document.blocks[finding.span.block]
    if block.part != "body":  # Word has no comments there: say what this one is about
        yield f"{results.label(block)}: «{_short(document.text(finding.span) or block.text)}»"
    if fix := finding.fix:
        added = fix.span.start == fix.span.end
        yield f"{words['add' if added else 'fix'].capitalize()}: «{fix.text}»"
    if related := finding.related:
        said = related.document.blocks[related.span.block].text
        yield f"{words['parent'].capitalize()} ({Path(related.document.path).name}): «{_short(said)}»"
    yield f"{'Căn cứ' if results.language == 'vi' else 'Source'}: {RULES[finding.rule].source}"


def _short(text: str) -> str:
    text = squeeze(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
