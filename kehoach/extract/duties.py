"""What a dated sentence asks for: a report or dossier to send, a review, a task, or just an event; by whom, to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import cast

from msgspec import Struct

from .. import knowledge
from ..model import Subject
from ..patterns import lazy
from ..text import fold, squeeze
from . import after, damage
from .moments import Moment, loose
from .names import natural

# A date this near to the beginning leads its sentence: what it is for then stands after it.
LEADING = 12
LONGEST_SENDER = 24  # words
# «gửi» as scans have it: «gui», «gti», «giri», «gtri»; with any two letters it would be «gia» too.
SEND = "g[uwtrvi?][trui?]{0,2}[i1l]"
_LEAD = lazy(r"[\s,:+*•–-]*(?:(?:[a-zđ0-9]{1,2}[.)])\s*)?")


class Sentence(Struct, frozen=True):
    """The sentence around a time: offsets in its block."""

    start: int
    end: int


class Grammar(Struct, frozen=True):
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

    def spoilt(word: str) -> str:
        return SEND.join(loose(part, True) for part in word.split("gui")) if damaged else loose(word, False)

    def any_of(words: list[str]) -> str:
        return "|".join(spoilt(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))

    # the longer words first, whatever they mean: a sound word is looked up, a spoilt one known by its group, which has
    # the name of the meaning and a number (groups are slow)
    runs = groupby(sorted(_meanings().items(), key=lambda cue: -len(cue[0])), key=lambda cue: cue[1])
    damage_cues = (rf"(?P<{name}{n}>{any_of([word for word, _ in run])})" for n, (name, run) in enumerate(runs))
    cues = "|".join(damage_cues) if damaged else any_of(list(_meanings()))
    # three letters of which one is sure would be anything: only «về» may be misread
    to = "|".join(table["recipient"]["to"]) + (r"|v(?!a\s)[^\s0-9,.;:]{1,2}" if damaged else "")
    shape = fold if damaged else str
    first = alternatives(shape(word) for word in [*citing["issuer"]["first"], *table["recipient"]["first"]])
    stop = alternatives(shape(word) for word in table["recipient"]["stop"])
    return Grammar(
        cues=lazy(rf"(?<!\w)(?:{cues})(?!\w)"),
        empty=lazy(rf"[\s+*-]*(?:[a-z0-9]{{1,2}}[.)]\s*)?(?:{any_of(table['labels']['empty'])})\s*[:(]?\s*$"),
        # «khu dân cư» ends like the verb «cử»
        verbs=lazy(rf"(?<!\w)(?!(?<=dan\s)cu\b)(?:{any_of(table['sender']['verbs'])})(?!\w)"),
        sender_first=lazy(
            rf"(?!(?:{any_of(table['sender']['not_first'])})(?!\w))(?:{any_of(table['sender']['first'])})(?!\w)"
        ),
        asks=lazy(rf"\s*(?:{any_of(table['sender']['asks'])})\s+"),
        to=lazy(rf"(?<!\w)(?:(?:{to})|(?:{any_of(table['recipient']['verbs'])}))\s+(?:(?:{to})\s+)?"),
        recipient_first=lazy(rf"(?:{first})(?!\w)"),
        recipient_end=lazy(rf"[;:()\[\]“”\".]|,|\s(?:{stop})(?!\w)|$"),
    )


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of some words, longer ones first, with any white space between their parts."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


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


def subject(text: str, moment: Moment, around: Sentence, carried: str, context: str, damaged: bool) -> Subject | None:
    """What a time in folded text is for. None where nothing says it.

    The nearest word before the time decides, or the first behind one that leads its sentence. What is sent outweighs
    the words inside its own clause: in «báo cáo kết quả thực hiện về Sở trước ngày 10/11» only a report is due.
    `carried` is the beginning of the sentence in the block before, `context` what stands above or beside.
    """
    rules = grammar(damaged)
    before = carried + text[around.start : moment.start]
    found = _cues(rules, before)
    if found and not rules.empty.match(before):
        return _strongest(before, found)
    if len(before.strip(" -+*•")) <= LEADING or not found:
        behind = text[moment.end : around.end]
        cues = _cues(rules, behind)
        if moment.relation in ("before", "by"):
            nearer = NEXT_TIME.split(behind, maxsplit=1)[0]
            sent = next((n for n, cue in enumerate(cues) if cue.meaning in SENT and cue.start < len(nearer)), None)
            if sent is not None:  # «Trước ngày 25, tổng hợp kết quả, báo cáo về Sở»: the last of what is done by then
                return _kind(cues[sent], [*cues[:sent], *reversed(cues[sent + 1 :])])
        if cues:
            return _strongest(behind, cues[: 2 if cues[0].meaning == "sent" else 1])
    last = _cues(rules, context)
    return _kind(next((cue for cue in last if cue.meaning in SENT), last[0]), last) if last else None


class Cue(Struct, frozen=True):
    """A word that says what a time is for; `meaning` is a key of the table of cues."""

    meaning: str
    start: int


def _cues(rules: Grammar, text: str) -> list[Cue]:
    known = _meanings()
    cues = (
        Cue(m.lastgroup.rstrip("0123456789") if m.lastgroup else known[squeeze(m[0])], m.start())
        for m in rules.cues.finditer(text)
    )
    return [cue for cue in cues if cue.meaning != "nothing"]


@cache
def _meanings() -> dict[str, str]:
    """What each word of the table means, by its key there."""
    return {word: name for name, words in knowledge.table("duties")["cues"].items() for word in words}


NEXT_TIME = lazy(r"\bngay\s+[0-9]|[0-9]{1,2}/[0-9]")
SENT = ("report", "dossier", "sent")
# A word for another deed counts against a report before it only where it begins a clause of its own; in «gửi Thanh tra»
# it is a name.
CLAUSE = lazy(
    r"(?:[,;:]|\bva|\bdong thoi|\bsau do|\bde)\s+(?:(?!(?:gui|nop|trinh|ve|cho)\b)\w+\s+)?$"
    r"|\((?=\s*$)"  # «báo cáo tổng kết (số liệu tính từ ngày …)»
)
# «xây dựng kế hoạch, hoàn thành trước ngày …»: what is done by then stands before.
DONE = lazy(r"(?:phai\s+)?hoan\s+thanh(?:\s+xong)?\s*$")
PURPOSE = lazy(r"\b(?:de|nham|lam co so)\s+(?:\w+\s+){0,5}$")


def _strongest(text: str, cues: list[Cue]) -> Subject:
    for number in range(len(cues) - 1, -1, -1):
        cue = cues[number]
        if cue.meaning in SENT:
            return _kind(cue, [*cues[:number], *reversed(cues[number + 1 :])])
        # «gửi báo cáo và hồ sơ về Sở»: one sending of two things
        coordinated = cue.meaning == "thing" or bool(DONE.match(text, cue.start))
        clause = None if coordinated else CLAUSE.search(text[: cue.start])
        if clause and not PURPOSE.search(text[: cue.start]) and not (clause[0] == "(" and ")" in text[cue.start :]):
            break
    return _kind(cues[-1], cues)


def _kind(cue: Cue, others: list[Cue]) -> Subject:
    """The subject that a word means; «gửi về» means what else is spoken of, first what follows it: its object."""
    if cue.meaning == "sent":
        things = (other for other in reversed(others) if other.meaning in ("report", "dossier", "thing"))
        found = next(things, cue).meaning
        return cast(Subject, {"thing": "dossier", "sent": "report"}.get(found, found))
    return "task" if cue.meaning == "thing" else cast(Subject, cue.meaning)


def recipient(text: str, folded: str, around: Sentence, moment: Moment, damaged: bool) -> tuple[str, int, int] | None:
    """Who gets what is sent, and where that stands: the body behind «về», «gửi», «báo cáo», nearest before the time.

    Where none is before it, the first one behind it.
    """
    last = None
    for found in _recipients(text, folded, around, damaged):
        if last and found[1] > moment.start:
            break
        last = found
    return last


def _recipients(text: str, folded: str, around: Sentence, damaged: bool) -> Iterator[tuple[str, int, int]]:
    rules = grammar(damaged)
    shaped = folded if damaged else text
    for m in rules.to.finditer(folded, around.start, around.end):
        start = m.end()
        if damaged and (known := damage.name_at(text[start : around.end], after.names())):
            yield known[0], start, start + known[1]
        elif rules.recipient_first.match(shaped, start) and (not damaged or m[0].startswith("v")):
            stop = rules.recipient_end.search(shaped, start, around.end)
            end = start + len(after.clip(text[start : stop.start() if stop else around.end].rstrip(" ,-")))
            name = squeeze(text[start:end])
            yield (natural(name, True) if damaged else name), start, end


def sender(text: str, folded: str, around: Sentence, moment: Moment, damaged: bool) -> str | None:
    """Who has to act: the words between the beginning of the sentence (or the date that leads it) and the verb."""
    rules = grammar(damaged)
    start = moment.end if moment.start - around.start <= LEADING else around.start
    if lead := _LEAD.match(folded, start, around.end):
        start = lead.end()
    if asked := rules.asks.match(folded, start):
        start = asked.end()
    found = rules.verbs.finditer(folded, start, around.end)
    # «Tổ chức» in «Ban Tổ chức» is a name
    verb = next((m for m in found if m.start() == start or not text[m.start()].isupper()), None)
    if not verb or not rules.sender_first.match(folded, start):
        return None
    name = squeeze(text[start : verb.start()]).strip(" ,:-")
    if not name or len(name.split()) > LONGEST_SENDER:
        return None
    return restored(name) if damaged else name


def restored(name: str) -> str:
    """A damaged list of bodies in right Vietnamese, as far as tables know its parts."""
    parts = []
    for part in name.split(","):
        known = damage.name_at(part.strip(), _phrases())
        whole = known and known[1] >= len(part.strip()) - 1
        parts.append(known[0] if known and whole else natural(part, True))
    return ", ".join(parts)


@cache
def _phrases() -> dict[str, str]:
    return after.names() | {fold(phrase): phrase for phrase in knowledge.table("duties")["sender"]["phrases"]}
