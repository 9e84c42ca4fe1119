"""For people: each finding with its line of text and the words marked, then what could not be checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..model import Document, Finding, Severity, Span
from .alike import alike, places
from .blind import Told, blind, ranges, shared
from .results import WIDTH, Checked, Results

# So much of a long paragraph is shown before the words in question.
BEFORE = 36

BOLD, CYAN, GREEN = "1", "36", "32"
COLORS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "34;1"}
WORDS = {
    "vi": {
        "fix": "sửa thành",
        "add": "thêm",
        "parent": "kế hoạch cấp trên",
        "not checked": "chưa xét được",
        "more": "và {} chỗ khác",
        "files": "{} tệp",
    },
    "en": {
        "fix": "fix",
        "add": "add",
        "parent": "parent plan",
        "not checked": "not checked",
        "more": "and {} more places",
        "files": "{} files",
    },
}


def render(results: Results) -> str:
    together = shared(results)
    parts = [part for file in results.files for part in _file(file, results, together)]
    files = WORDS[results.language]["files"]
    parts += [_blind(files.format(count), told, results) for told, count in together.items()]
    return "\n\n".join(parts)


def _blind(where: str, told: Told, results: Results) -> str:
    reason, rules = told
    return f"{where}: {WORDS[results.language]['not checked']}: {ranges(rules)} ({reason})"


def _file(file: Checked, results: Results, together: Collection[Told]) -> Iterator[str]:
    words = WORDS[results.language]
    document = file.plan.document
    for group in alike(file.report.findings, document):
        lines = [*_finding(group[0][1], document, results)]
        if others := group[1:]:
            lines.append(f"    = {words['more'].format(len(others))}: {places(group, document, results)}")
        yield "\n".join(lines)
    if own := [told for told in blind(file, results) if told not in together]:
        yield "\n".join(_blind(str(document.path), told, results) for told in own)


def _finding(finding: Finding, document: Document, results: Results) -> Iterator[str]:
    words = WORDS[results.language]

    def paint(text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if results.color else text

    severity = paint(results.severity(finding), COLORS[finding.severity])
    place = paint(where(document, finding.span, results), BOLD)
    yield f"{place}: {finding.rule} {severity}: {results.message(finding, document)}"
    shown, at, length = excerpt(document.blocks[finding.span.block].text, finding.span, results.width)
    if shown:
        yield f"    | {shown}"
    if length:
        yield "    | " + " " * at + paint("^" * length, COLORS[finding.severity])
    if fix := finding.fix:
        added = fix.span.start == fix.span.end
        yield f"    = {words['add' if added else 'fix']}: {paint(f'«{fix.text}»', GREEN)}"
    if related := finding.related:
        said = excerpt(related.document.blocks[related.span.block].text, related.span, results.width)[0]
        yield f"    = {words['parent']}, {where(related.document, related.span, results)}: {paint(said, CYAN)}"


def where(document: Document, span: Span, results: Results) -> str:
    block = document.blocks[span.block]
    line = block.line(span.start)
    return f"{document.path}:{line}" if line is not None else f"{document.path}: {results.label(block)}"


def excerpt(text: str, span: Span, width: int = WIDTH) -> tuple[str, int, int]:
    """The part of a paragraph around `span` on one line, and where the words stand in it: text, offset, length.

    The line has about `width` characters, and all of the words as long as they are not twice as many.

    Nothing at all stands for something absent: the start of the paragraph is shown, without marks.
    """
    start = 0
    if len(text) > width:
        start = max(0, min(span.start - min(BEFORE, width // 3), len(text) - width))
    end = min(len(text), start + 2 * width, max(span.end, start + width))
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    line = "".join(" " if c.isspace() else c for c in text[start:end])
    return f"{head}{line}{tail}", span.start - start + len(head), max(0, min(span.end, end) - span.start)
