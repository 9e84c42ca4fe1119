"""What is right and wrong with an office's own layout: which fields it uses, lacks or misspells, and where."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..model import Block
from ..patterns import lazy
from ..text import squeeze
from .context import Draft, Look, Origin, Paragraph, Table
from .explaining import explained
from .layout import FIELDS, PARAGRAPH, Asked, LayoutError, asked, lacks, nearest, opened, source_of

_TAG = lazy(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_HALF = lazy(r"\{\{|\}\}|\{%|%\}")
_SINGLE = lazy(r"(?<!\{)\{ *([a-z_]+) *\}(?!\})")
_LOOP = lazy(r"\{%\w*\s*(?:for\s+(?P<name>\w+)\s+in\b|endfor\b)")
_ALONE = lazy(r"\{%-?\s+(?P<rest>(?:for|if|elif|else|endfor|endif)\b[^%]*?)\s*-?%\}")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")  # docxtpl makes curly quotes straight inside tags
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
    template = DocxTemplate(io.BytesIO(source))
    try:
        found = asked(template, environment())
    except TemplateError as error:
        return Checked(used, (*problems, _where(error, template, blocks)))
    problems += [*_misspelt(found, blocks), *(Problem("", "", _lacking(name)) for name in lacks(found))]
    if not problems:
        problems += _trial(layout, template, blocks, used)
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
            if outside := list(_outside(places, blocks, name)):  # the name of a loop, used where the loop is not
                places, said = outside, f"«{name}» chỉ dùng được bên trong vòng lặp {{%p for {name} in … %}}"
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


def _outside(places: Iterable[Block], blocks: Iterable[Block], name: str) -> Iterator[Block]:
    """The paragraphs with the name of a loop before it begins or after it has ended; none if there is no such loop."""
    opens: list[str] = []
    inside: set[int] = set()
    for block in blocks:
        for tag in _LOOP.finditer(block.text):
            if tag["name"]:
                opens.append(tag["name"])
            elif opens:
                opens.pop()
            if name in opens:
                inside.add(id(block))
        if name in opens:
            inside.add(id(block))
    if inside:
        yield from (block for block in places if id(block) not in inside)


def _where(error: BaseException, template: Any, blocks: Iterable[Block]) -> Problem:
    """An error with the paragraph in which Jinja met it: it counts lines, and a Word paragraph is one."""
    line = getattr(error, "lineno", 0) or _line(error)
    source = source_of(template).splitlines()
    words = squeeze(re.sub(r"<[^>]+>", "", source[line - 1])) if 0 < line <= len(source) else ""
    words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    said = explained(error)
    # a paragraph that is a tag only stands in the line of its neighbour: rather the one with the words that are told
    # or the neighbour
    here = [block for block in blocks if _plain(block.text) and _plain(block.text) in _plain(words)]
    told = said.partition("«")[2].partition("»")[0]
    if here:
        most = max(here, key=lambda one: (bool(told) and told in one.text, "{%p" not in one.text, len(one.text)))
        return _at(most, said)
    return Problem("gần đoạn" if words else "", words[:LONGEST], said)


def _plain(text: str) -> str:
    return re.sub(r"\s+|(?<=\{%)(?:p|tr|tc|r)(?= )", "", text.translate(_STRAIGHT))


def _line(error: BaseException) -> int:
    """The line of the template in which an error came up while it was printed."""
    trace, line = error.__traceback__, 0
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _trial(layout: Path, template: Any, blocks: list[Block], used: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Lay out a small plan that has everything: what a layout loses comes to light."""
    from .render import lay

    try:
        lay(sample(), layout, mark=True)
    except LayoutError as error:
        if not error.lost:
            cause = error.__cause__
            yield _where(cause, template, blocks) if cause else Problem("", "", str(error).removeprefix(f"{layout}: "))
        elif alone := list(_without_p(blocks)):
            yield from alone
        else:
            for name, lost in error.lost.items():
                said = f"trường «{name}» không in ra hết, mất «{lost[0][:60]}»"
                said += f" và {len(lost) - 1} chỗ nữa" if len(lost) > 1 else ""
                yield Problem(", ".join(used.get(name, ())[:3]), f"{{{{ {name} }}}}", said)


def _without_p(blocks: Iterable[Block]) -> Iterator[Problem]:
    for block in blocks:
        if tag := _ALONE.fullmatch(block.text.strip()):
            yield _at(block, f"thẻ đứng một mình trong đoạn phải có chữ p: {{%p {tag['rest']} %}}")


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
