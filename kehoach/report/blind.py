"""What could not be checked, told so that it can be read: many rules as ranges, what many files share once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from .results import Checked, Results

Told = tuple[str, tuple[str, ...]]  # a reason, and the rules


def blind(file: Checked, results: Results) -> list[Told]:
    return [(reason, tuple(rules)) for reason, rules in results.blind(file).items()]


def shared(results: Results) -> dict[Told, int]:
    """What several files have in common, and how many have it."""
    counts = Counter(told for file in results.files for told in blind(file, results))
    return {told: count for told, count in counts.items() if count > 1}


def ranges(rules: Iterable[str]) -> str:
    """Codes in few words: three and more whose numbers follow one another are a range.

    >>> ranges(["KH101", "KH102", "KH103", "KH301", "KH302"])
    'KH101–KH103, KH301, KH302'
    """
    return ", ".join(_ranges(sorted(rules)))


def _ranges(rules: Sequence[str]) -> Iterator[str]:
    for _, run in groupby(enumerate(rules), lambda pair: int(pair[1][2:]) - pair[0]):
        ids = [id for _, id in run]
        yield from [f"{ids[0]}–{ids[-1]}"] if len(ids) > 2 else ids
