"""Which syllables there are, which of them make a usual word, and what a wrong one was meant to be."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from ...knowledge import HERE, table
from ...patterns import lazy
from ...readers.syllables import is_syllable
from ...restore.language import canonical, following, written
from ...text import fold
from .keys import typed
from .words import cased, neighbours

# Sounds that are one in some regions, so that people write one for the other.
INITIALS = (("tr", "ch"), ("s", "x"), ("d", "gi"), ("l", "n"), ("r", "d"), ("r", "gi"), ("d", "v"))
FINALS = (("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t"))
OFTEN = 0.02  # what speaks for a word that our own wording has twenty times beside one of the neighbours
BOTH = 2  # what speaks for a word where both neighbours have been seen beside it, or one makes a usual word with it
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONELESS = dict.fromkeys(map(ord, _TONES))
_TURNED = {0x0303: 0x0309, 0x0309: 0x0303}
_NATIVE = lazy(r"[ăđơưảãạằẳẵắặầẩẫấậẻẽẹềểễếệỉĩịỏõọồổỗốộờởỡớợủũụừửữứựỷỹỵ]", re.I)
_MARKED = lazy(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I)


class Spelling(Struct, frozen=True):
    """Every syllable we know; those that stand alone; usual words of two syllables, by the first and by the second."""

    syllables: frozenset[str]
    free: frozenset[str]
    after: dict[str, tuple[str, ...]]
    before: dict[str, tuple[str, ...]]


@cache
def spelling() -> Spelling:
    """The table that is shipped: kehoach/knowledge/spelling.txt."""
    lines = (HERE / "spelling.txt").read_text(encoding="utf-8").splitlines()
    after = {head: tuple(tails) for head, *tails in map(str.split, lines[3:])}
    before: dict[str, list[str]] = defaultdict(list)
    for head, tails in after.items():
        for tail in tails:
            before[tail].append(head)
    free = frozenset(lines[2].split()) | frozenset(table("wording")["free"].split())
    return Spelling(frozenset(lines[1].split()), free, after, {tail: tuple(heads) for tail, heads in before.items()})


@lru_cache(maxsize=4)
def strange(words: frozenset[str]) -> tuple[str, ...]:
    """Those of the words of a text that are made of letters only and are no syllable we know, the longest first."""
    others = (word for word in words - spelling().syllables if len(word) > 1 and (word.isalpha() or typed(word)))
    found = unknown(others)
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def unknown(words: Iterable[str]) -> set[str]:
    """Those of some words, in small letters, that are no Vietnamese syllable we know."""
    known = spelling().syllables
    return {word for word in set(words) - known if canonical(word) not in known}


def near(written: str, meant: str) -> bool:
    """Whether one slip of the hand makes `written` of `meant`: other marks on the same letters, or one letter.

    >>> near("tuyền", "truyền"), near("cẩn", "căn"), near("hiên", "biến"), near("vụ", "viên")
    (True, True, False, False)
    """
    a, b = fold(written), fold(meant)
    return a == b or (len(b) > 2 and OSA.distance(a, b, score_cutoff=1) <= 1 and _marks_fit(written, meant))


def _marks_fit(written: str, meant: str) -> bool:
    """One slip at a time: where a letter is wrong, the marks are right."""
    return OSA.distance(written, meant, score_cutoff=1) <= 1


@cache
def by_letters() -> dict[str, list[str]]:
    """The syllables by their letters without marks."""
    found: dict[str, list[str]] = defaultdict(list)
    every = " ".join(spelling().syllables)  # folded at once: a tenth of the time
    for syllable, plain in zip(every.split(" "), fold(every).split(" "), strict=True):
        found[plain].append(syllable)
    return dict(found)


@cache
def _by_length() -> dict[int, list[str]]:
    """The syllables by their length: those that one slip makes of one another differ by a letter at most."""
    found: dict[int, list[str]] = defaultdict(list)
    for syllable in spelling().syllables:
        found[len(syllable)].append(syllable)
    return dict(found)


def halves(word: str, least: int = 6) -> tuple[str, str] | None:
    """The two words that one was run together from («viênngười»), if there is one way only to part them."""
    low = word.lower()
    if len(low) < least or low.isascii() or is_syllable(low):
        return None
    cuts = [(low[:i], low[i:]) for i in range(2, len(low) - 1) if not unknown((low[:i], low[i:]))]
    return cuts[0] if len(cuts) == 1 else None


def is_misspelt(word: str) -> bool:
    """Whether a word with marks that only Vietnamese has (not «makét») cannot be a syllable by how it is built."""
    return bool(_NATIVE.search(word)) and not is_syllable(word)


def is_broken(word: str) -> bool:
    """Whether a word with marks has the letters of a syllable and is none («thiéu»); «makét» has not even these."""
    return len(word) > 3 and is_marked(word) and not is_syllable(word) and fold(word) in by_letters()


def is_marked(word: str) -> bool:
    """Whether a word has letters that only Vietnamese has."""
    return bool(_MARKED.search(word))


def meant(text: str, start: int, end: int) -> list[str]:
    """What the strange word at a place may have been meant to be: near syllables that go with its neighbours best."""
    wrong = text[start:end]
    before, after = neighbours(text.lower(), start, end)
    if not (before or after):
        return []
    if moved := _moved(wrong.lower()):  # «đựơc»: nothing else can have been meant
        return [cased(moved, wrong)]
    # the same letters first: other marks are the commonest slip, hỏi for ngã the commonest of these
    for choice in (_alike, _near, respelt):
        best = [(_ties(before, word, after, twin(wrong.lower())), word) for word in choice(wrong.lower())]
        if top := max((score for score, _ in best), default=0):
            about = [word for score, word in best if int(score) == int(top)]
            # a word without marks may be a foreign one: then both neighbours have to speak for one
            sure = top >= BOTH or is_marked(wrong) or typed(wrong.lower()) or top % 1 >= OFTEN
            return [cased(word, wrong) for score, word in best if score == top and (sure or len(about) == 1)]
    return [cased(word, wrong) for word in _twins(wrong.lower()) if written(word)]


def twin(word: str) -> str | None:
    """The same syllable with hỏi for ngã, or ngã for hỏi: in half of the country the two sound the same.

    >>> twin("chuyễn"), twin("rỏ"), twin("làm")
    ('chuyển', 'rõ', None)
    """
    parts = unicodedata.normalize("NFD", word)
    other = parts.translate(_TURNED)
    return None if other == parts else unicodedata.normalize("NFC", other)


def _twins(wrong: str) -> list[str]:
    other = twin(wrong)
    return [other] if other in spelling().syllables else []


def _moved(wrong: str) -> str | None:
    """The syllable of the same letters and the same tone, where only the tone stands on another letter: «qủa»."""
    if len(wrong) < 3:
        return None
    parts = _parts(wrong)
    found = [word for word in by_letters().get(fold(wrong), ()) if _parts(word) == parts]
    return found[0] if len(found) == 1 else None


def _parts(word: str) -> tuple[str, str]:
    """Its letters without the tone, and the tone."""
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(mark for mark in parts if mark in _TONES)
    return parts.translate(_TONELESS), tone


def _ties(before: str, word: str, after: str, likely: str | None) -> float:
    """How strongly a syllable is tied to what stands beside it; of equals, the likely one is meant."""
    known = spelling()
    usual = (word in known.after.get(canonical(before), ())) + (canonical(after) in known.after.get(word, ()))
    left = following(canonical(before)).get(word, 0.0) if before else 0.0
    right = following(word).get(canonical(after), 0.0) if after else 0.0
    tied = bool(left) + bool(right)
    return 2 * usual + tied + (word == likely and bool(usual or tied)) + (min(left, 50) + min(right, 50)) / 1000


def _alike(wrong: str) -> list[str]:
    """The syllables of the same letters, and what the keys of a typing method were to give."""
    keyed = typed(wrong)
    return [*by_letters().get(fold(wrong), ()), *([keyed] if keyed else ())]


@lru_cache(maxsize=1024)
def _near(wrong: str) -> list[str]:
    """The syllables that one slip of the hand makes this of."""
    letters = fold(wrong)
    heads = {letters[:i] + letters[i + 1 :] for i in range(len(letters))}
    heads |= {letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :] for i in range(len(letters) - 1)}
    others = [word for key in heads for word in by_letters().get(key, ())]
    for length in range(len(wrong) - 1, len(wrong) + 2):
        alike = _by_length().get(length, ())
        others += [word for word, *_ in process.extract(wrong, alike, scorer=OSA.distance, score_cutoff=1, limit=None)]
    return sorted({word for word in others if OSA.distance(wrong, word, score_cutoff=2) <= 2})


@cache
def respelt(word: str) -> frozenset[str]:
    """«chước» as «trước», «giựng» as «dựng», «hoạt» as «hoạch»."""
    found = {word[: -len(a)] + b for pair in FINALS for a, b in (pair, pair[::-1]) if word.endswith(a)}
    for one, another in INITIALS:
        for here, there in ((one, another), (another, one)):
            if word.startswith(here) and not word.startswith(("ng", "nh")):
                found.add(there + word[len(here) :])
    return frozenset(found)
