"""What a misread syllable may have been: the words that OCR or lost marks could have turned into it, with costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from ..knowledge import rows
from ..text import fold

# In nats, like the costs of the language model. A plain letter says little about the mark that it lost.
LOST_MARK = 0.12
LOST_MARK_E = 0.7  # but «é» survives OCR as é, so that a plain e is more often a plain e
WRONG_MARK = 0.9
MARK_FROM_NOTHING = 2.2
UNMARKED_MISREAD = 1.8
STRAY = 3.2  # a letter too many
JUNK = 1.2  # a mark too many
MISSING = 2.8  # a letter too few
SWAPPED = 3.6  # one letter for another without a known reason, tried when nothing else helps
BENT_GRAVE = 2.5  # «é» for a letter with a grave mark or a dot below, which get lost instead
LIMIT = 5.5  # what a reading may cost at most
FAR_LIMIT = 7.5  # and where nothing is found below that
KEEP = 8

_JUNK = frozenset("?{}$’‘'§@¥£&¢€%")
_ACUTE = frozenset("éèẽẻẹếềểễệê")
# An «é» that is no e, and the letters that it hardly ever was: none of 1,100 in the damaged plans at hand.
_BENT = "É"
_HARDLY_BENT = frozenset("àạòọờợùụừựìị")


@lru_cache(maxsize=1)
def _rewrites() -> dict[str, tuple[tuple[str, str, float], ...]]:
    """Misreadings by the first character that is seen."""
    found: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for row in rows("misreadings"):
        found[row["seen"][0]].append((row["seen"], row["meant"], float(row["cost"])))
    return {first: tuple(rest) for first, rest in found.items()}


class Channel:
    """The words of a vocabulary, found by what is left of them."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.words: dict[str, list[str]] = defaultdict(list)
        for word in vocabulary:
            self.words[fold(word)].append(word)
        self.heads = {skeleton[:size] for skeleton in self.words for size in range(len(skeleton) + 1)}
        self._known: dict[tuple[str, float], tuple[tuple[str, float], ...]] = {}

    def readings(self, written: str, limit: float = LIMIT) -> tuple[tuple[str, float], ...]:
        """Words that `written` (in small letters) may have been, with costs; the cheapest first."""
        key = (written, limit)
        if key not in self._known:
            self._known[key] = self._readings(written, limit)
        return self._known[key]

    def _readings(self, written: str, limit: float) -> tuple[tuple[str, float], ...]:
        costs: dict[str, float] = {}
        for skeleton, seen, cost in self._skeletons(written, limit):
            for word in self.words[skeleton]:
                total = cost + sum(map(_mark, seen, word))
                if total <= limit + 1.5 and total < costs.get(word, 1e9):
                    costs[word] = total
        return tuple(sorted(costs.items(), key=lambda item: item[1]))

    def _skeletons(self, written: str, limit: float) -> list[tuple[str, str, float]]:
        """Skeletons of known words, each with the characters seen for its letters («*» for a misread one) and the cost.

        A walk over the characters; a state is the head of a skeleton spelled so far.
        """
        # A short word with several misread letters is anyone's guess.
        limit = min(limit, 1.8 + 1.2 * len(written))
        states: list[dict[str, tuple[float, str]]] = [{} for _ in range(len(written) + 1)]
        states[0][""] = (0.0, "")
        for at, here in enumerate(states):
            for head, (cost, seen) in list(here.items()):
                if cost + MISSING <= limit:  # a letter that is not there: vowels are the ones that get lost
                    for letter in "aeiou":
                        self._reach(here, head + letter, cost + MISSING, seen + "*")
            for meant, price, mark, width in _moves(written, at, swap=limit > LIMIT):
                target = states[at + width]
                for head, (cost, seen) in here.items():
                    if cost + price <= limit:
                        self._reach(target, head + meant, cost + price, seen + mark)
        return [(head, seen, cost) for head, (cost, seen) in states[-1].items() if head in self.words]

    def _reach(self, states: dict[str, tuple[float, str]], head: str, cost: float, seen: str) -> None:
        if head in self.heads and (head not in states or cost < states[head][0]):
            states[head] = (cost, seen)


def _moves(written: str, at: int, swap: bool) -> list[tuple[str, float, str, int]]:
    """What the characters at one place may stand for: letters, cost, what was seen for each letter, characters used."""
    if at == len(written):
        return []
    character = written[at]
    moves = [(fold(character), 0.0, character, 1), ("", JUNK if character in _JUNK else STRAY, "", 1)]
    for pattern, meant, price in _rewrites().get(character, ()):
        if written.startswith(pattern, at):
            moves.append((meant, price, (_BENT if pattern == "é" else "*") * len(meant), len(pattern)))
    if swap:
        moves += [(letter, SWAPPED, "*", 1) for letter in "aeiouyngchtdlmbvrskp"]
    return moves


@lru_cache(maxsize=8192)
def _mark(seen: str, letter: str) -> float:
    """The cost of seeing a character for a letter of the same skeleton; «*» and «É» are seen for a misread letter."""
    marked = letter != fold(letter)
    if seen == _BENT and letter in _HARDLY_BENT:
        return BENT_GRAVE
    if seen in ("*", _BENT):
        return 0.0 if marked else UNMARKED_MISREAD
    if seen == letter:
        return 0.0
    if seen == fold(seen):
        return (LOST_MARK_E if letter in _ACUTE else LOST_MARK) if letter != "đ" else 0.4
    if not marked:
        return MARK_FROM_NOTHING
    return 0.1 if seen == "é" else WRONG_MARK
