"""A draft laid into a Word layout by docxtpl: strict, sandboxed, the same bytes for the same draft."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

from msgspec import Struct, field

from ..kept import Shelf
from ..patterns import lazy
from .context import Draft, Paragraph
from .explaining import explained
from .layout import FIELDS, LAYOUT, LOOKS, WHOLE, Asked, LayoutError, asked, opened, refuse_unless_whole

DRAFT_MARK = "DỰ THẢO"
# What was made of layouts lies in the cache folder: those shipped, and some of an office's own.
_LAYOUTS = Shelf("layouts")
MOST_KEPT = 40
# Printed words carry their number in private-use characters until they stand in their Word paragraph.
_OPEN, _CLOSE = "\ue9f0", "\ue9f1"
_SIGN = lazy(f"{_OPEN}(\\d+){_CLOSE}")
_SIGN_BYTES = re.compile(f"{_OPEN}\\d+{_CLOSE}".encode())


class Piece(Struct, frozen=True):
    """Words to be printed: which field of the draft they are, and the how-manieth line or paragraph of it."""

    field: str
    index: int
    text: str


class Laid(Struct):
    """A filled layout: the opened Word document, and each printed piece with its Word paragraph, in printed order."""

    document: Any
    placed: list[tuple[Piece, Any]] = field(default_factory=list)


class View:
    """A paragraph as a layout sees it; it looks like the nearest look that the layout knows."""

    def __init__(self, paragraph: Paragraph, sign: str, known: frozenset[str]) -> None:
        look = "item" if paragraph.look == "body" and re.fullmatch(r"\d+\.", paragraph.number) else paragraph.look
        if look in ("item", "table") and look not in known:
            look = "body"
        for name in LOOKS:
            setattr(self, name, name == look)
        self.number = paragraph.number
        self.text, self.words = sign + paragraph.text, sign + paragraph.words


def lay(draft: Draft, layout: Path = LAYOUT, mark: bool = False) -> Laid:
    """The layout with the draft in it, ready to be finished. Raises LayoutError."""
    source = opened(layout)
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError

    jinja = environment()
    jinja.begin()
    template: Any = DocxTemplate(io.BytesIO(source))
    template.patch_xml = _patched
    try:
        found = WHOLE
        if layout.parent != LAYOUT.parent:  # those shipped with kehoach are checked by its tests
            found = _asked(source)
            refuse_unless_whole(found, layout)
        pieces, context = _context(draft, found, mark)
        template.render(context, jinja, autoescape=True)
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as error:
        raise LayoutError(f"{layout}: {explained(error)}") from error
    laid = Laid(template.docx)
    laid.placed = list(_placed(laid.document.element.body, pieces))
    if missing := lost(pieces, laid):
        said = f"mẫu bỏ sót «{missing[0].text[:60]}» ({len(missing)} chỗ); xem «kehoach template check»"
        lost_words: dict[str, list[str]] = {}
        for piece in missing:
            lost_words.setdefault(piece.field, []).append(piece.text)
        raise LayoutError(f"{layout}: {said}", lost_words)
    return laid


@lru_cache(maxsize=32)
def _patched(xml: str) -> str:
    """What docxtpl makes of a layout's XML before Jinja sees it: the same for each of many drafts, in any run."""
    from docxtpl import DocxTemplate, __version__

    key = (__version__, hashlib.sha256(xml.encode()).digest())
    if (known := _LAYOUTS.get(key)) is not None:
        return str(known)
    patched = str(DocxTemplate(io.BytesIO()).patch_xml(xml))
    if len(_LAYOUTS.old) + len(_LAYOUTS.new) < MOST_KEPT:
        _LAYOUTS.put(key, patched)
    return patched


def lost(pieces: list[Piece], laid: Laid) -> list[Piece]:
    """What the layout has not printed in its body."""
    printed = {(piece.field, piece.index) for piece, _ in laid.placed}
    return [piece for piece in pieces if piece.text and (piece.field, piece.index) not in printed]


@cache
def environment() -> Any:
    from .sandbox import sandbox

    return sandbox(autoescape=True)


@cache
def _asked(source: bytes) -> Asked:
    from docxtpl import DocxTemplate

    return asked(DocxTemplate(io.BytesIO(source)), environment())


def _context(draft: Draft, found: Asked, mark: bool) -> tuple[list[Piece], dict[str, Any]]:
    pieces: list[Piece] = []

    def signed(name: str, index: int, text: str) -> str:
        pieces.append(Piece(name, index, text))
        return f"{_OPEN}{len(pieces) - 1}{_CLOSE}"

    values: dict[str, Any] = {name: getattr(draft, name, ()) for name in FIELDS}
    values |= {"title": (draft.title,), "draft_mark": (DRAFT_MARK,) if mark and "draft_mark" in found.fields else ()}
    context: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, str):
            context[name] = signed(name, 0, value) + value
        elif name == "paragraphs":
            context[name] = [View(one, signed(name, i, one.text), found.attributes) for i, one in enumerate(value)]
        else:
            context[name] = [signed(name, index, text) + text for index, text in enumerate(value)]
    if mark and "draft_mark" not in found.fields:
        context["number"] += f"{_OPEN}mark{_CLOSE}"
    return pieces, context


def _placed(body: Any, pieces: list[Piece]) -> Iterator[tuple[Piece, Any]]:
    """Each piece with its paragraph; the signs that led there go."""
    from docx.oxml.ns import qn

    for text in list(body.iter(qn("w:t"))):
        if _OPEN not in (text.text or ""):
            continue
        paragraph = next(text.iterancestors(qn("w:p")))
        for sign in _SIGN.finditer(text.text):
            yield pieces[int(sign[1])], paragraph
        wants_mark = f"{_OPEN}mark{_CLOSE}" in text.text
        text.text = _SIGN.sub("", text.text).replace(f"{_OPEN}mark{_CLOSE}", "")
        if wants_mark:
            yield Piece("draft_mark", 0, DRAFT_MARK), _mark_after(paragraph)


def _mark_after(paragraph: Any) -> Any:
    """A layout without a place for it has «DỰ THẢO» below its number."""
    from copy import deepcopy

    from docx.text.paragraph import Paragraph as WordParagraph

    mark = deepcopy(paragraph)
    paragraph.addnext(mark)
    words = WordParagraph(mark, None)  # type: ignore[arg-type]  # only its runs are wanted
    for run in words.runs[1:]:
        mark.remove(run._r)
    words.runs[0].text, words.runs[0].bold = DRAFT_MARK, True
    return mark


def render(
    draft: Draft, layout: Path = LAYOUT, *, mark: bool = False, remarks: dict[tuple[str, int], str] | None = None
) -> bytes:
    """The .docx of a draft; `remarks` become Word comments. Raises LayoutError for a layout that cannot be used."""
    from . import memory
    from .finishing import finish

    laid = lay(draft, layout, mark)
    finish(laid, draft, remarks or {})
    memory.sign(laid.document)
    return packed(laid.document)


def packed(document: Any) -> bytes:
    """The file of a Word document, with fixed times, so that the same draft is the same file."""
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    for part in package.parts:
        part.before_marshal()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        # what PackageWriter.write does, into an archive of ours: to save and pack anew would take twice as long
        writer, packer = _Archive(archive), cast(Any, PackageWriter)
        packer._write_content_types_stream(writer, package.parts)
        packer._write_pkg_rels(writer, package.rels)
        packer._write_parts(writer, package.parts)
    return buffer.getvalue()


class _Archive(Struct, frozen=True):
    """Where python-docx writes the parts of a package."""

    archive: zipfile.ZipFile

    def write(self, name: Any, data: bytes) -> None:
        _put(self.archive, name.membername, data)


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """A part with a fixed time, and with no sign left in it if it is a page header."""
    if name.startswith("word/"):
        data = _SIGN_BYTES.sub(b"", data)
    archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def settled(source: bytes, times: dict[str, re.Pattern[bytes]] | None = None) -> bytes:
    """A package of another program with the times of its parts fixed; `times` finds those inside a part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if times and item.filename in times:
                data = times[item.filename].sub(b"2020-03-05T00:00:00Z", data)
            _put(new, item.filename, data)
    return buffer.getvalue()
