from __future__ import annotations

import re
from functools import lru_cache

from ...extract.quoted import is_cited, is_quoted, of_title
from ...model import Finding, Findings, Plan, Severity, Span
from ...patterns import lazy
from ...text import fold
from .. import Bad, Good, rule
from ..samples import emulation

WORDS = 6  # so many words of the name in a row are no chance


@rule(
    "KH622",
    "name-without-quotes",
    Severity.INFO,
    source="Tên phong trào, đề án, chương trình đặt trong ngoặc kép, ghi đúng và đủ, thống nhất trong kế hoạch",
    english="the name that the plan quotes elsewhere stands without quotation marks",
    needs=("clean",),
    bad=(
        Bad(
            emulation("I. NỘI DUNG", "Xét thành tích thực hiện Phong trào thi đua xây dựng xã hội học tập của các tổ."),
            at="Phong trào thi đua xây dựng xã hội học tập",
        ),
    ),
    good=(
        Good(emulation("I. NỘI DUNG", "Xét thành tích thực hiện Phong trào thi đua của các tổ.")),
        Good(
            emulation(
                "I. NỘI DUNG", "Đẩy mạnh phong trào học tập suốt đời.", "Xây dựng xã hội học tập giai đoạn 2023 - 2030."
            )
        ),
    ),
)
def check(plan: Plan) -> Findings:
    """Tên phong trào trong trích yếu, khi nhắc lại phải đặt trong ngoặc kép và ghi đủ.

    Không ghi đủ thì dùng tên gọi tắt đã giải thích.
    """
    if plan.title is None:
        return
    for name in of_title(plan):
        if len(name.split()) <= WORDS:
            continue
        for number in range(plan.title.span.block + 1, plan.end or len(plan.document.blocks)):
            text = plan.document.blocks[number].text
            folded = fold(text)
            for m in _begins(name).finditer(folded) if "phong trao" in folded else ():
                span = Span(number, *m.span())
                if text[m.start()].isupper() and not is_quoted(plan.document, span) and not is_cited(plan, span):
                    how = "hãy ghi đủ trong ngoặc kép hoặc dùng tên gọi tắt đã giải thích"
                    yield Finding(span, f"tên đầy đủ là «{name}»; {how}")


@lru_cache(maxsize=64)
def _begins(name: str) -> re.Pattern[str]:
    """The kind of thing and then words of the name, from its first word or from its second on («Đắk Lắk thi đua …»)."""
    words = re.findall(r"\w+", fold(name))
    starts = [words[i : i + WORDS + 2] for i in range(min(4, len(words) - WORDS))]
    runs = "|".join(
        r"[\s,]+".join(run[:WORDS]) + "".join(rf"(?:[\s,]+{w}" for w in run[WORDS:]) + ")?" * len(run[WORDS:])
        for run in starts
    )
    return re.compile(rf"(?<!\w)phong trao (?:{runs})(?!\w)") if starts else lazy(r"(?!)")
