"""Document in, Plan out. Each module finds one kind of fact; `plan` puts them together."""

from __future__ import annotations

from ..model import Citation, Document, Found, Plan, Span, Symbol
from ..text import fold
from . import citations, deadlines, header, issuers, parents, sections, signature, targets, tasks


def plan(document: Document) -> Plan:
    """Everything a reader understands of a document. Never raises: what is not found is None or empty."""
    head = header.read(document)
    tops = sections.find(document, head.body, signature.sign_off(document, head.body, head.body + 1))
    end = signature.sign_off(document, head.body, tops[-1].block if tops else head.body)
    tops = sections.find(document, head.body, end)
    opening = (head.body, tops[0].block if tops else _last_basis(document, min(end, head.body + 8), end))
    issued = head.date.value.value if head.date else None
    cited = tuple(found for found in citations.find(document, issued) if not _is_own(found.span, head.number))
    signer = signature.signer(document, end)
    if signer is None and head.promulgated is not None:
        signer = signature.signer(document, signature.sign_off(document, head.promulgated, head.promulgated))
    superior, issuer = issuers.find(document, head, opening, signer)
    first = (head.promulgated or head.body, opening[1])
    others = tuple(found for found in cited if not (head.number and _is_same(found.value, head.number.value)))
    return Plan(
        document,
        kind=head.kind or issuers.kind_of(head.number),
        number=head.number,
        date=head.date,
        place=head.place,
        superior=superior,
        issuer=issuer,
        title=head.title,
        parent=parents.find(document, others, head, first, superior)
        or parents.find(document, others, head, parents.bases(tops, first), superior),
        citations=cited,
        sections=tops,
        deadlines=tuple(deadlines.find(document, cited, issued, tops)),
        tasks=tuple(tasks.find(document, tops)),
        targets=tuple(targets.find(document)),
        recipients=signature.recipients(document, end),
        signer=signer,
        opening=opening,
        end=end,
    )


def _last_basis(document: Document, number: int, end: int) -> int:
    """Where an opening without a section below it ends: a decision may go by more bases than the usual few."""
    while number < end and fold(document.blocks[number].text).lstrip().startswith(("can cu ", "theo de nghi ", "xet ")):
        number += 1
    return number


def _is_same(cited: Citation, own: Symbol) -> bool:
    """Whether a citation is of the document itself: «(Ban hành kèm theo Quyết định số …)» above the plan."""
    return (cited.number, cited.symbol) == (own.number, own.symbol)


def _is_own(span: Span, number: Found[Symbol] | None) -> bool:
    """Whether a code is the document's own, in a number line that OCR fused with what stands beside it."""
    return number is not None and span.block == number.span.block and span.start < number.span.end
