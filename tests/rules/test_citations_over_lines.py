"""A citation that a Word file breaks over two paragraphs is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach import extract
from kehoach.model import Block, Document
from kehoach.rules import RULES


@pytest.mark.parametrize(("following", "found"), [("ngày 05 tháng 3 năm 2020 của Chính phủ)", 0), ("về văn thư)", 1)])
def test_the_date_may_stand_in_the_next_paragraph(following: str, found: int) -> None:
    texts = ("PHỤ LỤC", "(Kèm theo Nghị định số 30/2020/NĐ-CP", following)
    document = Document(
        Path("phu-luc.docx"), "docx", tuple(Block(text, f"đoạn {n}") for n, text in enumerate(texts, 1))
    )

    assert len(list(RULES["KH306"].run({"plan": extract.plan(document)}))) == found
