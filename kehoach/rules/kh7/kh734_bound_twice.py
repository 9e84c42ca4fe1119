from __future__ import annotations

import re
from functools import cache

from ...knowledge import table
from ...model import Finding, Findings, Plan, Severity
from ...patterns import lazy
from .. import Bad, Good, rule
from ..samples import plan as sample
from .prose import own, prose


@cache
def _rows() -> tuple[tuple[tuple[str, str], re.Pattern[str], str], ...]:
    """Two words that stand side by side wherever it is said, the words, and what is wrong with them."""
    return tuple(
        ((first, second), lazy(said), why) for first, second, said, why in table("wording")["twice"]["phrases"]
    )


def _said(*body: str) -> str:
    return sample("I. NỘI DUNG", *body)


@rule(
    "KH734",
    "bound-twice",
    Severity.INFO,
    source="Lối viết: một ý chỉ nói một lần (bảng wording.toml của kehoach)",
    english="a limit or a purpose is said twice, or against itself",
    needs=("clean",),
    bad=(
        Bad(_said("Phấn đấu ít nhất 80% trở lên số hộ đạt chuẩn."), at="ít nhất 80% trở lên"),
        Bad(_said("Bố trí tối đa 05 điểm trở lên."), at="tối đa 05 điểm trở lên"),
        Bad(_said("Tổ chức tập huấn nhằm để nâng cao kỹ năng."), at="nhằm để"),
    ),
    good=(
        Good(_said("Từ 80% trở lên số hộ; ít nhất 80% số hộ từ 3 người trở lên; mỗi lớp trên 20 em.")),
        Good(_said("Tổ chức tập huấn nhằm nâng cao kỹ năng, để phục vụ người dân.")),
    ),
)
def check(plan: Plan) -> Findings:
    """Một giới hạn, một mục đích nói hai lần hoặc nói ngược nhau: «ít nhất 80% trở lên», «nhằm để».

    Viết «ít nhất 80%» hoặc «từ 80% trở lên»; «nhằm nâng cao» hoặc «để nâng cao».
    """
    here = prose(plan)
    for meeting, pattern, why in _rows():
        for match in pattern.finditer(here.text) if meeting in here.pairs else ():
            if own(plan, match.start()):
                yield Finding(here.span(*match.span()), why)
