"""A draft laid into a Word layout by docxtpl: strict, sandboxed, the same bytes for the same draft."""

from __future__ import annotations

import io
import os
import re
import tempfile
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from .context import Draft
from .names import measured
from .wording import TEMPLATES

LAYOUT = TEMPLATES / "layout" / "nd30.docx"
FIELDS = (
    "superior", "issuer", "number", "place_date", "kind", "title", "paragraphs", "recipients", "signing", "signer",
)  # fmt: skip

RELATIONS = "word/_rels/document.xml.rels"
_CHANGES = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) ")
_EXTERNAL = re.compile(rb'TargetMode="External"')
# The styles of the rules under issuer and title, and the share of the line above that each is long:
# Nghị định 30/2020/NĐ-CP asks for 1/3 to 1/2, Phụ lục I, Phần I, Mục II, khoản 2b and 5b.
RULES = {"KHKengangcoquan": 13.0, "KHKengangtrichyeu": 14.0}
SHARE = 0.42


class LayoutError(Exception):
    """A layout that cannot be used; the message is a Vietnamese sentence."""


def render(draft: Draft, layout: Path = LAYOUT) -> bytes:
    """The .docx of a draft. Raises LayoutError for a layout that is no Word file, or not fit to be one."""
    source = _checked(layout)
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    template = DocxTemplate(io.BytesIO(source))
    context = {name: getattr(draft, name) for name in FIELDS} | {"title": (draft.title,)}
    try:
        if layout != LAYOUT:  # the one shipped with kehoach is checked by its tests
            _check_fields(template, environment, context.keys(), layout)
        template.render(context, environment, autoescape=True)
    except TemplateError as error:
        raise LayoutError(f"{layout}: {error}") from error
    _rule_lengths(template.docx, draft)
    _properties(template.docx, draft)
    buffer = io.BytesIO()
    template.docx.save(buffer)
    return _settled(buffer.getvalue())


def _check_fields(template: Any, environment: Any, given: Iterable[str], layout: Path) -> None:
    """Refuse a layout that asks for what there is not, or has no place for what there is."""
    from jinja2 import meta

    template.init_docx()
    fields = meta.find_undeclared_variables(environment.parse(template.patch_xml(template.get_xml())))
    if unknown := sorted(fields - set(given)):
        raise LayoutError(f"{layout}: không có giá trị cho {', '.join(f'«{name}»' for name in unknown)}")
    if lacking := sorted(set(given) - fields):
        raise LayoutError(f"{layout}: thiếu chỗ cho {', '.join(f'«{name}»' for name in lacking)}")


def _checked(layout: Path) -> bytes:
    """The bytes of a layout without comments, tracked changes, macros or links to other files."""
    try:
        source = layout.read_bytes()
        with zipfile.ZipFile(io.BytesIO(source)) as package:
            inside = set(package.namelist())
            document = package.read("word/document.xml")
            relations = package.read(RELATIONS) if RELATIONS in inside else b""
    except OSError as error:
        raise LayoutError(f"không mở được mẫu trình bày {layout}: {error.strerror or error}") from error
    except (zipfile.BadZipFile, KeyError) as error:
        raise LayoutError(f"{layout} không phải tệp Word (.docx)") from error
    if any(name.startswith("word/comments") for name in inside) or b"<w:commentReference" in document:
        raise LayoutError(f"{layout} còn bình luận; hãy xóa hết bình luận rồi dùng làm mẫu")
    if _CHANGES.search(document):
        raise LayoutError(f"{layout} còn thay đổi đang theo dõi; hãy chấp nhận hoặc từ chối hết rồi dùng làm mẫu")
    if any(name.endswith("vbaProject.bin") for name in inside):
        raise LayoutError(f"{layout} có macro; hãy lưu lại thành .docx không có macro")
    if _EXTERNAL.search(relations):
        raise LayoutError(f"{layout} có liên kết ra ngoài tệp; hãy bỏ liên kết rồi dùng làm mẫu")
    return source


def _rule_lengths(document: Any, draft: Draft) -> None:
    """Set the rules under the issuer's name and the title to their share of the line above them."""
    from docx.oxml.ns import qn
    from docx.shared import Pt
    from docx.text.paragraph import Paragraph

    body = document.element.body
    section = document.sections[0]
    page = (section.page_width - section.left_margin - section.right_margin) / Pt(1)
    lines = {"KHKengangcoquan": draft.issuer[-1], "KHKengangtrichyeu": draft.title}
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.style
        if style in RULES:
            cell = next(paragraph.iterancestors(qn("w:tc")), None)
            room = cell.width / Pt(1) if cell is not None and cell.width else page
            long = min(measured(lines[style], RULES[style]), room) * SHARE
            shape = Paragraph(paragraph, document).paragraph_format
            shape.left_indent = shape.right_indent = Pt(round((room - long) / 2))


def _properties(document: Any, draft: Draft) -> None:
    core = document.core_properties
    core.title = f"Kế hoạch {draft.title[:1].lower()}{draft.title[1:]}"[:255]
    core.author = core.last_modified_by = draft.author[:255]
    core.subject, core.category, core.language = "Kế hoạch", "Văn bản hành chính", "vi-VN"
    core.created = core.modified = datetime(draft.on.year, draft.on.month, 1)  # no day: it is not printed either


def _settled(source: bytes) -> bytes:
    """The package with fixed times, so that the same draft is the same file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), old.read(item), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def write(content: bytes, out: Path) -> None:
    """Write beside, then rename: a file is there whole or not at all. Raises OSError."""
    handle, beside = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(beside).chmod(0o666 & ~umask)  # mkstemp gives 0600: the plan is meant to be shared like any other file
        Path(beside).replace(out)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
