"""The foot of a plan: where its text ends, «Nơi nhận», who signs and in what capacity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from ..knowledge import table
from ..model import Document, Found, Recipient, Signer, Span
from ..patterns import lazy
from ..text import CAPITAL, SMALL, fold, squeeze
from . import marks, persons

RECIPIENTS = lazy(r"\W*noi nhan\b\W*")
FILED = lazy(r"\W*l[uư]u\b")
APPENDIX = lazy(r"\W*phu luc(?:\s+(?:so\s+)?[ivx\d]+)?\s*[:.]?\s*(?:$|\n)")
APPROVAL = lazy(r"\W*(?:phe duyet|duyet|xac nhan|y kien)\b")
NEXT_DOCUMENT = lazy(rf"{APPENDIX.pattern}|\W*(?:cong hoa xa hoi chu nghia|dang cong san viet nam)")
# Where the right column of a printed line may begin, and where it surely does.
RIGHT_HALF = lazy(rf"(?:(?<=[;:|.,)_])\s*[_|]*\s*|\s{{2,}}|\t)(?={CAPITAL}(?:{CAPITAL}|/{CAPITAL}|\.))")
TABULATED = lazy(r"(?<=\S)(?:\s*\t\s*|\s{4,})(?=\S)")
# In the text of a scan nothing but a space holds them apart: «- BTV Huyện đoàn; Bí thư».
FUSED = lazy(rf"(?<=[;.)])\s+(?={CAPITAL})")
# What a scan makes of letters of a name: «Ng6 Thi Mai».
FIGURES = str.maketrans("0146", "olao")
# What a scan makes of a stroke of the signature beside the name: «l Đỗ Minh Quân», «Trần ầ Quang Hưng», «- Vũ Thị An».
SPECK = lazy(rf"(?<!\S)(?:{SMALL}|[^\w\s]+)(?=\s)|(?<=\s)(?:{SMALL}|[^\w\s]+)(?!\S)")
# «Nơi nhận» spoilt by OCR («Notmhan») is known from this likeness on (0 to 100, without spaces).
NEAR = 70
# Capitals that are so much like a position are one, spoilt by a seal.
SPOILT = 65
# «Bi thv» is 83 like «bi thu».
LIKE_POSITION = 83


def sign_off(document: Document, first: int, after: int) -> int:
    """One past the last block of the text: where «Nơi nhận», the signature or an appendix begins.

    Looks from block `first` on; a signature counts from block `after` on (the last heading).
    """
    blocks = document.blocks
    for number in range(first, len(blocks)):
        block = blocks[number]
        if block.part not in ("body", "box"):
            return number
        folded = fold(block.text)
        if RECIPIENTS.match(folded) or (document.damaged and _spoilt_recipients(folded)):
            return _back_to_authority(document, number, first)
        if number > after and (APPENDIX.match(folded) and len(block.text) < 30 and marks.in_capitals(block.text, 0.5)):
            return number
        if number > after and (_opens_approval(block.text) or _opens_signature(document, number)):
            return number
    return len(blocks)


def _spoilt_recipients(folded: str) -> bool:
    """«Nơi nhận:» spoilt by OCR: about as long, before a colon, much the same letters."""
    start, colon, _ = folded.lstrip(" .|_-~").partition(":")
    return bool(colon) and 6 <= len(start) <= 10 and fuzz.ratio(start.replace(" ", ""), "noinhan") >= NEAR


def _back_to_authority(document: Document, number: int, first: int) -> int:
    """The signature may stand before «Nơi nhận» (a table read column by column, lines read out of order)."""
    while number > first + 1 and persons.capacity(document.blocks[number - 1].text, _misread(document)):
        number -= 1
    return number


def _opens_approval(text: str) -> bool:
    return len(text) <= 40 and marks.in_capitals(text, 0.8) and APPROVAL.match(fold(text)) is not None


def _opens_signature(document: Document, number: int) -> bool:
    text = document.blocks[number].text
    if not (persons.capacity(text, _misread(document)) or _stands_over_name(document, number)):
        return False
    before = next((b.text.rstrip(" *_") for b in reversed(document.blocks[:number]) if b.text.strip(" *_")), "")
    return before.endswith(("./.", ".", "./", ";", "”"))


def _stands_over_name(document: Document, number: int) -> bool:
    """Whether a line is what a person signs as though no table knows it: «TRƯỞNG NHÓM» over «Trần Văn An»."""
    text = document.blocks[number].text.strip(" *_#|\n")
    if not 4 <= len(text) <= 60 or not (marks.in_capitals(text, 0.9) or fold(text) in persons.folded_positions()):
        return False
    for block in document.blocks[number + 1 : number + 3]:
        if persons.is_person(block.text):
            return marks.parse(text) is None and not marks.in_capitals(block.text, 0.9)
    return False


def _misread(document: Document) -> bool:
    """Whether letters may be wrong: «GIÁM ĐÓC» in the text of a scan."""
    return document.damaged or document.ocr


def recipients(document: Document, first: int) -> tuple[Found[Recipient], ...]:
    """The lines of «Nơi nhận», from block `first` on, up to «Lưu»."""
    return tuple(_recipients(document, first))


def _recipients(document: Document, first: int) -> Iterator[Found[Recipient]]:
    listing = False
    column = None
    for number in range(first, len(document.blocks)):
        block = document.blocks[number]
        if block.part not in ("body", "box"):
            return
        start = 0
        for text in block.text.split("\n"):
            opening = RECIPIENTS.match(fold(text)) or (document.damaged and _spoilt_recipients(fold(text)))
            if opening:
                listing, column = True, block.cell and (block.cell.table, block.cell.column)
            elif listing and (block.cell and (block.cell.table, block.cell.column)) == column and text.strip():
                entry = _entry(text, bool(block.number), document.damaged)
                if entry:
                    name, purpose, begin, end = entry
                    yield Found(Recipient(name, purpose), Span(number, start + begin, start + end))
                    if FILED.match(fold(name)):
                        return
            start += len(text) + 1


def _entry(text: str, automatic: bool, damaged: bool) -> tuple[str, str | None, int, int] | None:
    """One recipient: name, purpose in brackets, and the place of both in the line."""
    mark = marks.parse(text, damaged=True)
    begin = mark.end if mark and mark.style == "bullet" else 0
    bare = not begin and not automatic and not FILED.match(fold(text))
    if bare and (persons.capacity(text, True) or persons.is_person(text)):
        return None
    while begin < len(text) and text[begin] in " -–_\t":
        begin += 1
    end = len(text)
    fused = re.search(r"[;.]\s+(?=\S)", text[begin:])  # the right column of the same printed line
    if fused and (damaged or persons.capacity(text[begin + fused.end() :], damaged)):
        end = begin + fused.start() + 1
    elif column := TABULATED.search(text, begin):
        end = column.start()
    body = text[begin:end].rstrip(" ;*_|")
    if not body or not any(c.isalpha() for c in body):
        return None
    bracket = re.search(r"\s*\(([^()]*)\)\s*[.,;]?$", body)
    purpose = bracket[1].strip() if bracket and not FILED.match(fold(body)) else None
    name = body[: bracket.start()] if bracket and purpose is not None else body
    return squeeze(name).rstrip(";") or body, purpose, begin, begin + len(body)


def signer(document: Document, first: int) -> Found[Signer] | None:
    """Who signs, from block `first` on. A deputy who signs «KT.» is «PHÓ …» even where that line is lost."""
    authorities: list[str] = []
    position: str | None = None
    place: Span | None = None
    name: str | None = None
    for number, start, text in _lines(document, first):
        words, lead = _capacity_words(text, _misread(document))
        if words is None and authorities and position is None:
            words, lead = _plain_position(text, _misread(document))
        if words is None:
            if name is None and place is not None and (found := _person(document, text)):
                name = found
            continue
        span = Span(number, start + lead, start + lead + len(words))
        if persons.AUTHORITY.match(words):
            if position is not None:
                break
            authority = _canonical(words, _misread(document))
            if authority not in authorities:  # a scan may have a line twice, once from each engine
                authorities.append(authority)
        elif position is None:
            position = _canonical(words, _misread(document))
        elif fold(position).startswith("phu trach") and not authorities:
            authorities.append(position)  # «PHỤ TRÁCH TRƯỜNG ⏎ PHÓ HIỆU TRƯỞNG»
            position = _canonical(words, _misread(document))
        elif _misread(document) and not authorities and (deputy := _canonical(words, True)) == _deputy(position):
            authorities.append(f"KT. {position}")  # a pen wrote «KT.», or a stamp covers it
            position = deputy
        else:
            continue
        place = place or span
    if name is None:
        named = _last_name(document, first)
        if named and (place is not None or not authorities):
            name, where, above = named
            place = place or where
            position = position or (None if authorities else above)
    if place is None:
        return None
    if position is None and authorities and authorities[-1].startswith("KT."):
        position = _deputy(authorities[-1][3:].strip())
    if position is None and authorities and authorities[-1].startswith("Q."):
        position = authorities[-1]  # who acts as head signs as such
    return Found(Signer(" ".join(authorities) or None, position, name), place)


def _lines(document: Document, first: int) -> Iterator[tuple[int, int, str]]:
    """The lines of the foot, but for the block in which a superior approves the plan."""
    approving = False
    for number in range(first, len(document.blocks)):
        block = document.blocks[number]
        if block.part not in ("body", "box") or (number > first + 1 and NEXT_DOCUMENT.match(fold(block.text))):
            return
        start = 0
        for text in block.text.split("\n"):
            if APPROVAL.match(fold(text)):
                approving = True
            elif approving:
                approving = persons.name_in(text) is None  # the approver's name ends the approval
            elif text.strip(" *_"):
                yield number, start, text
                for column in (FUSED if _misread(document) else TABULATED).finditer(text):
                    if persons.is_person(text[column.end() :].translate(FIGURES)):
                        yield number, start + column.end(), text[column.end() :]
            start += len(text) + 1


def _capacity_words(text: str, damaged: bool) -> tuple[str | None, int]:
    """The words of a capacity in a line, also in its right half where two columns are fused, and their offset."""
    bare = text.strip(" *_#|\t")
    if persons.capacity(bare, damaged):
        return bare, text.find(bare)
    for m in RIGHT_HALF.finditer(text):
        if m[0] == " " and not damaged and text[m.start() - 1] == ",":
            continue  # «Lưu: VT, KT.», and right behind it «TRƯỞNG BAN»
        right = text[m.end() :].strip(" *_#|\t")
        if persons.capacity(right, damaged):
            return right, text.find(right, m.end())
    return None, 0


def _plain_position(text: str, damaged: bool) -> tuple[str | None, int]:
    """A position in small letters, as some write it below whom they sign for: «TM. BCH ĐOÀN XÃ ⏎ Bí thư»."""
    column = next(iter((FUSED if damaged else TABULATED).finditer(text)), None) or TABULATED.search(text)
    bare = text[column.end() if column else 0 :].strip(" *_#|\t")
    if not bare[:1].isupper():
        return None, 0
    known = persons.folded_positions()
    if fold(bare) in known:
        return bare.upper(), text.find(bare)
    near = damaged and process.extractOne(fold(bare), known, scorer=fuzz.ratio, score_cutoff=LIKE_POSITION)
    return (near[0].upper(), text.find(bare)) if near else (None, 0)


def _canonical(words: str, damaged: bool) -> str:
    """«KT; CHANH THANH TRA» → «KT. CHÁNH THANH TRA»; clean text keeps its words."""
    words = squeeze(words)
    m = persons.AUTHORITY.match(words)
    head = f"{''.join(filter(str.isalpha, m['letters']))}. " if m else ""
    rest = words[m.end() :] if m else words
    if damaged:
        known = {fold(p): p for p in (*persons.positions(), *table("positions")["collectives"])}
        near = process.extractOne(fold(rest), known.keys(), scorer=fuzz.ratio, score_cutoff=85)
        rest = known[near[0]] if near else rest
    return head + rest


def _deputy(of: str) -> str:
    special: dict[str, str] = table("positions")["deputies"]
    return special.get(of, f"PHÓ {of}")


def _person(document: Document, text: str) -> str | None:
    """A person's name; capitals of a scan that are much like a position are none."""
    text = SPECK.sub("", text).strip() if document.ocr else text
    name = persons.name_in(text.translate(FIGURES) if document.damaged and not text.isupper() else text)
    if name and name.isupper() and _misread(document):
        folded = fold(name)
        if any(fuzz.ratio(folded, fold(position)) >= SPOILT for position in persons.positions()):
            return None
    return name


def _last_name(document: Document, first: int) -> tuple[str, Span, str | None] | None:
    """The last line that is a person's name, its place, and the line above where that can be a position."""
    listed = {found.span.block for found in recipients(document, first)}
    found: tuple[str, Span, str | None] | None = None
    above: str | None = None
    for number, start, text in _lines(document, first):
        if number in listed or RECIPIENTS.match(fold(text)):
            above = None
            continue
        if not persons.capacity(text, _misread(document)) and (name := _person(document, text)):
            at = text.find(name.split()[0])
            found = (name, Span(number, start + max(at, 0), start + len(text.rstrip(" *_"))), above)
        bare = squeeze(text.strip(" *_#|."))
        if not persons.STAMP.search(fold(text)):
            signs = 4 <= len(bare) <= 60 and (marks.in_capitals(bare, 0.9) or fold(bare) in persons.folded_positions())
            above = bare if signs and not APPROVAL.match(fold(bare)) else None
    return found
