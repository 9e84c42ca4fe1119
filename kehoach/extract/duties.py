"""What a dated sentence asks for: a report or a dossier to be sent, a review, a task, or just an event; by whom, to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .. import knowledge
from ..model import Subject
from ..text import fold, squeeze
from . import after, damage
from .moments import Moment, loose
from .names import natural

# A date this near to the beginning leads its sentence: what it is for then stands after it.
LEADING = 12
LONGEST_SENDER = 24  # words


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence around a time: offsets in its block."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grammar:
    cues: re.Pattern[str]
    empty: re.Pattern[str]
    verbs: re.Pattern[str]
    sender_first: re.Pattern[str]
    asks: re.Pattern[str]
    to: re.Pattern[str]
    recipient_first: re.Pattern[str]
    recipient_end: re.Pattern[str]


@cache
def grammar(damaged: bool) -> Grammar:
    table = knowledge.table("duties")
    citing = knowledge.table("citing")

    def any_of(words: list[str]) -> str:
        return "|".join(loose(word, damaged) for word in sorted(set(words), key=len, reverse=True))

    cues = "|".join(rf"(?P<{name}>(?:{any_of(words)}))" for name, words in table["cues"].items())
    shape = fold if damaged else str
    first = "|".join(sorted({re.escape(shape(w)).replace(r"\ ", r"\s+") for w in [*citing["issuer"]["first"], *table["recipient"]["first"]]}, key=len, reverse=True))
    stop = "|".join(sorted({re.escape(shape(w)).replace(r"\ ", r"\s+") for w in table["recipient"]["stop"]}, key=len, reverse=True))
    return Grammar(
        cues=re.compile(rf"(?<!\w)(?:{cues})(?!\w)"),
        empty=re.compile(rf"[\s+*-]*(?:[a-z0-9]{{1,2}}[.)]\s*)?(?:{any_of(table['labels']['empty'])})\s*[:(]?\s*$"),
        verbs=re.compile(rf"(?<!\w)(?:{any_of(table['sender']['verbs'])})(?!\w)"),
        sender_first=re.compile(rf"(?:{any_of(table['sender']['first'])})(?!\w)"),
        asks=re.compile(rf"\s*(?:{any_of(table['sender']['asks'])})\s+"),
        to=re.compile(
            rf"(?<!\w)(?:(?:{any_of(table['recipient']['to'])})|(?:{any_of(table['recipient']['verbs'])}))\s+(?:(?:{any_of(table['recipient']['to'])})\s+)?"
        ),
        recipient_first=re.compile(rf"(?:{first})(?!\w)"),
        recipient_end=re.compile(rf"[;:()\[\]“”\".]|,|\s(?:{stop})(?!\w)|$"),
    )


def sentence(text: str, start: int, end: int) -> Sentence:
    """The sentence around [start, end) of folded text; a semicolon inside brackets does not end it."""
    left = 0
    for m in re.finditer(r"[.;!?](?=\s)|\n", text[:start]):
        if not _open_bracket(text, left, m.start()):
            left = m.end()
    right = len(text)
    for m in re.finditer(r"[.;!?](?=\s|$)|\n", text[end:]):
        if not _open_bracket(text, left, end + m.start()):
            right = end + m.start()
            break
    return Sentence(left, right)


def _open_bracket(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) > text.count(")", start, end)


def subject(text: str, moment: Moment, around: Sentence, context: str, damaged: bool) -> Subject | None:
    """What a time in folded text is for, by the nearest word that says so; `context` is what stands above or beside.

    None where nothing says it.
    """
    rules = grammar(damaged)
    before = text[around.start : moment.start]
    label_only = not before.strip(" \t-+*•–:.()") or rules.empty.match(before) is not None
    found = list(rules.cues.finditer(before))
    if found and not label_only:
        return _kind(found[-1])
    behind = next(rules.cues.finditer(text, moment.end, around.end), None)
    if behind and (len(before.strip(" -+*•")) <= LEADING or not found):
        return _kind(behind)
    if found:
        return _kind(found[-1])
    last = None
    for last in rules.cues.finditer(context):
        if last.lastgroup in ("report", "dossier"):
            break
    return _kind(last) if last else None


def _kind(cue: re.Match[str]) -> Subject:
    return cue.lastgroup  # type: ignore[return-value]  # the names of the groups are the subjects


def recipient(text: str, folded: str, around: Sentence, moment: Moment, damaged: bool) -> tuple[str, int, int] | None:
    """Who gets what is sent, and where that stands: the first body after «về», «gửi», «báo cáo» in the sentence."""
    rules = grammar(damaged)
    for m in rules.to.finditer(folded, around.start, around.end):
        start = m.end()
        window = text[start : around.end]
        if damaged and (known := damage.name_at(window, after.names())):
            return known[0], start, start + known[1]
        shaped = folded if damaged else text
        if not rules.recipient_first.match(shaped, start):
            continue
        stop = rules.recipient_end.search(shaped, start, around.end)
        end = start + len(after.clip(text[start : stop.start() if stop else around.end].rstrip(" ,-")))
        name = squeeze(text[start:end])
        return (natural(name, True) if damaged else name), start, end
    return None


def sender(text: str, folded: str, around: Sentence, moment: Moment, damaged: bool) -> str | None:
    """Who has to act: the words between the beginning of the sentence (or the date that leads it) and the verb."""
    rules = grammar(damaged)
    start = moment.end if moment.start - around.start <= LEADING else around.start
    lead = re.compile(r"[\s,:+*•–-]*(?:(?:[a-zđ0-9]{1,2}[.)])\s*)?").match(folded, start, around.end)
    start = lead.end() if lead else start
    if asked := rules.asks.match(folded, start):
        start = asked.end()
    verb = rules.verbs.search(folded, start, around.end)
    if not verb or not rules.sender_first.match(folded, start):
        return None
    name = squeeze(text[start : verb.start()]).strip(" ,:-")
    if not name or len(name.split()) > LONGEST_SENDER:
        return None
    return natural(name, True) if damaged else name
