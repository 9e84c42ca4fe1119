"""The tools behind the corpus: lists that count as Word does, marks that vanish, ruin that repeats."""

from __future__ import annotations

import pytest
from build_corpus import _swapped
from corpus_damage import ruin
from corpus_numbering import Counter
from corpus_source import seen


def test_word_would_show_what_is_typed() -> None:
    counter = Counter("levels")
    typed = ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1.", "-"]
    levels = [counter.properties(numeral) for numeral in typed]
    assert all("numPr" in level for level in levels)


@pytest.mark.parametrize("typed", [["II."], ["I.", "III."], ["a)", "b)", "c)", "d)", "đ)"]])
def test_a_numeral_that_word_would_not_show_is_refused(typed: list[str]) -> None:
    counter = Counter("levels")
    for numeral in typed[:-1]:
        counter.properties(numeral)
    with pytest.raises(ValueError, match=r"Word would show|no list level"):
        counter.properties(typed[-1])


def test_every_restarted_list_is_a_list_of_its_own() -> None:
    counter = Counter("restart")
    numbers = [counter.properties(numeral) for numeral in ["I.", "1.", "2.", "II.", "1."]]
    assert numbers[1] == numbers[2] != numbers[4]


def test_marks_leave_what_a_reader_sees() -> None:
    assert seen("số {--43--}{++34++}/KH-SGDĐT^[ghi chú] và [[mục này]]") == "số 34/KH-SGDĐT và mục này"


def test_ruin_repeats_and_loses_what_ocr_loses() -> None:
    clean = "II. NỘI DUNG\nThực hiện Kế hoạch số 27/KH-UBND của Ủy ban nhân dân tỉnh về đổi mới"
    ruined = ruin(clean)
    assert ruined == ruin(clean)
    assert ruined.startswith("I1. N")
    assert "27/KH-UBND" in ruined
    assert not set("ốựệđơư") & set(ruined)


def test_swapped_sections_keep_their_numerals() -> None:
    source = "+++\n+++\nmở đầu\n# I. MỘT\nmột\n# II. HAI\nhai\n"
    assert _swapped(source, "I", "II") == "+++\n+++\nmở đầu\n# I. HAI\nhai\n# II. MỘT\nmột\n"
