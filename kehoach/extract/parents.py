"""The document that a plan says it implements: one of the citations of its opening, or of its title."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from ..model import Citation, Document, Found
from ..patterns import lazy
from ..text import fold

# Words before a citation that say «we carry this out», and those that only name a basis.
CARRIES_OUT = lazy(r"(?:t[hn][uư]\S{0,3}\s+h[ij]\S{1,3}|trien khai|thuc hien|theo)\b(?:(?!can cu).)*$")
BASIS = lazy(r"\bcan cu\b")
# Inside the title of another document: «Kế hoạch … về việc thực hiện Quyết định số …».
WITHIN = lazy(r"\b(?:ve|v[eé] vi[eê]c|ban hanh|phe duyet|kem theo|sua doi|bo sung|thay the|quy dinh|huong dan)\b")
# What a basis of this kind is about is who may issue, not what is to be done.
ABOUT_POWERS = lazy(r"chuc nang|co cau to chuc|quy che|dieu le|phan cap|thanh lap|to chuc bo may")
# From this likeness on (0 to 100) a cited title speaks of what the plan's own title speaks of.
SAME_MATTER = 60
LAWS = {"Luật", "L", "PL", "NĐ", "TT", "TTLT", "HP", "VBHN"}


def find(
    document: Document,
    citations: tuple[Found[Citation], ...],
    title: Found[str] | None,
    opening: tuple[int, int],
    superior: Found[str] | None,
) -> Found[Citation] | None:
    """The parent: a plan that is carried out before other documents, the superior's before others', the last named."""
    inside = [found for found in citations if opening[0] <= found.span.block < opening[1]]
    direct = [found for found in inside if not _is_within(document, found, inside)]
    if not direct and title:
        direct = [found for found in citations if found.span.block == title.span.block]
    if not direct and len({found.value.key for found in citations}) == 1 and citations[0].value.kind == "KH":
        direct = list(citations[:1])  # the only document that the plan names, wherever it does
    ranked = [
        (_rank(document, found, superior, title), i, found)
        for i, found in enumerate(direct)
        if found.value.kind not in LAWS
    ]
    return max(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _is_within(document: Document, found: Found[Citation], others: list[Found[Citation]]) -> bool:
    """Whether a citation stands in the title of the one before it."""
    for other in others:
        if other.span.block == found.span.block and other.span.start < found.span.start:
            title = other.value.title_span
            if title and title.start <= found.span.start < title.end:
                return True
            between = fold(document.blocks[found.span.block].text[other.span.end : found.span.start])
            if (
                ";" not in between
                and len(between) < 300
                and WITHIN.search(between)
                and not re.search(r",\s*$", between)
            ):
                return True
    return False


def _rank(
    document: Document, found: Found[Citation], superior: Found[str] | None, title: Found[str] | None
) -> tuple[bool, bool, bool, bool, bool]:
    text = document.blocks[found.span.block].text
    cited = found.value
    about = fold(cited.title or "")
    carried = not BASIS.search(fold(text[: found.span.start])[:30])
    same = bool(about and title and fuzz.token_set_ratio(about, fold(title.value)) >= SAME_MATTER)
    from_above = bool(
        cited.issuer and superior and fuzz.token_set_ratio(fold(cited.issuer), fold(superior.value)) >= 85
    )
    return not ABOUT_POWERS.search(about), cited.kind == "KH", carried, same, from_above
