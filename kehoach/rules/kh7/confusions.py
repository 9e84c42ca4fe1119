"""The phrases that people mistype, by their first two syllables."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from ...knowledge import rows


class Confusion(Struct, frozen=True):
    """What is typed, what is meant, and between which words it is right after all."""

    wrong: str
    right: str
    unless_before: frozenset[str]
    unless_after: frozenset[str]


@cache
def confusions() -> dict[tuple[str, str], tuple[Confusion, ...]]:
    """The rows of knowledge/confusions.csv by their first two syllables, the longest first."""
    found: dict[tuple[str, str], list[Confusion]] = {}
    for row in sorted(rows("confusions"), key=lambda row: -len(row["wrong"])):
        first, second, *_ = row["wrong"].split()
        before, after = (frozenset(row[key].split(";")) - {""} for key in ("unless_before", "unless_after"))
        found.setdefault((first, second), []).append(Confusion(row["wrong"], row["right"], before, after))
    return {pair: tuple(group) for pair, group in found.items()}


@cache
def order() -> dict[str, tuple[tuple[int, tuple[str, str]], ...]]:
    """By each first syllable, the pairs that begin with it and their rank: few of all pairs need be looked for."""
    found: dict[str, list[tuple[int, tuple[str, str]]]] = {}
    for rank, pair in enumerate(confusions()):
        found.setdefault(pair[0], []).append((rank, pair))
    return {head: tuple(pairs) for head, pairs in found.items()}
