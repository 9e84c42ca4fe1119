from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import CAPITAL
from .. import Bad, Good, rule
from ..capitals import passages
from ..options import Words
from ..samples import plan as sample

BEFORE_NAME = lazy(
    rf"(?:(?:^|\s)(?:[a-zđ]|\d+)[).]|\bvà|,|-|\b{CAPITAL}\w*|danh hiệu|mô hình|phong trào|cuộc thi|giải|ngày|tháng)\s+$"
)
# What makes a noun a name: a number, a name, a quotation, «số …», «này».
NAMED = rf"(?!\s*(?:[“\"«(\d]|số\s|này\b|nêu trên|trên\b|{CAPITAL}|của\s[^.;:]{{3,80}}:\s*số\b))"


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH178",
    "needless-capital",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II (không trường hợp nào cho viết hoa danh từ chung giữa câu)",
    english="a common noun has a capital inside a sentence",
    needs=("typed", "state"),
    together=True,
    restored=True,
    bad=(
        Bad(
            _text("Lồng ghép vào các Chương trình, đề án cụ thể."),
            at="Chương trình",
            fixed=_text("Lồng ghép vào các chương trình, đề án cụ thể."),
        ),
        Bad(
            _text("Góp phần xây dựng Xã hội học tập."),
            at="Xã hội học tập",
            fixed=_text("Góp phần xây dựng xã hội học tập."),
        ),
        Bad(
            _text("Thực hiện đúng pháp luật về Thi đua, khen thưởng."),
            at="Thi đua",
            fixed=_text("Thực hiện đúng pháp luật về thi đua, khen thưởng."),
        ),
        Bad(_text("Công nhận Khu phố đạt danh hiệu."), at="Khu phố", fixed=_text("Công nhận khu phố đạt danh hiệu.")),
    ),
    good=(
        Good(_text("Thực hiện Đề án “Xây dựng Xã hội học tập năm 2030”; Khu phố 3; các chương trình, đề án.")),
        Good(_text("Các Nghị quyết của Hội đồng nhân dân tỉnh: số 61/NQ-HĐND, số 64/NQ-HĐND.")),
        Good(_text("Xã hội học tập (sau đây gọi tắt là XHHT).")),
        Good(_text("Công nhận Khu phố đạt danh hiệu."), options={"allowed": ("Khu phố",)}),
    ),
)
def check(
    plan: Plan,
    *,
    allowed: Annotated[Words, "các chữ cơ quan quy ước viết hoa, đúng từng chữ hoa"] = (),
) -> Findings:
    """Danh từ chung giữa câu viết thường: các chương trình, đề án; xây dựng xã hội học tập; khu phố.

    Viết hoa khi là tên của một văn bản, một phong trào cụ thể hay đã được quy ước gọi tắt.
    """
    for passage in passages(plan):
        for m in _plural().finditer(passage.text):
            word = m["word"]
            if word not in allowed and not passage.quoted(m.start("word")):
                yield passage.finding(*m.span("word"), word[0].lower() + word[1:])
        for m in _matters().finditer(passage.text):
            if m["word"] not in allowed and not passage.quoted(m.start("word")):
                yield passage.finding(*m.span("word"), m["word"][0].lower() + m["word"][1:])
        for m in _nouns().finditer(passage.text):
            word = m["word"]
            if (
                word not in allowed
                and passage.inside(m.start("word"))
                and not passage.quoted(m.start("word"))
                and not _after_mark(passage.text, m)
            ):
                yield passage.finding(*m.span("word"), word[0].lower() + word[1:])


def _after_mark(text: str, m: re.Match[str]) -> bool:
    """What goes on with a name («Luật Cán bộ, công chức», «danh hiệu Gia đình văn hóa») or begins one («a) …»)."""
    return BEFORE_NAME.search(text, max(0, m.start("word") - 30), m.start("word")) is not None


@cache
def _plural() -> re.Pattern[str]:
    row = table("capitals")["common"]
    kinds = "|".join(sorted(row["kinds"], key=len, reverse=True))
    return lazy(rf"(?<!\w)(?:{'|'.join(row['plural'])})\s+(?P<word>{kinds}){NAMED}")


@cache
def _nouns() -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?P<word>{'|'.join(table('capitals')['common']['nouns'])})(?!\w){NAMED}")


@cache
def _matters() -> re.Pattern[str]:
    row = table("capitals")["common"]
    return lazy(rf"(?<!\w)(?:{'|'.join(row['about'])})\s+(?P<word>{'|'.join(row['matters'])})(?!\w){NAMED}")
