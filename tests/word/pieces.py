"""Random text in random runs, for properties of what is done to Word files."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st


def cut(text: str, cuts: list[int]) -> list[str]:
    bounds = [0, *sorted(min(at, len(text)) for at in cuts), len(text)]
    return [text[start:end] for start, end in pairwise(bounds)]


# Letters whose mark stands behind them are one letter to a reader, even if two runs share them.
PIECES = st.builds(
    lambda letters, cuts: [piece for piece in cut("".join(letters), cuts) if piece],
    st.lists(st.sampled_from(("a", "ằ", "e\u0302", "o\u031b\u0300", "Đ", " ", ".")), min_size=1, max_size=20),
    st.lists(st.integers(0, 40), max_size=5),
)
