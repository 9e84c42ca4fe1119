from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..capitals import passages
from ..samples import plan as sample


def _text(sentence: str) -> str:
    return sample("I. NỘI DUNG", sentence)


@rule(
    "KH180",
    "party-as-adjective",
    Severity.INFO,
    source="Cách viết trong văn bản của Đảng; Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 4",
    english="«đảng» as an adjective takes no capital",
    needs=("typed", "state"),
    restored=True,
    bad=(
        Bad(_text("Tăng cường sự lãnh đạo của cấp ủy Đảng."), at="Đảng",
            fixed=_text("Tăng cường sự lãnh đạo của cấp ủy đảng.")),
    ),
    good=(Good(_text("Tăng cường sự lãnh đạo của Đảng, của cấp ủy đảng, tổ chức đảng; cấp ủy Đảng bộ phường.")),),
)  # fmt: skip
def check(plan: Plan) -> Findings:
    """Viết hoa «Đảng» khi chỉ Đảng Cộng sản Việt Nam; viết thường khi là tính từ: cấp ủy đảng, tổ chức đảng."""
    for passage in passages(plan):
        for m in _adjective().finditer(passage.text):
            yield passage.finding(*m.span("word"), "đảng")


@cache
def _adjective() -> re.Pattern[str]:
    words = "|".join(table("capitals")["party"]["adjective"])
    return lazy(rf"(?<!\w)(?:{words})\s+(?P<word>Đảng)(?!\s*(?:bộ|ủy|uỷ|viên|đoàn|[A-ZĐ]|ta\b))(?!\w)")
