"""Two pages on one sheet of landscape paper."""

from __future__ import annotations

from pathlib import Path

from kehoach.readers.printed import pages
from kehoach.readers.printed.halves import halves
from kehoach.readers.printed.words import Face, Rule, Sheet, Word

FACE = Face("Times New Roman", 11.0)


def page(left: float, words: str, lines: int = 12) -> list[Word]:
    """Lines of text as wide as a page of A5."""
    found = []
    for line in range(lines):
        for place, word in enumerate(words.split()):
            x = left + 40 + 55 * place
            found.append(Word(x, 80.0 + 16 * line, x + 45, f"{word}{line}", FACE))
    return found


def sheet(*parts: list[Word], rules: tuple[Rule, ...] = (), width: float = 842.0) -> Sheet:
    return Sheet(1, width, 595.0, tuple(word for part in parts for word in part), rules)


def test_two_pages_on_a_sheet_are_read_one_after_the_other() -> None:
    both = sheet(page(0, "mùa hè đi học bơi nhé"), page(421, "mùa đông ở nhà đọc sách"))
    text = " ".join(block.text for block in pages.document([both], Path("a.pdf"), "pdf").blocks)

    assert text.index("nhé11") < text.index("mùa0", 10)
    assert [half.width for half in halves(both)] == [421.0, 421.0]


def test_a_first_page_beside_nothing_is_one_page() -> None:
    (half,) = halves(sheet(page(0, "mùa hè đi học bơi nhé")))

    assert half.width == 421.0


def test_a_landscape_page_with_a_line_across_its_middle_is_one_page() -> None:
    whole = sheet(page(0, "mùa hè đi học bơi nhé"), page(421, "mùa đông"), [Word(380, 40, 460, "PHỤ LỤC", FACE)])

    assert list(halves(whole)) == [whole]


def test_a_ruled_table_over_the_whole_width_is_no_two_pages() -> None:
    table = sheet(page(0, "mùa hè đi học bơi nhé"), page(421, "mùa đông"), rules=(Rule(40.0, 60.0, 800.0, 60.0),))

    assert list(halves(table)) == [table]


def test_two_columns_on_upright_paper_are_no_two_pages() -> None:
    upright = sheet(page(0, "mùa hè đi học"), width=420.0)

    assert list(halves(upright)) == [upright]
