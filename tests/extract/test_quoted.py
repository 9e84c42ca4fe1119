"""What a plan only quotes or cites, and does not say itself."""

from __future__ import annotations

import pytest

from kehoach.extract import plan
from kehoach.extract.quoted import is_cited, is_quoted, quotes
from kehoach.model import Plan, Span
from kehoach.readers.text import parse
from kehoach.rules.samples import plan as sample

LINE = (
    "Đơn vị thực hiện Quyết định số 77/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh về phát triển thư viện; tham gia "
    "Phong trào thi đua “Mỗi tổ một “Tủ sách mở” trong năm học” và giữ gìn khuôn viên."
)


@pytest.fixture
def here() -> tuple[Plan, int]:
    found = plan(parse(sample("I. NỘI DUNG", LINE)))
    return found, next(number for number, block in enumerate(found.document.blocks) if block.text == LINE)


def at(words: str, block: int) -> Span:
    return Span(block, LINE.index(words), LINE.index(words) + len(words))


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("77/QĐ-UBND", True), ("05/3/2024", True), ("Ủy ban nhân dân tỉnh", True), ("thư viện", True),
        ("Đơn vị", False), ("khuôn viên", False), ("Tủ sách mở", False),
    ],
)  # fmt: skip
def test_a_citation_is_all_of_it(words: str, cited: bool, here: tuple[Plan, int]) -> None:
    assert is_cited(here[0], at(words, here[1])) is cited


def test_a_quotation_holds_the_one_within_it(here: tuple[Plan, int]) -> None:
    [quote] = quotes(here[0].document)
    assert (quote.kind, quote.text) == ("phong trao thi dua", "Mỗi tổ một “Tủ sách mở” trong năm học")
    assert is_quoted(here[0].document, at("Tủ sách mở", here[1]))
    assert not is_quoted(here[0].document, at("khuôn viên", here[1]))
