"""The document that a plan says it implements: one of the citations of its opening, or of its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from ..model import Citation, Document, Found, Section
from ..patterns import lazy
from ..text import fold, squeeze
from . import codes, names
from .header import Head

# Words before a citation that only name a basis.
BASIS = lazy(r"\bcan cu\b")
# Inside the title of another document: «Kế hoạch … về việc thực hiện Quyết định số …».
WITHIN = lazy(r"\b(?:ve|v[eé] vi[eê]c|ban hanh|phe duyet|kem theo|sua doi|bo sung|thay the|quy dinh|huong dan)\b")
# What a basis of this kind is about is who may issue, not what is to be done.
ABOUT_POWERS = lazy(r"chuc nang|co cau to chuc|quy che|dieu le|phan cap|(?<!ngay )(?<!nam )thanh lap|to chuc bo may")
# From this likeness on (0 to 100) a cited title speaks of what the plan's own title speaks of.
SAME_MATTER = 60
STARTS = lazy(r"\W*(?:trien khai |to chuc )?(?:thuc hien|trien khai|thi hanh)(?:\s\S+){0,3}\s*$")
# «Theo đề nghị của Sở Nội vụ tại Tờ trình số …»
PROPOSED = lazy(r"\b(?:theo|xet)\s+(?:de nghi|to trinh)\b[^;]*$")
# «Quyết định số … ban hành Kế hoạch …»: a plan, under the number of a decision
PROMULGATES = lazy(r"(?:viec )?(?:ban hanh|phe duyet) ke hoach")
# What ends the title of a document named before; the dot of «TP. Hồ Chí Minh» does not.
ENDED = lazy(r";|(?<!\btp)\.\s")
JOINED = lazy(r"\bva\s*(?:cac\s+)?$")
BASES = lazy(r"(?:(?:cac |nhung |co so,? )?can cu\b|co so phap ly\b|(?:cac )?van ban chi dao\b)")
# What a document approves, up to the first comma or its years: «Chương trình trợ giúp người khuyết tật giai đoạn …»
PROGRAMME = lazy(
    r"(?:chuong trinh|de an|chien luoc|phong trao|du an|cuoc van dong)\s[^,;“”]{20,}?"
    r"(?=\s(?:giai doan|den nam)\b|[,;“”]|$)"
)
HEADING = 80  # a heading is no longer than this
LAWS = {"Luật", "L", "PL", "NĐ", "TT", "TTLT", "HP", "VBHN"}


def bases(sections: Sequence[Section], opening: tuple[int, int]) -> tuple[int, int]:
    """The blocks in which a plan names what it goes by: its opening, and the section «CĂN CỨ XÂY DỰNG KẾ HOẠCH» where
    the first sections have one, at whatever depth («PHẦN I», «A.», «II. Căn cứ»)."""
    for number, top in enumerate(sections[:2]):
        for section in (top, *_within(top)):
            short = len(section.title) <= HEADING and section.title[-1:] not in ".;,"
            if short and BASES.match(fold(section.title)) and (number == 0 or section.level > 1):
                return opening[0], max(opening[1], section.last_block + 1)
    return opening


def _within(section: Section) -> Iterator[Section]:
    for child in section.children:
        yield child
        yield from _within(child)


def find(
    document: Document,
    citations: tuple[Found[Citation], ...],
    head: Head,
    opening: tuple[int, int],
    superior: Found[str] | None,
) -> Found[Citation] | None:
    """The parent: a plan that is carried out before other documents, another body's before the office's own.

    Of those the superior's, then the last named.
    """
    title = head.title
    inside = [found for found in citations if opening[0] <= found.span.block < opening[1]]
    direct = [found for found in inside if not _is_within(document, found, inside)]
    direct = [found for found in direct if not PROPOSED.search(_before(document, found))]
    if title and (named := _in_title(citations, inside, direct, title, opening[0])):
        return named
    others = [found for found in direct if not _is_ours(found.value, head)]
    if any(not _is_basis(document, found) for found in others) or all(_is_basis(document, f) for f in direct):
        direct = others or direct
    if not direct and len({found.value.key for found in citations}) == 1 and citations[0].value.kind == "KH":
        direct = list(citations[:1])  # the only document that the plan names, wherever it does
    own = head.agencies[-1].value if head.agencies else ""
    ranked = [(_rank(document, found, superior, own, title), i, found) for i, found in enumerate(direct)]
    # a law is mostly a basis; it is carried out where the text says so («Thực hiện Thông tư số …»), or its own matter
    laws = [entry for entry in ranked if entry[2].value.kind in LAWS]
    ranked = [entry for entry in ranked if entry not in laws] or [
        entry for entry in laws if entry[0].same or STARTS.match(_before(document, entry[2]))
    ]
    if not ranked:
        return None
    best = max(ranked, key=lambda entry: entry[:2])
    if title and best[2].value.title and not _is_named(best[2].value, title):
        # «Thực hiện Chương trình trợ giúp người khuyết tật …» carries out what approves that, not another body's plan
        same = [entry for entry in ranked if entry[0].carried >= best[0].carried and _is_named(entry[2].value, title)]
        best = max(same, key=lambda entry: entry[:2], default=best)
    return best[2]


def _is_ours(cited: Citation, head: Head) -> bool:
    """Whether the plan's own office wrote the document: a school's plan names that of its school year."""
    own = head.number.value.symbol if head.number else None
    office = (own or "").partition("-")[2]
    return bool(office) and office not in codes.issuer_codes() and cited.symbol.partition("-")[2] == office


def _in_title(
    citations: tuple[Found[Citation], ...],
    inside: list[Found[Citation]],
    direct: list[Found[Citation]],
    title: Found[str],
    body: int,
) -> Found[Citation] | None:
    """What the title says is carried out, where it has a date; a plan made for that, in the opening, comes before."""
    named = next((found for found in citations if title.span.block <= found.span.block < body), None)
    if named is None:
        return None
    if named.value.kind != "KH" and any(found.value.kind == "KH" for found in direct):
        return None
    same = [found for found in (named, *inside) if found.value.key == named.value.key]
    dated = [found for found in same if found.value.date]
    return next((found for found in dated if found.value.title), dated[0] if dated else named)


def _is_within(document: Document, found: Found[Citation], others: list[Found[Citation]]) -> bool:
    """Whether a citation stands in the title of one before it.

    A comma before it ends that title; what «và» joins to another stands where that does.
    """
    before = _before(document, found)
    if before.rstrip().endswith(","):
        return False
    if JOINED.search(before) and (listed := _right_before(found, others)):
        return _is_within(document, listed, others)
    for other in others:
        if other.span.block == found.span.block and other.span.start < found.span.start:
            title = other.value.title_span
            if title and title.start <= found.span.start < title.end:
                return True
            between = fold(document.blocks[found.span.block].text[other.span.end : found.span.start])
            if not ENDED.search(between) and len(between) < 300 and WITHIN.search(between):
                return True
    return False


def _right_before(found: Found[Citation], others: list[Found[Citation]]) -> Found[Citation] | None:
    """The citation before one in its block."""
    block, start = found.span.block, found.span.start
    return next((o for o in reversed(others) if o.span.block == block and o.span.start < start), None)


def _is_named(cited: Citation, title: Found[str]) -> bool:
    """Whether the title of a plan names the very programme that a document approves."""
    programme = PROGRAMME.search(fold(cited.title or ""))
    return programme is not None and squeeze(programme[0]) in squeeze(
        fold(title.value).replace("“", "").replace("”", "")
    )


class Rank(NamedTuple):
    """What speaks for a citation, the weightiest first."""

    matter: bool
    plan: bool
    carried: bool
    others: bool
    same: bool
    from_above: bool


def _before(document: Document, found: Found[Citation]) -> str:
    return fold(document.blocks[found.span.block].text[: found.span.start])


def _is_basis(document: Document, found: Found[Citation]) -> bool:
    return BASIS.search(_before(document, found)[:30]) is not None


def _rank(
    document: Document, found: Found[Citation], superior: Found[str] | None, own: str, title: Found[str] | None
) -> Rank:
    cited = found.value
    about = fold(cited.title or "")
    carried = not _is_basis(document, found)
    same = bool(about and title and fuzz.token_set_ratio(about, fold(title.value)) >= SAME_MATTER)
    issuer = fold(names.spelled_out(cited.issuer or ""))
    above, ours = (fuzz.token_set_ratio(issuer, fold(name)) for name in (superior.value if superior else "", own))
    from_above = above >= 85 and above >= ours
    same = same or (from_above and not about)  # what a superior wrote is on the matter, where its title is left out
    plan = cited.kind == "KH" or PROMULGATES.match(about) is not None
    others = from_above or ours < 95
    return Rank(not ABOUT_POWERS.search(about), plan, carried, others, same, from_above)
