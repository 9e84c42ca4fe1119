"""Report deadlines compared: which of the child answers which of the parent, and which comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..model import Deadline, Found, Plan
from ..patterns import lazy
from ..text import fold
from .bodies import body_key, same_body
from .naming import same_name

# Deadlines early in the year close the year before: a report of 15 January comes after one of 20 December.
EARLY, LATE = 2, 9
# How a parent addresses bodies of each kind, by the first word of their names (folded).
_ADDRESSES = tuple(
    (lazy(kind), lazy(called))
    for kind, called in (
        (r"^(?:truong|trung tam)\b", r"\b(?:truong|nha truong|co so giao duc|trung tam|don vi truc thuoc)\b"),
        (r"^phong gddt\b", r"\bphong (?:gddt|giao duc)|\bpgd"),
        (r"^ubnd (?:xa|phuong|thi tran|dac khu)\b", r"\b(?:xa|phuong|dac khu|cap xa|dia phuong)\b"),
        (r"^ubnd (?:huyen|quan|tx|tp)\b", r"\b(?:huyen|quan|thi xa|cap huyen|dia phuong)\b"),
        (
            r"^(?:so|thanh tra|ban|van phong|cuc|chi cuc)\b",
            r"\b(?:cac so|so, ban|so, nganh|ban, nganh|co quan cap tinh)\b",
        ),
    )
)
_VERB = lazy(r"\b(?:gui|nop|bao cao)\b")
_STOP = lazy(r"[.;]\s")


def reports(plan: Plan) -> list[Found[Deadline]]:
    """The report deadlines that name a day and a month."""
    return [
        found for found in plan.deadlines if found.value.subject == "report" and found.value.day and found.value.month
    ]


def pairs(child: Plan, parent: Plan) -> Iterator[tuple[Found[Deadline], Found[Deadline]]]:
    """Each report deadline of the child with the one of the parent that it must keep.

    A parent may set one deadline per level. Among those of the same rhythm count the ones that are addressed to bodies
    of the child's kind, else those with the child's recipient, else all; and of these the last: only who is later than
    every one of them is surely late.
    """
    theirs = reports(parent)
    for mine in reports(child):
        asked = [f for f in theirs if not (_of_another(child, mine.value, f.value) or _comes_to(child, f.value))]
        same = [found for found in asked if _rhythm(mine.value, found.value)]
        if same:  # a day of one year may answer what is asked every year too
            same += [found for found in asked if found not in same and _yearly(mine.value, found.value)]
        ours = [found for found in same if _sender_is(child, found.value)]
        to_us = ours or [found for found in same if addressed(parent, found, child)]
        recipient = mine.value.recipient
        meant = [f for f in same if recipient and f.value.recipient and same_body(recipient, f.value.recipient)]
        if same:
            yield mine, max(to_us or meant or same, key=lambda found: last_day(found.value, mine.value))


def _sender_is(child: Plan, theirs: Deadline) -> bool:
    """Whether the parent names this very body: the sở in charge reports later than everybody else."""
    if child.issuer is None or not theirs.sender:
        return False
    own = child.issuer.value
    return body_key(theirs.sender) == body_key(own) or same_name(theirs.sender, own)


# How the name of one body begins that no other has: «Sở Y tế», not «các sở, ban, ngành».
_ONE_BODY = lazy(r"(?:so(?!,| ban\b| nganh\b)|cong an|bo chi huy|thanh tra|van phong|ban quan ly|bao|dai|kho bac) ")


def _comes_to(child: Plan, theirs: Deadline) -> bool:
    """Whether others send it to the child, who reports later."""
    return bool(child.issuer and theirs.recipient and same_body(theirs.recipient, child.issuer.value))


def _of_another(child: Plan, mine: Deadline, theirs: Deadline) -> bool:
    """Whether a deadline is set for one body that is neither the child nor its recipient: «Sở Y tế gửi …»."""
    sender = fold(theirs.sender or "")
    if not _ONE_BODY.match(sender) or child.issuer is None or not mine.recipient:
        return False
    named = re.split(r"[,;] ", theirs.sender or "")
    return not any(same_body(one, body) for one in named for body in (child.issuer.value, mine.recipient))


def addressed(parent: Plan, found: Found[Deadline], child: Plan) -> bool:
    """Whether a deadline's sender or the paragraph before it names bodies of the child's kind: «các trường»;
    and not the parent's issuer as the one who reports: «…; UBND xã gửi báo cáo về Sở»."""
    issuer = body_key(child.issuer.value) if child.issuer else ""
    said = parent.document.blocks[found.span.block].text[: found.span.start]
    before = fold(f"{found.value.sender or ''} {said}")
    if _reports_itself(parent, body_key(before[before.rfind(";") + 1 :])):
        return False
    return any(kind.search(issuer) and called.search(before) for kind, called in _ADDRESSES)


def receives(parent: Plan, recipient: str) -> bool:
    """Whether the parent, anywhere, has somebody else than its own issuer send something to this body."""
    wanted = re.escape(body_key(recipient))
    sent = re.compile(rf"\b(?:ve|gui|cho|qua|den|bao cao)\s+{wanted}\b")
    for block in parent.document.blocks[: parent.end or None]:
        for sentence in _STOP.split(block.text):
            said = body_key(sentence)
            if (m := sent.search(said)) and not _reports_itself(parent, said[: m.end()]):
                return True
    return False


def _reports_itself(parent: Plan, clause: str) -> bool:
    """Whether the body that reports is the parent's issuer: «tham mưu UBND xã báo cáo …» in the plan of a commune."""
    verb = _VERB.search(clause)
    named = re.findall(r"\bubnd (?:tinh|tp|huyen|tx|xa|phuong)\b", clause[: verb.start()]) if verb else []
    return bool(named and parent.issuer) and body_key(parent.issuer.value if parent.issuer else "").startswith(
        named[-1]
    )


def _rhythm(mine: Deadline, theirs: Deadline) -> bool:
    if mine.every or theirs.every:
        return mine.every == theirs.every
    return mine.year == theirs.year


def _yearly(mine: Deadline, theirs: Deadline) -> bool:
    return mine.every is None and mine.year is not None and theirs.every == "year"


def last_day(due: Deadline, other: Deadline) -> tuple[int, int]:
    """The last day that keeps a deadline, as (month, day) in the cycle that it shares with `other`."""
    month, day = due.month or 0, due.day or 0
    if month <= EARLY and (other.month or 0) >= LATE:
        month += 12
    return month, day - (due.relation == "before")


def in_time(mine: Deadline, theirs: Deadline, days: int = 1) -> bool:
    """Whether `mine` ends at least so many days before `theirs`."""
    return _day(*last_day(theirs, mine)) - _day(*last_day(mine, theirs)) >= timedelta(days)


def _day(month: int, day: int) -> date:
    """A day of a common year and the next, for counting: day 0 is the last of the month before."""
    year, past = divmod(month - 1, 12)
    return date(2001 + year, past + 1, 1) + timedelta(day - 1)
