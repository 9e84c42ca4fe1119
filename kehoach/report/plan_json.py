"""What was understood, for programs: the schema `kehoach.plan/1`. Fields are only ever added."""

from __future__ import annotations

import json
from typing import Any

from ..model import Citation, Deadline, Document, Found, Plan, Recipient, Section, Span, Target, Task

SCHEMA = "kehoach.plan/1"


def render(plan: Plan) -> str:
    return json.dumps(as_dict(plan), ensure_ascii=False, indent=2)


def as_dict(plan: Plan) -> dict[str, Any]:
    document = plan.document
    number, date, signer = plan.number, plan.date, plan.signer
    return {
        "schema": SCHEMA,
        "file": str(document.path),
        "format": document.format,
        "damaged": document.damaged,
        "ocr": document.ocr,
        "kind": plan.kind and plan.kind.value,
        "number": number and number.value.number,
        "symbol": number and number.value.symbol,
        "date": plan.issued.isoformat() if plan.issued else None,
        "date_text": date and (date.value.text or document.text(date.span)),
        "place": plan.place and plan.place.value,
        "superior": plan.superior and plan.superior.value,
        "issuer": plan.issuer and plan.issuer.value,
        "title": plan.title and plan.title.value,
        "parent": _citation(plan.parent, document) if plan.parent else None,
        "citations": [_citation(found, document) for found in plan.citations],
        "sections": [_section(section) for section in plan.sections],
        "deadlines": [_deadline(found, document) for found in plan.deadlines],
        "tasks": [_task(task) for task in plan.tasks],
        "targets": [_target(found, document) for found in plan.targets],
        "recipients": [_recipient(found.value) for found in plan.recipients],
        "signer": signer
        and {"authority": signer.value.authority, "position": signer.value.position, "name": signer.value.name},
    }


def _place(span: Span, document: Document) -> dict[str, Any]:
    return {"text": document.text(span), "block": span.block, "start": span.start, "end": span.end}


def _citation(found: Found[Citation], document: Document) -> dict[str, Any]:
    cited = found.value
    return {
        "kind": cited.kind,
        "number": cited.number,
        "symbol": cited.symbol,
        "date": cited.date.isoformat() if cited.date else None,
        "issuer": cited.issuer,
        "title": cited.title,
        **_place(found.span, document),
    }


def _section(section: Section) -> dict[str, Any]:
    body: dict[str, Any] = {"numeral": section.numeral, "title": section.title}
    if section.level == 1:
        body["role"] = section.role
    return body | {
        "level": section.level,
        "block": section.block,
        "last_block": section.last_block,
        "children": [_section(child) for child in section.children],
    }


def _deadline(found: Found[Deadline], document: Document) -> dict[str, Any]:
    due = found.value
    body: dict[str, Any] = {
        "day": due.day,
        "month": due.month,
        "year": due.year,
        "quarter": due.quarter,
        "date": due.date.isoformat() if due.date else None,
        "every": due.every,
        "relation": due.relation,
        "subject": due.subject,
        "sender": due.sender,
        "recipient": due.recipient,
    }
    if due.until:
        until = due.until
        body["until"] = {
            "day": until.day,
            "month": until.month,
            "year": until.year,
            "date": until.value.isoformat() if until.value else None,
        }
    return body | _place(found.span, document)


def _task(task: Task) -> dict[str, Any]:
    body: dict[str, Any] = {"owner": task.owner, "text": task.text, "section": task.section, "block": task.block}
    extra = {"partners": list(task.partners), "deadline": task.deadline, "product": task.product}
    return body | {name: value for name, value in extra.items() if value}


def _target(found: Found[Target], document: Document) -> dict[str, Any]:
    target = found.value
    body = {"amount": target.amount, "unit": target.unit, "relation": target.relation, "what": target.what}
    return {**body, "year": target.year, **_place(found.span, document)}


def _recipient(recipient: Recipient) -> dict[str, Any]:
    return {"name": recipient.name, "purpose": recipient.purpose}
