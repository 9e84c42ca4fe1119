"""One line of print that two engines read: which of them to believe, word by word; and what is the name of a person."""

from __future__ import annotations

from functools import cache

from ...knowledge import table
from ...text import fold, likeness
from ..syllables import is_syllable, plain
from . import pen

# A word that lost a letter is the same from this likeness on.
ALIKE = 60.0
# Middle names that nearly everyone writes so.
_MIDDLE = {"van": "Văn", "thi": "Thị"}


def is_name(text: str) -> bool:
    """Whether a line is the name of a person: a surname and one to four names, each with a capital."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and all(word[0].isupper() and word[1:].islower() and is_syllable(word) for word in words)
        and fold(words[0]) in table("surnames")["surnames"]
    )


def settled(second: str, first: str) -> str:
    """What a line says, from both engines: the second lacks some Vietnamese letters, the first stumbles over ink."""
    words = second.split()
    others = [word.strip("“”‘’.,;:'\"|") for word in first.split()]
    if len(words) == len(others):
        words = [other if _says_more(other, word) else word for word, other in zip(words, others, strict=True)]
    return " ".join(_as_people_write(words))


def _as_people_write(words: list[str]) -> list[str]:
    """A name whose surname, «Văn» and «Thị» have the accents that they have with nearly everyone."""
    if not 2 <= len(words) <= 5 or not all(word[0].isupper() and word[1:].islower() for word in words):
        return words
    first = words[0]
    if fold(first) == first.lower() or not is_syllable(first):
        first = _surnames().get(fold(first), first)
    middle = [_MIDDLE.get(fold(word), word) for word in words[1:-1]]
    return [first, *middle, *words[len(middle) + 1 :]]


@cache
def _surnames() -> dict[str, str]:
    """Surnames by their letters without accents, where one surname only has them."""
    written: list[str] = table("surnames")["written"]
    alone = {fold(name): name for name in written}
    return {bare: name for bare, name in alone.items() if sum(fold(other) == bare for other in written) == 1}


def _says_more(first: str, second: str) -> bool:
    """Whether the first engine's word is the second's with letters that the second does not know."""
    if not is_syllable(first):
        return False
    if not is_syllable(second):
        return likeness(first, second) >= ALIKE
    if pen.knows(first) or len(first) != len(second):
        return not pen.knows(first) and likeness(first, second) >= ALIKE
    return all(a == b or (not pen.knows(a) and b == plain(a)) for a, b in zip(first, second, strict=True))
