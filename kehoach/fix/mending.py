"""One pass of fixes over a plan, and the proof that they did what they should and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from .. import extract
from ..lint import Report
from ..model import Document, Finding, Fix, Plan, Span
from ..readers import read
from .choosing import NOT_SETTLED, NOT_TEXT, OLD_LETTERS, Left, choose, fixes_of, moved
from .textfile import TextFile

TEXT = (".txt", ".md")
SUFFIXES = (*TEXT, ".docx", ".doc", ".rtf", ".odt")
# A fix that does not settle is taken back and the rest made again; this often is enough for any plan.
ROUNDS = 4

Lint = Callable[[Plan], Report]
# The file with these fixes made, and the fixes that its format cannot take.
Written = tuple[bytes, list[Fix]]


class FixFailed(Exception):  # noqa: N818 — said to the user as a sentence
    """The copy is not what it should be: nothing may be written."""


class Mended(Struct, frozen=True):
    """The copy, what was fixed in it and what not, and what the rules say of it now."""

    content: bytes
    before: Document
    after: Document
    fixed: tuple[Finding, ...]
    left: tuple[Left, ...]
    report: Report


def mend(plan: Plan, lint: Lint, unsafe: bool = False, track: bool = False) -> Mended:
    """Fix what can be fixed in a copy of the plan's file. Raises FixFailed."""
    document = plan.document
    chosen, left = choose(lint(plan).findings, unsafe)
    for _ in range(ROUNDS):
        content, impossible = _written(document, fixes_of(chosen), track)
        if impossible:
            chosen, dropped = _parted(chosen, [f for f in chosen if _has(impossible, f)])
            old = any(note.code == "legacy" for note in document.notes)
            left += [Left(finding, OLD_LETTERS if old else NOT_TEXT) for finding in dropped]
            continue
        after = _read_back(content, document)
        fixes = fixes_of(chosen)
        _compare(document, after, fixes)
        report = lint(extract.plan(after))
        still = _still_there(document, chosen, left, fixes, report.findings)
        if not still:
            return Mended(content, document, after, tuple(chosen), tuple(left), report)
        chosen, dropped = _parted(chosen, still)
        left += [Left(finding, NOT_SETTLED) for finding in dropped]
    raise FixFailed("các chỗ sửa ảnh hưởng lẫn nhau nên không sửa tự động được; không ghi tệp nào")


def _has(fixes: Sequence[Fix], finding: Finding) -> bool:
    return any((mine.span, mine.text) == (fix.span, fix.text) for mine in finding.fixes for fix in fixes)


def _parted(findings: Iterable[Finding], out: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    return [finding for finding in findings if finding not in out], out


def _written(document: Document, fixes: Sequence[Fix], track: bool) -> Written:
    if document.path.suffix.lower() in TEXT:
        file = TextFile(document)
        impossible = [fix for fix in fixes if not file.can_hold(fix)]
        return (b"" if impossible else file.bytes(file.with_fixes(fixes))), impossible
    return _word(document, fixes, track)


def _word(document: Document, fixes: Sequence[Fix], track: bool) -> Written:
    from ..word import CannotEdit, Edit, edit, number_changes, open_copy

    impossible: list[Fix] = []
    with open_copy(document.path) as copy:
        for block, group in groupby(fixes, key=lambda fix: fix.span.block):
            of_block = list(group)
            edits = [Edit(block, fix.span.start, fix.span.end, fix.text) for fix in of_block]
            try:
                edit(copy, edits, track)
            except CannotEdit:
                impossible += of_block
        if track:
            number_changes(copy)
        return copy.bytes(), impossible


def _read_back(content: bytes, document: Document) -> Document:
    """The copy as it is read, under the name of the plan, which some rules speak of."""
    suffix = document.path.suffix if document.path.suffix.lower() in TEXT else ".docx"
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / f"{document.path.stem}{suffix}"
        file.write_bytes(content)
        return replace(read(file), path=document.path)


def _compare(before: Document, after: Document, fixes: Sequence[Fix]) -> None:
    """Every block is as it was, but for the fixes."""
    expected = (_expected(before, number, fixes) for number in range(len(before.blocks)))
    wanted = [words for words in expected if words[1:] != ("", "")]
    found = [(block.part, block.number, block.text) for block in after.blocks]
    if wanted != found:
        where = next((w[2] for w, f in zip(wanted, found, strict=False) if w != f), "số đoạn của tệp thay đổi")
        raise FixFailed(f"sửa xong đọc lại thì chữ khác với dự kiến («{where[:60]}»); không ghi tệp nào")


def _expected(before: Document, number: int, fixes: Sequence[Fix]) -> tuple[str, str, str]:
    block = before.blocks[number]
    text = block.text
    for fix in reversed([each for each in fixes if each.span.block == number]):
        text = text[: fix.span.start] + fix.text + text[fix.span.end :]
    return block.part, block.number, text.strip()


def _still_there(
    before: Document, chosen: Sequence[Finding], left: Sequence[Left], fixes: Sequence[Fix], now: Sequence[Finding]
) -> list[Finding]:
    """The findings that are found again where they were fixed; those that were left are no proof against a fix."""
    renumbered: dict[int, int] = {}
    for number in range(len(before.blocks)):
        if _expected(before, number, fixes)[1:] != ("", ""):
            renumbered[number] = len(renumbered)

    def there(span: Span) -> Span | None:
        new = moved(span, fixes)
        return Span(renumbered[span.block], new.start, new.end) if span.block in renumbered else None

    known = {(each.finding.rule, there(each.finding.span)) for each in left}
    again = [finding for finding in now if (finding.rule, finding.span) not in known]
    return [
        finding
        for finding in chosen
        if any(
            each.rule == finding.rule and _meet(each.span, place)
            for fix in finding.fixes
            if (place := there(fix.span))
            for each in again
        )
    ]


def _meet(one: Span, other: Span) -> bool:
    if one.block != other.block:
        return False
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
