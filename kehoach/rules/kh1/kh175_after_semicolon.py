from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from ...text import SMALL
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH175",
    "after-semicolon",
    Severity.WARNING,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục I",
    english="a capital after a semicolon inside a sentence",
    needs=("typed", "state"),
    together=True,
    bad=(
        Bad(_text("Tổng kết Phong trào thi đua; Thực hiện khen thưởng theo thẩm quyền."), at="Thực hiện",
            fixed=_text("Tổng kết Phong trào thi đua; thực hiện khen thưởng theo thẩm quyền.")),
    ),
    good=(
        Good(_text("Thực hiện Nghị quyết của Đảng; Kế hoạch của UBND tỉnh; Tổ chức Y tế thế giới khuyến cáo.")),
        Good(_text("Tổng kết Phong trào thi đua; thực hiện khen thưởng.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Sau dấu chấm phẩy (;) trong câu không viết hoa, trừ tên riêng.

    Chỉ viết hoa đầu câu: sau dấu chấm (.), chấm hỏi (?), chấm than (!) và khi xuống dòng.
    """
    for passage in passages(plan):
        if ";" in passage.text:
            for m in _clauses().finditer(passage.text):
                word = m["word"]
                right = word[0].lower() + word[1:]
                yield passage.finding(*m.span("word"), right, "sau dấu chấm phẩy trong câu thì viết thường")


@cache
def _clauses() -> re.Pattern[str]:
    words = sorted(table("capitals")["clause"]["words"], key=len, reverse=True)
    return lazy(rf";[ \t]*(?P<word>{'|'.join(words)})(?=\s+{SMALL})")
