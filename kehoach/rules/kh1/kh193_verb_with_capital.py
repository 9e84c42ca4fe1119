from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import CAPITAL, SMALL
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample

# Two syllables of which the first has a capital, before a word in small letters.
_PAIR = lazy(rf"(?<!\w)(?P<word>{CAPITAL}\w* \w+)(?=\s+{SMALL})")
# Where a pair of capitals begins no part of a longer name.
_OPENS = lazy(rf"(?:^|[.;:+-] |{SMALL} |\) )$")
FAR = 20  # letters of the words before


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH193",
    "verb-with-capital",
    Severity.INFO,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II (không trường hợp nào cho viết hoa động từ giữa câu)",
    english="a verb has a capital inside a sentence, or on its second syllable",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(_text("- Triển Khai thực hiện bộ tiêu chí đánh giá."), at="Triển Khai",
            fixed=_text("- Triển khai thực hiện bộ tiêu chí đánh giá.")),
        Bad(_text("Các tổ chủ động Phối hợp với các lớp."), at="Phối hợp",
            fixed=_text("Các tổ chủ động phối hợp với các lớp.")),
    ),
    good=(
        Good(_text("Tổ chức thực hiện; tiếp tục Đề án Xây dựng xã hội học tập; Ban Tổ chức họp; Phòng Kiểm tra.")),
        Good(_text("Lễ Phát Động Tháng Hành Động; Hội đồng được Tổ chức Y tế thế giới hỗ trợ.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Động từ giữa câu viết thường («chủ động phối hợp»); đầu câu chỉ hoa chữ đầu: «Triển khai», không «Triển Khai»."""
    verbs, before, names = _words()
    for passage in passages(plan):
        for m in _PAIR.finditer(passage.text):
            word, start = m["word"], m.start("word")
            if word.capitalize() not in verbs or passage.quoted(start):
                continue
            inside = passage.inside(start)
            if word.istitle():
                if _OPENS.search(passage.text, 0, start):
                    yield passage.finding(*m.span("word"), word.lower() if inside else word.capitalize())
            elif word not in names and before.search(passage.text, max(0, start - FAR), start):
                yield passage.finding(*m.span("word"), word.lower())


@cache
def _words() -> tuple[frozenset[str], re.Pattern[str], frozenset[str]]:
    """Verbs with a capital, what stands before one that begins no name, and the verbs that many names begin with."""
    row = table("capitals")["clause"]
    before = lazy(rf"(?<!\w)(?:{'|'.join(row['before_verbs'])})\s+$")
    return frozenset(verb for verb in row["words"] if " " in verb), before, frozenset(row["names_too"])
