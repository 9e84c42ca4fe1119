"""Folding: one character in, one out, and the same however it is worked out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kehoach.text import _FOLD, VIETNAMESE, fold


@given(st.text() | st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper() + "aZ 0–“”…\n\t\v")))
def test_folding_keeps_every_place(text: str) -> None:
    assert fold(text) == text.translate(_FOLD)
    assert len(fold(text)) == len(text)


def test_every_character_folds_alone_as_in_company() -> None:
    for character in map(chr, (*range(0xD800), *range(0xE000, 0x11000))):
        assert fold(character) == character.translate(_FOLD), hex(ord(character))
