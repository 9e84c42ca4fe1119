"""Which of many texts says what another one says: sparse TF-IDF over folded syllables, so damaged text is matched too.

Syllables are not put together to words first: a segmenter adds nothing to the matching of sound text and ruins that of
damaged text (measured). The rarest syllables of a question say which texts are compared with it at all, so that a
thousand questions to a thousand texts take less than a second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from heapq import nlargest
from math import log, sqrt

from msgspec import Struct

from ..patterns import lazy
from ..text import fold

ASKED = 10  # of a question's syllables, the rarest, that are looked up
COMPARED = 12  # texts that are compared whole
_SYLLABLE = lazy(r"[a-z]{2,}")


def syllables(text: str) -> list[str]:
    """The syllables of a text without accents; single letters and figures do not say what it is about."""
    return _SYLLABLE.findall(fold(text))


class Match(Struct, frozen=True):
    """A text of an index, by its number: how alike it is, and how much of the question is in it (both 0 to 1)."""

    text: int
    score: float
    covered: float


class Index:
    """Texts that can be asked.

    >>> index = Index(["Kiện toàn trung tâm học tập cộng đồng", "Bố trí kinh phí hằng năm"])
    >>> [match.text for match in index.nearest("Bo tri klnh phi hang nam")]
    [1]
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts = [Counter(syllables(text)) for text in texts]
        self._where: dict[str, list[int]] = {}
        for number, counts in enumerate(self._counts):
            for word in counts:
                self._where.setdefault(word, []).append(number)
        total = len(self._counts)
        self._tells = {word: log(1 + total / len(where)) for word, where in self._where.items()}
        self._unknown = log(1 + total)
        self._lengths = [sqrt(sum((n * self._tells[word]) ** 2 for word, n in c.items())) for c in self._counts]

    def nearest(self, text: str, most: int = 1) -> list[Match]:
        """The texts that are most alike, best first."""
        asked = Counter(syllables(text))
        tells = {word: self._tells.get(word, self._unknown) for word in asked}
        length = sqrt(sum((n * tells[word]) ** 2 for word, n in asked.items()))
        whole = sum(tells.values())
        found: dict[int, float] = {}
        for word in nlargest(ASKED, (word for word in asked if word in self._where), key=tells.__getitem__):
            for number in self._where[word]:
                found[number] = found.get(number, 0.0) + tells[word] ** 2
        matches = []
        for number in nlargest(max(most, COMPARED), found, key=lambda number: found[number] / self._lengths[number]):
            counts = self._counts[number]
            both = asked.keys() & counts.keys()
            product = sum(asked[word] * counts[word] * tells[word] ** 2 for word in both)
            covered = sum(tells[word] for word in both) / whole
            matches.append(Match(number, product / (length * self._lengths[number]), covered))
        return nlargest(most, matches, key=lambda match: match.score)
