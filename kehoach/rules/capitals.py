"""Where the rules of capitals look: running text, word by word, without lines in capitals and without quoted names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from ..extract import marks
from ..extract.names import letters
from ..model import Finding, Fix, Plan, Span
from ..patterns import lazy
from ..text import SMALL, fold

QUOTED = lazy(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
# The last letters before a word that stands inside a sentence.
INSIDE = lazy(rf"(?:{SMALL}|\d|[,;)”])\s+$")


class Passage(Struct, frozen=True):
    """A block of running text; `folded` has its letters in place, small and without accents.

    `plan` is all the running text of the plan, folded.
    """

    number: int
    text: str
    folded: str
    plan: str

    def finding(self, start: int, end: int, right: str, said: str = "", *, safe: bool = True) -> Finding:
        span = Span(self.number, start, end)
        wrong = self.text[start:end]
        return Finding(span, said or f"viết «{right}» thay vì «{wrong}»", Fix(span, right, safe))

    def inside(self, start: int) -> bool:
        """Whether what begins at `start` stands inside a sentence, and not at its beginning."""
        return INSIDE.search(self.text, max(0, start - 4), start) is not None

    def quoted(self, start: int) -> bool:
        """Whether `start` stands in quotation marks: names in them are as they were given."""
        return any(m.start() <= start < m.end() for m in QUOTED.finditer(self.text))


@lru_cache(maxsize=2)  # a dozen rules look at them, one plan after the other
def passages(plan: Plan) -> tuple[Passage, ...]:
    """The blocks of a plan that are not in capitals."""
    found = [
        (number, block.text, fold(block.text))
        for number, block in enumerate(plan.document.blocks)
        if block.part in ("body", "box", "footnote") and len(block.text) > 3 and not marks.in_capitals(block.text, 0.75)
    ]
    whole = "\n".join(folded for _, _, folded in found)
    return tuple(Passage(number, text, folded, whole) for number, text, folded in found)


def occurrences(plan: Plan, phrases: Iterable[str]) -> Iterator[tuple[Passage, int, int, str]]:
    """(passage, start, end, phrase) where the letters of a phrase stand, in whatever case; the longest at a place."""
    here = passages(plan)
    ordered = ((phrase, fold(phrase)) for phrase in sorted(phrases, key=len, reverse=True))
    whole = here[0].plan if here else ""
    there = [(phrase, wanted) for phrase, wanted in ordered if wanted in whole]
    for passage in here:
        for start, end, phrase in _occurrences(passage, there):
            yield passage, start, end, phrase


def _occurrences(passage: Passage, phrases: list[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    taken: list[tuple[int, int]] = []
    for phrase, wanted in phrases:
        at = passage.folded.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            free = _whole(passage.text, at, end) and not any(s < end and at < e for s, e in taken)
            if free and letters(passage.text[at:end]) == letters(phrase):
                taken.append((at, end))
                yield at, end, phrase
            at = passage.folded.find(wanted, end)


def same_but_for_tone(written: str, right: str) -> bool:
    """Whether two spellings differ only in where the tone stands: «Uỷ ban» and «Ủy ban»."""
    return len(written) == len(right) and all(
        a == b or (a.isupper() == b.isupper() and fold(a) == fold(b)) for a, b in zip(written, right, strict=True)
    )


def _whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
