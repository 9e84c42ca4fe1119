"""What a document quotes: official names and titles in quotation marks, with the word that says what they name."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from ..model import Document, Plan, Span
from ..patterns import lazy
from ..text import fold

# A quotation may hold another one: «“Xây dựng mô hình “Công dân học tập” giai đoạn 2021 - 2030”».
QUOTED = lazy(r"“(?:[^“”]|“[^“”]*”)*”|\"[^\"“”]*\"|«[^«»]*»")
# What names something official, right before the quotation.
NAMES = lazy(
    r"\b(phong trao(?: thi dua)?|cuoc van dong|de an|chuong trinh|du an|cuoc thi|hoi thi|chien dich|chi thi|nghi quyet"
    r"|ke hoach|mo hinh|danh hieu)\s*:?\s*$"
)


class Quote(Struct, frozen=True):
    """The words between quotation marks; `kind` is the folded word before («phong trao»), "" if none."""

    text: str
    span: Span
    kind: str


@lru_cache(maxsize=8)
def quotes(document: Document) -> tuple[Quote, ...]:
    """Every quotation of a document; the span is of the words without the marks."""
    found = []
    for number, block in enumerate(document.blocks):
        if not any(mark in block.text for mark in '“"«'):
            continue
        folded = fold(block.text)
        for m in QUOTED.finditer(block.text):
            kind = NAMES.search(folded, max(0, m.start() - 24), m.start())
            span = Span(number, m.start() + 1, m.end() - 1)
            found.append(Quote(block.text[span.start : span.end], span, kind[1] if kind else ""))
    return tuple(found)


def of_title(plan: Plan) -> tuple[str, ...]:
    """The official names that the title of a plan quotes, also where it is broken over several lines."""
    return tuple(m[0][1:-1] for m in QUOTED.finditer(plan.title.value)) if plan.title else ()


def is_quoted(document: Document, span: Span) -> bool:
    return any(q.span.block == span.block and q.span.start <= span.start < q.span.end for q in quotes(document))


def is_cited(plan: Plan, span: Span) -> bool:
    """Whether words stand inside a citation: its kind, code, date, issuer or title."""
    return any(
        c.span.block == span.block
        and (
            c.span.start <= span.start < c.span.end
            or ((title := c.value.title_span) is not None and title.start <= span.start < title.end)
            or ((issuer := c.value.issuer_span) is not None and issuer.start <= span.start < issuer.end)
        )
        for c in plan.citations
    )
