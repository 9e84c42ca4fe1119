"""The likeliest reading of a damaged text, syllable by syllable, and how sure it is."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from msgspec import Struct

from ..patterns import lazy
from .channel import FAR_LIMIT, KEEP, Channel
from .language import BREAK, NUMBER, Language, canonical, sharpened
from .names import named
from .tokens import Token, dress, is_spoilt, lowered, numerals, tokens
from .units import is_abbreviation, unit

DOUBTFUL = 0.3  # a sentence less sure than this should be read by a person (tests/bench/restoring.py has the curve)
BEAM = 8
BEAM_WIDTH = 8.0  # and how far they may be behind the best
SPREAD = 4.5  # how far a reading may be behind the nearest one
# Letters that only Vietnamese has. Where they stand, a text is sound: OCR without a Vietnamese model has «é» at most.
_OWN = lazy(r"[ăắằẳẵặạảấầẩẫậẻẽẹếềểễệỉĩịỏọốồổỗộơớờởỡợủũụưứừửữựỳỷỹỵđ]", re.I)
_LETTER = lazy(r"[^\W\d_]")
_MAY_BE_D = lazy(r"[DPB]")
SOUND_SHARE = 0.05
DOUBTED = 3.0  # a nearest reading that costs more than this makes us look farther, and for two words in one
UNKNOWN = 14.0  # what it costs to leave a word that the model does not know as it stands
JOINED = 4.0  # what it costs to take a word for two
NEGLIGIBLE = 7.0  # readings that far behind do not change how sure the best one is
SLOPE = 0.8  # costs are less far apart in truth than the model says
LITTLE_SLOPE = 0.5  # even less so for little words, which go with nearly everything («và» or «về»)
LITTLE = frozenset(
    ("và", "về", "để", "đề", "ở", "là", "cho", "của", "từ", "với", "theo", "trong", "hàng", "hằng", "các")
)
SPOILT = 0.1  # the chance that a figure with a mark in it is what it was
NAME = 0.5  # the chance that a name of a person lost no mark
PLACE = 0.98  # the chance that a name of the gazetteer is the one that was meant


class Restored(Struct, frozen=True):
    """A text made readable. `confidence` is the chance that no word of it is wrong; `words` has that of each word."""

    text: str
    confidence: float
    words: tuple[tuple[str, float], ...]


class Reading(Struct, frozen=True):
    """What a token may have been: the units that the language model sees, the text, and the cost of the misreading."""

    units: tuple[str, ...]
    text: str
    cost: float
    known: bool = True


# A path through the readings: the last one and the path before it, so that paths share their past.
Chain = tuple[Reading, Any] | None


def restore(text: str, context: Sequence[str] = ()) -> Restored:
    """Give a damaged text its Vietnamese letters back; `context` is clean text of the same subject, if there is any.

    Numbers, dates, codes and names of persons stay as they are, and so does a text that is sound. It is meant for the
    sentences or paragraphs of a document that is damaged (`text.is_damaged`); spaces and lines stay where they are.

    >>> restore("Ké hoach trién khai thuc hién").text
    'Kế hoạch triển khai thực hiện'
    """
    restored = _once(text, tuple(context))
    # A text that is restored is sound, and the second look leaves it alone, unless it is too short to tell.
    for _ in range(3):
        again = _once(restored.text, tuple(context))
        if again.text == restored.text:
            break
        restored = again
    return restored


def is_sound(text: str) -> bool:
    """Whether a text has its diacritics."""
    letters = len(_LETTER.findall(text))
    return not letters or len(_OWN.findall(text)) >= SOUND_SHARE * letters


def _once(text: str, context: tuple[str, ...]) -> Restored:
    if is_sound(text):
        return Restored(text, 1.0, tuple((token.text, 1.0) for token in tokens(text)))
    language = sharpened(context)
    text = numerals(text)
    found = tokens(text)
    choices = [_readings(t.text, t.free, t.shouted, language) for t in found]
    chosen = decode(found, choices, language)
    sure = _confidences(found, choices, chosen, language)
    for at, name, known in named(found, [reading.text for reading in chosen]):
        for place, word in enumerate(name, at):
            chosen[place], sure[place] = Reading((word.lower(),), word, 0.0), PLACE if known else NAME
    parts, words, end = [], [], 0
    for token, reading, share in zip(found, chosen, sure, strict=True):
        gap = text[end : token.start]
        word = lowered(token, reading.text, gap) if token.free else reading.text
        parts += [gap, word]
        words.append((word, share))
        end = token.end
    return Restored("".join(parts) + text[end:], math.prod(sure), tuple(words))


# --- what each token may have been ------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _channels(language: Language) -> tuple[Channel, Channel, dict[str, str]]:
    """Syllables, and abbreviations with their capitals."""
    short = {word.lower(): word for word in language.words if word.isupper()}
    return Channel(w for w in language.words if not w.isupper()), Channel(short), short


@lru_cache(maxsize=8192)
def _readings(written: str, free: bool, shouted: bool, language: Language) -> tuple[Reading, ...]:
    """What a token may have been, given how it is written and whether its line is in capitals."""
    token = Token(0, len(written), written, free, shouted=shouted)
    if not free:
        return (Reading((unit(token) if written.isalpha() else NUMBER,), written, 0.0),)
    if is_abbreviation(token):
        found = _short(token, language)
        if found:
            return found
        near = tuple(r for r in _words(token, language) if r.known and r.cost <= 1.5) if len(written) > 2 else ()
        # An abbreviation that nobody knows is as it was, unless one of its letters may have been a Đ.
        return near or (Reading((written,), written, 0.0, known=not _MAY_BE_D.search(written)),)
    if shouted and len(written) > 1:
        return (*_short(token, language), *_words(token, language))
    return _words(token, language)


def _short(token: Token, language: Language) -> tuple[Reading, ...]:
    """Abbreviations: only a đ may have been lost («GDDT», «GDPT» for GDĐT)."""
    _, channel, capitals = _channels(language)
    written = token.text.lower()
    found = []
    for word, cost in channel.readings(written, 1.0):
        if all(a == b or b == "đ" for a, b in zip(written, word, strict=False)) and len(word) == len(written):
            found.append(Reading((capitals[word],), capitals[word], 0.0 if word == written else cost))
    return tuple(found)


def _words(token: Token, language: Language) -> tuple[Reading, ...]:
    channel, _, _ = _channels(language)
    written = token.text.lower()
    head = "l" + written[1:] if token.text[0] == "I" and not token.shouted and len(written) > 1 else written
    found = channel.readings(written)
    if head != written:
        found += tuple((w, c + 0.5) for w, c in channel.readings(head))
    if not found or found[0][1] > DOUBTED:
        found = channel.readings(written, FAR_LIMIT)
    ranked = _likely(found, language, KEEP)
    readings = [Reading((word,), dress(word, token.text, token.shouted), cost) for word, cost in ranked]
    if not found or found[0][1] > DOUBTED:
        readings += _pairs(token, channel, language)
    plain = canonical(written)
    if plain not in (word for word, _ in ranked):
        readings.append(Reading((plain,), token.text, UNKNOWN, known=False))
    return tuple(readings)


def _likely(found: tuple[tuple[str, float], ...], language: Language, most: int) -> list[tuple[str, float]]:
    """The readings that are worth a try: near, and words that are not too rare."""
    near = [(word, cost) for word, cost in found if cost <= found[0][1] + SPREAD]
    return sorted(near, key=lambda item: item[1] + 0.5 * language.single(item[0]))[:most]


def _pairs(token: Token, channel: Channel, language: Language) -> list[Reading]:
    """A token as two words that were printed together."""
    written = token.text.lower()
    found = []
    for at in range(2, len(written) - 1):
        for left, left_cost in _likely(channel.readings(written[:at]), language, 4):
            for right, right_cost in _likely(channel.readings(written[at:]), language, 6):
                cost = JOINED + left_cost + right_cost
                found.append((cost + language.cost(BREAK, left, right), cost, left, right))
    return [
        Reading((left, right), f"{dress(left, token.text[:1] + left[1:])} {right}", cost)
        for _, cost, left, right in sorted(found)[:3]
    ]


# --- the likeliest path -----------------------------------------------------------------------------------------


def decode(found: list[Token], choices: list[tuple[Reading, ...]], language: Language) -> list[Reading]:
    """Beam search; a state is the last two units."""
    states: dict[tuple[str, str], tuple[float, Chain]] = {(BREAK, BREAK): (0.0, None)}
    for token, readings in zip(found, choices, strict=True):
        if token.breaks:
            cost, path = min(
                ((c + language.cost(*state, BREAK), p) for state, (c, p) in states.items()), key=itemgetter(0)
            )
            states = {(BREAK, BREAK): (cost, path)}
        following: dict[tuple[str, str], tuple[float, Chain]] = {}
        heads = tuple(reading.units[0] for reading in readings)
        for (before, last), (cost, path) in states.items():
            for reading, price in zip(readings, language.costs(before, last, heads), strict=True):
                total = cost + reading.cost + price
                state = (last, reading.units[0])
                if len(reading.units) == 2:
                    total += language.cost(*state, reading.units[1])
                    state = reading.units
                old = following.get(state)
                if old is None or total < old[0]:
                    following[state] = (total, (reading, path))
        best = min(cost for cost, _ in following.values()) + BEAM_WIDTH
        near = [item for item in following.items() if item[1][0] <= best]
        states = dict(sorted(near, key=lambda item: item[1][0])[:BEAM])
    path = min(states.values(), key=itemgetter(0))[1]
    chosen: list[Reading] = []
    while path is not None:
        reading, path = path
        chosen.append(reading)
    return chosen[::-1]


def _confidences(
    found: list[Token], choices: list[tuple[Reading, ...]], chosen: list[Reading], language: Language
) -> list[float]:
    """For each word the chance that it is right, given that its neighbours are."""
    sure = []
    for i, (readings, best) in enumerate(zip(choices, chosen, strict=True)):
        if len(readings) == 1:
            sure.append(_kept(found[i], best))
            continue
        costs = _costs(readings, best, _before(found, chosen, i), _after(found, chosen, i), language)
        slope = LITTLE_SLOPE if best.units[0] in LITTLE else SLOPE
        share = 1.0 / sum(math.exp(slope * (costs[best] - cost)) for cost in costs.values())
        sure.append(share if best.known else min(share, 0.4))
    return sure


def _kept(token: Token, best: Reading) -> float:
    """How sure a word is that stays as it is written: figures and codes are, a name may have lost its marks."""
    if is_spoilt(token.text):
        return SPOILT
    name = not token.free and token.text.istitle() and len(token.text) > 1 and not _OWN.search(token.text)
    return NAME if name or not best.known else 1.0


def _costs(
    readings: tuple[Reading, ...], best: Reading, before: list[str], after: list[str], language: Language
) -> dict[Reading, float]:
    """What each reading of one token costs between its neighbours, without those that are far behind."""
    firsts = language.costs(before[0], before[1], tuple(reading.units[0] for reading in readings))
    near = [(first + reading.cost, reading) for first, reading in zip(firsts, readings, strict=True)]
    least = min(cost for cost, _ in near) + NEGLIGIBLE
    found = {}
    for cost, reading in near:
        if cost <= least or reading is best:
            line = [before[1], *reading.units, *after]
            found[reading] = cost + sum(map(language.cost, line, line[1:], line[2:]))
    return found


def _before(found: list[Token], chosen: list[Reading], at: int) -> list[str]:
    """The two units before a token, as far as its sentence goes."""
    start = at
    while start > at - 2 and not found[start].breaks:
        start -= 1
    return [BREAK, BREAK, *(u for reading in chosen[start:at] for u in reading.units)][-2:]


def _after(found: list[Token], chosen: list[Reading], at: int) -> list[str]:
    """The two units after a token, as far as its sentence goes."""
    after: list[str] = []
    for token, reading in zip(found[at + 1 : at + 3], chosen[at + 1 : at + 3], strict=True):
        if token.breaks:
            break
        after += reading.units
    return [*after, BREAK][:2]
