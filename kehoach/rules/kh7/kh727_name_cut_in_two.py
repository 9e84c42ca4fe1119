from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import prose


@cache
def _cut() -> re.Pattern[str]:
    generic = "|".join(table("wording")["names"]["generic"])
    return lazy(rf"“((?:{generic}))”, (“[A-ZÀ-ỸĐ][^“”\n]{{8,200}}”)")


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH727",
    "name-cut-in-two",
    Severity.WARNING,
    source="Cách viết tên phong trào: tên loại ở ngoài ngoặc kép, tên riêng ở trong, không có dấu phẩy ở giữa",
    english="quotation marks and a comma cut one name in two",
    needs=("clean", "typed"),
    restored=True,
    bad=(
        Bad(_said("Lồng ghép với “Phong trào thi đua”, “Toàn dân đoàn kết xây dựng đời sống văn hóa”."),
            at="“Phong trào thi đua”, “Toàn dân đoàn kết xây dựng đời sống văn hóa”",
            fixed=_said("Lồng ghép với Phong trào thi đua “Toàn dân đoàn kết xây dựng đời sống văn hóa”.")),
    ),
    good=(
        Good(_said("Lồng ghép với Phong trào thi đua “Toàn dân đoàn kết xây dựng đời sống văn hóa”.")),
        Good(_said("Công nhận “Cộng đồng học tập”, “Đơn vị học tập”, “Công dân học tập”.")),
    ),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Tên loại («Phong trào thi đua») và tên riêng nằm trong hai cặp ngoặc kép thì dễ bị hiểu là hai phong trào."""
    here = prose(plan)
    for match in _cut().finditer(here.text):
        span = here.span(*match.span())
        right = f"{match[1]} {match[2]}"
        yield Finding(span, f"một tên bị tách làm hai: «{right}»", Fix(span, right, safe=False))
