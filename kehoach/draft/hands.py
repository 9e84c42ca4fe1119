"""What a clerk did to a drafted paragraph besides its words: formatting, comments, notes, pictures, tracked changes."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from .finishing import AUTHOR

# Formatting that somebody chose; what Word and others write of themselves (language, proofing) is none.
CHOSEN = frozenset(
    ("b", "i", "u", "strike", "dstrike", "color", "highlight", "shd", "sz", "caps", "smallCaps", "vertAlign", "vanish")
)
HELD = (
    "drawing", "pict", "object", "footnoteReference", "endnoteReference", "hyperlink", "fldSimple", "fldChar", "ins",
    "del", "moveFrom", "moveTo",
)  # fmt: skip
Dress = frozenset[tuple[str, str]]


def seen(now: Any, new: Any | None, remarked: set[str]) -> bool:
    """Whether a paragraph holds what would be lost with it: things beside words, or words set off from the others."""
    from docx.oxml.ns import qn

    if now.tag != qn("w:p"):
        return False
    if next(now.iter(*(qn(f"w:{name}") for name in HELD)), None) is not None:
        return True
    if any(one.get(qn("w:id")) in remarked for one in now.iter(qn("w:commentReference"))):
        return True
    worn = _worn(now)
    return len(set(worn)) > 1 and (new is None or worn != _worn(new))


def dress(fresh: Any, now: Any) -> None:
    """Give a new paragraph the formatting that all words of the old one have."""
    from docx.oxml.ns import qn

    worn = set(_worn(now))
    if len(worn) != 1 or worn == set(_worn(fresh)) or fresh.tag != qn("w:p"):
        return
    old = next(run for run in now.iter(qn("w:r")) if _words(run)).find(qn("w:rPr"))
    for run in fresh.iter(qn("w:r")):
        for own in run.findall(qn("w:rPr")):
            run.remove(own)
        if old is not None:
            run.insert(0, deepcopy(old))


def remarked(document: Any) -> set[str]:
    """The numbers of the comments in a document that are not this program's own."""
    from docx.oxml.ns import qn

    part = next((one.target_part for one in document.part.rels.values() if one.reltype.endswith("/comments")), None)
    comments = part.element if part is not None else ()
    return {one.get(qn("w:id")) for one in comments if one.get(qn("w:author")) != AUTHOR}


def _worn(paragraph: Any) -> list[Dress]:
    """The chosen formatting of each stretch of words."""
    from docx.oxml.ns import qn

    found: list[Dress] = []
    for run in paragraph.iter(qn("w:r")):
        if _words(run):
            properties = run.find(qn("w:rPr"))
            looks = _dress(properties) if properties is not None else frozenset()
            if not found or found[-1] != looks:
                found.append(looks)
    return found


def _dress(properties: Any) -> Dress:
    from docx.oxml.ns import qn

    return frozenset(
        (name, value)
        for one in properties
        if (name := one.tag.rpartition("}")[2]) in CHOSEN
        and (value := one.get(qn("w:val"), one.get(qn("w:fill"), "1"))) not in ("auto", "none")
    )


def _words(run: Any) -> bool:
    from docx.oxml.ns import qn

    return any((one.text or "").strip() for one in run.iter(qn("w:t")))


def marked(text: str) -> Any:
    """A paragraph in yellow that nobody overlooks."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls

    paragraph = parse_xml(f'<w:p {nsdecls("w")}><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr></w:r></w:p>')
    words_ = OxmlElement("w:t")
    words_.text = text
    words_.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph[0].append(words_)
    return paragraph
