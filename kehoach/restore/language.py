"""A small model of administrative Vietnamese: which syllable follows which, from our wording and pyvi's lexicon."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import log

from ..knowledge import HERE
from ..text import TONES_MOVED

CONTEXT_WEIGHT = 3.0  # a text of the same subject tells more than the general wording
# Measured on real plans of other subjects, damaged by us; the neighbourhood of these values is flat.
DISCOUNT = 0.6
DISCOUNT_TRI = 0.8
LEAST_NEW = 0.2  # the chance of something new after a word, however often it was seen
LEXICON_WEIGHT = 0.7  # a word of the dictionary that we never wrote, as a share of one occurrence
PART_WEIGHT = 0.2  # a syllable, for each word of the dictionary that it is part of
FLOOR = 1e-7

NUMBER = "<n>"  # what stands in place of a number, a date or a code
BREAK = "<s>"  # and in place of the end of a sentence or an item of a list
PARTS = "*"  # the row that says in how many words of the dictionary a syllable stands

Row = tuple[float, float, dict[str, float]]


class Language:
    """Probabilities of syllables after syllables, as costs (nats): trigrams, bigrams, single ones, interpolated."""

    def __init__(self, lines: dict[str, str], extra: dict[str, dict[str, float]]) -> None:
        self._lines = lines
        self._extra = extra
        self._rows: dict[str, Row] = {}
        self._pairs: dict[tuple[str, str], float] = {}

    def with_context(self, context: Sequence[str]) -> Language:
        """The same model, sharpened with clean material at hand."""
        from .units import count  # who only asks what follows what does not wait for the reading of texts

        extra = {head: dict(tails) for head, tails in self._extra.items()}
        for text in context:
            for head, tails in count(text).items():
                row = extra.setdefault(head, {})
                for tail, number in tails.items():
                    row[tail] = row.get(tail, 0.0) + CONTEXT_WEIGHT * number
        return Language(self._lines, extra)

    @property
    def _single(self) -> Row:
        """Read when it is asked for: it is long, and whoever asks what follows what does without it."""
        return self._row("")

    @property
    def words(self) -> Iterable[str]:
        """Every syllable and abbreviation that the model knows."""
        return (w for w in self._single[2] if w not in (NUMBER, BREAK))

    def cost(self, before: str, last: str, word: str) -> float:
        """-log P(word | before last)."""
        return self.costs(before, last, (word,))[0]

    def costs(self, before: str, last: str, words: tuple[str, ...]) -> list[float]:
        """-log P(word | before last) for each of `words`."""
        low = [self._two(last, word) for word in words]
        head = f"{before} {last}"
        if head not in self._lines and head not in self._extra:
            return [-log(p) for p in low]
        total, kinds, tails = self._row(head)
        rest = DISCOUNT_TRI * kinds / total
        return [
            -log(rest * p + (tails[word] - DISCOUNT_TRI) / total) if word in tails else -log(rest * p)
            for word, p in zip(words, low, strict=True)
        ]

    def single(self, word: str) -> float:
        """-log P(word), whatever stands before it."""
        return -log(self._one(word))

    def _two(self, last: str, word: str) -> float:
        key = (last, word)
        found = self._pairs.get(key)
        if found is None:
            total, kinds, tails = self._row(last)
            found = self._one(word)
            if total:
                new = min(1.0, max(LEAST_NEW, DISCOUNT * kinds / total))
                found = max(tails.get(word, 0.0) - DISCOUNT, 0.0) / total + new * found
            self._pairs[key] = found
        return found

    def _one(self, word: str) -> float:
        total, _, tails = self._single
        return max(tails.get(word, 0.0) / total, FLOOR)

    def _row(self, head: str) -> Row:
        found = self._rows.get(head)
        if found is None:
            tails = _parsed(self._lines[head]) if head in self._lines else {}
            for tail, number in self._extra.get(head, {}).items():
                tails[tail] = tails.get(tail, 0.0) + number
            kinds = float(len(tails)) if head else 0.0
            if not head:
                for syllable, number in _parsed(self._lines[PARTS]).items():
                    tails[syllable] = tails.get(syllable, 0.0) + PART_WEIGHT * number
            found = self._rows[head] = (sum(tails.values()), kinds, tails)
        return found


def _parsed(line: str) -> dict[str, float]:
    """«hiện=80 tế=5|phẩm vật»: what follows a head, with counts, and after the bar what only the lexicon knows."""
    counted, _, lexicon = line.partition("|")
    tails = {tail: float(number) for tail, _, number in (item.partition("=") for item in counted.split())}
    for tail in lexicon.split():
        tails[tail] = tails.get(tail, 0.0) + LEXICON_WEIGHT
    return tails


@cache
def _lines() -> list[str]:
    """The model that is shipped, kehoach/knowledge/language.txt: its lines in the order of their heads."""
    return (HERE / "language.txt").read_text(encoding="utf-8").split("\n")[1:-1]


@cache
def language() -> Language:
    return Language(dict(line.split("\t", 1) for line in _lines()), {})


@lru_cache(maxsize=4)
def sharpened(context: tuple[str, ...]) -> Language:
    return language().with_context(context) if context else language()


def canonical(word: str) -> str:
    """The tone where administrative texts set it: «hóa», «ủy» (not «hoá», «uỷ»); «quý», «quỳ» and «loại» stay.

    >>> canonical("hoá"), canonical("quý"), canonical("thuỷ")
    ('hóa', 'quý', 'thủy')
    """
    if len(word) < 2 or word[-2:] not in TONES_MOVED or word.startswith("q"):
        return word
    return word[:-2] + TONES_MOVED[word[-2:]]


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return frozenset(language().words)


def go_together(first: str, second: str) -> bool:
    """Whether two syllables are known to follow one another, in a word of the lexicon or in our wording.

    >>> go_together("kế", "hoạch"), go_together("kế", "hoặch")
    (True, False)
    """
    return seen(canonical(first.lower()), canonical(second.lower()))


def seen(first: str, second: str) -> bool:
    """The same, of syllables in small letters with the tone where we set it."""
    tails = _tails(first)
    return f" {second}=" in tails or f" {second} " in tails


@lru_cache(maxsize=4096)
def following(head: str) -> dict[str, float]:
    """What is known to follow a syllable, or two («hành chính»), and how often."""
    return _parsed(_line(head))


@lru_cache(maxsize=4096)
def _tails(head: str) -> str:
    """The line of a head as one text to search: most questions are about one syllable, and no line need be parsed."""
    return f" {_line(head).replace('|', ' ')} "


def _line(head: str) -> str:
    """A rule asks for few heads, and does not wait for the whole model."""
    at = bisect_left(_lines(), f"{head}\t")
    found, _, tails = _lines()[at].partition("\t") if at < len(_lines()) else ("", "", "")
    return tails if found == head else ""


def is_entry(first: str, second: str) -> bool:
    """Whether two syllables stand side by side in a word of the lexicon that our own wording never uses."""
    return following(canonical(first.lower())).get(canonical(second.lower())) == LEXICON_WEIGHT


def written(syllable: str) -> float:
    """How often our own wording has a syllable in small letters; 0 for one that only the lexicon knows."""
    _, found, rest = _single_words().partition(f" {syllable}=")
    return float(rest.partition(" ")[0]) if found else 0.0


@cache
def _single_words() -> str:
    return f" {_line('').partition('|')[0]} "


def is_word(syllable: str) -> bool:
    """Whether a syllable is in the lexicon or in our wording, whatever its case and the place of its tone.

    >>> is_word("Hoạch"), is_word("hoà"), is_word("hoạhc")
    (True, True, False)
    """
    return canonical(syllable.lower()) in _vocabulary()
