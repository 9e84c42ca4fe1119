"""The title (trích yếu) below the word for the kind: over how many lines it goes, and where the text begins."""

from __future__ import annotations

import re

from ..knowledge import table
from ..model import Document, Found, Span
from ..patterns import lazy
from ..text import fold, squeeze
from . import marks, names, roles

# What else stands in a head and names nobody; and how the text below the title begins.
NOISE = lazy(rf"^\W*(?:{'|'.join(table('heads')['noise'])})\W*$")
OPENING = lazy(rf"\W*(?:{'|'.join(table('heads')['opening'])})")
# «Năm học 2025 - 2026», the last line of a title; as the beginning of a text it goes on.
SCHOOL_YEAR = lazy(r"\W*nam hoc (?:20\d\d\s*-\s*20\d\d|20\d\d)\W*$")
# «… lần thứ IV, năm ⏎ 2017»: the last line may be no more than a year.
YEAR = lazy(r"(?:19|20)\d\d(?:\s*[-–]\s*20\d\d)?\W*$")
WANTS_YEAR = lazy(r"(?:\bnam(?: hoc)?|\bgiai doan|\bnhiem ky|[-–])$")
SUBJECT = lazy(r"\W*v/v\b")
# «V/v» and «Trích yếu:» say that a title follows; they are no part of it.
LABEL = lazy(r"(?:[Vv]/[Vv]|[Tt]rích yếu|V/V)\s*:?\s*(?=\S)")
# «CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …», «BỘ TRƯỞNG BỘ Y TẾ»
DECIDER = lazy(r"\W*(?:chu tich|bo truong|giam doc|tong giam doc|truong phong|truong ban|hieu truong|thu tuong)\b")
# «(V/v tổ chức hoạt động …)»
BRACKETED = lazy(r"\((?=\s*[Vv]/[Vv])[^()]+\)")
TITLE_LINES = 6
# What clerks draw a line with below the title: «_____», «─────», «---o0o---».
DRAWN = " -_*.=–—~―─━¯"
NOTHING = frozenset({"", "o0o", "oOo", "ooo"})
# A number and symbol: the second line of a title has none, an opening has.
CODE = lazy(r"\d\s*[-/]\s*(?:\d{4}\s*/\s*)?[^\W\d_a-z]{2,}")


def read(document: Document, block: int, title_at: int, decides: bool = False) -> tuple[Found[str] | None, int]:
    """The title (trích yếu) below the kind, over several blocks if need be, and the first block after it.

    Below the title of a decision (`decides`) stands who takes it.
    """
    blocks = document.blocks
    parts: list[tuple[int, int, int]] = []
    number = block
    start = title_at if title_at >= 0 else blocks[block].text.find("\n", 0) + 1 if "\n" in blocks[block].text else -1
    if start > 0 and blocks[block].text[start:].strip(" :.*#"):
        parts.append((block, start, len(blocks[block].text)))
    number += 1
    while number < len(blocks) and len(parts) < TITLE_LINES and blocks[number].part in ("body", "box"):
        text = blocks[number].text
        if text.strip(DRAWN) in NOTHING or (not parts and _is_note(text)):
            number += 1
        elif decides and parts and text.isupper() and (DECIDER.match(fold(text)) or names.opens_name(text)):
            break
        elif _belongs_to_title(document, number, parts):
            parts.append((number, 0, len(text)))
            number += 1
        else:
            break
    if not parts:
        return None, number
    text = squeeze(" ".join(blocks[b].text[s:e] for b, s, e in parts)).strip(" *#_:")
    if BRACKETED.fullmatch(text):
        text = text[1:-1].strip()
    first, begin, end = parts[0]
    lead = len(blocks[first].text[begin:end]) - len(blocks[first].text[begin:end].lstrip(" *#_:\n"))
    if label := LABEL.match(text):
        rest = text[label.end() :]
        text = rest[:1].upper() + rest[1:]
    return Found(text, Span(first, begin + lead, end)), number


def _is_hyphen(text: str, end: int) -> bool:
    """Whether a dash at the beginning of a line is the middle of a title: «Lao động ⏎ - Thương binh và Xã hội»."""
    return text[end : end + 1].islower() or not (text[-1:] in ".;:," or OPENING.match(fold(text[end:])))


def _is_note(text: str) -> bool:
    """Whether a line says what the plan is attached to: «(Kèm theo Quyết định số …)»."""
    folded = fold(text)
    return NOISE.match(folded) is not None and not SUBJECT.match(folded) and "kem theo" in folded


def _belongs_to_title(document: Document, number: int, parts: list[tuple[int, int, int]]) -> bool:
    block = document.blocks[number]
    text, folded = block.text.strip(), fold(block.text)
    before = squeeze(" ".join(document.blocks[b].text[s:e] for b, s, e in parts))
    if YEAR.match(text) and WANTS_YEAR.search(fold(before)):
        return True
    noise = NOISE.match(folded) and not (SUBJECT.match(folded) and not parts)
    if noise or len(text) > 500 or (block.cell is not None and block.cell.column > 1):
        return False
    quoted = before.count("“") > before.count("”")
    mark = marks.of(block, document.damaged)
    if mark and (mark.style != "bullet" or (parts and not (quoted or _is_hyphen(text, mark.end)))):
        return False
    if roles.usual(text, 95) and marks.in_capitals(text, 0.9):
        return False
    if parts and marks.in_capitals(text, 0.8) and not marks.in_capitals(before, 0.5) and names.opens_name(text):
        return False  # «ỦY BAN NHÂN DÂN TỈNH …», who decides, below the title of a decision
    if not parts:
        return not (
            re.match(r"\W*can cu\b", folded) or (len(text) > 120 and OPENING.match(folded) and text[-1:] in ".;:,")
        )
    if quoted or before.endswith((",", "-", "–")) or SCHOOL_YEAR.match(folded):
        return True
    if all(marks.in_capitals(part, 0.9) for part in (text, before)) and folded.startswith(("thuc hien", "trien khai")):
        return True  # «KẾ HOẠCH HÀNH ĐỘNG ⏎ THỰC HIỆN LUẬT …»: a text does not begin in capitals
    if text[-1:] in ".;:" or CODE.search(text):
        return False
    if text[:1].islower():
        return not OPENING.match(folded) or len(text) < 90
    centred = block.look is not None and block.look.align == "center"
    if block.look is not None and parts and document.blocks[parts[-1][0]].look is not None:
        return centred and len(text) < 200
    return len(text) < 90 and not OPENING.match(folded)
