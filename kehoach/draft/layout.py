"""The Word layouts that offices bring: opened safely, and asked which fields they have a place for."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..patterns import lazy
from ..system import reason
from .failure import DraftingError
from .wording import TEMPLATES

LAYOUT = TEMPLATES / "layout" / "nd30.docx"
# What a layout may ask for, and what that is.
FIELDS = {
    "superior": "tên cơ quan chủ quản, từng dòng",
    "issuer": "tên cơ quan ban hành, từng dòng",
    "number": "số, ký hiệu",
    "place_date": "địa danh và ngày, tháng, năm",
    "kind": "tên loại văn bản",
    "title": "trích yếu, từng dòng",
    "paragraphs": "các đoạn của văn bản",
    "recipients": "nơi nhận, từng dòng",
    "signing": "quyền hạn, chức vụ của người ký, từng dòng",
    "signer": "họ và tên người ký",
    "draft_mark": "dòng DỰ THẢO, chỉ có khi dùng --draft-mark",
}
OPTIONAL = frozenset(["draft_mark"])
LOOKS = ("heading1", "heading2", "heading3", "basis", "body", "item", "closing", "table")
PARAGRAPH = (*LOOKS, "text", "words", "number")

LARGEST = 64_000_000  # bytes of a layout when unpacked: with a seal and a picture it is some two million
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGES = {
    f"{_WORD}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange",
        "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
    )
}  # fmt: skip
_FETCHING = lazy(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD)\b")


class LayoutError(DraftingError):
    """A layout that cannot be used; the message is a Vietnamese sentence. `lost`: what it does not print, by field."""

    def __init__(self, message: str, lost: dict[str, list[str]] | None = None) -> None:
        super().__init__(message)
        self.lost = lost or {}


class Asked(Struct, frozen=True):
    """What a layout asks for: names of fields, and what it takes from each paragraph."""

    fields: frozenset[str]
    attributes: frozenset[str]


WHOLE = Asked(frozenset(FIELDS), frozenset(PARAGRAPH))


def opened(layout: Path) -> bytes:
    """The bytes of a layout without comments, tracked changes, macros or links to other files. Raises LayoutError."""
    return _opened(layout, _stamp(layout))


def _stamp(layout: Path) -> tuple[int, int]:
    try:
        status = layout.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@cache
def _opened(layout: Path, _stamp: tuple[int, int]) -> bytes:
    try:
        source = layout.read_bytes()
        with zipfile.ZipFile(io.BytesIO(source)) as package:
            if sum(item.file_size for item in package.infolist()) > LARGEST:
                raise LayoutError(f"{layout} giải nén ra quá {LARGEST // 1_000_000} MB, không dùng làm mẫu được")
            parts = {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}
            names = package.namelist()
    except OSError as error:
        raise LayoutError(f"không mở được mẫu trình bày {layout}: {reason(error)}") from error
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise LayoutError(f"{layout} không phải tệp Word (.docx)") from error
    if "word/document.xml" not in parts:
        raise LayoutError(f"{layout} không phải tệp Word (.docx)")
    if layout.parent != LAYOUT.parent:  # those shipped with kehoach are checked by its tests
        for refusal in _refusals(names, parts, layout):
            raise LayoutError(f"{layout} {refusal}")
    return source


def _refusals(names: list[str], parts: dict[str, bytes], layout: Path) -> Iterator[str]:
    if any(name.startswith("word/comments") for name in names) or b"<w:commentReference" in parts["word/document.xml"]:
        yield "còn ghi chú; hãy xóa hết ghi chú rồi dùng làm mẫu"
    if any(name.lower().endswith("vbaproject.bin") or "/activeX/" in name for name in names):
        yield "có macro; hãy lưu lại thành .docx không có macro"
    if any("/embeddings/" in name for name in names) or b"<w:altChunk" in parts["word/document.xml"]:
        yield "có tệp khác nhúng bên trong; hãy bỏ đi rồi dùng làm mẫu"
    for name, data in parts.items():
        if name.endswith(".rels") and (tag := re.search(rb"<[^>]*TargetMode\s*=\s*[\"']External[^>]*>", data)):
            target = re.search(rb"\sTarget\s*=\s*[\"']([^\"']*)", tag[0])
            shown = target[1].decode(errors="replace")[:80] if target else ""
            yield f"có liên kết ra ngoài tệp («{shown}»); hãy bỏ liên kết rồi dùng làm mẫu"
        elif name.startswith("word/"):
            yield from _inside(data, layout)


def _inside(data: bytes, layout: Path) -> Iterator[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LayoutError(f"{layout} không phải tệp Word (.docx) lành lặn") from error
    for element in root.iter(*_CHANGES):
        holder = next(element.iterancestors(f"{_WORD}p"), element)
        words = "".join(one.text or "" for one in holder.iter(f"{_WORD}t", f"{_WORD}delText"))
        near = f" (ở đoạn «{words[:60]}»)" if words.strip() else ""
        yield f"còn thay đổi đang theo dõi{near}; hãy chấp nhận hoặc từ chối hết rồi dùng làm mẫu"
    for element in root.iter(f"{_WORD}instrText", f"{_WORD}fldSimple"):
        code = (element.text or "") + element.get(f"{_WORD}instr", "")
        if _FETCHING.search(code):
            yield f"có trường lấy nội dung từ nơi khác («{code.strip()[:60]}»); hãy bỏ đi rồi dùng làm mẫu"


def asked(template: Any, environment: Any) -> Asked:
    """What the opened layout asks for. Raises TemplateSyntaxError."""
    from jinja2 import meta, nodes

    tree = environment.parse(source_of(template))
    taken = [
        node.attr
        for node in tree.find_all(nodes.Getattr)
        if not (isinstance(node.node, nodes.Name) and node.node.name == "loop")
    ]
    return Asked(frozenset(meta.find_undeclared_variables(tree)), frozenset(taken))


def source_of(template: Any) -> str:
    """The Jinja source of a layout, one Word paragraph a line, with its page margins."""
    template.init_docx()
    texts = [template.get_xml()]
    for relation in template.docx.part.rels.values():
        if relation.reltype in (template.HEADER_URI, template.FOOTER_URI):
            texts.append(relation.target_part.blob.decode("utf-8").partition("?>")[2])
    return "\n".join(re.sub(r"<w:p([ >])", r"\n<w:p\1", str(template.patch_xml(text))) for text in texts)


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The known name that a misspelt one stands for."""
    from rapidfuzz import process

    best = process.extractOne(word.lower(), known, score_cutoff=60)
    return best[0] if best else None


def refuse_unless_whole(found: Asked, layout: Path) -> None:
    """Refuse a layout that asks for what there is not, or has no place for what there is. Raises LayoutError."""
    unknown = [_unknown(name, tuple(FIELDS)) for name in sorted(found.fields - FIELDS.keys())]
    unknown += [_unknown(name, PARAGRAPH) for name in sorted(found.attributes - set(PARAGRAPH))]
    if unknown:
        raise LayoutError(f"{layout}: không có giá trị cho {', '.join(unknown)}; xem «kehoach template check»")
    if lacking := lacks(found):
        raise LayoutError(f"{layout}: thiếu chỗ cho {', '.join(f'«{name}»' for name in lacking)}")


def _unknown(name: str, known: tuple[str, ...]) -> str:
    near = nearest(name, known)
    return f"«{name}»" + (f" (có phải là «{near}»?)" if near else "")


def lacks(found: Asked) -> list[str]:
    """The fields that a layout should have a place for and has not."""
    fields = [name for name in FIELDS if name not in found.fields and name not in OPTIONAL]
    if "paragraphs" in found.fields and not found.attributes & {"text", "words"}:
        fields.append("paragraph.text")
    return fields
