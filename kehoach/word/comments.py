"""Comments in the margin of a copy of a Word file, each on the exact words it is about."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from lxml import etree
from msgspec import Struct

from ..model import Span
from ..readers.docx import Paragraph, text_and_places
from ..readers.docx.names import Element, R, W
from .copying import Copy
from .splitting import split

AUTHOR, INITIALS = "kehoach", "KH"
P = f"{W}p"
BOX = f"{W}txbxContent"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Remark(Struct, frozen=True):
    """What to say of the words at `span`; each line of `text` is a paragraph."""

    span: Span
    text: str


def commented(copy: Copy, remarks: Sequence[Remark]) -> bytes:
    """The file with a comment for each remark; the spans are those of `copy.document`.

    A comment stands on the whole paragraph where nothing is at its place, or where its text is not that of the file
    (old fonts). Word has no comments in headers, footnotes and text boxes: those stand on the paragraph they hang on.
    """
    comments, main = _comments_part(copy)
    ids = [int(e.get(f"{W}id", "0")) for e in comments if e.get(f"{W}id", "0").isdigit()]
    first = max(ids, default=-1) + 1
    by_block: dict[int, list[tuple[int, Remark]]] = {}
    for id, remark in enumerate(sorted(remarks, key=lambda remark: remark.span), start=first):
        comments.append(_comment(id, remark.text))
        by_block.setdefault(remark.span.block, []).append((id, remark))
    for block, about in by_block.items():
        _mark(copy, block, about)
    copy.changed.add(main)
    return copy.bytes()


def _mark(copy: Copy, block: int, about: list[tuple[int, Remark]]) -> None:
    """Put the range and the reference of each comment on one block into the text."""
    paragraph = copy.paragraphs[block] if block < len(copy.paragraphs) else None
    if paragraph is None or not _may_hold(paragraph.element):
        host = _host(copy, paragraph.element if paragraph is not None else None)
        if host is not None:
            for id, _ in about:
                _around(host, id)
        return
    exact = text_and_places(paragraph.pieces)[0] == copy.document.blocks[block].text
    cuts = [at for _, remark in about for at in (remark.span.start, remark.span.end)] if exact else []
    atoms = split(paragraph, cuts)
    for id, remark in about:
        span = remark.span
        runs = [a.run for a in atoms if exact and a.start < span.end and span.start < a.end]
        if runs:
            _between(runs[0], runs[-1], id)
        else:
            _around(paragraph.element, id)


def _may_hold(element: Element) -> bool:
    body = any(a.tag == f"{W}body" for a in element.iterancestors())
    return body and not any(a.tag == BOX for a in element.iterancestors())


def _host(copy: Copy, element: Element | None) -> Element | None:
    """The paragraph of the body that a text box, a note or a header hangs on; of a header, the first one."""
    outer: Element | None = None
    note: tuple[str, str] | None = None
    for ancestor in element.iterancestors() if element is not None else ():
        if ancestor.tag == P:
            outer = ancestor
        elif ancestor.tag in (f"{W}footnote", f"{W}endnote"):
            note = (ancestor.tag[len(W) :], ancestor.get(f"{W}id", ""))
    if outer is not None and _may_hold(outer):
        return outer
    body = [each for each in copy.paragraphs if _may_hold(each.element)]
    return next((each.element for each in (*_referring(body, note), *body)), None)


def _referring(paragraphs: Iterable[Paragraph], note: tuple[str, str] | None) -> list[Paragraph]:
    return [paragraph for paragraph in paragraphs if note in paragraph.notes]


def _between(first: Element, last: Element, id: int) -> None:
    first.addprevious(_range("Start", id))
    end = _range("End", id)
    last.addnext(end)
    end.addnext(_reference(id))


def _around(paragraph: Element, id: int) -> None:
    """The whole of a paragraph."""
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, _range("Start", id))
    paragraph.append(_range("End", id))
    paragraph.append(_reference(id))


def _range(which: str, id: int) -> Element:
    return etree.Element(f"{W}commentRange{which}", {f"{W}id": str(id)})


def _reference(id: int) -> Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": str(id)})
    return run


def _comment(id: int, text: str) -> Element:
    comment = etree.Element(f"{W}comment", {f"{W}id": str(id), f"{W}author": AUTHOR, f"{W}initials": INITIALS})
    for line in text.splitlines():
        run = etree.SubElement(etree.SubElement(comment, P), f"{W}r")
        words = etree.SubElement(run, f"{W}t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return comment


def _comments_part(copy: Copy) -> tuple[Element, str]:
    """The root of the comments, made where there is none, and the name of the document part."""
    main = copy.part_of(next(each for each in copy.paragraphs if _may_hold(each.element)).element)
    folder, base = posixpath.split(main)
    arrows_name = posixpath.join(folder, "_rels", f"{base}.rels")
    arrows = copy.read(arrows_name)
    if arrows is None:
        arrows = etree.fromstring(f'<Relationships xmlns="{RELATIONS}"/>')
        copy.roots[arrows_name] = arrows
    for arrow in arrows:
        if arrow.get("Type", "").endswith("/comments"):
            name = posixpath.normpath(posixpath.join("/" + folder, arrow.get("Target", ""))).lstrip("/")
            root = copy.read(name)
            if root is not None:
                copy.changed.add(name)
                return root, main
    return _new_part(copy, arrows, arrows_name, folder), main


def _new_part(copy: Copy, arrows: Element, arrows_name: str, folder: str) -> Element:
    name = posixpath.join(folder, "comments.xml")
    while copy.read(name) is not None:
        name = name.replace(".xml", "1.xml")
    taken = {arrow.get("Id") for arrow in arrows}
    id = next(f"rIdKehoach{n}" for n in range(len(taken) + 1) if f"rIdKehoach{n}" not in taken)
    etree.SubElement(
        arrows, f"{{{RELATIONS}}}Relationship", Id=id, Type=f"{OFFICE}/comments", Target=posixpath.basename(name)
    )
    types = copy.read("[Content_Types].xml")
    if types is not None:
        etree.SubElement(types, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=CONTENT)
        copy.changed.add("[Content_Types].xml")
    root = etree.Element(f"{W}comments", nsmap={"w": W[1:-1], "r": R[1:-1]})
    copy.roots[name] = root
    copy.fresh |= {arrows_name, name}
    return root
