"""Words from a scanned or damaged file, read once more: what the rules of spelling still see is mended or marked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from ..model import Block, Document, Finding, Plan
from ..rules import only
from .context import MARK, Line

MENDED = ("KH702", "KH703", "KH704")  # two usual words, one of them misread: there is no doubt which was meant
MARKED = ("KH701",)  # a word that is none: the likeliest one, for a person to look at
QUOTES = "KH712"
UNCLOSED = " [rà soát dấu ngoặc kép]"


def proofread(lines: Sequence[Line]) -> list[Line]:
    """The lines of a draft with the slips mended that the restoring of a damaged parent left in its words."""
    texts = [line.text if line.origin.kind == "parent" else "" for line in lines]
    return [replace(line, text=new) if new else line for line, new in zip(lines, _mended(texts), strict=True)]


def _mended(texts: list[str]) -> list[str]:
    blocks = tuple(Block(text, str(number)) for number, text in enumerate(texts))
    given = {"plan": Plan(Document(Path("ban-soan.docx"), "docx", blocks))}
    findings = [
        found for rule in only(*MENDED, *MARKED, QUOTES) for found in rule.run(given) if isinstance(found, Finding)
    ]
    taken = len(texts), 0
    for found in sorted(findings, key=lambda one: (one.span, one.rule), reverse=True):
        number, start, end = found.span.block, found.span.start, found.span.end
        text = texts[number]
        if (number, end) > taken or any(m.start() < end and start < m.end() for m in MARK.finditer(text)):
            continue  # a person looks at it already
        right = found.fix.text if found.fix else ""
        if found.rule == QUOTES:
            texts[number] = text.rstrip(" .;") + UNCLOSED + text[len(text.rstrip(" .;")) :]
            continue
        if found.rule in MENDED and right:
            text = text[:start] + right + text[end:]
        else:
            text = f"{text[:start]}[{right or text[start:end]}?]{text[end:]}"
        taken = number, start
        texts[number] = text
    return texts
