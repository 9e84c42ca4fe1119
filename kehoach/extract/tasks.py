"""The work a plan gives to bodies: under headings that name them, in «Giao …» paragraphs, in tables of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from ..knowledge import table
from ..model import Block, Document, Section, Task
from ..patterns import lazy
from ..text import CAPITAL, fold, squeeze
from . import damage, marks, names
from .after import names as names_of_bodies

OWNER_LONGEST = 160
# The two columns «Chủ trì» and «Phối hợp» as one.
LED = lazy(
    r"(?:(?:co quan|don vi) )?chu tri\s*:\s*(?P<owner>[^:]+?)\s*[;,.\-–]"
    r"\s*(?:(?:co quan|don vi) )?phoi hop\s*:\s*(?P<partners>.+)"
)
# «Khoa Dược», «Bà Nguyễn Thị An»: folded they may be anything.
CAPITALIZED = lazy(rf"\W*(?:Khoa|Ông|Bà)\s+{CAPITAL}")
BRACKET = lazy(r"\s*\([^()]*\)$")
TEACHES = lazy(r"[Gg]i[áÁ]o|GIÁO")
# How the last paragraph of a plan begins: it gives no work to the body named above it.
CLOSING = ("tren day la", "trong qua trinh", "yeu cau ", "nhan duoc ke hoach")


def find(document: Document, sections: tuple[Section, ...]) -> Iterator[Task]:
    """Tasks in reading order: those of prose sections, then those of tables."""
    for section in sections:
        if section.role == "implementation" or (section.role == "other" and _names_bodies(section)):
            yield from _of_section(document, section)
    yield from _of_tables(document, sections)


def of_bodies(document: Document, sections: tuple[Section, ...]) -> Iterator[Task]:
    """Tasks of a decision or a directive, which has no section for them: under whatever heading names a body."""
    for section in sections:
        yield from _of_child(document, section, section)


def led(document: Document, end: int) -> Iterator[Task]:
    """Tasks with a line below that says who leads them: «- Cơ quan chủ trì: UBND các xã, phường»."""
    above: int | None = None
    for number, block in enumerate(document.blocks[:end]):
        said = _words(block, document.damaged)
        if label := _label().match(fold(said)):
            if above is not None and label["lead"]:
                text = squeeze(_words(document.blocks[above], document.damaged))
                yield Task(squeeze(said[label.end() :]).strip(" .;"), text, "", above)
        elif block.cell is None and said.strip():
            above = number


@cache
def _label() -> re.Pattern[str]:
    lead, others = (table("assignments")["labels"][name] for name in ("lead", "others"))
    return lazy(rf"\W*(?:(?P<lead>{lead})|{others})[^:]{{0,20}}:\s*")


@cache
def _lead() -> re.Pattern[str]:
    return lazy(rf"\W*(?:(?:{'|'.join(table('assignments')['lead'])})\s+)+(?:cho\s+)?")


@cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join(sorted(table("assignments")["verbs"], key=len, reverse=True))
    return lazy(rf"[,:]?\s*\b(?<!cac )(?<!moi )(?<!nhung )(?<!va )(?:{verbs})\b")


@cache
def _people() -> tuple[str, ...]:
    return tuple(table("assignments")["people"])


def _is_body(words: str, damaged: bool = False) -> bool:
    folded = fold(words).lstrip(" *_")
    if damaged and damage.name_at(words, names_of_bodies()):
        return True
    return len(words) <= OWNER_LONGEST and bool(
        names.opens_name(words) or folded.startswith(_people()) or CAPITALIZED.match(words)
    )


def owner(text: str, damaged: bool = False) -> tuple[str, int] | None:
    """The body a paragraph or heading gives work to, and where the work's words begin; None if it names none.

    In damaged text a body that tables know is named as they name it.

    >>> owner("Giao Phòng Giáo dục trung học chủ trì, tham mưu triển khai Kế hoạch.")
    ('Phòng Giáo dục trung học', 30)
    """
    folded = fold(text)
    lead = _lead().match(folded)
    if lead and TEACHES.search(text, lead.start(), lead.end()):
        lead = None  # «Giáo viên bộ môn» is a body, nobody is given «viên bộ môn»
    start = lead.end() if lead else len(text) - len(text.lstrip(" *_"))
    if not lead and not _is_body(text[start : start + OWNER_LONGEST], damaged):
        return None
    colon = text.find(":", start, start + OWNER_LONGEST)
    verbs = _verb().finditer(folded, start + 2, start + OWNER_LONGEST + 30)
    # «Xây dựng» in «Sở Xây dựng» and «Tổ chức» in «Ban Tổ chức» belong to the name
    verb = next((m for m in verbs if not text[m.end() - len(m[0].lstrip(" ,:"))].isupper()), None)
    if colon > 0 and not (verb and verb.start() < colon):
        end, after = colon, colon + 1
    elif verb:
        end = verb.start()
        after = verb.start() + len(verb[0]) - len(verb[0].lstrip(" ,:"))
    elif len(text) - start <= OWNER_LONGEST:
        end = after = len(text.rstrip())
    else:
        return None
    name = BRACKET.sub("", squeeze(text[start:end]).strip(" ,.;:*_"))
    if not name or not (lead or _is_body(name, damaged)) or _verb().match(fold(name)):
        return None
    known = damage.name_at(name, names_of_bodies()) if damaged else None
    return (known[0] if known and known[1] >= len(name) - 1 else name), after


def _names_bodies(section: Section) -> bool:
    return len(section.children) >= 2 and all(_is_body(child.title) for child in section.children)


def _of_section(document: Document, section: Section) -> Iterator[Task]:
    children = section.children
    for number in range(section.block + 1, children[0].block if children else section.last_block + 1):
        block = document.blocks[number]
        if block.cell is None and (found := owner(_words(block, document.damaged), document.damaged)):
            yield from _run_in(section, number, _words(block, document.damaged), *found)
    for child in children:
        yield from _of_child(document, section, child)


def _of_child(document: Document, section: Section, child: Section) -> Iterator[Task]:
    block = document.blocks[child.block]
    words = _words(block, document.damaged)
    found = owner(words, document.damaged)
    if not found:
        for grandchild in child.children:
            yield from _of_child(document, section, grandchild)
        return
    name, after = found
    yield from _run_in(section, child.block, words, name, after)
    for number in range(child.block + 1, child.last_block + 1):
        below = document.blocks[number]
        text = squeeze(_words(below, document.damaged))
        closing = fold(text).startswith(CLOSING)
        if below.cell is None and below.part == "body" and text and not closing:
            yield Task(name, text, section.numeral, number)


def _run_in(section: Section, number: int, words: str, name: str, after: int) -> Iterator[Task]:
    text = squeeze(words[after:]).lstrip(" ,:")
    if any(c.isalpha() for c in text):
        yield Task(name, text, section.numeral, number)


def _words(block: Block, damaged: bool) -> str:
    mark = marks.of(block, damaged)
    return block.text[mark.end :] if mark else block.text


# The blocks in each cell of a row, by its column.
Row = dict[int, list[int]]


def tables(document: Document) -> Iterator[tuple[dict[str, int], list[Row]]]:
    """Each table that gives work: which column is what («text», «owner», «deadline»), and the rows below the head."""
    cells = [(i, b) for i, b in enumerate(document.blocks) if b.cell is not None]
    for _, group in groupby(cells, key=lambda pair: (pair[1].cell.table, pair[1].cell.path) if pair[1].cell else None):
        by_number: dict[int, Row] = {}
        for number, block in group:
            assert block.cell is not None
            by_number.setdefault(block.cell.row, {}).setdefault(block.cell.column, []).append(number)
        rows = list(by_number.values())
        heads = (_columns({column: _text(document, row, column) for column in row}) for row in rows[:3])
        for at, columns in enumerate(heads):
            if {"text", "owner"} <= columns.keys():
                yield columns, rows[at + 1 :]
                break


def _text(document: Document, row: Row, column: int | None) -> str:
    return squeeze(" ".join(document.blocks[i].shown for i in row.get(column or 0, ())))


def _of_tables(document: Document, sections: tuple[Section, ...]) -> Iterator[Task]:
    for columns, rows in tables(document):
        yield from _of_rows(document, sections, columns, rows)


def _of_rows(
    document: Document, sections: tuple[Section, ...], columns: dict[str, int], rows: list[Row]
) -> Iterator[Task]:
    def text(row: Row, column: int | None) -> str:
        return _text(document, row, column)

    for row in rows:
        who, what = text(row, columns["owner"]), text(row, columns["text"])
        if not who or not what or who == what:
            continue
        first = row[columns["text"]][0]
        who, beside = _led(who)
        partners = (
            partner.strip(" .") for partner in re.split(r"[;,]\s*", text(row, columns.get("partners")) or beside)
        )
        yield Task(
            who,
            what,
            _section_of(sections, first),
            first,
            tuple(filter(None, partners)),
            text(row, columns.get("deadline")) or None,
            text(row, columns.get("product")) or None,
        )


def _led(who: str) -> tuple[str, str]:
    """Owner and partners of one cell: «Chủ trì: Phòng Kinh tế; phối hợp: Công an xã»."""
    m = LED.match(fold(who))
    return (who[slice(*m.span("owner"))], who[slice(*m.span("partners"))]) if m else (who, "")


def _columns(heads: dict[int, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    known: dict[str, list[str]] = table("assignments")["columns"]
    for field in ("partners", "owner", "deadline", "product", "text"):
        for column, head in heads.items():
            if column not in columns.values() and len(head) < 60 and any(word in fold(head) for word in known[field]):
                columns.setdefault(field, column)
    return columns


def _section_of(sections: tuple[Section, ...], block: int) -> str:
    return next((s.numeral for s in sections if s.block <= block <= s.last_block), "")
