from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Finding, Findings, Fix, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import inner, prose


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@cache
def _short() -> re.Pattern[str]:
    return lazy(rf"(?<![\w/])(?:{'|'.join(table('wording')['shorthand'])})(?![\w/])")


@rule(
    "KH740",
    "shorthand",
    Severity.INFO,
    source="Lối viết: từ ngữ viết đủ; «V/v» chỉ đứng trước trích yếu của công văn (Nghị định 30/2020/NĐ-CP, Phụ lục I, "
    "Phần I, Mục II, khoản 5 điểm b)",
    english="shorthand in a sentence",
    needs=("clean",),
    bad=(
        Bad(_said("Giao đ/c Hiệu trưởng phụ trách."), at="đ/c", fixed=_said("Giao đồng chí Hiệu trưởng phụ trách.")),
        Bad(_said("Ra thông báo v/v nghỉ hè."), at="v/v", fixed=_said("Ra thông báo về việc nghỉ hè.")),
    ),
    good=(Good(_said("Giao đồng chí Hiệu trưởng phụ trách; thông báo về việc nghỉ hè; tỷ lệ nam/nữ.")),),
)
def check(plan: Plan) -> Findings:
    """Trong câu văn viết đủ «về việc», «đồng chí», không viết «v/v», «đ/c»."""
    here = prose(plan)
    if "/" not in here.letters:
        return
    full = table("wording")["shorthand"]
    found = list(_short().finditer(here.text, *inner(plan)))
    for said in dict.fromkeys(match.group() for match in found):
        places = [here.span(*match.span()) for match in found if match.group() == said]
        more = f" (ở {len(places)} chỗ)" if len(places) > 1 else ""
        fix = Fix(places[0], full[said]) if not more else None
        yield Finding(places[0], f"viết đủ: «{full[said]}»{more}", fix)
