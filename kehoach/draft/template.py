"""What is right and wrong with an office's own layout: which fields it uses, lacks or misspells, and where."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from ..model import Block
from ..patterns import lazy
from ..text import squeeze
from .context import Draft, Look, Origin, Paragraph, Table
from .layout import FIELDS, PARAGRAPH, Asked, LayoutError, asked, lacks, nearest, opened, source_of

_TAG = lazy(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_HALF = lazy(r"\{\{|\}\}|\{%|%\}")
_SINGLE = lazy(r"(?<!\{)\{ *([a-z_]+) *\}(?!\})")
LONGEST = 80  # characters shown of a paragraph


class Problem(Struct, frozen=True):
    """Something to mend: where (a paragraph, «» for the whole file), the words there, what is wrong."""

    where: str
    words: str
    message: str

    def __str__(self) -> str:
        return f"{self.where} («{self.words}»): {self.message}" if self.where else self.message


class Checked(Struct, frozen=True):
    """The fields that a layout uses, each with the paragraphs where it stands, and what is wrong with it."""

    used: dict[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def check(layout: Path) -> Checked:
    """Look a layout through. Raises LayoutError for one that may not be used at all: comments, macros, links."""
    source = opened(layout)
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError

    from ..readers.docx import read
    from .render import environment

    blocks = [block for block in read(layout).blocks if "{" in block.text or "}" in block.text]
    used = {name: tuple(block.label for block in _holding(blocks, name)) for name in FIELDS}
    used = {name: places for name, places in used.items() if places}
    problems = list(_half_written(blocks))
    try:
        found = asked(DocxTemplate(io.BytesIO(source)), environment())
    except TemplateError as error:
        return Checked(used, (*problems, _syntax(error, DocxTemplate(io.BytesIO(source)))))
    problems += [*_misspelt(found, blocks), *(Problem("", "", _lacking(name)) for name in lacks(found))]
    if not problems:
        problems += _trial(layout)
    return Checked(used, tuple(problems))


def _holding(blocks: Iterable[Block], name: str) -> Iterator[Block]:
    """The paragraphs with a name inside a tag."""
    for block in blocks:
        if any(re.search(rf"(?<![\w.]){re.escape(name)}\b", tag[0]) for tag in _TAG.finditer(block.text)):
            yield block


def _half_written(blocks: Iterable[Block]) -> Iterator[Problem]:
    for block in blocks:
        rest = _TAG.sub("", block.text)
        if half := _HALF.search(rest):
            yield _at(block, f"thẻ viết dở ở «{half[0]}»; thẻ phải có dạng {{{{ tên }}}} hoặc {{%p … %}}")
        elif (single := _SINGLE.search(rest)) and nearest(single[1], tuple(FIELDS)):
            yield _at(block, f"«{single[0]}» thiếu ngoặc; viết {{{{ {nearest(single[1], tuple(FIELDS))} }}}}")


def _misspelt(found: Asked, blocks: list[Block]) -> Iterator[Problem]:
    for names, known in ((found.fields - FIELDS.keys(), tuple(FIELDS)), (found.attributes - set(PARAGRAPH), PARAGRAPH)):
        for name in sorted(names):
            near = nearest(name, known)
            said = f"không có trường «{name}»" + (f"; có phải là «{near}»?" if near else f"; có: {', '.join(known)}")
            places = [block for block in blocks if re.search(rf"\b{re.escape(name)}\b", block.text)]
            yield from (_at(block, said) for block in places)
            if not places:
                yield Problem("", "", said)


def _lacking(name: str) -> str:
    if name == "paragraph.text":
        return "thiếu {{ paragraph.text }} (hoặc {{ paragraph.words }} nếu mẫu tự đánh số) trong vòng lặp các đoạn"
    return f"thiếu trường «{name}» ({FIELDS[name]})"


def _at(block: Block, said: str) -> Problem:
    words = squeeze(block.text)
    return Problem(block.label, words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…", said)


def _syntax(error: Exception, template: object) -> Problem:
    from .sandbox import explained

    line = getattr(error, "lineno", 0) or 0
    source = source_of(template).splitlines()
    words = squeeze(re.sub(r"<[^>]+>", "", source[line - 1])) if 0 < line <= len(source) else ""
    return Problem("gần đoạn" if words else "", words[:LONGEST], explained(error))


def _trial(layout: Path) -> Iterator[Problem]:
    """Lay out a small plan that has everything: what a layout loses comes to light."""
    from .render import lay

    try:
        lay(sample(), layout, mark=True)
    except LayoutError as error:
        yield Problem("", "", str(error).removeprefix(f"{layout}: "))


def sample() -> Draft:
    """A plan with one paragraph of every look."""
    origin = Origin("wording", "mẫu thử")
    table = Table(("Nội dung", "Chủ trì"), (("Việc thử", "Tổ thử"),), origin)
    looks: tuple[tuple[Look, str, str], ...] = (
        ("basis", "", "một căn cứ"), ("body", "", "một đoạn thường"), ("heading1", "I.", "một tiêu đề mục"),
        ("heading2", "1.", "một tiêu đề khoản"), ("heading3", "a)", "một tiêu đề điểm"), ("body", "2.", "một khoản"),
        ("body", "b)", "một điểm"), ("body", "-", "một gạch đầu dòng"), ("table", "", "một bảng"),
        ("closing", "", "một lời kết"),
    )  # fmt: skip
    paragraphs = tuple(
        Paragraph(look, f"{number} {text}".strip(), origin, number, table if look == "table" else None)
        for look, number, text in looks
    )
    return Draft(
        ("CƠ QUAN CHỦ QUẢN",), ("CƠ QUAN BAN HÀNH",), "Số: 01/KH-TH", "Hà Nội, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH",
        "Kiểm tra mẫu trình bày", paragraphs, ("- Lưu: VT.",), ("THỦ TRƯỞNG",), "Nguyễn Văn A", "Cơ quan ban hành",
        date(2026, 3, 5),
    )  # fmt: skip
