"""Findings that say the same of the same words at several places: shown once, with all their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Document, Finding
from .results import Results

Numbered = tuple[int, Finding]


def alike(findings: Iterable[Finding], document: Document) -> list[list[Numbered]]:
    """The findings, numbered from 1, in groups that read word for word the same; in the order of the first of each."""
    groups: dict[tuple[object, ...], list[Numbered]] = {}
    for count, finding in enumerate(findings, start=1):
        fix = finding.fix.text if finding.fix else None
        words = document.text(finding.span)
        # what is absent, or what the parent says, is one matter each time
        alone = count if not words or finding.related else 0
        groups.setdefault((finding.rule, finding.message, words, fix, alone), []).append((count, finding))
    return list(groups.values())


def places(group: Sequence[Numbered], document: Document, results: Results) -> str:
    """Where the others of a group stand: «dòng 12, 25, 31», or «đoạn 4, đoạn 9» where nothing has lines."""
    found = [(document.blocks[finding.span.block], finding.span.start) for _, finding in group[1:]]
    lines = [block.line(start) for block, start in found]
    if all(line is not None for line in lines):
        line = "line" if results.language == "en" else "dòng"
        return f"{line} " + ", ".join(str(number) for number in dict.fromkeys(lines))
    return ", ".join(dict.fromkeys(results.label(block) for block, _ in found))
