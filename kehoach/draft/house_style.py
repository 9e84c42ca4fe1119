"""A parent in the style of the drafts: curly quotes, «2026 - 2030», «hóa» and «ủy» with the tone where we set it.

Its words go into the draft beside those of the wording files, and one plan has one style.
"""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from msgspec.structs import replace

from .. import extract
from ..model import Block, Finding, Plan
from ..patterns import lazy
from ..restore.language import canonical
from ..rules import only

_TONED = lazy(r"(?<!\w)(?![Qq])\w*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
_YEARS = lazy(r"(?<![\d/])((?:19|20)\d\d)(?:[-–—]| [-–—]|[-–—] | [–—] )((?:19|20)\d\d)(?![\d/])")
# Spaces at marks, and «qui» for «quy»: no two of them look at the same characters.
MENDED = ("KH705", "KH706", "KH716")
_DASH = lazy(r"(?<= )[–—](?= )")
_OPENING = frozenset(" \t\n\v([{“«/-–—")

_KNOWN: WeakKeyDictionary[Plan, Plan | None] = WeakKeyDictionary()  # None: nothing of it changed


def in_house_style(parent: Plan) -> Plan:
    """The parent, understood anew if any of its words changed; its blocks keep their numbers."""
    if parent.document.damaged:
        return parent
    if parent not in _KNOWN:
        blocks = tuple(map(_with, parent.document.blocks, map(styled, _mended(parent))))
        same = all(new is old for new, old in zip(blocks, parent.document.blocks, strict=True))
        _KNOWN[parent] = None if same else extract.plan(replace(parent.document, blocks=blocks))
    return _KNOWN[parent] or parent


def _mended(parent: Plan) -> list[str]:
    """The text of each block with what these rules would mend by themselves."""
    texts = [block.text for block in parent.document.blocks]
    findings = (found for rule in only(*MENDED) for found in rule.run({"plan": parent}) if isinstance(found, Finding))
    fixes = [found.fix for found in findings if found.fix and found.fix.safe]
    for fix in sorted(fixes, key=lambda fix: fix.span, reverse=True):  # from the end: places before it stay
        number, start, end = fix.span.block, fix.span.start, fix.span.end
        texts[number] = texts[number][:start] + fix.text + texts[number][end:]
    return texts


def _with(block: Block, text: str) -> Block:
    return block if text == block.text else replace(block, text=text)


def styled(text: str) -> str:
    """One style of quotes, years and tones. Names keep their spelling: «bà Thuý», «Hoà Bình».

    >>> styled('Đề án "Văn hoá đọc" giai đoạn 2026-2030 do Uỷ ban nhân dân xã Hoà Sơn phê duyệt')
    'Đề án “Văn hóa đọc” giai đoạn 2026 - 2030 do Ủy ban nhân dân xã Hoà Sơn phê duyệt'
    """
    return _TONED.sub(_toned, _YEARS.sub(r"\1 - \2", _DASH.sub("-", _quoted(text))))


def _toned(m: re.Match[str]) -> str:
    word = m[0]
    low = canonical(word.lower())
    if word.islower():
        return low
    if word.isupper():
        return low.upper()
    return low.capitalize() if low == "ủy" else word


def _quoted(text: str) -> str:
    """Straight quotes as curly ones, also one pair within another; the inches of a screen (24\") stay.

    So do those of a passage that is quoted over several paragraphs: its other end may be gone in a draft.
    """
    if '"' not in text:
        return text
    letters, depth = list(text), 0
    for at, letter in enumerate(text):
        if letter != '"':
            depth += (letter == "“") - (letter == "”")
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if not before or before in _OPENING or (not depth and after.isalpha()):
            letters[at], depth = "“", depth + 1
        elif depth > 0:
            letters[at], depth = "”", depth - 1
        elif not before.isdigit():
            letters[at] = "”"
    return "".join(letters) if depth == 0 else text
