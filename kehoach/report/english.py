"""What `--lang en` says instead of the Vietnamese of messages, places and reasons."""

from __future__ import annotations

import re
from functools import cache

from .. import rules
from ..model import Block, Document, Finding
from ..patterns import lazy

# So many characters of the words in question are quoted in a message.
LONGEST = 60
LABELS = {
    "chú thích cuối trang": "footnote", "chú thích cuối văn bản": "endnote", "hộp văn bản": "text box",
    "đầu trang": "page header", "chân trang": "page footer", "chú thích": "note", "đoạn": "paragraph",
    "bảng": "table", "hàng": "row", "ô": "cell", "dòng": "line", "trang": "page", "tệp": "file", "trong": "in",
}  # fmt: skip
_LABEL = lazy(r"\b(?:" + "|".join(LABELS) + r")\b")
# Braces with something in them are TOML; empty ones stand for what changes.
_BRACES = lazy(r"\{([^{}]+)\}")
_QUOTED = lazy(r"«([^«»]+)»")


def message(finding: Finding, document: Document) -> str:
    """What the rule looks for, and the words in which it was found."""
    from ..text import squeeze

    told = rules.RULES[finding.rule].english
    if finding.rule == "KH901":
        return f"{told}: {sentence(finding.message)}"
    # where something is absent, the message itself names it
    words = squeeze(document.text(finding.span)) or "".join(_QUOTED.findall(finding.message)[:1])
    if not words:
        return told
    return f"{told}: «{words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + '…'}»"


def label(block: Block) -> str:
    """
    >>> label(Block("", "bảng 2, hàng 1, ô 1 (trong bảng 1, hàng 3, ô 2), đoạn 2"))
    'table 2, row 1, cell 1 (in table 1, row 3, cell 2), paragraph 2'
    """
    return _LABEL.sub(lambda found: LABELS[found[0]], block.label)


def sentence(said: str) -> str:
    """A reason or an error in English, and so what it quotes of another; one that is not known stays as it is.

    >>> sentence("không ghi được «a.docx»: không có quyền")
    'cannot write «a.docx»: permission denied'
    """
    for pattern, told in _sentences():
        if m := pattern.fullmatch(said):
            return told.format(*map(sentence, m.groups()))
    return said


@cache
def _sentences() -> list[tuple[re.Pattern[str], str]]:
    """Each Vietnamese sentence as a pattern, with its English; the longer and so surer first."""
    from ..knowledge import table

    known: dict[str, str] = {said: told for part in table("english").values() for said, told in part.items()}
    found = sorted(known.items(), key=lambda row: -len(row[0].replace("{}", "")))
    return [
        (lazy("(.+?)".join(map(re.escape, said.split("{}"))), re.DOTALL), _BRACES.sub(r"{{\1}}", told))
        for said, told in found
    ]
